"""The catalogue of problems: code → level, sentence, and what to do. Facts are filled in by name."""

from typing import NamedTuple

from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Level, Problem


class Entry(NamedTuple):
    """One kind of problem; `message` and `fix` may use {label}, {value} and the facts of the finder."""

    level: Level
    message: str
    fix: str


def _error(message: str, fix: str) -> Entry:
    return Entry(Level.ERROR, message, fix)


def _reminder(message: str, fix: str) -> Entry:
    return Entry(Level.REMINDER, message, fix)


READING: dict[str, Entry] = {
    "missing-sheet": _error("缺少工作表“{sheet}”。", "请从新总表复制该表，或改回原来的表名。"),
    "missing-column": _error("缺少栏目“{label}”。", "请在表头补上“{label}”一列；列的先后不限。"),
    "duplicate-heading": _error("表头“{label}”出现了两次。", "请给其中一列改名，或删去多余的一列。"),
    "merged-cells": _error(
        "数据区有合并单元格 {value}，其中只有左上角一格有内容。", "请取消合并，并把每一行填写完整。"
    ),
    "error-value": _error("单元格是错误值 {value}。", "请改正公式，或直接填写内容。"),
    "formula-without-result": _error(
        "“{label}”是公式，但文件里没有它的结果。", "请用 Excel 打开、重新计算并保存，或直接填写内容。"
    ),
    "required-blank": _error("“{label}”没有填写。", "请填写“{label}”；整行作废请把“状态”改为作废或清空整行。"),
    "code-became-date": _error(
        "“{label}”应是编码，这里成了日期 {value}。", "请把单元格设为文本格式后重新录入编码。"
    ),
    "not-a-number": _error("“{label}”应是数字，现在是“{value}”。", "请只填数字，例如 2 或 0.5。"),
    "out-of-range": _error(
        "“{label}”的数值 {value} 不在允许范围内（{low} 到 {high}）。", "请核对后改为范围内的数值。"
    ),
    "not-whole": _error("“{label}”应是整数，现在是 {value}。", "请改为整数。"),
    "not-a-date": _error("“{label}”应是日期，现在是“{value}”。", "请写成 2014-8-12 或 2014年8月12日。"),
    "impossible-date": _error("“{label}”不是存在的日期：“{value}”。", "请核对年、月、日。"),
    "not-a-time": _error("“{label}”应是时间，现在是“{value}”。", "请写成 9:30。"),
    "not-yes-no": _error("“{label}”只能填是或否，现在是“{value}”。", "请改为是、否，或留空。"),
    "not-a-choice": _error("“{label}”没有“{entry}”这一选项。", "请从下拉中选择：{choices}。"),
    "unknown-reference": _error(
        "“{label}”中的“{entry}”在“{target}”表里找不到。", "请改为“{target}”表中已有的内容，或先在该表登记。"
    ),
    "unknown-value": _reminder(
        "“{label}”中的“{entry}”在“{target}”表里找不到。", "请核对；确有其人其事请先在“{target}”表登记。"
    ),
    "duplicate-key": _error(
        "“{label}”重复：{value} 已在第 {first} 行用过。", "请核对两行，删去重复的一行或改正其中一个。"
    ),
    "bad-setting": _error("参数“{name}”的取值“{value}”不能用。", "{hint}"),
    "alias-taken": _error("部门叫法“{value}”同时属于“{first}”和“{second}”。", "请从其中一个部门的别名中去掉它。"),
}

STANDARDS: dict[str, Entry] = {
    "editions-overlap": _error(
        "条款 {value} 有两个版本同时有效（第 {first} 行和本行）。",
        "请在旧版本行填写停用日期，等于新版本的生效日期。",
    ),
    "deduction-over-points": _reminder(
        "条款 {item} 的单次扣分 {value} 大于分值 {points}。", "扣分会封顶到分值；请核对单次扣分。"
    ),
    "points-not-100": _reminder(
        "部门“{department}”今天有效的分值合计是 {total}，不是 100。",
        "不影响计算（按合计折算）；如非有意，请核对分值。",
    ),
    "no-weight": _error("没有一个部门的权重大于 0，无法计算得分。", "请在“部门”表填写权重。"),
    "item-without-department": _error("条款 {value} 没有可用的部门。", "请填写主责部门。"),
}

FINDINGS: dict[str, Entry] = {
    "department-not-set-up": _error(
        "“{community}”没有设置“{value}”，却登记了它的问题。", "请核对部门，或在“项目部门”表改正。"
    ),
    "department-skipped": _error(
        "检查 {inspection} 把“{value}”列为未检部门，却登记了它的问题。",
        "请改正未检部门，或改正本行的部门或检查编号。",
    ),
    "department-confirmed": _error(
        "检查 {inspection} 已确认“{value}”全部合格，却登记了它的不合格问题。",
        "请改正检查记录的全部合格部门，或改正本行的部门、结论或检查编号。",
    ),
    "wrong-department": _error("条款 {item} 属于“{owner}”，这里填的是“{value}”。", "请改正部门或条款编码。"),
    "item-not-in-force": _error(
        "条款 {value} 在 {day} 不在有效期内。", "请改用当日有效的条款，或核对检查标准的生效、停用日期。"
    ),
    "failed-and-not-applicable": _error(
        "{day} 条款 {value} 既有不适用又有不合格。", "同一天同一条款只能是其中一种，请改正其中一行。"
    ),
    "red-line-not-allowed": _error("条款 {item} 不可判红线。", "请清空红线，或在检查标准中把该项设为可判红线。"),
    "red-line-unconfirmed": _reminder("红线没有确认人，暂不生效。", "请由有权的人确认后填写红线确认人。"),
    "red-line-not-scored": _reminder(
        "这次检查不计分，红线不影响得分和排名。", "如应计分，请把该次检查的“计分”改为是。"
    ),
    "item-skipped": _reminder(
        "检查 {inspection} 把条款 {value} 列为未检，本行不扣分。", "如确已检查，请从未检条款中去掉它。"
    ),
    "item-counted-already": _reminder(
        "条款 {value} 每月计一次，{earlier} 已计过，本行不扣分。", "如应每次计分，请在检查标准改频次。"
    ),
    "item-other-shift": _reminder(
        "条款 {value} 不适用于当天检查的班次，本行不扣分。", "请核对检查的班次，或条款的班次。"
    ),
    "item-not-applicable-here": _reminder(
        "“{community}”把条款 {value} 列为不适用，本行不扣分。", "请核对条款，或在“项目部门”表改正不适用条款。"
    ),
    "adjusted-without-reason": _reminder("扣分调整了 {value}，没有写原因。", "请填写调整原因。"),
    "not-applicable-without-reason": _reminder("判为不适用，没有写原因。", "请在问题描述中写明为何不适用。"),
    "facts-missing": _reminder("没有写问题描述。", "请写明时间、地点、现象；开处罚单、整改单时必须有。"),
    "place-missing": _reminder("没有填位置，以后无法判断是否重复。", "请从位置表选择位置。"),
    "place-unknown": _reminder(
        "位置“{value}”不在“{community}”的位置表里。", "请改用位置表中的名称，或先登记该位置。"
    ),
    "personal-number": _reminder("“{label}”里像是有身份证号或手机号。", "请删去；文书上会自动遮盖。"),
    "penalty-without-person": _reminder(
        "处置含处罚，但违纪人员表里没有登记人。", "请在“违纪人员”登记工号，否则开不出处罚单。"
    ),
    "person-without-penalty": _reminder(
        "登记了违纪人员，但问题 {value} 的处置不含处罚，不会开单。", "需要开单请把处置改为处罚或整改+处罚。"
    ),
}

INSPECTIONS: dict[str, Entry] = {
    "ends-before-start": _reminder("结束时间早于开始时间。", "请核对时间；跨零点的夜班可忽略。"),
    "nothing-inspected": _reminder("所有部门都列为未检，这次检查没有得分。", "请核对未检部门。"),
    "far-future": _error("检查日期 {value} 远在今天（{today}）之后。", "请核对年份。"),
    "in-the-future": _reminder("检查日期 {value} 在今天（{today}）之后。", "请核对日期。"),
    "year-without-holidays": _reminder(
        "{year} 年的放假安排没有录入“节假日”，工作日按周一至周五推算。",
        "请按国务院办公厅通知补录；补录前的期限仅供参考。",
    ),
    "community-left": _reminder("“{value}”已撤管，仍有检查记录。", "请核对项目状态。"),
}

ISSUING: dict[str, Entry] = {
    "community-has-errors": _error(
        "“{community}”{month} 还有错误，暂不开单：{value}。", "请先运行校验并改正，再开单。"
    ),
    "no-offender": _error(
        "问题 {value} 要处罚，但没有登记违纪人员，没有开单。", "请在“违纪人员”登记工号后再开单。"
    ),
    "no-clause": _error(
        "问题 {value} 没有奖惩条款，没有开单。", "请填写奖惩条款编号，或在检查标准填推荐奖惩条款。"
    ),
    "clause-not-binding": _error(
        "条款 {value} 在 {day} 尚未公示、生效或已失效，没有开单。",
        "请改引当日有效并已公示的条款，或补全奖惩条款的公示日期、生效日期。",
    ),
    "facts-too-short": _error("问题 {value} 的描述不足 10 个字，没有开单。", "请写明时间、地点和具体行为。"),
    "no-proposal": _error(
        "问题 {value} 没有建议处理，没有开单。", "请在处罚登记填写建议处理，或在奖惩条款填写首次处理。"
    ),
    "supplier-staff": _reminder(
        "{person} 的用工单位是“{employer}”，不是本公司员工，不开处罚单。", "请通过供应商考核处理。"
    ),
    "person-has-left": _error("{person} 已于 {left} 离职，没有开单。", "请核对工号。"),
    "person-unnamed": _error("工号 {value} 在人员表没有姓名，没有开单。", "请在人员表补全姓名。"),
    "row-has-errors": _error(
        "问题 {value} 所依据的“{sheet}”第 {line} 行有错误，没有开单。", "请先按校验结果改正该行，再开单。"
    ),
    "issued-before-act": _error(
        "问题 {value} 发生在 {day}，晚于开单日期 {as_of}，没有开单。",
        "请核对检查日期，或用 --as-of 指定正确的开单日期。",
    ),
    "notice-without-basis": _reminder(
        "{number} 已经开出，但问题 {value} 现在不再要求开单（可能作废、改了处置或人员）。",
        "请核对；确属开错的，按规定作废该单。",
    ),
    "cannot-print": _error(
        "问题 {value} 的文书排不出来，没有编号：{reason}。", "请缩短或改正该行的内容后再开单。"
    ),
    "money-off": _error(
        "处罚登记填了金额 {value}，但参数“启用金额”为否，没有开单。",
        "请清空建议金额；是否启用金额由行政部、法务决定。",
    ),
    "content-changed": _reminder(
        "{number} 开出后内容又改了：{fields}。已开的单子保持原样。", "请把内容改回，或作废后重开；不会悄悄改单。"
    ),
}

LOCKING: dict[str, Entry] = {
    "month-locked": _error(
        "{month} 已经定稿锁定，不能再录入这个月的检查。", "请核对检查日期；确属漏录的，请按规定走更正手续。"
    ),
    "locked-differs": _reminder(
        "该月已定稿锁定为 {was}（得分 / 扣分），按现在的记录会是 {now}；锁定的得分和已出的报告不变。",
        "如确需更正，请按规定走更正手续；不要改已锁定月份的记录。",
    ),
}

PLANNING: dict[str, Entry] = {
    "no-weekdays": _reminder("“{community}”没有填巡检星期，没有排计划。", "请在“项目”表填写巡检星期，如 一、四。"),
    "plan-withheld": _error(
        "“{community}”的资料有错误，没有排计划。", "请先改正列出的错误，再重新排计划；其余项目不受影响。"
    ),
    "plan-merged": _reminder(
        "“{community}”{moved_from}的{kind}（{reason}）顺延到{day}，当天已有{other}，两次合并，本次取消。",
        "如仍要单独检查，请在“督导计划”中改日期和状态。",
    ),
    "plan-clash": _reminder(
        "“{community}”{day}的{kind}与当天的{other}（{number}）排在同一天。",
        "可以一次做完；要分开请改其中一行的计划日期。",
    ),
    "cancelled-without-reason": _reminder(
        "计划 {value} 已取消，没有写取消原因，完成率按未完成计。", "请填写取消原因。"
    ),
    "nothing-planned": _reminder(
        "{day}没有排检查，没有生成文书。", "请先排计划（pinzhi plan），或用 --community 指定项目。"
    ),
    "no-posts": _reminder(
        "“{community}”没有应签岗位，岗位签署确认表只有空行。", "请在“位置”表把重要岗位标为应签。"
    ),
    "no-items": _reminder(
        "“{community}”{day}没有要检查的条款，检查表只有空行。", "请核对检查标准的生效日期和“项目部门”。"
    ),
}

ENTERING: dict[str, Entry] = {
    "form-empty": _error("录入单是空的，没有可录入的内容。", "请先填写表头和检查结果，保存后再录入。"),
    "form-label-missing": _error(
        "录入单上方没有找到“{label}”。", "请在表头上方补上“{label}：”，值填在它右边一格。"
    ),
    "form-head-blank": _error("录入单的“{label}”没有填写。", "请填写“{label}”。"),
    "two-visits": _error(
        "“{label}”里有不止一次检查的内容：“{value}”。", "一张录入单只录一次检查；请分开，录完一次再录下一次。"
    ),
    "department-unsettled": _error(
        "“{department}”没有确认全部合格，也没有登记问题或未检。",
        "请在该部门第一行的结果填 ✓（检查过、没有问题）或 未检；有问题请填在检查项上。",
    ),
    "entry-without-code": _error(
        "没有编码的行只能填部门和 ✓ 或 未检（指整个部门），现在填了“{value}”。",
        "请把问题填到具体的检查项；加的行请填写编码。",
    ),
    "entry-contradicts": _error(
        "结果是“{value}”，却填了{fields}。", "确有问题请把结果改为 ×；没有问题请清空这些栏目。"
    ),
    "entry-unmarked": _error(
        "填了{fields}，但没有判定结果。", "有问题请在结果填 × 并写问题描述；没有问题请清空这些栏目。"
    ),
    "marks-differ": _error(
        "“{item}”有两种不同的结果：“{first}”和“{value}”。", "同一项只能是一种结果，请改正其中一行。"
    ),
    "confirmed-with-finding": _error(
        "“{department}”已确认全部合格，{items} 却登记了问题。", "请清空该部门第一行的 ✓，或改正检查项的结果。"
    ),
    "confirmed-with-unvisited": _error(
        "“{department}”已确认全部合格，{items} 却是未检。",
        "请清空该部门第一行的 ✓（检查项上的未检已说明情况），或改正检查项的结果。",
    ),
    "unvisited-with-finding": _error(
        "“{department}”整个未检，{items} 却填了结果。", "请清空该部门第一行的 未检，或改正检查项的结果。"
    ),
    "entered-already": _error(
        "这次检查已经录入过，编号 {number}（项目、检查日期、班次、开始时间相同）。",
        "不用再录；确是另一次检查请填写不同的开始时间；要更正请直接改检查记录和问题登记。",
    ),
    "entered-alike": _error(
        "与检查 {number} 的问题完全相同，像是重复录入。",
        "如是重复，请清空录入单；确是另一次检查，请核对日期和问题描述。",
    ),
    "items-not-on-form": _reminder(
        "录入单里没有“{department}”当天有效的检查项 {items}，按没有问题处理。",
        "如有问题请加行填写编码；可从新总表复制新的录入单。",
    ),
    "no-place-for-confirmation": _reminder(
        "检查记录没有“{label}”一栏，{value} 的全部合格确认没有记下。", "请在检查记录的表头补上“{label}”一栏。"
    ),
    "photo-without-finding": _reminder(
        "照片“{value}”的序号没有对应的问题，没有关联。", "请核对照片名中的序号，或在问题登记的照片栏填写。"
    ),
    "photo-doubtful": _reminder(
        "照片“{value}”的序号在录入单上有几个问题，没有关联。", "请给加的行编不同的序号，或在问题登记的照片栏填写。"
    ),
    "photo-unnamed": _reminder(
        "照片“{value}”的名称看不出序号，没有关联。", "请按“序号-1.jpg”命名，或在问题登记的照片栏填写。"
    ),
}

RECTIFYING: dict[str, Entry] = {
    "rectification-no-owner": _error(
        "问题 {value} 的整改没有责任人，整改单没有开（责任人、整改期限、整改目标缺一不可）。",
        "请在整改跟踪填写责任人，或在“项目部门”填写负责人工号，再开单。",
    ),
    "rectification-no-deadline": _error(
        "问题 {value} 的整改没有期限，整改单没有开（责任人、整改期限、整改目标缺一不可）。",
        "请在整改跟踪填写整改期限，再开单。",
    ),
    "rectification-no-target": _error(
        "问题 {value} 的整改没有目标，整改单没有开（责任人、整改期限、整改目标缺一不可）。",
        "请在整改跟踪填写整改目标，或在检查标准填写默认整改目标，再开单。",
    ),
    "rectification-no-facts": _error("问题 {value} 没有问题描述，整改单没有开。", "请写明时间、地点、现象。"),
    "rectification-late": _reminder(
        "问题 {value} 的整改期限 {due} 早于整改单的签发日期。",
        "请尽量在检查当天开单；要放宽请改整改期限或填延期。",
    ),
    "not-to-be-rectified": _reminder(
        "问题 {value} 的处置不含整改，不会开整改单。", "需要整改请把处置改为整改或整改+处罚。"
    ),
    "outcome-without-day": _error("有复查结论，没有复查日期。", "请填写复查日期。"),
    "outcome-without-person": _reminder("有复查结论，没有复查人。", "请填写复查人。"),
    "day-without-outcome": _reminder(
        "有复查日期，没有复查结论。", "请填写复查结论：整改完成、二次整改或扣分关闭。"
    ),
    "passed-but-not-done": _error("复查结论是整改完成，没有完成日期。", "请填写完成日期，或改正复查结论。"),
    "reviewed-before-done": _error("复查日期早于完成日期 {done}。", "请核对两个日期。"),
    "again-without-deadline": _error("复查结论是二次整改，没有二次期限，二次整改通知开不出。", "请填写二次期限。"),
    "second-deadline-too-early": _error("二次期限 {value} 早于{limit_label} {limit}。", "请核对二次期限。"),
    "extension-not-later": _error("延期至 {value} 不晚于整改期限 {due}。", "请核对延期至；不延期请清空。"),
    "extension-not-approved": _error(
        "填了延期至，没有延期批准，不能算延期。", "请填写批准人；没有批准请清空延期至。"
    ),
    "approval-without-extension": _reminder("填了延期批准，没有延期至。", "请填写延期至，或清空延期批准。"),
    "done-before-found": _error("完成日期 {value} 早于检查日期 {day}。", "请核对完成日期。"),
    "done-before-issued": _reminder(
        "完成日期 {value} 早于签发日期 {issued_on}。", "整改单开出前已改好的可忽略；否则请核对。"
    ),
    "done-in-future": _reminder("完成日期 {value} 在今天（{today}）之后，暂不算完成。", "请核对完成日期。"),
    "deadline-before-found": _error("整改期限 {value} 早于检查日期 {day}。", "请核对整改期限。"),
    "all-but-done": _reminder("进度已是 100，没有完成日期。", "请填写完成日期。"),
    "done-but-not-all": _reminder("有完成日期，进度只有 {value}。", "请核对进度和完成日期。"),
}

REPORTING: dict[str, Entry] = {
    "report-withheld": _error(
        "“{community}”{month} 还有 {count} 处错误，没有出报告：{value}。",
        "请先运行校验并改正，再出报告；其余项目照出。",
    ),
    "nothing-to-report": _reminder(
        "{period} 没有可报告的检查，没有出文书。", "请核对日期或月份，以及检查记录是否已录入。"
    ),
}

CATALOGUE: dict[str, Entry] = {
    **READING,
    **STANDARDS,
    **FINDINGS,
    **INSPECTIONS,
    **ENTERING,
    **ISSUING,
    **RECTIFYING,
    **LOCKING,
    **PLANNING,
    **REPORTING,
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
