"""年度考核报告: A4 upright, the year on a few pages."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    labelled,
    lines_for,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)

YEAR = (
    ("全年平均", "{{ row.mean }}", 18),
    ("等级", "{{ row.grade }}", 12),
    ("上半年", "{{ row.first }}", 16),
    ("下半年", "{{ row.second }}", 16),
    ("变化", "{{ row.change }}", 16),
    ("最好月份", "{{ row.best }}", 24),
    ("最低月份", "{{ row.worst }}", 24),
)
SURVEYS = (
    ("项目", "{{ row.name }}", 62),
    ("上半年满意度得分", "{{ row.first }}", 40),
    ("下半年满意度得分", "{{ row.second }}", 40),
    ("变化", "{{ row.change }}", 40),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("年度考核报告", "{{ year }}")
    labelled(document, (26, 65, 26, 65), ("年度", "{{ year }}", "编制部门", "{{ issuer }}"))
    heading(document, "一、概述")
    sentences(document, "sentences")
    heading(document, "二、各项目全年")
    ends = (("月数", "{{ row.months }}", 10), ("红线", "{{ row.red }}", 10))
    first = (("名次", "{{ row.rank }}", 10), ("项目", "{{ row.name }}", 26))
    listing(document, "communities", (*first, *YEAR, *ends))
    note(document, "各月得分：")
    listing(
        document,
        "monthly",
        (
            ("项目", "{{ row.name }}", 28),
            *((f"{number}月", f"{{{{ row.m{number} }}}}", 11.7) for number in range(1, 13)),
            ("平均", "{{ row.mean }}", 13.6),
        ),
    )
    heading(document, "三、各部门全年（各项目平均）")
    listing(document, "departments", (("部门", "{{ row.name }}", 46), *YEAR, ("月数", "{{ row.months }}", 10)))
    heading(document, "四、问题、处罚与表彰")
    listing(
        document,
        "records",
        (
            ("项目", "{{ row.name }}", 62),
            ("问题数", "{{ row.findings }}", 40),
            ("处罚登记", "{{ row.penalties }}", 40),
            ("表彰奖励", "{{ row.commendations }}", 40),
        ),
    )
    heading(document, "五、满意度（每半年一次）")
    listing(document, "surveys", SURVEYS, "没有满意度调查数据，未计入。")
    heading(document, "六、指标与目标")
    listing(
        document,
        "indicators",
        (
            ("指标", "{{ row.name }}", 40),
            ("全年", "{{ row.value }}", 24),
            ("目标", "{{ row.target }}", 20),
            ("达标", "{{ row.met }}", 16),
            ("公式", "{{ row.formula }}", 82),
        ),
    )
    heading(document, "七、品质管理部自评")
    listing(
        document,
        "own",
        (("指标", "{{ row.name }}", 50), ("全年", "{{ row.value }}", 32), ("公式", "{{ row.formula }}", 100)),
    )
    heading(document, "八、总结与不足（手工填写）")
    lines_for(document, 3)
    heading(document, "九、{{ next_year }}品质目标与计划")
    listing(
        document,
        "targets",
        (
            ("指标", "{{ row.name }}", 40),
            ("范围", "{{ row.community }}", 28),
            ("目标值", "{{ row.value }}", 20),
            ("责任部门", "{{ row.owner }}", 30),
            ("措施", "{{ row.reason }}", 64),
        ),
        "“目标”里还没有下一年的目标：运行 pinzhi review --year 起草后填写措施。",
    )
    note(document, "全年平均为各月得分的算术平均；上、下半年同。有红线的项目全年不评优。“—”表示没有数据。")
    signatures(document, "编制", "品质管理部", "总经理")
    return finished(close(document))
