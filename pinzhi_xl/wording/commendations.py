"""Words of commendations: problems of 表彰奖励, and what 表彰通报 says."""

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

COMMENDATIONS: dict[str, Entry] = {
    "commended-nobody": error(
        "没有写表彰谁：工号、姓名、集体名称都空着。", "表彰个人请填工号；表彰集体请填集体名称。"
    ),
    "commended-twofold": error(
        "既填了个人又填了集体名称“{value}”。", "个人和集体分两行登记：个人的清空集体名称，集体的清空工号、姓名。"
    ),
    "commended-other-name": error("工号 {number} 在“人员”表里不是“{value}”。", "请核对工号和姓名；姓名可以空着。"),
    "commended-outsider": reminder(
        "{value} 在 {day} 不在职（入职 {joined}，离职 {left}）。", "请核对工号，或“人员”的入职、离职日期。"
    ),
    "commended-without-number": reminder(
        "表彰个人只写了姓名，加分不能报绩效考核处。", "请填工号；外单位人员没有工号的，不要填加分。"
    ),
    "commendation-month-unreadable": error("“{label}”看不懂：“{value}”。", "请写成 2014-08，或留空。"),
    "commendation-in-future": error("“{label}”{value} 晚于今天（{today}）。", "还没有发生的请留空；写错的请改正。"),
    "commendation-without-evidence": reminder(
        "依据是“{basis}”，没有写依据说明。", "请写明可查的依据，如得分名次、锦旗照片、表扬记录号。"
    ),
    "commendation-not-approved": error(
        "状态是“{value}”，没有填“{lacking}”。从“拟表彰”下一步只能是：批准（填批准人、批准日期）、撤销。",
        "请补填“{lacking}”；还没批准的请把状态改回拟表彰。",
    ),
    "commendation-announced-early": error(
        "状态是“{state}”，却填了公布日期。从“{state}”下一步只能是：{legal}。", "请按顺序办理；已批准的请先改状态。"
    ),
    "commendation-undated": error("状态是已公布，没有填公布日期。", "请补填公布日期；还没公布的请改为已批准。"),
    "commendation-days-crossed": error("“{label}”{value} 早于“{before}”{day}。", "顺序是提出、批准、公布，请核对日期。"),
    "commendation-withdrawn-silently": reminder("撤销表彰没有写原因。", "请在“特别说明”写明原因。"),
    "commended-while-penalised": reminder(
        "{value} 在 {month} 有已执行的处罚（{numbers}），没有写为何仍要表彰。",
        "请在“特别说明”写明理由；不宜表彰的请把状态改为撤销。",
    ),
    "red-line-excludes": error(
        "{unit} 在 {month} 有红线（{findings}），不得评优。下一步只能是：撤销。",
        "请把状态改为撤销；红线经总经理签批解除的，先在“问题登记”清空红线再登记表彰。",
    ),
    "red-line-nearby": reminder(
        "{unit} 在 {month} 有红线（{findings}），表彰本行请慎重。", "请核对与红线问题无关，并在“特别说明”写明。"
    ),
    "commendation-points-over": reminder(
        "{person} 在 {month} 的表彰加分合计 {total}，超过上限 {limit}。", "请核对加分；上限在“参数”表彰加分上限。"
    ),
    "team-with-points": reminder(
        "集体“{team}”填了加分，加分只报个人，不会列入绩效考核清单。", "要给个人加分的，请每人另登记一行。"
    ),
}  # fmt: skip

UNKNOWN_DAY = "未填"
NEXT = {"拟表彰": "批准（填批准人、批准日期）、撤销", "撤销": "重新登记一行"}

CIRCULAR = "表彰通报"
COMPANY_FILE = "公司"
EVIDENCE = "{basis}：{evidence}"
COUNTED = "{month}表彰 {count} 项：个人 {people} 项，集体 {teams} 项。"
BY_BASIS = "依据：{parts}。"
PART = "{name} {count} 项"
BESIDE_PENALTIES = "同月发生的违纪开出处罚单 {penalties} 份，表彰 {count} 项。"
NAMES_MASKED = "个人只印姓；本人同意公开、且“参数”允许的印全名。"
NOT_YET = "另有拟表彰 {count} 项，尚未批准，不列入。"
LEFT_OUT = "已批准但登记有错误的 {count} 项没有列入，改正后重出。"
