"""Sentences about workbook files: what happened, where, and what to do next."""

FILE_MISSING = "找不到文件：{path}。请检查路径和文件名，或重新选择工作簿后再试。"
FILE_IS_FOLDER = "{path} 是文件夹，不是工作簿。请选择其中的 .xlsx 文件后再试。"
FILE_KIND = "“{name}”不是 .xlsx 或 .xlsm 工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。"
FILE_OLD_FORMAT = "“{name}”是旧版 .xls 格式。请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (*.xlsx)”后再试。"
FILE_ENCRYPTED = "“{name}”设有打开密码，程序读不了。请在 Excel 中去掉打开密码，或另存为不加密的 .xlsx 后再试。"
FILE_DAMAGED = (
    "“{name}”已损坏或不是完整的工作簿（{detail}）。请用 Excel 打开修复后另存，或从“备份”文件夹恢复后再试。"
)
FILE_HELD = "“{name}”正被{holder}打开，写不进去。请保存并关闭后再试（原文件没有改动）。"
FILE_CHANGED = "“{name}”在读取之后又被改动过，为免覆盖别人的修改，这次没有写入。请重新执行一次。"
FILE_READ_ONLY = "“{name}”是只读文件。请在文件属性中去掉“只读”，或另存一份可写的工作簿后再试。"
FILE_UNREADABLE = "没有权限读取“{name}”。请向文件所有者申请读取权限后再试。"
FOLDER_READ_ONLY = (
    "文件夹“{folder}”不允许写入，无法保存“{name}”。请取得写入权限，或把工作簿复制到可写的文件夹后再试。"
)
DISK_FULL = "磁盘空间不足（或配额已满），“{name}”没有写入，原文件没有改动。请清理“{folder}”所在磁盘后再试。"
FILE_FAILURE = "读写“{name}”失败：{detail}。原文件没有改动。请检查磁盘或网络连接后再试。"
PROOF_FAILED = "写好的“{name}”复核不通过（{detail}），已放弃，原文件没有改动。请用 Excel 打开后另存一次再试。"

SHEET_MISSING = "工作簿“{name}”里没有工作表“{sheet}”。请恢复该工作表的名称后再试。"
COLUMN_MISSING = "工作表“{sheet}”没有找到“{label}”列。请恢复该列的表头后再试。"
SHEET_UNREADABLE = "工作表“{sheet}”的内容不规范，程序不敢改动（{detail}）。请用 Excel 打开后另存一次再试。"
KEY_CHANGED = (
    "工作表“{sheet}”{cell} 的“{label}”现在是“{found}”，读取时是“{expected}”，整次写入已取消。请重新执行一次。"
)
CELL_MERGED = "工作表“{sheet}”的 {cell} 在合并单元格 {merged} 中，程序不能写入。请取消合并后再试。"
CELL_ARRAY_FORMULA = "工作表“{sheet}”的 {cell} 属于数组公式或模拟运算表，程序不能写入。请清除该公式后再试。"
TEXT_TOO_LONG = "工作表“{sheet}”的 {cell} 要写入 {length} 个字符，超过单元格上限 32,767。请缩短内容后再试。"
VALUE_NOT_FINITE = "工作表“{sheet}”的 {cell} 要写入的数值“{value}”不是有效数字。请检查相关数据后再试。"
ROW_OUT_OF_RANGE = "工作表“{sheet}”已写到第 {row} 行，超出表格范围。请把旧数据移到别的工作簿后再试。"
TOTALS_ROW = "工作表“{sheet}”的表格开着汇总行，程序不能在其中增删行。请在“表设计”里去掉“汇总行”后再试。"
TABLE_OVERLAP = "工作表“{sheet}”的表格向下扩展到 {ref} 时会碰到下面的另一个表格。请把下面的表格移开后再试。"

HOLDER = " {user} "
HOLDER_UNKNOWN = "其他人或其他程序"
BACKUP_FOLDER = "备份"
STEP_FILE = "{name} 上一步.json"

DETAIL_NOT_ZIP = "文件结构不对"
DETAIL_EMPTY = "文件是空的"
DETAIL_PART = "部件 {part} 读不出来"
DETAIL_XML = "XML 有误"
DETAIL_ROWS = "行号缺失、重复或颠倒"
DETAIL_CELLS = "单元格地址缺失、重复或颠倒"
DETAIL_OTHER_PART = "{part} 被意外改动"
DETAIL_CELL = "{cell} 与要写的不一致"
DETAIL_FRAME = "工作表的其他设置被意外改动"

ERRNO = {
    "ENOSPC": "磁盘已满",
    "ENOENT": "路径不存在",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EISDIR": "是文件夹，不是文件",
    "EIO": "磁盘读写错误",
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    "EBUSY": "文件正忙",
    "EROFS": "磁盘是只读的",
    "ENAMETOOLONG": "文件名太长",
    "ENETDOWN": "网络已断开",
    "ESTALE": "网络文件夹已失效",
    "ETIMEDOUT": "网络超时",
    "EACCES": "没有权限",
    "EPERM": "没有权限",
}
ERRNO_OTHER = "系统错误 {code}"
