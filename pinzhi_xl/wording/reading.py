"""Sentences for workbooks that cannot be read as a whole."""

DAMAGED = (
    "“{name}”不是完好的 Excel 工作簿（{detail}）。请用 Excel 打开并另存为 .xlsx，或从“备份”文件夹恢复后再试。"
)
TOO_LARGE = "“{name}”太大，无法安全读取（{detail}）。请删去多余的空行空列或图片，另存后再试。"
NOT_A_MASTER = "“{name}”不是品质管理总表。请用 pinzhi new 新建总表，或选择正确的文件。"

SIZE_FILE = "文件超过 {limit} MB"
SIZE_UNPACKED = "解压后超过 {limit} MB"
SIZE_CELLS = "工作表“{sheet}”占用 {rows} 行 {columns} 列"
BROKEN_ZIP = "压缩包已损坏"
BROKEN_XML = "部件 {part} 已损坏"
DUPLICATE_PART = "部件 {part} 重复"
FORBIDDEN_XML = "部件 {part} 含有不允许的声明"
STRICT_FORMAT = "采用了“严格 Open XML”格式"
NO_SHEETS = "没有工作表"
