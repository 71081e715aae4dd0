"""What the register says: sentences, and the Chinese names it has to know."""

FILLED = "空白单回录"
DEFAULT_FOLDER = "登记"
DEFAULT_PATTERN = "{prefix}〔{year}〕{n}号"

# Operation errors: what happened, where, what to do next.
DAMAGED = (
    "发文登记已损坏，未发任何新文号：{where}。发现 {count} 处，第一处：{first}"
    "请先用备份恢复登记文件夹（或该文件），再用 pinzhi register verify 核对，然后重试。"
)
BEHIND = (
    "发文登记落后于总表：总表“发文登记”记到 {period} {series} 第 {number} 号，登记文件夹 {where} 中没有这个号。"
    "登记文件夹可能被换成了旧副本，或指向了别的文件夹。"
    "请检查 参数 登记位置，或用最新备份恢复该文件夹后重试；未发任何新文号。"
)
FORKED = (
    "发文登记与总表不一致：{period} {series} 第 {number} 号在总表中的校验码是 {expected}，登记文件夹 {where} 中是 {found}。"
    "登记文件夹可能是另一套登记，或被改动过。请检查 参数 登记位置，或用备份恢复该文件夹后重试；未发任何新文号。"
)
FULL = "磁盘已满（或超出配额），登记文件夹 {where} 写不进去，文号未发出。请腾出空间后再点一次，不会重号。"
FORBIDDEN = "没有权限读写登记文件夹 {where}，文号未发出。请让管理员开通该文件夹的写权限后再点一次，不会重号。"
NOT_A_FOLDER = (
    "登记位置 {where} 不是可用的文件夹（路径中有同名文件），无法登记文号。"
    "请移走该文件，或在 参数 登记位置 另选文件夹。"
)
UNREACHABLE = (
    "读写登记文件夹 {where} 时出错（{detail}），文号未确认。"
    "请检查磁盘或网络连接后再点一次，已登记的号会原样返回，不会重号。"
)
MISSING_FOLDER = (
    "找不到登记位置 {where}（上级文件夹不存在）。"
    "请确认共享盘已连接，或更正 参数 登记位置；为防止重号，程序不会在这里新建登记。"
)
SYNCHRONISED = (
    "登记位置 {where} 在同步盘（{client}）里，不能用作发文登记：同步盘稍后才合并各人的改动，两台电脑会各自发出同一个号。"
    "请在 参数 登记位置 改用本机的普通文件夹或局域网共享文件夹。"
)
URL_UNSUPPORTED = (
    "登记位置 {setting} 是网址，本版本的发文登记只能放在文件夹里。"
    "请在 参数 登记位置 填写一个文件夹（本机或局域网共享）。"
)
UNKNOWN_NUMBER = "登记文件夹 {where} 中没有 {period} {series} 第 {number} 号，未作任何改动。请核对年份和号数。"
NUMBER_VOID = (
    "{period} {series} 第 {number} 号已经作废，没有出新的版次。需要新单请用 pinzhi reissue … --void-and-replace。"
)
BLANK_GONE = (
    "{period} {series} 第 {number} 号空白单已作废或已用于另一份文书（登记文件夹 {where}），没有发号。"
    "请在“违纪人员”的“空白单号”改填正确的空白单，或清空它，再开单。"
)
UNUSABLE_CONTENT = "文书内容“{field}”里有无法保存的字符，文号未发出。请在总表中删去该处的乱码字符后重试。"

# Flaws that verify lists.
PLACE = "{series} {period} 第 {number} 号（{file}）"
FLAW_UNREADABLE = "{place}读不出来：文件为空、不完整或不是登记文件。"
FLAW_EDITED = "{place}的内容被改动过，与自身的校验码不符。"
FLAW_MISPLACED = "{place}里装的是别的号的登记，文件被改名、对调或复制过。"
FLAW_MISSING = "{place}不见了，它后面的登记还在。"
FLAW_UNCHAINED = "{place}与前一条登记接不上，其中一条被整条换过。"
FLAW_DUPLICATE = "{place}与第 {other} 号（{other_period}）登记的是同一份文书。"

# An unusable setting of the number's form.
PATTERN_SYNTAX = "文号格式“{pattern}”的大括号不配对或写法不对。请照“{default}”的样子填写。"
PATTERN_FIELD = "文号格式“{pattern}”里的 {field} 不能用，只能用 {{prefix}} {{year}} {{month}} {{n}}。"
PATTERN_WIDTH = "文号格式“{pattern}”里 {field} 的位数写法不对，例如 {{n:03}} 表示补零到三位。"
PATTERN_LACKS = "文号格式“{pattern}”缺少 {field}，不同的文书会得到同样的文号。请补上。"
PATTERN_MONTH = "文号格式“{pattern}”用到月份，但这一文号不是按月编的。请去掉 {{month}} 或改为按月编号。"
PATTERN_CHARACTER = "文号格式里有换行或控制字符，请删去。"

# Folder names of programs that copy files behind everybody's back.
SYNC_FOLDERS = {
    "OneDrive": ("OneDrive",),
    "坚果云": ("坚果云", "我的坚果云", "Nutstore", "Nutstore Files"),
    "Dropbox": ("Dropbox",),
    "iCloud": ("iCloudDrive", "iCloud Drive", "Mobile Documents", "com~apple~CloudDocs"),
    "百度网盘": ("百度网盘", "百度网盘同步空间", "BaiduSyncdisk", "BaiduSyncDisk"),
    "WPS云盘": ("WPS云盘", "WPSDrive", "WPS Cloud Files", "WPS网盘"),
    "腾讯微云": ("腾讯微云", "微云", "微云同步助手", "Weiyun"),
    "Google Drive": ("Google Drive", "GoogleDrive", "My Drive", "我的云端硬盘"),
    "Box": ("Box Sync",),
    "Nextcloud": ("Nextcloud", "ownCloud"),
    "Synology Drive": ("SynologyDrive", "Synology Drive"),
}
SYNC_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".SynologyWorkingDirectory": "Synology Drive",
}
