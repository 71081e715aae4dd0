"""培训签到表 to be signed at a session, 培训记录与评估表 afterwards, A4 upright (A12, Z41, Z51)."""

from itertools import accumulate
from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, line, put, spaced
from pinzhi_xl.documents.design.report_form import (
    close,
    conditional,
    heading,
    labelled,
    listing,
    note,
    repeats,
    report_document,
    sentences,
    shaded,
    signatures,
    text,
)

if TYPE_CHECKING:
    from docx.document import Document

_FORM = (26, 65, 26, 65)
_SIGNING = (
    ("序号", 11),
    ("工号", 20),
    ("姓名", 24),
    ("部门、岗位", 45),
    ("签名", 34),
    ("签到时间", 24),
    ("备注", 24),
)


def build_sign_in() -> bytes:
    """The template 培训签到表 as a .docx file."""
    document = report_document("培训签到表", "{{ number }}　{{ theme }}")
    labelled(
        document,
        _FORM,
        ("主题", "{{ theme }}", "培训编号", "{{ number }}"),
        ("项目", "{{ community }}", "部门", "{{ department }}"),
        ("日期", "{{ day }}", "课时", "{{ hours }}"),
        ("讲师", "{{ lecturer }}", "应训人数", "{{ expected }}"),
        ("考核要求", "{{ depth }}", "必选主题", "{{ mandatory }}"),
    )
    note(document, "{{ internal }}")
    _signing_table(document)
    how = "由本人签名并写到达时间，不得代签；表中没有的人签在空行。会后按本表在“培训记录”填签到日期，没来的留空。"
    note(document, how)
    said = "应训 {{ expected }}，实到 ______ 人；开始 ____ 时 ____ 分，结束 ____ 时 ____ 分。"
    spaced(line(document, said, "Report Text"), 6).paragraph_format.keep_with_next = True
    line(document, "", "Report Note").paragraph_format.keep_with_next = True
    signatures(document, "讲师", "组织人")
    return finished(close(document))


def _signing_table(document: "Document") -> None:
    """A line for everybody expected, high enough to sign, and empty ones."""
    edges = [0.0, *(float(edge) for edge in accumulate(width for _, width in _SIGNING))]
    form = Form(document, edges)
    heads = form.row(*edges, height=8)
    repeats(heads[0])
    for cell, (head, _) in zip(heads, _SIGNING, strict=True):
        put(cell, head, "Cell Head", next_row=True)
        shaded(cell)
    form.condition("for row in people")
    texts = ("{{ row.no }}", "{{ row.employee }}", "{{ row.person }}", "{{ row.name }}", "", "", "")
    for cell, words in zip(form.row(*edges, height=10), texts, strict=True):
        put(cell, words, "Cell Text" if "row.name" in words else "Cell Figure")
    form.condition("endfor")
    form.condition("for blank in blank_rows")
    cells = form.row(*edges, height=10)
    put(cells[0], "{{ blank.no }}", "Cell Figure")
    form.condition("endfor")


def build_record() -> bytes:
    """The template 培训记录与评估表 as a .docx file."""
    document = report_document("培训记录与评估表", "{{ number }}　{{ theme }}")
    heading(document, "一、培训计划")
    labelled(
        document,
        _FORM,
        ("主题", "{{ theme }}", "培训编号", "{{ number }}"),
        ("项目", "{{ community }}", "部门", "{{ department }}"),
        ("对象", "{{ audience }}", "应训人数", "{{ expected }}"),
        ("日期", "{{ day }}", "课时", "{{ hours }}"),
        ("讲师", "{{ lecturer }}", "考核要求", "{{ depth }}"),
        ("必选主题", "{{ mandatory }}", "合格标准", "{{ pass_mark }}"),
    )
    heading(document, "二、参训与考核结果")
    sentences(document, "sentences")
    listing(
        document,
        "people",
        (
            ("序号", "{{ row.no }}", 10),
            ("工号", "{{ row.employee }}", 18),
            ("姓名", "{{ row.who }}", 14),
            ("岗位", "{{ row.post }}", 23),
            ("签到", "{{ row.signed }}", 20),
            ("考核方式", "{{ row.way }}", 17),
            ("考核日期", "{{ row.examined }}", 20),
            ("成绩", "{{ row.score }}", 12),
            ("补考", "{{ row.second }}", 12),
            ("结果", "{{ row.result }}", 16),
            ("备注", "{{ row.reason }}", 20),
        ),
        "没有登记参训人员。",
    )
    heading(document, "三、三级评估")
    listing(
        document,
        "levels",
        (
            ("层级", "{{ row.level }}", 30),
            ("看什么", "{{ row.name }}", 72),
            ("权重", "{{ row.weight }}", 20),
            ("得分", "{{ row.score }}", 20),
            ("说明", "{{ row.remark }}", 40),
        ),
    )
    said = "综合评估：{{ overall }}（各级得分按权重加权平均，缺的一级剔除后折算）。{{ not_counted }}"
    spaced(line(document, said, "Report Text"), 4)
    conditional(document, "opinion", "评估意见：{{ opinion }}")
    heading(document, "四、培训抽查")
    text(document, "{{ checked }}")
    listing(
        document,
        "checks",
        (
            ("日期", "{{ row.day }}", 20),
            ("工号", "{{ row.employee }}", 18),
            ("姓名", "{{ row.who }}", 14),
            ("方式", "{{ row.way }}", 16),
            ("题目", "{{ row.facts }}", 58),
            ("结果", "{{ row.result }}", 16),
            ("后续", "{{ row.reason }}", 40),
        ),
        "—",
    )
    note(document, "个人只印工号和姓；全名见存档的签到表原件。评估人：{{ evaluator }}")
    signatures(document, "讲师", "组织人", "评估人", "{{ issuer }}负责人")
    return finished(close(document))
