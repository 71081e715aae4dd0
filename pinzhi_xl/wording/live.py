"""Sentences about a workbook that is open in Excel, and what the status bar says."""

NOTHING_OPEN = "找不到要处理的总表。请打开品质管理总表、切换到它，再点按钮。"
NEVER_SAVED = "“{name}”还没有保存过，程序不知道登记册和文书该放在哪里。请先把它保存到本机或共享文件夹，再点按钮。"
IN_THE_CLOUD = "“{name}”是从网盘地址打开的（{address}），程序找不到它所在的文件夹。请把总表放到本机或共享文件夹里打开，再点按钮。"
OPEN_READ_ONLY = (
    "“{name}”是以只读方式打开的，写了也存不下来。请关闭后以可写方式重新打开（可能有别人正开着它），再点按钮。"
)
SHEET_PROTECTED = "工作表“{sheet}”受保护，程序写不进去，什么都没有改。请在“审阅”里撤销工作表保护，再点按钮。"
NOT_TAKEN = "写进工作表“{sheet}”{cell} 的内容读回来不一样，已写的都退回了，总表没有改动。请把这一列的单元格格式改为“常规”，再点按钮。"
OPEN_CHANGED = "“{name}”的工作表“{sheet}”在读取之后又变了，这次什么都没有写。请再点一次按钮。"
BACKUP_FAILED = (
    "“{name}”写入之前要留一份备份，但没能存到“{folder}”，所以什么都没有写。请检查磁盘空间和文件夹权限，再点按钮。"
)
WRITING_REFUSED = "Excel 没有接受写入（工作表“{sheet}”），已写的都退回了，总表没有改动。请结束单元格编辑、关闭打开的对话框，再点按钮。"
TAKING_BACK_FAILED = "写入中断，而且没能全部退回（工作表“{sheet}”）。请不要保存：关闭总表时选“不保存”，再重新打开；备份在“{folder}”。"
SAVING_FAILED = "已经写好，但没能保存“{name}”。请按 Ctrl+S 保存；编号已经登记，不会重号。"
EXCEL_BUSY = (
    "Excel 正在编辑单元格，或有对话框没有关，什么都没有改。请按 Enter 或 Esc 结束编辑、关闭对话框，再点按钮。"
)
EXCEL_FAILURE = "Excel 拒绝了这次操作，请把总表保存后关闭再打开，重试一次。详细记录：{path}"
NOT_EXCEL = "现在打开总表的不是 Excel（是 {name}），按钮只能在 Excel 里用，什么都没有改。在 WPS 里请保存并关闭总表，改用命令行，如 pinzhi check 总表.xlsx，结果相同。"
INTERPRETER_GONE = "程序没有装全：{detail}。请在命令行重新运行 pinzhi setup，再重启 Excel。"

TITLE = "品质管理"
WORKING = "正在处理……"
PROGRESS = "正在{label} {done}/{total}"
PROGRESS_OPEN = "正在{label} {done}"
