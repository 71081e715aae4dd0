"""What the add-in 品质管理.xlam says of itself, and what can go wrong while it is built."""

FILE_NAME = "品质管理.xlam"
TITLE = "品质管理"
DESCRIPTION = "物业品质管理：在 Excel 功能区里点按钮，对总表校验、评分、开单、出报告。版本 {version}。"

FAILED = "程序没有正常运行。请先看看总表有没有变化，重启 Excel 后再点一次；还不行就在命令行运行 pinzhi doctor。"

XLWINGS_MISSING = "没有安装 xlwings，无法生成 Excel 加载项。请运行 pip install xlwings=={wanted} 后重试。"
XLWINGS_OTHER = (
    "已安装的 xlwings 是 {found}，加载项只能用 {wanted} 生成。请运行 pip install xlwings=={wanted} 后重试。"
)
XLWINGS_CHANGED = "xlwings 自带的 xlwings_custom_addin.bas 不是原样，无法生成 Excel 加载项。请运行 pip install --force-reinstall xlwings=={wanted} 后重试。"
MODULE_NAME = "VBA 模块名“{module}”不能用：要以英文字母开头，只含英文字母、数字和下划线，不超过 31 个字符，不重复。请改名后重新生成。"
MODULE_TEXT = (
    "VBA 模块 {module} 第 {line} 行有英文以外的字符或换行不对，没有生成加载项。请改用 ASCII 字符和 CRLF 换行。"
)
