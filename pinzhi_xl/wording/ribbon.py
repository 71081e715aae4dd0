"""The ribbon tab 品质管理: its groups in the order of the week and the month, and what the VBA callback says."""

from pinzhi_xl.buttons import Button, Group, Tab

TAB = Tab(
    name="PzTab",
    label="品质管理",
    keytip="Z",
    after="TabData",
    groups=(
        Group(
            name="PzPrepare",
            label="检查准备",
            buttons=(
                Button(
                    name="PzPlan", label="生成计划", image="OutlineGroup", keytip="P", verb=("plan",), large=True,
                    supertip="读：项目、节假日和“督导计划”。写：把当前月份该做的检查补进“督导计划”，遇放假顺延并写明；已有的计划不动。撤回：点“撤回上一步”。",
                ),
                Button(
                    name="PzChecklists", label="准备检查表", image="SheetInsert", keytip="B", verb=("prepare",),
                    supertip="读：“督导计划”里选中的那一天（没有选中就取今天）、检查标准和遗留问题。写：在输出文件夹生成可打印的检查表和岗位签署确认表，不改总表。撤回：删除生成的文件即可。",
                ),
                Button(
                    name="PzReviews", label="复查清单", image="Filter", keytip="F", verb=("report", "--kind", "复查清单"),
                    supertip="读：“整改跟踪”里到期该复查的问题，日期取“督导计划”或“检查记录”里选中的那一天（没有选中就取今天）。写：在输出文件夹生成复查清单，不改总表。撤回：删除生成的文件即可。",
                ),
            ),
        ),
        Group(
            name="PzEntering",
            label="录入校验",
            buttons=(
                Button(
                    name="PzEnter", label="录入检查", image="ReviewEditComment", keytip="L", verb=("enter",), large=True,
                    supertip="读：填好的“录入单”。写：“检查记录”“问题登记”“违纪人员”并编号，然后清空录入单；有一处错误就什么都不录入。撤回：点“撤回上一步”，录入单恢复原样。",
                ),
                Button(
                    name="PzCheck", label="校验数据", image="DataValidationCircleInvalid", keytip="J", verb=("check",), large=True,
                    supertip="读：总表的全部工作表。写：只写“校验结果”，有问题的单元格显示底色，不动你填的内容和格式。撤回：点“清除标记”。",
                ),
                Button(
                    name="PzNextProblem", label="下一处问题", image="ReviewNextComment", keytip="N",
                    supertip="读：“校验结果”。跳到下一处有问题的单元格，在状态栏显示问题和改法；到最后一处后回到第一处。什么都不写，不用撤回。",
                ),
                Button(
                    name="PzClearMarks", label="清除标记", image="DataValidationClearValidationCircles", keytip="Q", verb=("check", "--clear"),
                    supertip="读：“校验结果”。写：清空“校验结果”，底色随之消失，别的都不动。撤回：再点“校验数据”就又列出来。",
                ),
            ),
        ),
        Group(
            name="PzIssuing",
            label="评分开单",
            buttons=(
                Button(
                    name="PzScore", label="计算扣分", image="Calculator", keytip="K", verb=("score",), large=True,
                    supertip="读：当前月份的检查和问题。写：扣分、得分、等级、排名等灰色栏目和“得分”表；有错误的项目不计分。撤回：点“撤回上一步”。",
                ),
                Button(
                    name="PzIssue", label="生成通知单", image="FileNew", keytip="T", verb=("issue",), large=True,
                    supertip="读：“参数”里当前月份要处罚、要整改的问题；在“问题登记”“整改跟踪”“处罚登记”里选中了几格、几行，就只开这些问题（同一张整改单上的一并开）。写：编号、“整改跟踪”“处罚登记”“发文登记”和 Word 通知单，并保存总表；再点一次不会多出新单。撤回：“撤回上一步”恢复工作表，已用的编号留在登记册，再开还是原号。",
                ),
                Button(
                    name="PzIssuePenalties", label="违纪处罚单", image="ErrorChecking", keytip="W", verb=("issue", "--kind", "违纪处罚单"),
                    supertip="读、写与“生成通知单”相同，但只开《违纪处罚单》。撤回：“撤回上一步”恢复工作表，已用的编号留在登记册，再开还是原号。",
                ),
                Button(
                    name="PzIssueRectifications", label="整改通知单", image="ReviewShowAllComments", keytip="G", verb=("issue", "--kind", "限期整改通知单"),
                    supertip="读、写与“生成通知单”相同，但只开《限期整改通知单》。撤回：“撤回上一步”恢复工作表，已用的编号留在登记册，再开还是原号。",
                ),
            ),
        ),
        Group(
            name="PzReports",
            label="周报日报",
            buttons=(
                Button(
                    name="PzWeekly", label="检查周报", image="PivotTableReport", keytip="Y", verb=("report", "--kind", "检查周报"), large=True,
                    supertip="读：一周的检查和整改，取“督导计划”或“检查记录”里选中那一天所在的周（没有选中就取本周）。写：在输出文件夹生成检查周报，不改总表。撤回：删除生成的文件即可。",
                ),
                Button(
                    name="PzDuty", label="值班评估", image="FilePrintPreview", keytip="D", verb=("report", "--kind", "项目品质值班评估记录"),
                    supertip="读：“值班评估”和当天的检查，日期取“督导计划”或“检查记录”里选中的那一天（没有选中就取今天）。写：在输出文件夹生成项目品质值班评估记录，不改总表。撤回：删除生成的文件即可。",
                ),
                Button(
                    name="PzSignedPosts", label="岗位签署", image="SignatureLineInsert", keytip="S", verb=("report", "--kind", "岗位签署情况"),
                    supertip="读：“岗位签署”，日期取“督导计划”或“检查记录”里选中的那一天（没有选中就取今天）。写：在输出文件夹生成岗位签署情况，不改总表。撤回：删除生成的文件即可。",
                ),
            ),
        ),
        Group(
            name="PzMonthEnd",
            label="月报月结",
            buttons=(
                Button(
                    name="PzClose", label="月末处理", image="Consolidate", keytip="E", verb=("month-end",), large=True,
                    supertip="读：当前月份的全部记录。写：依次校验、计算扣分、开单、出月度报告和目录，并保存总表；不锁定月份。撤回：“撤回上一步”恢复工作表的最后一步，已用的编号留在登记册。",
                ),
                Button(
                    name="PzMonthly", label="月度总结", image="ChartInsert", keytip="M", verb=("report", "--kind", "月度督导总结"),
                    supertip="读：当前月份的检查、整改和得分。写：在输出文件夹生成月度督导总结，不改总表。撤回：删除生成的文件即可。",
                ),
                Button(
                    name="PzRanking", label="排名通报", image="SortDialog", keytip="R", verb=("report", "--kind", "月度评估与排名通报"),
                    supertip="读：当前月份各项目的得分。写：在输出文件夹生成月度评估与排名通报，不改总表。撤回：删除生成的文件即可。",
                ),
                Button(
                    name="PzConfirmation", label="扣分确认", image="FileCheckIn", keytip="C", verb=("report", "--kind", "扣分明细确认单"),
                    supertip="读：当前月份的问题和扣分。写：在输出文件夹按项目生成扣分明细确认单，不改总表。撤回：删除生成的文件即可。",
                ),
                Button(
                    name="PzReview", label="月度评估", image="OutlineSubtotals", keytip="V", verb=("review",),
                    supertip="读：当前月份的检查、整改、投诉报修和满意度（要启用评估考核）。写：“指标”和“月度评估”里这个月的行，别的月份不动。撤回：点“撤回上一步”。",
                ),
            ),
        ),
        Group(
            name="PzModules",
            label="模块",
            buttons=(
                Button(
                    name="PzModulesOn", label="启用模块", image="WindowUnhide", keytip="O", verb=("modules", "--apply"), large=True,
                    supertip="读：“参数”的“启用模块”。写：不改单元格，只把写上名称的模块的表显示出来，没有写的模块里没有数据的表隐藏起来。撤回：改“启用模块”，再点一次。",
                ),
                Button(
                    name="PzSeminar", label="专题会准备", image="ReviewNewComment", keytip="I", verb=("seminar",),
                    supertip="读：当前月份的红线、逾期、重复、高发问题和没有落实的决议。写：“专题会”“专题会议题”，会后再点把决议转到“任务跟踪”；已有的不动，再点不会多出来。撤回：点“撤回上一步”。",
                ),
                Button(
                    name="PzSurvey", label="满意度改进", image="DataFormExcel", keytip="A1", verb=("survey",),
                    supertip="读：一期满意度调查，取“满意度调查”里选中那一行的期次（没有选中就取当前月份所在的半年）。写：满意率、得分，为低于目标的维度在“满意度改进”各起草一项；已填的不动。撤回：点“撤回上一步”。",
                ),
                Button(
                    name="PzDraw", label="抽查抽签", image="WhatIfAnalysisMenu", keytip="A2", verb=("draw",),
                    supertip="读：项目、检查标准，日期取“督导计划”或“检查记录”里选中的那一天（没有选中就取今天）。写：抽 6 项写入“抽查抽取”和“督导计划”；同一天只抽一次，再点只核对能否重现。撤回：点“撤回上一步”。",
                ),
                Button(
                    name="PzModuleReports", label="模块报告", image="ConditionalFormattingIconSetsGallery", keytip="Z", verb=("report", "--modules"),
                    supertip="读：已启用的各模块当前月份的记录。写：在输出文件夹生成这些模块的全部月度报告，不改总表。撤回：删除生成的文件即可。",
                ),
            ),
        ),
        Group(
            name="PzSafety",
            label="撤回与帮助",
            buttons=(
                Button(
                    name="PzUndo", label="撤回上一步", image="Undo", keytip="U", verb=("undo",), large=True,
                    supertip="读：程序最近一次写入的记录。写：把那次写过的单元格全部恢复成原来的内容；其中任何一格之后又改过，就一格都不动，并告诉你是哪一格。要撤回“撤回”，重做一遍原来的操作即可。",
                ),
                Button(
                    name="PzDoctor", label="检查本机", image="AdvancedFileProperties", keytip="X", verb=("doctor",),
                    supertip="读：这台电脑的 Excel、字体、程序和登记位置。写：什么都不写，只显示哪些正常、哪些要处理，不用撤回。",
                ),
                Button(
                    name="PzHelp", label="使用说明", image="Help", keytip="H",
                    supertip="跳到总表的“使用说明”。什么都不写，不用撤回。",
                ),
            ),
        ),
    ),
)  # fmt: skip

NO_WORKBOOK = "没有打开总表。请先打开品质管理总表，再点按钮。"
NO_MASTER = "当前工作簿不是品质管理总表。请切换到总表后再点；还没有总表的，用 pinzhi new 新建。"
FOREIGN_CONFIG = "当前工作簿自带程序设置（以 .conf 或 .py 结尾的工作表），为了安全不能在它上面运行。请换用自己的总表。"
BAD_PATH = "总表的文件名或文件夹名里有 ' % ^ & = ; \" 这样的符号，程序无法启动。请改名或换一个文件夹后再打开。"
NO_INTERPRETER = "找不到运行程序所需的 Python。请在命令行重新运行 pinzhi setup，再重启 Excel。"
