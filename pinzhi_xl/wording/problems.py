"""The catalogue of problems: code → level, sentence, and what to do. Facts are filled in by name."""

from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Level, Problem
from pinzhi_xl.wording import assignments, seminar
from pinzhi_xl.wording.acceptance import ACCEPTING
from pinzhi_xl.wording.appraisal import PROBLEMS as APPRAISAL
from pinzhi_xl.wording.commendations import COMMENDATIONS
from pinzhi_xl.wording.problem_entry import Entry, error, reminder
from pinzhi_xl.wording.safety import PROBLEMS as SAFETY
from pinzhi_xl.wording.service import PROBLEMS as SERVICE
from pinzhi_xl.wording.special import SPECIAL
from pinzhi_xl.wording.suppliers import SUPPLYING
from pinzhi_xl.wording.survey import SURVEY
from pinzhi_xl.wording.training import TRAINING

READING: dict[str, Entry] = {
    "missing-sheet": error("缺少工作表“{sheet}”。", "请从新总表复制该表，或改回原来的表名。"),
    "missing-column": error("缺少栏目“{label}”。", "请在表头补上“{label}”一列；列的先后不限。"),
    "duplicate-heading": error("表头“{label}”出现了两次。", "请给其中一列改名，或删去多余的一列。"),
    "merged-cells": error(
        "数据区有合并单元格 {value}，其中只有左上角一格有内容。", "请取消合并，并把每一行填写完整。"
    ),
    "error-value": error("单元格是错误值 {value}。", "请改正公式，或直接填写内容。"),
    "formula-without-result": error(
        "“{label}”是公式，但文件里没有它的结果。", "请用 Excel 打开、重新计算并保存，或直接填写内容。"
    ),
    "required-blank": error("“{label}”没有填写。", "请填写“{label}”；整行作废请把“状态”改为作废或清空整行。"),
    "code-became-date": error(
        "“{label}”应是编码，这里成了日期 {value}。", "请把单元格设为文本格式后重新录入编码。"
    ),
    "not-a-number": error("“{label}”应是数字，现在是“{value}”。", "请只填数字，例如 2 或 0.5。"),
    "out-of-range": error(
        "“{label}”的数值 {value} 不在允许范围内（{low} 到 {high}）。", "请核对后改为范围内的数值。"
    ),
    "not-whole": error("“{label}”应是整数，现在是 {value}。", "请改为整数。"),
    "not-a-date": error("“{label}”应是日期，现在是“{value}”。", "请写成 2014-8-12 或 2014年8月12日。"),
    "impossible-date": error("“{label}”不是存在的日期：“{value}”。", "请核对年、月、日。"),
    "not-a-time": error("“{label}”应是时间，现在是“{value}”。", "请写成 9:30。"),
    "not-yes-no": error("“{label}”只能填是或否，现在是“{value}”。", "请改为是、否，或留空。"),
    "not-a-choice": error("“{label}”没有“{entry}”这一选项。", "请从下拉中选择：{choices}。"),
    "unknown-reference": error(
        "“{label}”中的“{entry}”在“{target}”表里找不到。", "请改为“{target}”表中已有的内容，或先在该表登记。"
    ),
    "unknown-value": reminder(
        "“{label}”中的“{entry}”在“{target}”表里找不到。", "请核对；确有其人其事请先在“{target}”表登记。"
    ),
    "duplicate-key": error(
        "“{label}”重复：{value} 已在第 {first} 行用过。", "请核对两行，删去重复的一行或改正其中一个。"
    ),
    "bad-setting": error("参数“{name}”的取值“{value}”不能用。", "{hint}"),
    "alias-taken": error("部门叫法“{value}”同时属于“{first}”和“{second}”。", "请从其中一个部门的别名中去掉它。"),
}

STANDARDS: dict[str, Entry] = {
    "editions-overlap": error(
        "条款 {value} 有两个版本同时有效（第 {first} 行和本行）。",
        "请在旧版本行填写停用日期，等于新版本的生效日期。",
    ),
    "deduction-over-points": reminder(
        "条款 {item} 的单次扣分 {value} 大于分值 {points}。", "扣分会封顶到分值；请核对单次扣分。"
    ),
    "points-not-100": reminder(
        "部门“{department}”今天有效的分值合计是 {total}，不是 100。",
        "不影响计算（按合计折算）；如非有意，请核对分值。",
    ),
    "no-weight": error("没有一个部门的权重大于 0，无法计算得分。", "请在“部门”表填写权重。"),
    "item-without-department": error("条款 {value} 没有可用的部门。", "请填写主责部门。"),
}

FINDINGS: dict[str, Entry] = {
    "department-not-set-up": error(
        "“{community}”没有设置“{value}”，却登记了它的问题。", "请核对部门，或在“项目部门”表改正。"
    ),
    "department-skipped": error(
        "检查 {inspection} 把“{value}”列为未检部门，却登记了它的问题。",
        "请改正未检部门，或改正本行的部门或检查编号。",
    ),
    "department-confirmed": error(
        "检查 {inspection} 已确认“{value}”全部合格，却登记了它的不合格问题。",
        "请改正检查记录的全部合格部门，或改正本行的部门、结论或检查编号。",
    ),
    "wrong-department": error("条款 {item} 属于“{owner}”，这里填的是“{value}”。", "请改正部门或条款编码。"),
    "item-not-in-force": error(
        "条款 {value} 在 {day} 不在有效期内。", "请改用当日有效的条款，或核对检查标准的生效、停用日期。"
    ),
    "failed-and-not-applicable": error(
        "{day} 条款 {value} 既有不适用又有不合格。", "同一天同一条款只能是其中一种，请改正其中一行。"
    ),
    "red-line-not-allowed": error("条款 {item} 不可判红线。", "请清空红线，或在检查标准中把该项设为可判红线。"),
    "red-line-unconfirmed": reminder("红线没有确认人，暂不生效。", "请由有权的人确认后填写红线确认人。"),
    "red-line-not-scored": reminder(
        "这次检查不计分，红线不影响得分和排名。", "如应计分，请把该次检查的“计分”改为是。"
    ),
    "item-skipped": reminder(
        "检查 {inspection} 把条款 {value} 列为未检，本行不扣分。", "如确已检查，请从未检条款中去掉它。"
    ),
    "item-counted-already": reminder(
        "条款 {value} 每月计一次，{earlier} 已计过，本行不扣分。", "如应每次计分，请在检查标准改频次。"
    ),
    "item-other-shift": reminder(
        "条款 {value} 不适用于当天检查的班次，本行不扣分。", "请核对检查的班次，或条款的班次。"
    ),
    "item-not-applicable-here": reminder(
        "“{community}”把条款 {value} 列为不适用，本行不扣分。", "请核对条款，或在“项目部门”表改正不适用条款。"
    ),
    "adjusted-without-reason": reminder("扣分调整了 {value}，没有写原因。", "请填写调整原因。"),
    "not-applicable-without-reason": reminder("判为不适用，没有写原因。", "请在问题描述中写明为何不适用。"),
    "facts-missing": reminder("没有写问题描述。", "请写明时间、地点、现象；开处罚单、整改单时必须有。"),
    "place-missing": reminder("没有填位置，以后无法判断是否重复。", "请从位置表选择位置。"),
    "place-unknown": reminder(
        "位置“{value}”不在“{community}”的位置表里。", "请改用位置表中的名称，或先登记该位置。"
    ),
    "penalty-without-person": reminder(
        "处置含处罚，但违纪人员表里没有登记人。", "请在“违纪人员”登记工号，否则开不出处罚单。"
    ),
    "person-without-penalty": reminder(
        "登记了违纪人员，但问题 {value} 的处置不含处罚，不会开单。", "需要开单请把处置改为处罚或整改+处罚。"
    ),
}

INSPECTIONS: dict[str, Entry] = {
    "ends-before-start": reminder("结束时间早于开始时间。", "请核对时间；跨零点的夜班可忽略。"),
    "nothing-inspected": reminder("所有部门都列为未检，这次检查没有得分。", "请核对未检部门。"),
    "far-future": error("检查日期 {value} 远在今天（{today}）之后。", "请核对年份。"),
    "in-the-future": reminder("检查日期 {value} 在今天（{today}）之后。", "请核对日期。"),
    "year-without-holidays": reminder(
        "{year} 年的放假安排没有录入“节假日”，工作日按周一至周五推算。",
        "请按国务院办公厅通知补录；补录前的期限仅供参考。",
    ),
    "community-left": reminder("“{value}”已撤管，仍有检查记录。", "请核对项目状态。"),
}

ISSUING: dict[str, Entry] = {
    "community-has-errors": error(
        "“{community}”{month} 还有错误，暂不开单：{value}。", "请先运行校验并改正，再开单。"
    ),
    "no-offender": error(
        "问题 {value} 要处罚，但没有登记违纪人员，没有开单。", "请在“违纪人员”登记工号后再开单。"
    ),
    "no-clause": error(
        "问题 {value} 没有奖惩条款，没有开单。", "请填写奖惩条款编号，或在检查标准填推荐奖惩条款。"
    ),
    "clause-not-binding": error(
        "条款 {value} 在 {day} 尚未公示、生效或已失效，没有开单。",
        "请改引当日有效并已公示的条款，或补全奖惩条款的公示日期、生效日期。",
    ),
    "facts-too-short": error("问题 {value} 的描述不足 10 个字，没有开单。", "请写明时间、地点和具体行为。"),
    "no-proposal": error(
        "问题 {value} 没有建议处理，没有开单。", "请在处罚登记填写建议处理，或在奖惩条款填写首次处理。"
    ),
    "supplier-staff": reminder(
        "{person} 的用工单位是“{employer}”，不是本公司员工，不开处罚单。", "请通过供应商考核处理。"
    ),
    "person-has-left": error("{person} 已于 {left} 离职，没有开单。", "请核对工号。"),
    "person-unnamed": error("工号 {value} 在人员表没有姓名，没有开单。", "请在人员表补全姓名。"),
    "row-has-errors": error(
        "问题 {value} 所依据的“{sheet}”第 {line} 行有错误，没有开单。", "请先按校验结果改正该行，再开单。"
    ),
    "issued-before-act": error(
        "问题 {value} 发生在 {day}，晚于开单日期 {as_of}，没有开单。",
        "请核对检查日期，或用 --as-of 指定正确的开单日期。",
    ),
    "notice-without-basis": reminder(
        "{number} 已经开出，但问题 {value} 现在不再要求开单（可能作废、改了处置或人员）。",
        "请核对；确属开错的，按规定作废该单。",
    ),
    "report-before-turn": reminder(
        "{value}的记录在“{file}”里是全的，这份总表只带来了当时没有了结的，报表里的数字可能不全。",
        "需要全部数字时，请对“{file}”出这份报表。",
    ),
    "cannot-print": error("问题 {value} 的文书排不出来，没有编号：{reason}。", "请缩短或改正该行的内容后再开单。"),
    "money-off": error(
        "处罚登记填了金额 {value}，但参数“启用金额”为否，没有开单。",
        "请清空建议金额；是否启用金额由行政部、法务决定。",
    ),
    "content-changed": reminder(
        "{number} 开出后内容又改了：{fields}。已开的单子保持原样。", "请把内容改回，或作废后重开；不会悄悄改单。"
    ),
}

LOCKING: dict[str, Entry] = {
    "month-closed-to-notices": error(
        "问题 {value} 属于 {month}，该月已定稿锁定，没有开{kind}。",
        "请先用 pinzhi reopen 重新开账，补开后再定稿；不需要开单的，把处置改为仅记录或把问题作废。",
    ),
    "month-locked": error(
        "{month} 已经定稿锁定，不能再录入这个月的检查。",
        "请核对检查日期；确属漏录的，先用 pinzhi reopen 重新开账再录入；只更正扣分的，在“冲正”登记。",
    ),
    "locked-differs": reminder(
        "该月已定稿锁定为 {was}（得分 / 扣分），按现在的记录会是 {now}；锁定的得分和已出的报告不变。",
        "只更正扣分的，请在“冲正”登记；要重算该月的，请用 pinzhi reopen 重新开账。",
    ),
}

CLOSING: dict[str, Entry] = {
    "late-record": reminder(
        "{value}（{day}）是在当月最后一个工作日 {closing} 之后才录入的迟到记录。",
        "该月还没有定稿，会计入得分；请核对日期，并在定稿前告知相关项目。",
    ),
    "locked-new-row": reminder(
        "{month} 已定稿锁定，{value} 是之后加的，没有计入得分。",
        "只更正扣分的，请在“冲正”登记；要计入该月得分的，请用 pinzhi reopen 重新开账。",
    ),
    "locked-row-changed": reminder(
        "{month} 已定稿锁定，{value} 之后改过：锁定时扣分 {was}，按现在的记录会是 {now}；锁定的得分不变。",
        "请改回；只更正扣分的，请在“冲正”登记；要重算该月的，请用 pinzhi reopen 重新开账。",
    ),
    "correction-month-unreadable": error("冲正的月份“{value}”看不懂。", "请写成 2014-08。"),
    "correction-month-open": error(
        "{value} 没有定稿锁定，不能冲正。",
        "请直接改正检查记录或问题登记，再计算扣分；该月是重新开账的，请把本行“状态”改为作废。",
    ),
    "correction-too-early": error(
        "冲正登记日期 {value} 不在 {month} 之后。", "已定稿月份的报告不再改；请填 {month} 以后的日期。"
    ),
    "correction-other-month": error(
        "问题 {value} 是 {day} 的，不属于被冲正的 {month}。", "请核对原问题编号和月份。"
    ),
    "correction-other-place": error(
        "这个问题属于“{owner}”，冲正填的是“{value}”。", "请按问题登记改正项目或部门。"
    ),
    "correction-zero": error("扣分差额是 0，没有可冲正的。", "请填退回（负数）或补扣（正数）的分数。"),
    "correction-too-much": error(
        "退回 {value} 超过了这个问题还剩的扣分 {left}。", "同一问题几次冲正合计，不能比原来扣的还多；请核对。"
    ),
}

PRIVACY: dict[str, Entry] = {
    "personal-number": reminder("“{label}”里像是有身份证号或手机号。", "请删去；文书上会自动遮盖。"),
    "name-in-text": reminder(
        "“{label}”里写了员工全名，周报、月报等传阅的文书上只印“{value}”。",
        "请改写岗位；被处罚的人填在“违纪人员”。",
    ),
    "personal-column": reminder(
        "工作表“{sheet}”加了一栏“{value}”，属于不该放进总表的个人信息。",
        "请删除这一栏：总表只留工号、姓名、部门、岗位和入离职日期，身份证号、手机、住址、工资由人事另行保管。",
    ),
    "past-retention": reminder(
        "有 {count} 行记录已超过保存年限 {years} 年（{limit} 以前，最早 {first}），仍有姓名等个人信息。",
        "请运行 pinzhi archive --before {limit} 脱敏归档；得分和统计不变。",
    ),
}

PLANNING: dict[str, Entry] = {
    "no-weekdays": reminder("“{community}”没有填巡检星期，没有排计划。", "请在“项目”表填写巡检星期，如 一、四。"),
    "plan-withheld": error(
        "“{community}”的资料有错误，没有排计划。", "请先改正列出的错误，再重新排计划；其余项目不受影响。"
    ),
    "plan-merged": reminder(
        "“{community}”{moved_from}的{kind}（{reason}）顺延到{day}，当天已有{other}，两次合并，本次取消。",
        "如仍要单独检查，请在“督导计划”中改日期和状态。",
    ),
    "plan-clash": reminder(
        "“{community}”{day}的{kind}与当天的{other}（{number}）排在同一天。",
        "可以一次做完；要分开请改其中一行的计划日期。",
    ),
    "cancelled-without-reason": reminder(
        "计划 {value} 已取消，没有写取消原因，完成率按未完成计。", "请填写取消原因。"
    ),
    "nothing-planned": reminder(
        "{day}没有排检查，没有生成文书。", "请先排计划（pinzhi plan），或用 --community 指定项目。"
    ),
    "no-posts": reminder(
        "“{community}”没有应签岗位，岗位签署确认表只有空行。", "请在“位置”表把重要岗位标为应签。"
    ),
    "no-items": reminder(
        "“{community}”{day}没有要检查的条款，检查表只有空行。", "请核对检查标准的生效日期和“项目部门”。"
    ),
}

ENTERING: dict[str, Entry] = {
    "form-empty": error("录入单是空的，没有可录入的内容。", "请先填写表头和检查结果，保存后再录入。"),
    "form-label-missing": error(
        "录入单上方没有找到“{label}”。", "请在表头上方补上“{label}：”，值填在它右边一格。"
    ),
    "form-head-blank": error("录入单的“{label}”没有填写。", "请填写“{label}”。"),
    "two-visits": error(
        "“{label}”里有不止一次检查的内容：“{value}”。", "一张录入单只录一次检查；请分开，录完一次再录下一次。"
    ),
    "department-unsettled": error(
        "“{department}”没有确认全部合格，也没有登记问题或未检。",
        "请在该部门第一行的结果填 ✓（检查过、没有问题）或 未检；有问题请填在检查项上。",
    ),
    "entry-without-code": error(
        "没有编码的行只能填部门和 ✓ 或 未检（指整个部门），现在填了“{value}”。",
        "请把问题填到具体的检查项；加的行请填写编码。",
    ),
    "entry-contradicts": error(
        "结果是“{value}”，却填了{fields}。", "确有问题请把结果改为 ×；没有问题请清空这些栏目。"
    ),
    "entry-unmarked": error(
        "填了{fields}，但没有判定结果。", "有问题请在结果填 × 并写问题描述；没有问题请清空这些栏目。"
    ),
    "marks-differ": error(
        "“{item}”有两种不同的结果：“{first}”和“{value}”。", "同一项只能是一种结果，请改正其中一行。"
    ),
    "confirmed-with-finding": error(
        "“{department}”已确认全部合格，{items} 却登记了问题。", "请清空该部门第一行的 ✓，或改正检查项的结果。"
    ),
    "confirmed-with-unvisited": error(
        "“{department}”已确认全部合格，{items} 却是未检。",
        "请清空该部门第一行的 ✓（检查项上的未检已说明情况），或改正检查项的结果。",
    ),
    "unvisited-with-finding": error(
        "“{department}”整个未检，{items} 却填了结果。", "请清空该部门第一行的 未检，或改正检查项的结果。"
    ),
    "entered-already": error(
        "这次检查已经录入过，编号 {number}（项目、检查日期、班次、开始时间相同）。",
        "不用再录；确是另一次检查请填写不同的开始时间；要更正请直接改检查记录和问题登记。",
    ),
    "entered-alike": error(
        "与检查 {number} 的问题完全相同，像是重复录入。",
        "如是重复，请清空录入单；确是另一次检查，请核对日期和问题描述。",
    ),
    "items-not-on-form": reminder(
        "录入单里没有“{department}”当天有效的检查项 {items}，按没有问题处理。",
        "如有问题请加行填写编码；可从新总表复制新的录入单。",
    ),
    "no-place-for-confirmation": reminder(
        "检查记录没有“{label}”一栏，{value} 的全部合格确认没有记下。", "请在检查记录的表头补上“{label}”一栏。"
    ),
    "photo-without-finding": reminder(
        "照片“{value}”的序号没有对应的问题，没有关联。", "请核对照片名中的序号，或在问题登记的照片栏填写。"
    ),
    "photo-doubtful": reminder(
        "照片“{value}”的序号在录入单上有几个问题，没有关联。", "请给加的行编不同的序号，或在问题登记的照片栏填写。"
    ),
    "photo-unnamed": reminder(
        "照片“{value}”的名称看不出序号，没有关联。", "请按“序号-1.jpg”命名，或在问题登记的照片栏填写。"
    ),
}

RECTIFYING: dict[str, Entry] = {
    "rectification-no-owner": error(
        "问题 {value} 的整改没有责任人，整改单没有开（责任人、整改期限、整改目标缺一不可）。",
        "请在整改跟踪填写责任人，或在“项目部门”填写负责人工号，再开单。",
    ),
    "rectification-no-deadline": error(
        "问题 {value} 的整改没有期限，整改单没有开（责任人、整改期限、整改目标缺一不可）。",
        "请在整改跟踪填写整改期限，再开单。",
    ),
    "rectification-no-target": error(
        "问题 {value} 的整改没有目标，整改单没有开（责任人、整改期限、整改目标缺一不可）。",
        "请在整改跟踪填写整改目标，或在检查标准填写默认整改目标，再开单。",
    ),
    "rectification-no-facts": error("问题 {value} 没有问题描述，整改单没有开。", "请写明时间、地点、现象。"),
    "rectification-late": reminder(
        "问题 {value} 的整改期限 {due} 早于整改单的签发日期。",
        "请尽量在检查当天开单；要放宽请改整改期限或填延期。",
    ),
    "not-to-be-rectified": reminder(
        "问题 {value} 的处置不含整改，不会开整改单。", "需要整改请把处置改为整改或整改+处罚。"
    ),
    "outcome-without-day": error("有复查结论，没有复查日期。", "请填写复查日期。"),
    "outcome-without-person": reminder("有复查结论，没有复查人。", "请填写复查人。"),
    "day-without-outcome": reminder(
        "有复查日期，没有复查结论。", "请填写复查结论：整改完成、二次整改或扣分关闭。"
    ),
    "passed-but-not-done": error("复查结论是整改完成，没有完成日期。", "请填写完成日期，或改正复查结论。"),
    "reviewed-before-done": error("复查日期早于完成日期 {done}。", "请核对两个日期。"),
    "again-without-deadline": error("复查结论是二次整改，没有二次期限，二次整改通知开不出。", "请填写二次期限。"),
    "second-deadline-too-early": error("二次期限 {value} 早于{limit_label} {limit}。", "请核对二次期限。"),
    "extension-not-later": error("延期至 {value} 不晚于整改期限 {due}。", "请核对延期至；不延期请清空。"),
    "extension-not-approved": error(
        "填了延期至，没有延期批准，不能算延期。", "请填写批准人；没有批准请清空延期至。"
    ),
    "approval-without-extension": reminder("填了延期批准，没有延期至。", "请填写延期至，或清空延期批准。"),
    "done-before-found": error("完成日期 {value} 早于检查日期 {day}。", "请核对完成日期。"),
    "done-before-issued": reminder(
        "完成日期 {value} 早于签发日期 {issued_on}。", "整改单开出前已改好的可忽略；否则请核对。"
    ),
    "done-in-future": reminder("完成日期 {value} 在今天（{today}）之后，暂不算完成。", "请核对完成日期。"),
    "deadline-before-found": error("整改期限 {value} 早于检查日期 {day}。", "请核对整改期限。"),
    "all-but-done": reminder("进度已是 100，没有完成日期。", "请填写完成日期。"),
    "done-but-not-all": reminder("有完成日期，进度只有 {value}。", "请核对进度和完成日期。"),
}

REPORTING: dict[str, Entry] = {
    "report-withheld": error(
        "“{community}”{month} 还有 {count} 处错误，没有出报告：{value}。",
        "请先运行校验并改正，再出报告；其余项目照出。",
    ),
    "nothing-to-report": reminder(
        "{period} 没有可报告的检查，没有出文书。", "请核对日期或月份，以及检查记录是否已录入。"
    ),
}

HANDING: dict[str, Entry] = {
    "handover-unregistered": error(
        "处罚编号 {value} 不在“发文登记”中，没有移交。", "编号只能由程序给出；请核对这一行，再运行一次开单。"
    ),
    "handover-content-changed": error(
        "{number} 开出后内容又改了：{fields}。纸上与表上不一致，没有移交。",
        "请把内容改回；确要改的，用 pinzhi reissue --correct（签收前）或 --void-and-replace 重开，再移交一次。",
    ),
    "decision-overdue": reminder(
        "处罚单 {value} 于 {day} 移交（批次 {batch}），已 {days} 天，行政部尚未核定。", "请催行政部填回移交清单。"
    ),
    "delivery-overdue": reminder(
        "处罚单 {value} 于 {day} 开出，已 {days} 天，尚未送达。", "请送达当事人，填写送达方式和签收日期。"
    ),
    "not-scored-for-handover": reminder(
        "{month} 还没有得分，绩效考核清单不含部门扣分。", "请先运行计算扣分，再移交一次。"
    ),
    "reply-unknown-number": error(
        "总表的“处罚登记”里没有处罚单 {value}。", "请核对编号；清单里的编号和行请不要改动、增加。"
    ),
    "reply-void": error("处罚单 {value} 已作废，不能核定。", "请清空这一行的核定栏；有新单号的请核定新单。"),
    "reply-other-batch": error(
        "处罚单 {value} 属于批次 {other}，这份清单是批次 {batch}。", "请在批次 {other} 的清单里核定这张单。"
    ),
    "reply-not-handed": error(
        "处罚单 {value} 没有移交批次，这份清单是批次 {batch}。", "移交已撤回的，请重新移交，用新清单核定。"
    ),
    "reply-row-faulty": error(
        "处罚单 {value} 在“处罚登记”第 {row} 行有错误：{reason}。", "请先校验并改正总表，再接收一次。"
    ),
    "reply-without-decision": error(
        "处罚单 {number} 填了核定栏，没有核定结果。", "请填 同意、变更 或 撤销；还没有定的请清空这一行的核定栏。"
    ),
    "reply-incomplete": error("处罚单 {number} 有核定结果，没有{label}。", "请填写{label}。"),
    "reply-before-issue": error("核定日期 {value} 早于开单日期 {day}。", "请核对核定日期。"),
    "reply-in-future": error("核定日期 {value} 在今天（{day}）之后。", "请核对核定日期。"),
    "reply-money-off": error(
        "参数“启用金额”为否，不能核定金额 {value}。", "请清空核定金额；确要启用请由行政部、法务按当地规定决定。"
    ),
    "reply-agreed-otherwise": error(
        "核定结果是同意，{label} {value} 却与建议（{proposed}）不同。",
        "改了数值请把核定结果填为变更；没有改请清空{label}。",
    ),
    "reply-proposal-changed": error(
        "清单第 {place} 行同意的是处罚单 {number} 的{label}“{seen}”，“{sheet}”{address} 现在是“{present}”。",
        "行政部没有见过改后的建议，不能记为同意：请把总表改回；确要改的，先用 pinzhi reissue 重开，"
        "移走旧清单再移交一次，按新清单核定。",
    ),
    "reply-revoked-with-figure": error(
        "核定结果是撤销，却填了{label} {value}。", "撤销请清空{label}；要扣请把核定结果改为变更。"
    ),
    "reply-changed-without-figure": error(
        "处罚单 {number} 的核定结果是变更，没有填核定扣分。", "请填写变更后的核定扣分（不扣分填 0）。"
    ),
    "reply-not-delivered": error(
        "清单第 {place} 行的处罚单 {number} 还没有送达，不能核定；现在可以：{legal}。",
        "请先送达，在“处罚登记”填写送达方式和签收日期，再接收一次；送达之前请清空这一行的核定栏。",
    ),
    "reply-before-delivery": error(
        "清单第 {place} 行的处罚单 {number}，核定日期 {value} 早于签收日期 {day}。",
        "请核对两个日期；先送达，后核定。",
    ),
    "reply-under-appeal": error(
        "清单第 {place} 行的处罚单 {number} 有没有结论的申诉，不能核定；现在可以：{legal}。",
        "请先在“申诉”填写结论和告知日期，再接收一次；有结论之前请清空这一行的核定栏。",
    ),
    "reply-revoked-on-appeal": error(
        "清单第 {place} 行的处罚单 {number} 申诉后已撤销，不能核定为“{value}”；现在可以：{legal}。",
        "请把核定结果改为撤销，或清空这一行的核定栏。",
    ),
    "reply-executes": error(
        "接收清单第 {place} 行后，“处罚登记”第 {row} 行已填的执行月份 {month} 仍走错一步：{reason}。",
        "请先清空该行的执行月份，再接收一次；可以执行时再填。",
    ),
    "reply-over-the-cap": error(
        "清单第 {place} 行的处罚单 {number}，核定金额 {value} 超过 {person} {month} 的剩余额度："
        "当月上限 {cap}，还可扣 {left}。",
        "请由行政部把核定结果改为变更、核定金额改为不超过 {left}，或只扣绩效分。",
    ),
    "reply-conflict": error(
        "处罚单 {number} 的{label}，清单是“{value}”，总表“{sheet}”{address} 已是“{present}”。",
        "已核定的不能用清单改；请核对哪个对，清单填错请改清单，总表要改请先改总表。",
    ),
}

BLANKS: dict[str, Entry] = {
    "blank-void": error(
        "空白单 {value} 已作废，不能回录。", "请改填实际用的那张空白单的编号；没有用空白单的请清空。"
    ),
    "blank-used": error("空白单 {value} 已经用于问题 {finding}。", "一张空白单只能用一次；请核对纸面编号。"),
    "blank-twice": error("空白单 {value} 写了两次。", "每人一张空白单；请核对纸面编号。"),
    "blanks-not-people": error(
        "空白单号有 {blanks} 个，违纪人员有 {people} 人。", "请按违纪人员的先后每人写一张空白单的编号，用、分隔。"
    ),
    "no-place-for-blanks": error(
        "工作表“违纪人员”没有“{label}”一列，空白单 {value} 无处可记。",
        "请在“违纪人员”表头末尾补上“{label}”一列后再录入。",
    ),
}

PENALISING: dict[str, Entry] = {
    "region-forbids-fines": error(
        "“{region}”规章制度不得规定罚款，不能填金额 {money}，没有开单。",
        "请清空金额，改用绩效扣分、警告或培训。",
    ),
    "region-unchecked": error(
        "地区“{region}”的扣减规定没有核对，只能扣绩效分，不能填金额 {money}，没有开单。",
        "请清空金额；确要启用，请由行政部、法务在“工资扣减规则”核对本地区的规定（填核对人、核对日期），并填写参数“地区”。",
    ),
    "money-without-consultation": error(
        "奖惩条款 {clause} 没有违纪日之前的民主程序日期，不能据此填金额 {value}，没有开单。",
        "请清空金额，或由行政部补全民主程序日期（劳动合同法第4条）。",
    ),
    "penalised-already": error(
        "{person} {day} 在同一地点的同一行为已按条款 {clause} 开单（{first}），问题 {value} 不再开单。",
        "一事不再罚：重复录入的请作废一条；确是另一行为请核对位置和条款。",
    ),
    "over-the-cap": error(
        "{person} {month} 的金额 {value} 超过剩余额度：当月上限 {cap}，还可扣 {left}。",
        "请把金额改为不超过 {left}，或只扣绩效分（按《工资支付暂行规定》第16条对赔偿扣款的限制参照执行）。",
    ),
    "cap-unknown": reminder(
        "工号 {value} 当月的扣减上限未知，金额 {money} 未校核，单据上印“金额待行政部核定”。",
        "请行政部在“扣减上限”填写当月可扣的上限（可用 pinzhi cap 计算；工资不要填进总表）。",
    ),
    "executed-without-cap": error(
        "{number} 有金额 {money}，当月的扣减上限未知，不能执行；现在可以：{legal}。",
        "请先由行政部在“扣减上限”填写上限，再填执行月份。",
    ),
    "cap-month-unreadable": error("工资所属月“{value}”看不懂。", "请写成 2014-08。"),
    "proposal-too-heavy": reminder(
        "建议处理“{value}”对“{severity}”的问题偏重。", "请核对过罚是否相当；处理应与违纪的严重程度相称。"
    ),
    "dismissal-referred": reminder(
        "建议处理“{value}”涉及解除劳动关系，单据上只印“移交行政部”。",
        "请移交行政部按法定程序处理，本程序不出解除文书。",
    ),
    "money-enabled": reminder(
        "已启用金额：企业对员工罚款缺乏法律依据且各地口径不同，单据上的金额仅为处理建议。",
        "须由行政部结合已经民主程序制定并公示的制度核定；不用金额请把“启用金额”改为否。",
    ),
    "region-unknown": reminder(
        "参数“地区”填的“{value}”在“工资扣减规则”没有违纪的规定，按未核对处理，只扣绩效分。",
        "请核对写法，或由行政部、法务补充本地区的规定。",
    ),
    "clause-not-consulted": reminder(
        "奖惩条款 {value} 没有民主程序日期，发生争议时难以作为依据，也不能据此填金额。",
        "请补填职代会或全体职工讨论、与工会或职工代表平等协商的日期（劳动合同法第4条）。",
    ),
    "clause-fines": reminder(
        "地区“{region}”规章制度不得规定罚款，奖惩条款 {clause} 写了金额 {value}。",
        "请清空金额，并与法务核对制度条文。",
    ),
    "number-twice": error(
        "处罚编号 {value} 已在第 {first} 行用过。",
        "一个编号只能是一份处罚单；请核对，清空误填的一行编号后重新开单。",
    ),
    "deadline-year-unknown": reminder(
        "{label}涉及 {year} 年，该年放假安排没有录入“节假日”，期限按周一至周五推算，仅供参考。",
        "请按国务院办公厅通知补录；补录前开出的单据会印“未核节假日”。",
    ),
}

PENALTY_STEPS: dict[str, Entry] = {
    "decided-before-delivery": error(
        "{number} 还没有送达就填了核定；现在可以：{legal}。", "请先送达并填写送达方式和签收日期，再由行政部核定。"
    ),
    "decision-without-result": error(
        "{number} 填了{label}，没有核定结果。", "请填写核定结果：同意、变更或撤销；还没有定的请清空核定栏。"
    ),
    "decision-unsigned": error("{number} 有核定结果，没有{label}。", "请行政部补填{label}。"),
    "executed-before-decision": error(
        "{number} 还没有核定就填了执行月份；现在可以：{legal}。", "请清空执行月份，核定以后再填。"
    ),
    "executed-in-appeal-period": error(
        "{number} 的申诉期到 {day} 为止，期内不能执行；现在可以：{legal}。", "请清空执行月份，申诉期满再填。"
    ),
    "executed-under-appeal": error(
        "{number} 有没有结论的申诉，不能执行；现在可以：{legal}。", "请先填写申诉结论和告知日期，再填执行月份。"
    ),
    "executed-though-revoked": error(
        "{number} 已经撤销，不能执行；现在可以：{legal}。", "请清空执行月份；已经扣的请行政部退回。"
    ),
    "executed-though-changed": error(
        "{number} 申诉后变更，还是申诉前的核定，不能执行；现在可以：{legal}。",
        "请先清空执行月份；行政部按申诉结论重新填写核定结果、核定扣分和核定日期，再填执行月份。",
    ),
    "executed-before-act": error(
        "{number} 的执行月份 {value} 早于违纪当月 {month}；现在可以：{legal}。",
        "请改为违纪当月或以后的工资所属月。",
    ),
    "payroll-month-unreadable": error("执行月份“{value}”看不懂。", "请写成 2014-09。"),
    "refused-without-day": error(
        "{number} 填了拒签，没有签收日期，申诉期无从起算。", "请在签收日期填拒签当天的日期。"
    ),
    "refused-without-witnesses": error(
        "{number} 拒签须有两名不同的见证人；现在可以：{legal}。", "请补全见证人1、见证人2，两人不得相同。"
    ),
    "witness-is-inspector": error("检查人 {value} 不能作拒签的见证人。", "请改由检查人以外的两人见证。"),
    "witness-is-person": error("当事人 {value} 不能作自己拒签的见证人。", "请改由检查人、当事人以外的两人见证。"),
    "received-in-future": error("签收日期 {value} 在今天（{today}）之后，不算送达。", "请核对签收日期。"),
    "handler-is-inspector": error("检查人 {value} 不能受理对自己开出的处罚单的申诉。", "请改由其他人受理。"),
    "appeal-unknown-number": error("“处罚登记”里没有处罚单 {value}。", "请核对处罚编号。"),
    "appeal-too-late": reminder(
        "申诉日期 {value} 在申诉期限（{day}）之后。", "请行政部决定是否受理，并填写结论；有结论以前不能执行。"
    ),
    "appeal-not-told": reminder("申诉已有结论，没有告知日期。", "请把结论告知当事人，并填写告知日期。"),
}

CATALOGUE: dict[str, Entry] = {
    **APPRAISAL,
    **BLANKS,
    **READING,
    **STANDARDS,
    **FINDINGS,
    **INSPECTIONS,
    **ENTERING,
    **ISSUING,
    **RECTIFYING,
    **LOCKING,
    **CLOSING,
    **PRIVACY,
    **PLANNING,
    **REPORTING,
    **HANDING,
    **PENALISING,
    **PENALTY_STEPS,
    **assignments.PROBLEMS,
    **seminar.PROBLEMS,
    **TRAINING,
    **COMMENDATIONS,
    **SURVEY,
    **SPECIAL,
    **SERVICE,
    **SAFETY,
    **SUPPLYING,
    **ACCEPTING,
}


def make_problem(code: str, cell: Cell, *, label: str = "", value: str = "", **facts: object) -> Problem:
    """A problem of the catalogue at `cell`; KeyError when the code or a fact is missing."""
    entry = CATALOGUE[code]
    words = {"label": label, "value": value, **facts}
    return Problem(entry.level, code, cell, label, value, entry.message.format(**words), entry.fix.format(**words))


MARKS = {Level.ERROR: "●", Level.REMINDER: "▲"}
LINE = "{mark} {sheet} {cell} {label}：{message}{fix}"


def problem_line(problem: Problem) -> str:
    """A problem in one line: where it is, what is wrong, what to do."""
    return LINE.format(
        mark=MARKS[problem.level],
        sheet=problem.cell.sheet,
        cell=problem.cell.address,
        label=problem.label,
        message=problem.message,
        fix=problem.fix,
    )
