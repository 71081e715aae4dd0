"""Sentences and fixed captions of the Word papers and their index.

A sentence says what happened, where, and what to do next; its fields are filled by the error that owns it.
"""

TEMPLATE_MISSING = (
    "找不到 Word 模板“{file}”（找过：{places}）。请把模板放回 word_templates 文件夹，"
    "或运行 pinzhi templates restore 恢复模板。"
)
TEMPLATE_UNREADABLE = (
    "Word 模板“{file}”读不出来（{reason}）。请确认文件没有被占用、您有读取权限，"
    "或运行 pinzhi templates restore 恢复模板。"
)
TEMPLATE_DAMAGED = (
    "Word 模板“{file}”已损坏（{reason}）。请在 Word 中重新另存为 .docx，或运行 pinzhi templates restore 恢复模板。"
)
TEMPLATE_SYNTAX = (
    "Word 模板“{file}”的标记写错了（{reason}）：{where}。请改正这一处标记，"
    "或运行 pinzhi templates restore 恢复模板。"
)
TEMPLATE_UNSAFE = (
    "Word 模板“{file}”用了不允许的写法（{reason}），没有出文书。模板里只能写字段、if、for 和常用过滤器；"
    "请删去这一处，或运行 pinzhi templates restore 恢复模板。"
)
UNKNOWN_FIELD = (
    "Word 模板“{file}”用了没有的字段“{field}”{nearest}。请改正字段名，或运行 pinzhi templates restore 恢复模板。"
)
NEAREST = "，最接近的是“{name}”"
VALUE_TOO_LONG = "“{field}”有 {length} 个字符，超过上限 {limit}，没有出文书。请在表中缩短这一栏后再出一次。"
PAPER_INCOMPLETE = (
    "用模板“{file}”出的文书没有通过复核：“{field}”的内容“{excerpt}”没有完整写进去，这份文书没有保存。"
    "请运行 pinzhi templates restore 恢复模板后再出一次。"
)
FIXED_TEXT = "模板固定文字"

REASON_NOT_ZIP = "不是有效的 .docx 文件"
REASON_PART_MISSING = "缺少 {part}"
REASON_TOO_LARGE = "解开后超过 {limit} MB 或 {count} 个部件"
REASON_ENCRYPTED = "文件加了密码"
REASON_BAD_XML = "{part} 的内容不完整"
REASON_NO_GRID = "{part} 里有表格没有列宽"
REASON_FULL_WIDTH = "大括号是全角的，要用半角 {{ }} 或 {% %}"
REASON_TOO_MUCH_TEXT = "展开后的内容太多"
REASON_FORBIDDEN_NODE = "第 {line} 行附近的 {node}"
REASON_MULTIPLY = "乘号只能用于数字"

PAPER_OPEN = "“{path}”正在 Word 或 WPS 中打开（或没有写入权限），没有保存。请关闭该文件后再出一次。"
PAPER_OWNED = (
    "“{path}”正在 Word 或 WPS 中打开（旁边有占用标记“{owner}”），没有保存。请关闭该文件后再出一次；"
    "如果没有人打开它，请删除这个标记文件。"
)
FOLDER_DENIED = "没有权限写入文件夹“{folder}”。请换一个文件夹（--out），或请管理员开通写入权限。"
DISK_FULL = "保存“{path}”时磁盘已满，原来的文件没有动。请清理磁盘后再出一次。"
PATH_TOO_LONG = "路径“{path}”太长。请把输出文件夹（--out）放到更靠近盘符的地方。"
NOT_A_FOLDER = "“{folder}”不是文件夹，无法在里面保存文书。请改名或移走这个文件，或换一个文件夹（--out）。"
WRITE_FAILED = "保存“{path}”失败（{reason}），原来的文件没有动。请检查磁盘或网络盘后再出一次。"

UNNAMED = "未命名"
EDITION_FIRST = "第1版"

PENALTY_NOTICE = "违纪处罚单"
PENALTY_COPIES = (
    ("①", "存根", "{issuer}留存"),
    ("②", "行政部", "核定执行"),
    ("③", "当事人", "本人留存"),
)

INDEX_SHEET = "目录"
INDEX_HEADINGS = ("序号", "种类", "编号", "版次", "项目", "对象", "签发日期", "文件", "说明")
INDEX_FOOTER = "第 &P 页 共 &N 页"
INDEX_COUNT = "{title}（共 {count} 份）"
INDEX_TITLE = "文书目录"
