"""What voiding, reissuing and handing out blanks write into 运行记录, ask, and refuse."""

VOID, RESERVE, REBUILD, CORRECT, REPLACE = "作废", "领用空白单", "重建登记", "更正文书", "作废换新"
BLANK = "空白"
BLANK_FOLDER = "空白处罚单"
BLANK_SUBJECT = "空白单（{holder}）"
BLANK_STATE = "空白在手"
BLANK_DAY = "　　　　年　　月　　日"
TO_WRITE = "________"
REPRINT_SUFFIX = " 重印"
REPLACES = "；原单 {number} 已作废，以本单为准"

ASK_VOID = "将作废 {number}（{subject}），原因：{reason}。编号保留、不再使用，不能恢复。继续？"
ASK_RESERVE = "将给 {holder} 领用 {count} 张带号空白处罚单，编号一经领用就占用。继续？"
ASK_RESERVE_AGAIN = "{holder} 手里还有 {held} 张未用的空白单（{numbers}）。仍要再领 {count} 张新的？"
ASK_REBUILD = "将按登记册重建“发文登记”，补出 {papers} 份缺少的文书，补写 {blanks} 行空白单。不编新号。继续？"
ASK_CORRECT = "将更正 {number}：出第 {edition} 版，旧版文件保留。继续？"
ASK_REPLACE = "将作废 {number}，另编新号重新开单；该行的送达、签收、核定栏清空（原值记入运行记录）。继续？"
ASK_REPLACE_LINES = "将作废 {number}，另编新号重新开单，新通知写明原通知，“整改跟踪”各行改到新号。继续？"

VOIDED = "作废，原因：{reason}"
RESERVED = "{holder} 领用 {count} 张：{numbers}"
REBUILT = "补文书 {papers} 份，补空白单 {blanks} 行"
CORRECTED = "第 {edition} 版，原因：{reason}"
REPLACED = "作废，换新号 {new}，原因：{reason}"
CHANGED_LINE = "{label} {before}→{after}，原因：{reason}"
NOTHING = "空"

NOT_HERE = "登记册（{where}）里没有这份总表的编号“{number}”。请照纸面或“发文登记”核对编号，没有任何改动。"
IS_VOID = (
    "{number} 已经作废，{what}。需要新单请用 pinzhi reissue 总表.xlsx {number} --void-and-replace --reason 原因。"
)
NOT_REPRINTED, NOT_CORRECTED = "不再重印", "不能更正"
IS_BLANK = "{number} 还是空白单，不能更正或换新。用过的请随录入单回录，没用的请用 pinzhi register void 作废。"
EXECUTED = (
    "{number} 已执行（{row}），不能作废。要撤回处罚，请由行政部按申诉或复核决定处理，扣分差额在“冲正”里登记。"
)
MONTH_LOCKED = "{number} 属于 {month}，该月已定稿，只能重印（--reprint）。要改请先重开该月并写明原因，或登记冲正。"
DELIVERED = "{number} 已经送达当事人（{row}），不能在原号上更正。请用 pinzhi reissue 总表.xlsx {number} --void-and-replace --reason 原因，作废后另开新单。"
HOLDER_BLANK = "没有写明领用人，没有发出空白单。请在 --holder 后面写领用人的姓名。"
DECIDED = "{number} 已填核定结果（{row}），不能在原号上更正。核定填错的请先清空；确已核定的，用 pinzhi reissue 总表.xlsx {number} --void-and-replace --reason 原因，作废后另开新单。"
ACTED_UPON = "{number} 已经照着整改了（{row}已填{label}），不能在原号上更正。请用 pinzhi reissue 总表.xlsx {number} --void-and-replace --reason 原因，作废后另开新单。"
CONCLUDED = "{number} 各项都已复查办结，不能作废换新。要重新整改，请先在“整改跟踪”把复查结论改为二次整改。"
FOLLOWED = "{number} 之后已开二次整改通知 {next}，不能更正或换新。请更正或换新 {next}，或先用 pinzhi register void 作废 {next}。"
LINE_PLACE = "“整改跟踪”第 {row} 行"
UNCHANGED = (
    "{number} 按总表现在的内容与第 {edition} 版相同，没有可更正的。要再打一份请用 --reprint；要改请先改总表。"
)
REASON_NEEDED = "更正和作废都要用 --reason 写明原因。"
WAY_NEEDED = "请在 --reprint、--correct、--void-and-replace 中选一个，只选一个。"
ROW_PLACE = "“处罚登记”第 {row} 行"

# The command line.
REGISTER_HELP = """发文登记册：列出编号、核对、领用空白单、作废、重建。

例：pinzhi register list 品质管理总表.xlsx
"""
KIND_OPTION = "只列这一种文书。"
YEAR_OPTION = "只列这一年的编号，如 2014。"
REASON_OPTION = "原因，记入登记册和运行记录。"
COUNT_OPTION = "领用几张。"
HOLDER_OPTION = "领用人姓名。"
YES_OPTION = "领用人手里还有空白单时也不再询问，直接领新的。"
REPRINT_OPTION = "同一份再打一次：内容、编号、版次都不变。"
CORRECT_OPTION = "同一编号出下一版，按总表现在的内容；签收之前才可以。"
REPLACE_OPTION = "作废原号，另编新号，新单注明原单。"
ARGUMENT_NUMBER = "编号"
HEADINGS = ("编号", "种类", "版次", "状态", "对象", "签发日期", "校验码")
LIST_EMPTY = "登记册里还没有编号。"
VERIFY_FINE = "登记册完好：{count} 个编号，与“发文登记”一致。"
VERIFY_BAD = "登记册有 {count} 处问题，暂时不要开单；请用备份恢复登记文件夹后再核对。"
FLAW_LINE = "● {sentence}"
ANCHOR_LOST = "“发文登记”里有 {number}（登记摘要 {mark}），登记册里没有这个号。登记文件夹可能被换成了旧副本，或指向了别的文件夹。"
VOID_DONE, VOID_PLANNED, VOID_ALREADY = (
    "已作废 {number}；原纸保留，编号不再使用。",
    "将作废 {number}（试运行，什么都没写）。",
    "{number} 早已作废，没有改动登记册。",
)
RESERVE_PLANNED = "将给 {holder} 领用 {count} 张空白单（试运行，什么都没写）。"
REBUILT_LINE = "已按登记册重建：补文书 {papers} 份，补空白单 {blanks} 行。"
REBUILD_SAME = "“发文登记”和文书与登记册一致，没有改动。"
REBUILD_PLANNED = "将补文书 {papers} 份，补空白单 {blanks} 行（试运行，什么都没写）。"
PAPER_LINE = "{number} {subject}  {path}"
PLANNED_LINE = "将重开 {number}（试运行，什么都没写）。"
NOT_DRAFTED = (
    "按总表现在的内容开不出 {number} 这份文书，没有改动。请先改正下列问题，或确认问题登记、违纪人员里还有这一条。"
)
