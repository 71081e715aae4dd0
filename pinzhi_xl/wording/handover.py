"""Words of the hand-over lists and of the reply."""

import re

SUMMARY, ASSESSMENT = "违纪分类汇总表", "绩效考核清单"
ADMINISTRATION, PERFORMANCE = "行政部", "绩效考核处"
FOLDER = "移交{receiver}"
SUMMARY_FILE = "{batch} 违纪分类汇总表（内部）"
ASSESSMENT_FILE = "{month} 绩效考核清单（内部）"
SHEET_LIST, SHEET_SUMMARY = "移交清单", "违纪分类汇总表"
SHEET_CONFIRMED, SHEET_PENDING, SHEET_DEPARTMENTS = "已确认", "未决", "部门扣分"

HAND_OVER, RECEIVE = "移交", "接收核定"
NOTHING_SCORED = "—"
BLANK = "空"
LEFT_BATCH = re.compile(r"移交批次 (\d{4}-\d\d-\d+)→空")
"""The line of 运行记录 about a notice that left its batch when it was replaced."""
CHANGE = "{number} {label} {old}→{new}"
AGREED_TO_PROPOSAL = "同意，即建议的 {value}"

NOT_DELIVERED, UNDER_APPEAL, UNDECIDED = "未送达", "申诉中", "未核定"
PENDING = {"已开具": NOT_DELIVERED, "申诉中": UNDER_APPEAL, "变更": "申诉后待重新核定"}
MAY_APPEAL = "申诉期内（至 {day}）"
NO_FIGURE = "变更，未填核定扣分"
TYPED_OVER = "开单后{fields}改过，未填核定数"
HAS_ERRORS = "登记有错误"
LATE, VOID = "补报", "已作废"
LOCKED, UNLOCKED, UNSCORED = "得分已锁定", "得分未锁定，定稿前可能变动", "尚未评分"
TOTAL = "合计"
INTERNAL = "内部资料：含员工全名，仅限收件部门使用，不得张贴、转发。"
MONTH = "{year}年{month}月"
SAMPLE_MARK = "示例"
MONEY_OFF = "未启用金额，“核定金额”请留空。"
IDENTITY = "总表 {identity}　批次 {batch}"
TITLE_LIST = "处罚单移交清单"
SUMMARY_TITLE = "{company}　{month}　{title}"
HEAD_BATCH = (
    "批次 {batch}{late}　移交日期 {day}　本批 {count} 份，建议扣 {points} 分；本月累计 {all} 份　移交部门 {issuer}"
)
HEAD_LATE = "（补报）"
HOW_TO = (
    "请填写右侧五栏：核定结果选 同意、变更、撤销；同意可不填扣分（即照建议），变更须填核定扣分；"
    "核定人、核定日期必填。可分次填写，未定的留空。请不要增删行、不要改编号，填好后交回品质管理部。"
)
HEAD_ASSESSMENT = (
    "统计日 {day}　已确认 {count} 份，扣 {points} 分{money}；未决 {pending} 份，撤销 {revoked} 份不计　{issuer}"
)
HEAD_MONEY = "、{money} 元"
HEAD_PENDING = "以下各份尚不能计入绩效，确定后列入下次清单。"
HEAD_DEPARTMENTS = "{month}各部门扣分（取自“得分”表）：{locked}。"

LIST_HEADINGS = (
    "序号", "说明", "处罚编号", "项目", "部门", "姓名", "工号", "违纪时间", "违纪事实", "违纪类型", "条款编号", "建议处理",
    "建议扣分",
)  # fmt: skip
PROPOSED_MONEY = "建议金额"
DECISION_HEADINGS = ("核定结果", "核定扣分", "核定金额", "核定人", "核定日期")
SUMMARY_HEADINGS = ("部门", "违纪类型", "次数", "建议扣分", "处罚编号")
CONFIRMED_HEADINGS = (
    "序号",
    "部门",
    "姓名",
    "工号",
    "项目",
    "违纪类型",
    "核定结果",
    "扣分",
    "金额",
    "核定日期",
    "处罚编号",
)
PENDING_HEADINGS = ("序号", "部门", "姓名", "工号", "项目", "违纪类型", "未决原因", "处罚编号")
DEPARTMENT_HEADINGS = ("项目", "部门", "检查日数", "扣分", "得分", "状态")
SHEET_BONUSES = "表彰加分"
BONUS_HEADINGS = ("序号", "部门", "姓名", "工号", "项目", "事由", "加分", "表彰编号")
DECISION_HINT = "请从下拉中选择：同意、变更、撤销。"
POINTS_HINT = "请填 0 到 100 的数。"
MONEY_HINT = "请填不小于 0 的数。"
DATE_HINT = "请填日期，如 2014-9-3。"
FOOTER = "第 &P 页 共 &N 页"

ASK_HANDOVER = "将把 {count} 张处罚单编为移交批次 {batch}，写入“处罚登记”并出清单。继续？"
ASK_RECEIVE = "将把 {decided} 张处罚单的核定结果写入“处罚登记”（批次 {batch}）。继续？"
BATCH_RESULT = "批次 {batch}，{count} 张：{numbers}"
RECEIVED_RESULT = "核定 {decided} 张，尚未核定 {waiting} 张"
NOTHING_TO_HAND = "{month} 没有可移交的处罚单。"
HANDED = "批次 {batch}：{count} 张处罚单{late}。"
NOTHING_NEW = "没有新的处罚单，以下是已有批次的清单。"
DOCUMENT_LINE = "{mark} {path}"
NEW, OLD, PLANNED = "已出", "未变", "将出"
NUMBER_UNKNOWN = "处罚单 {number} 不在发文登记册（{where}）中，什么都没有移交。请核对参数“登记位置”或 --register 是否与开单时相同。"
ASSESSED = "已确认 {confirmed} 张，未决 {pending} 张；{locked}。"
RECEIVED = "批次 {batch}：接收 {decided} 张，早已接收 {known} 张，尚未核定 {waiting} 张。"
WOULD_RECEIVE = (
    "批次 {batch}：将接收 {decided} 张，早已接收 {known} 张，尚未核定 {waiting} 张（试运行，什么都没写）。"
)
NOTHING_CHANGED = "批次 {batch}：没有新的核定，总表没有改动（已接收 {known} 张，尚未核定 {waiting} 张）。"
REFUSED = "有 {errors} 处错误，什么都没有接收。请在清单中改正（单元格见上），再接收一次。"
CHANGED_LINE = "  {change}"

TO_OPTION = "移交给谁：行政部（违纪分类汇总表和处罚单清单）或 绩效考核处（绩效考核清单）。"
REPLY_ARGUMENT = "清单.xlsx"
NOT_A_REPLY = (
    "“{name}”不是本程序出的移交清单（找不到总表标识和批次）。请选择行政部填回的“违纪分类汇总表（内部）.xlsx”。"
)
REPLY_OF_ANOTHER = (
    "“{name}”是另一份总表的移交清单（{theirs}，本总表是 {ours}），什么都没有接收。请核对总表和清单是否成对。"
)
REPLY_CONTRADICTS = (
    "“{name}”的批次标识前后不一致（“{shown}”与“{kept}”），什么都没有接收。请使用移交时的原清单填写。"
)
REPLY_UNREADABLE = "“{name}”打不开（{reason}），什么都没有接收。请核对文件名和权限。"
PROPOSED_POINTS = "扣{points}分"
MONEY_OF = "{money} 元"
FACTS = "{at}，{facts}"
CLAUSE = "{name}（{number}）"
LEFT_HEADINGS = frozenset({"违纪事实", "建议处理", "违纪类型", "处罚编号", "未决原因", "事由"})
HOLIDAYS_UNKNOWN = "未核节假日"
IDENTITY_SHOWN = re.compile(r"总表\s*([0-9a-f-]{36})\s*批次\s*(\d{4}-\d{2}-\d+)")
