"""What the command line says: help, summaries, errors of the call."""

GROUP_HELP = """物业品质管理：在 Excel 总表里登记检查与问题，由本程序校验、评分、开单。

常用顺序：new 新建总表 → 录入 → check 校验 → score 计算扣分 → issue 开单 → month-end 月末处理。
第一次使用可先运行 pinzhi demo 看示例。
"""
USAGE = "用法："
OPTIONS_TITLE = "选项"
COMMANDS_TITLE = "命令"
HELP_OPTION = "显示帮助后退出。"
VERSION_OPTION = "显示版本后退出。"
VERSION_TEXT = "pinzhi_xl %(version)s"
REQUIRED = "（必填）"

JSON_OPTION = "只在标准输出打印一个 JSON 对象，其余信息走标准错误。"
AS_OF_OPTION = "业务日期（开单日期、到期判断），默认今天。"
REGISTER_OPTION = "发文登记册的位置，默认取参数“登记位置”，再默认为总表旁的“登记”文件夹。"
MONTH_OPTION = "月份，如 2014-08；也可写 本月、上月。"
MONTH_NAMES = {"本月": 0, "this": 0, "上月": 1, "last": 1}
FOLDER_OPTION = "处理这个文件夹里的全部总表。"
NO_MASTERS = "“{folder}”里没有总表。请写上总表的文件名，或用 --folder 指定放总表的文件夹。"
FINAL_OPTION = "定稿：锁定该月得分，之后不再重算；最后一个工作日起可用。"
LAST_WORKDAY_OPTION = "只在该月最后一个工作日（按节假日表）处理，其他日子什么都不做；供定时任务使用。"
WORKERS_OPTION = "同时处理几份总表，默认 1。"
OUT_OPTION = "文书保存到的文件夹，默认取参数“输出位置”，再默认为总表旁的“输出”。"
DRY_RUN_OPTION = "只说会做什么，不写总表、不占编号、不出文书。"
REPORT_KIND_OPTION = "报告种类。"
WEEK_OPTION = "周，如 2014-W33，或该周内的任一天；检查周报用。"
REPORT_DATE_OPTION = "日期，如 2014-08-12；值班评估记录用。"
REPORT_MONTH_OPTION = "月份，如 2014-08；也可写 本月、上月；月度的报告用。"
BAD_WEEK = "周“{value}”看不懂，请写成 2014-W33 或该周内的一天 2014-08-12。"
PERIOD_NEEDED = "“{kind}”要用 {option} 说明期间，并且只写这一个。"
REPORTS_NONE = "没有可出的报告。"
REPORT_LINE = "{mark} {kind} {name}  {path}"
REPORT_NEW, REPORT_PLANNED, REPORT_OLD = "已出", "将出", "未变"
KIND_OPTION = "只开这一种文书。"
SAMPLE_OPTION = "带上这个月的示例数据，如 2014-08。"
DEMO_OUT_OPTION = "示例放在哪个文件夹，默认为当前文件夹下的“品质管理示例”。"

BAD_MONTH = "月份“{value}”看不懂，请写成 2014-08。"
BAD_DATE = "日期“{value}”看不懂，请写成 2014-08-29。"
NO_COMMAND = "没有“{name}”这个命令。运行 pinzhi --help 看有哪些命令。"
NO_OPTION = "没有“{name}”这个选项。运行 {command} --help 看有哪些选项。"
MISSING_ARGUMENT = "缺少“{name}”。运行 {command} --help 看用法。"
MISSING_VALUE = "选项“{name}”后面要带一个值。运行 {command} --help 看用法。"
BAD_VALUE = "“{name}”的值“{value}”不能用。运行 {command} --help 看用法。"
EXTRA_ARGUMENT = "多出了“{value}”，不知道是什么意思。文件名有空格时请加引号。运行 {command} --help 看用法。"
BAD_CALL = "命令写法不对：{detail}。运行 {command} --help 看用法。"
INTERRUPTED = "已中断，总表和登记册保持完好；重新运行即可继续。"
FILE_TROUBLE = "文件读写失败（{detail}）。请检查文件名、文件夹权限和磁盘空间后重试；总表没有损坏。"
BUG = "程序出错了，总表没有损坏。请把日志发给维护人员：{path}"

ARGUMENT_FILE = "总表.xlsx"
KINDS = {
    "text": "文字", "code": "编码", "whole": "整数", "points": "分数", "money": "金额", "date": "日期",
    "time": "时间", "choice": "单选", "list": "列表", "reference": "引用", "yes/no": "是否",
}  # fmt: skip
SCHEMA_HEADINGS = ("栏目", "标识", "类型", "必填", "程序写", "可选值", "说明")
SCHEMA_SHEET = "【{label}】{meaning}"
TICK = "✓"

PROBLEM_LINE = "{mark} {sheet} {cell} {label}：{message}{fix}"
MARKS = {"错误": "●", "提醒": "▲"}
MORE_REMINDERS = "（另有 {count} 处提醒，见“校验结果”）"
CHECK_CLEAN = "没有发现问题。"
CHECK_SUMMARY = "{errors} 处错误，{reminders} 处提醒；已写入“校验结果”。"
CHECK_SUMMARY_DRY = "{errors} 处错误，{reminders} 处提醒。"
SCORE_TITLE = "{month} 得分"
SCORE_HEADINGS = ("排名", "项目", "得分", "等级", "检查日", "扣分", "红线", "未检率%", "状态")
NONE_YET = "—"
UNCHANGED = "总表已是最新，没有改动。"
WRITTEN = "已写回总表；改动前的文件在“备份”文件夹。"
PAPERS_NONE = "没有需要开单的问题。"
PAPER_LINE = "{mark} {number} {community} {subject}  {path}"
PAPER_NEW, PAPER_OLD = "新开", "已有"
PAPER_PLANNED = "将开"
ISSUE_SUMMARY = "新开 {new} 张，已有 {old} 张。"
DRY_SUMMARY = "将新开 {new} 张，已有 {old} 张（试运行，什么都没写）。"
FAILED_LINE = "× {path}：{message}"
INDEX_LINE = "目录：{path}"
BLOCKED_LINE = "● {community}：有 {count} 处错误，没有计分，也不开单。"
NEW_DONE = "已新建总表：{path}"
DEMO_STEP_WRONG = "另一份示例故意填错几处，看程序怎么说"
DEMO_DONE = "示例完成：{folder}。请打开 {index} 查看文书目录。"
