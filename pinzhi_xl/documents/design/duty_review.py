"""项目品质值班评估记录: the day under four heads, prefilled, to be signed."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, line, put
from pinzhi_xl.documents.design.report_form import (
    close,
    conditional,
    heading,
    labelled,
    lines_for,
    note,
    report_document,
    shaded,
    signatures,
)

_EDGES = (0, 30, 60, 76, 182)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("项目品质值班评估记录", "{{ community }}　{{ date }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "日期", "{{ date }}　{{ weekday }}"),
        ("时段", "{{ session }}", "天气", "{{ weather }}"),
        ("品质专员", "{{ inspector }}", "编制部门", "{{ issuer }}"),
    )
    heading(document, "一、评估")
    form = Form(document, _EDGES)
    for cell, words in zip(form.row(*_EDGES, height=8), ("内容", "部门", "评价", "情况"), strict=True):
        put(cell, words, "Cell Head", next_row=True)
        shaded(cell)
    form.condition("for row in heads")
    cells = form.row(*_EDGES, height=24)
    for cell, words in zip(cells, ("name", "departments", "grade", "situation"), strict=True):
        put(cell, f"{{{{ row.{words} }}}}", "Cell Text" if words in ("situation", "name") else "Cell Figure")
    form.condition("endfor")
    heading(document, "二、当日合计")
    labelled(
        document,
        (30, 61, 30, 61),
        ("当日问题数", "{{ findings_total }} 个，{{ places_total }} 处", "岗位签署覆盖率", "{{ coverage }}"),
        ("处罚单号", "{{ penalty_numbers }}"),
        ("整改单号", "{{ rectification_numbers }}"),
        ("当日综合评价", "{{ overall }}"),
    )
    conditional(document, "posts_missing", "{{ posts_missing }}")
    note(
        document,
        "评价按当日部门得分和等级下限预填，情况按问题登记预填；“值班评估”表里填写的优先。"
        "岗位签署覆盖率＝已签 ÷ 应签。",
    )
    heading(document, "三、补充说明（手工填写）")
    lines_for(document, 3)
    line(document, "", "Report Note")
    signatures(document, "品质专员", "项目负责人")
    return finished(close(document))
