"""What build, setup and doctor say about the computer, the add-in and one master."""

BUILD_OUT_OPTION = "生成到哪个文件夹，默认为当前文件夹；其中的 workbooks、word_templates 里同名的旧文件会被换掉。"
SETUP_TO_OPTION = "把加载项放到这个文件夹，而不是 Excel 的启动文件夹；之后要在 Excel 的“加载项”里自己选中它。"
REMOVE_OPTION = "取下加载项，功能区里的选项卡随之消失；总表和文书不受影响。"
DOCTOR_TO_OPTION = "到这个文件夹里核对加载项（安装时用了 --to 的才需要）。"

# build
BUILT, BUILT_SAME = "已写", "未变"
BUILD_LINE = "{mark} {path}"
BUILD_SUMMARY = "写了 {written} 个文件，{same} 个没有变化。"
OVER_A_MASTER = "“{path}”不是随程序附带的空白样表，里面可能有您的数据，什么都没有生成。请把它移到别处，或用 --out 换一个文件夹。"

# setup
INSTALLED = "已装好 Excel 加载项：{path}"
INSTALLED_ALREADY = "Excel 加载项已是最新，没有改动：{path}"
NEXT_STEPS = """接下来：
1. 关闭全部 Excel 窗口，再打开 Excel；
2. 打开总表；
3. 点选项卡“品质管理”。
没有出现这个选项卡时：文件 → 选项 → 加载项，在最下面选“禁用项目”，点“转到”，启用“品质管理”；
再看 文件 → 选项 → 信任中心 → 信任中心设置 → 加载项，不要勾选“禁用所有应用程序加载项”。
还不行就运行 pinzhi doctor。"""
NEXT_STEPS_ELSEWHERE = """接下来：
1. 打开 Excel，文件 → 选项 → 加载项，最下面选“Excel 加载项”，点“转到”，再点“浏览”，选中上面这个文件；
2. 打开总表，点选项卡“品质管理”。
选中时提示宏被阻止的，在资源管理器里右键这个文件 → 属性，勾选“解除锁定”；或在 信任中心 → 受信任位置 里加上这个文件夹。
这个文件只在本机有效，别的电脑要各自运行 pinzhi setup。"""
REMOVED = "已取下 Excel 加载项：{path}。重启 Excel 后选项卡“品质管理”不再出现。"
NOT_INSTALLED = "这里没有 Excel 加载项，不用取下：{path}"
ONLY_WINDOWS = "按钮只能在 Windows 的 Excel 里用，这台电脑不用装加载项，什么都没有改。命令行做的是同样的事，运行 pinzhi --help 看有哪些命令。"
NO_START_FOLDER = "找不到 Excel 的启动文件夹（环境变量 APPDATA 是空的），没有安装。请用 --to 指定一个文件夹，如 pinzhi setup --to 加载项。"
STORE_PYTHON = "这个 Python 是从微软商店装的（{base}），它写到 Excel 启动文件夹里的文件 Excel 看不到，没有安装。请从 python.org 下载安装 Python（不需要管理员权限），重新安装本程序，再运行 pinzhi setup。"
BAD_INTERPRETER = "Python 的位置“{path}”里有 {found}，Excel 的按钮启动不了它，没有安装。请把 Python（或虚拟环境）装到没有 ' % ^ & = ; \" 的文件夹，如 C:\\pinzhi，重新安装本程序，再运行 pinzhi setup。"
HELD = "加载项“{path}”正被 Excel 使用，没有改动。请先关闭 Excel 再运行。"
HELD_OR_LEFT = "加载项“{path}”正被 Excel 使用，没有改动。请先关闭 Excel 再运行；Excel 已全部关闭的，删除同一文件夹里的“{owner}”再运行。"
NO_FOLDER = "“{folder}”不是文件夹，加载项放不进去，没有安装。请用 --to 换一个文件夹。"
DENIED = "没有权限写入文件夹“{folder}”，没有安装。请用 --to 换一个能写的文件夹，再在 Excel 的“加载项”里选中它。"
NOT_REMOVED = "没能取下加载项“{path}”（{detail}）。请关闭 Excel，自己删除这个文件，再重启 Excel。"

# doctor
FINE, NOTE, ACT = "正常", "注意", "要处理"
MARKS = {FINE: "✓", NOTE: "▲", ACT: "●"}
LINE = "{mark} {name}：{message}{fix}"
ALL_FINE = "检查完毕，没有要处理的。"
SUMMARY = "检查完毕：{act} 项要处理，{note} 项要注意。"
COULD_NOT = "没能检查（{detail}）。"
COULD_NOT_FIX = "请检查文件夹权限后再运行一次 pinzhi doctor。"

PROGRAM = "程序"
PROGRAM_FINE = "pinzhi_xl {version}，Python {python}（{bits} 位）。"

XLWINGS = "xlwings"
XLWINGS_FINE = "{version}，与加载项一致。"
XLWINGS_LACKING = "没有安装；只有在 Excel 里点按钮才需要它。"
XLWINGS_DIFFERS = "装的是 {found}，加载项要用 {wanted}。"
XLWINGS_FIX = "请运行 python -m pip install xlwings=={wanted}，再运行 pinzhi setup。"
XLWINGS_ELSEWHERE = "这台电脑用命令行，可以不管。"

INTERPRETER = "Python 位置"
INTERPRETER_FINE = "{path}"
INTERPRETER_BAD = "“{path}”里有 {found}，Excel 的按钮启动不了它；命令行不受影响。"
INTERPRETER_FIX = (
    "请把 Python（或虚拟环境）装到没有 ' % ^ & = ; \" 的文件夹，重新安装本程序，再运行 pinzhi setup。"
)

ADDIN = "加载项"
ADDIN_FINE = "已装好，是最新的：{path}"
ADDIN_NOT_HERE = "这台电脑不用装：按钮只能在 Windows 的 Excel 里用，命令行做的是同样的事。"
ADDIN_LACKING = "没有装，Excel 里不会出现选项卡“品质管理”（应在 {path}）。"
ADDIN_DAMAGED = "文件损坏，Excel 打不开它：{path}"
ADDIN_OLD = "不是这个版本的程序装的，按钮可能不对：{path}"
ADDIN_OTHER = "装的时候用的是另一个 Python（{other}），现在的是 {path}。"
ADDIN_UNCOMPARED = "装在 {path}，但无法核对是不是最新：{reason}"
ADDIN_FIX = "请关闭 Excel，运行 pinzhi setup{option}，再打开 Excel。"
ADDIN_OPTION = ' --to "{folder}"'
NO_PYTHON_NAMED = "没有写明"

EXCEL = "Excel"
EXCEL_FINE = "已安装。"
EXCEL_LACKING = "没有找到 Excel，按钮不能用。"
EXCEL_LACKING_FIX = "在 WPS 里请保存并关闭总表，改用命令行，结果相同。"
EXCEL_TAKEN = "WPS 顶替了 Excel（{command}），点按钮时可能找不到打开的总表。"
EXCEL_TAKEN_FIX = (
    "请在 WPS 的“设置 → 兼容设置”里取消兼容第三方系统和软件，再修复安装 Excel；或改用命令行，结果相同。"
)

FONTS = "字体"
FONTS_FINE = "文书和总表要用的字体都在（{names}）。"
FONTS_UNKNOWN = "看不到这台电脑装了哪些字体。"
FONTS_LACKING = "缺少 {names}；版面可能略有出入。"
FONT_REPLACED = "{name}（用 {other} 代替）"
FONT_DEFAULT = "默认字体"
FONTS_FIX = "正式打印请在装有这些字体的电脑上进行，或先看一眼打印预览。"
FONT_ALTERNATIVES = {
    "宋体": ("华文宋体", "Noto Serif CJK SC"),
    "仿宋": ("仿宋_GB2312", "华文仿宋", "Noto Serif CJK SC", "宋体"),
    "Times New Roman": ("Liberation Serif",),
    "微软雅黑": ("Noto Sans CJK SC", "宋体"),
}
"""A font that papers or the master use → what stands in for it, the best first."""
FONT_SIGNS = {
    "宋体": ("simsun.ttc", "simsun.ttf", "simsun", "宋体"),
    "华文宋体": ("stsong.ttf", "stsong", "华文宋体"),
    "仿宋": ("simfang.ttf", "fangsong", "仿宋"),
    "仿宋_GB2312": ("fangsong_gb2312", "仿宋_gb2312"),
    "华文仿宋": ("stfangso.ttf", "stfangsong", "华文仿宋"),
    "Times New Roman": ("times.ttf", "times new roman"),
    "微软雅黑": ("msyh.ttc", "msyh.ttf", "microsoft yahei", "微软雅黑"),
    "Noto Serif CJK SC": ("noto serif cjk sc",),
    "Noto Sans CJK SC": ("noto sans cjk sc",),
    "Liberation Serif": ("liberation serif",),
}
"""A font → its files on Windows and its family names elsewhere, in small letters."""

TEMPLATES = "模板"
TEMPLATES_FINE = "自带的 {count} 个 Word 模板都在，都能用。"
TEMPLATES_BAD = "自带的 Word 模板有 {count} 个不能用：{first}"
TEMPLATES_FIX = "请重新安装程序：python -m pip install --force-reinstall ."

LOGS = "日志"
LOGS_FINE = "{folder}"
LOGS_BAD = "日志文件夹写不进去（{folder}），出错时留不下记录；别的不受影响。"
LOGS_FIX = "请检查这个文件夹的权限和磁盘空间。"

MASTER = "总表"
MASTER_FINE = "“{name}”是品质管理总表，读得出来。"
MASTER_PROBLEMS = "“{name}”读得出来，其中有 {errors} 处错误、{reminders} 处提醒。"
MASTER_PROBLEMS_FIX = "请运行 pinzhi check 看是哪些单元格。"

MASTER_PATH = "总表位置"
MASTER_PATH_FINE = "文件名和文件夹名没有按钮不认的符号。"
MASTER_PATH_BAD = "“{path}”里有 {found}，Excel 的按钮在它上面启动不了；命令行不受影响。"
MASTER_PATH_FIX = "请把文件或文件夹改成没有 ' % ^ & = ; \" 的名字。"

FOLDER = "总表文件夹"
FOLDER_FINE = "能写。"
FOLDER_BAD = "“{folder}”写不进去，备份、登记册、文书都存不下来。"
FOLDER_FIX = "请检查文件夹权限和磁盘空间，或把总表移到能写的文件夹。"
FILE_READ_ONLY = "“{name}”是只读文件，结果写不回去。"
FILE_READ_ONLY_FIX = "请在文件属性里去掉“只读”。"

HOLDER = "占用"
HOLDER_FINE = "总表没有被别的程序打开。"
HOLDER_OPEN = "总表正在 Excel 里打开着；用按钮没有关系，运行命令前要先关闭它。"
HOLDER_FIX = "确实没有人开着的，请删除同一文件夹里的“{owner}”。"
HOLDER_LEFT = "没有程序开着总表，但留下了“{owner}”（Excel 上次可能没有正常退出）。"
HOLDER_LEFT_FIX = "请删除“{owner}”（是隐藏文件）。"

REGISTER = "登记册"
REGISTER_FINE = "{folder}，{count} 个编号，逐条核对无误。"
REGISTER_NONE = "还没有登记册，第一次开单时自动建立在 {folder}。"
REGISTER_FLAWED = "{folder} 有 {count} 处不对：{first}"
REGISTER_FIX = "请先用备份恢复这个文件夹（或该文件），再运行一次 pinzhi doctor；修好之前不会发新编号。"

OWN_TEMPLATES = "部门模板"
OWN_TEMPLATES_FINE = "{folder}，其中 {count} 个都能用，其余用自带的。"
OWN_TEMPLATES_BAD = "{folder} 里有 {count} 个不能用：{first}"
OWN_TEMPLATES_LACKING = "参数“模板位置”写的文件夹不存在：{folder}"
OWN_TEMPLATES_FIX = "请建立这个文件夹，或清空参数“模板位置”（用自带模板）。"
OWN_TEMPLATE_FIX = "请改正或移走它（移走后用自带的）。"
