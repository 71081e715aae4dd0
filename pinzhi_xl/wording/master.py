"""What the master workbook says: guide, dashboard, input prompts, footers, holiday sources."""

from typing import NamedTuple

YES, NO = "是", "否"
LIST_SEPARATOR = "、"
FILE_NAME = "品质管理总表.xlsx"
TITLE = "品质管理总表"
FONT = "微软雅黑"
EDITION = "2014版"

# Footer of every printed sheet; &A is the sheet's name.
FOOTER_LEFT = "&A"
FOOTER_CENTRE = "第 &P 页 共 &N 页"
FOOTER_RIGHT = "品质管理总表 版本 {version}"

# Hidden lists.
DICTIONARY_YES_NO = "是否"
DICTIONARY_HEADING = "{sheet}·{column}"
RANGE_NAME = "清单_{sheet}"

# What appears when an entry does not fit; title at most 32, text at most 255 characters.
PROMPT_COMPUTED = "由程序填写，手工改了也会被重新计算。"
PROMPT_NUMBERED = "可空着，由程序编号。"
PROMPT_REQUIRED = "必填。"
REFUSED_TITLE = "请核对"
REFUSED_CHOICE = "这里只能从下拉清单中选择。"
UNKNOWN_REFERENCE = "“{sheet}”表里没有这一项，请从下拉中选择。现在可以保留，但要在“{sheet}”表登记后才能通过校验。"
DOUBT_CHOICE = "不在下拉清单中。如果是别的叫法（别名），可以保留；否则请从下拉中选择。"
DOUBT_REFERENCE = "“{sheet}”表里没有这一项。别名或确实没有登记的可以保留，校验时会再核对。"
DOUBT_DATE = "这里填日期，2000 年至 2099 年，如 2014-8-12。写成 2014.8.12、2014年8月12日 也认，可以保留。"
DOUBT_TIME = "这里填时间，如 9:40。"
DOUBT_NUMBER = "这里填数字{bounds}。"
DOUBT_WHOLE = "这里填整数{bounds}。"
BOUNDS_BOTH = "，{low} 到 {high}"
BOUNDS_LOW = "，不小于 {low}"
BOUNDS_HIGH = "，不大于 {high}"

# Signs of the level column in 校验结果.
ERROR_SIGN = "●"
REMINDER_SIGN = "▲"
MARK_LEVELS, MARK_SHEETS, MARK_CELLS = "校验_级别", "校验_工作表", "校验_单元格"


class Step(NamedTuple):
    """One step of the guide: heading, text, and the sheets to jump to."""

    heading: str
    text: str
    sheets: tuple[str, ...] = ()


GUIDE_TITLE = "品质管理总表 使用说明"
GUIDE_VERSION = "版本 {version}"
GUIDE_CONTACT = "联系人"
GUIDE_CONTACT_HINT = "（请填写：姓名、电话或企业微信）"
GUIDE_STEPS_HEADING = "一、五步用起来"
GUIDE_STEPS = (
    Step(
        "1 登记基础资料",
        "先取消隐藏“项目”“人员”“位置”，登记小区、员工和检查到的地点。检查标准、部门权重、节假日已备好，可以改；公司的处罚依据登记在“奖惩条款”。",
    ),
    Step("2 排检查计划", "每次检查一行：项目、计划日期、检查人。遇节假日请改期并写原因。", ("督导计划",)),
    Step(
        "3 录入检查与问题",
        "一次检查填一张“录入单”：没有问题的不用填，只写例外；录入后自动成为检查记录和问题登记并编号。也可以直接在这两张表里记。",
        ("录入单", "检查记录", "问题登记"),
    ),
    Step(
        "4 校验和计分",
        "先校验，按“校验结果”逐条改正；没有错误再计分，看得分、排名和看板。",
        ("校验结果", "得分", "看板"),
    ),
    Step(
        "5 整改、处罚与月结",
        "处置含整改的进“整改跟踪”，含处罚的进“处罚登记”，补全后开单；月末汇总出报告。",
        ("整改跟踪", "处罚登记"),
    ),
)
GUIDE_LEGEND_HEADING = "二、表头的颜色"
LEGEND_REQUIRED = ("必填", "深色底、白色粗体：必填。")
LEGEND_OPTIONAL = ("选填", "浅色底：按需要填写。编号栏可空着，由程序编号。")
LEGEND_COMPUTED = ("计算", "灰底、斜体：由程序计算填写，不用填；手工改了也会被重新计算。")
LEGEND_LEVELS = ("●  ▲", "校验结果中 ●错误 必须改，不改不计分、不开单；▲提醒 请看一眼，不影响计分。")
GUIDE_COMMANDS_HEADING = "三、要输入的命令"
GUIDE_COMMANDS_NOTE = (
    "先保存并关闭本工作簿；在它所在的文件夹打开命令窗口输入。月份换成要做的月份。写入前自动备份到“备份”文件夹。"
)
GUIDE_COMMANDS = (
    ("录入", "pinzhi enter {file}", "录入单记入各表并清空"),
    ("校验", "pinzhi check {file}", "把问题列到“校验结果”"),
    ("计分", "pinzhi score {file} --month 2014-08", "写扣分、得分、等级、排名"),
    ("开单", "pinzhi issue {file} --month 2014-08", "编号并生成处罚单等文书"),
    ("月结", "pinzhi month-end {file} --month 2014-08", "校验、计分、开单、报告一次做完"),
)
GUIDE_HIDDEN_HEADING = "四、其余的表"
GUIDE_HIDDEN = (
    "为了清爽，其余的表先隐藏。右击任一工作表标签→“取消隐藏”，选中要用的表即可；用完可再隐藏，不影响计算。"
    "要用投诉报修、满意度、培训等模块：在“参数”的“启用模块”写上名称（可写“全部”），校验一次，它的表就显示出来。"
)
GUIDE_FREEDOM = "可以调整列的顺序和宽度，也可以在表格右边加自己的列；请不要改表名、表头和合并单元格。"
LINK_TEXT = "→ {sheet}"

DASHBOARD_TITLE = "品质管理看板"
DASHBOARD_ASK_MONTH = "查看月份"
DASHBOARD_ASK_HINT = "填 2014-08 这样的月份；空着看最新一个月"
DASHBOARD_MONTH = "本页月份"
DASHBOARD_FROM = "起"
DASHBOARD_TO = "止"
DASHBOARD_EMPTY = "还没有得分。录入检查记录和问题后，请先校验、再计分，本页会自动更新。"
DASHBOARD_NO_MONTH = "“得分”表里没有这个月，请核对月份的写法，如 2014-08。"
DASHBOARD_MORE = "项目超过 12 个，这里只列前 12 个；全部得分见“得分”表。"
KPI_DAYS = "检查日数"
KPI_FINDINGS = "不合格问题"
KPI_RED_LINES = "红线"
KPI_AVERAGE = "平均得分"
KPI_OPEN = "未关闭整改（全部）"
KPI_OVERDUE = "其中逾期"
BOARD_HEADINGS = ("序", "项目", "得分", "排名", "检查日数", "红线")
CHART_TITLE = "项目得分（百分制）"
NOTHING = "—"
NO_SCORE = "未计分"

# Who said which days are off.
HOLIDAY_SOURCE = "国务院办公厅关于{year}年部分节假日安排的通知"
HOLIDAY_SOURCE_2019_MAY = "国务院办公厅关于调整2019年劳动节假期安排的通知"
HOLIDAY_SOURCE_2020_SPRING = "国务院办公厅关于延长2020年春节假期的通知"
HOLIDAY_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}
