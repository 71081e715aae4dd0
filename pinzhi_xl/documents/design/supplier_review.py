"""供应商月度考核表: a matter of the service contract, signed by both parties; no penalty of anybody."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, line, put
from pinzhi_xl.documents.design.report_form import (
    WIDTH,
    close,
    heading,
    key_figures,
    labelled,
    listing,
    note,
    report_document,
    sentences,
    signatures,
    text,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document(
        "供应商月度考核表{% if draft %}（{{ draft }}）{% endif %}", "{{ supplier }}　{{ community }}　{{ month }}"
    )
    labelled(
        document,
        (26, 65, 26, 65),
        ("供应商", "{{ supplier }}", "月份", "{{ month }}"),
        ("项目", "{{ community }}", "服务类别", "{{ service }}"),
        ("承接部门", "{{ departments }}", "合同依据", "{{ contract }}"),
    )
    line(document, "", "Report Note")
    key_figures(
        document,
        ("得分", "{{ score }}"),
        ("等级", "{{ grade }}"),
        ("扣分合计", "{{ deducted }}"),
        ("加分", "{{ bonus }}"),
        ("扣款比例", "{{ held_rate }}"),
    )
    note(document, "{{ basis }}")
    heading(document, "一、各项考核")
    listing(
        document,
        "aspects",
        (
            ("考核项", "{{ row.aspect }}", 32),
            ("分值", "{{ row.points }}", 20),
            ("扣分", "{{ row.deduction }}", 20),
            ("依据", "{{ row.reason }}", 110),
        ),
    )
    heading(document, "二、扣分加分说明")
    text(document, "　　{{ explanation }}")
    heading(document, "三、结算")
    sentences(document, "settlement")
    heading(document, "四、当月检查发现的问题")
    listing(
        document,
        "findings",
        (
            ("序号", "{{ row.no }}", 11),
            ("日期", "{{ row.day }}", 19),
            ("部门", "{{ row.department }}", 20),
            ("条款", "{{ row.item }}", 30),
            ("位置", "{{ row.place }}", 27),
            ("问题", "{{ row.facts }}", 62),
            ("扣分", "{{ row.deduction }}", 13),
        ),
        "当月计分检查没有发现问题。",
    )
    heading(document, "五、供应商人员的问题（不开处罚单，由供应商处理后书面回复）")
    listing(
        document,
        "offences",
        (
            ("序号", "{{ row.no }}", 11),
            ("日期", "{{ row.day }}", 19),
            ("问题编号", "{{ row.finding }}", 30),
            ("人员", "{{ row.who }}", 16),
            ("岗位", "{{ row.post }}", 24),
            ("事实", "{{ row.facts }}", 82),
        ),
    )
    heading(document, "六、双方确认")
    form = Form(document, (0, WIDTH))
    (cell,) = form.row(0, WIDTH, height=16)
    put(
        cell,
        "供应商意见：□ 确认以上考核和结算。　　□ 有异议，理由如下（可另附材料）：",
        "Report Text",
        next_row=True,
    )
    line(document, "", "Report Note")
    signatures(document, "考核人", "{{ issuer }}负责人", "供应商签字", "供应商盖章", height=14)
    return finished(close(document))
