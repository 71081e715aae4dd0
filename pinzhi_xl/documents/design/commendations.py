"""表彰通报: the circular of a month's commendations, A4 upright (A08, J09)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    Column,
    close,
    heading,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("表彰通报{% if draft %}（{{ draft }}）{% endif %}", "{{ month }}　{{ draft }}")
    note(document, "{{ month }}　　编制：{{ issuer }}　　统计日：{{ as_of }}")
    heading(document, "一、总体情况")
    sentences(document, "sentences")
    heading(document, "二、先进集体")
    listing(document, "teams", _columns("集体"))
    heading(document, "三、先进个人")
    listing(document, "people", _columns("姓名"))
    note(document, "{{ names_note }}")
    signatures(document, "编制", "部门负责人", "审核", "签发")
    return finished(close(document))


def _columns(who: str) -> tuple[Column, ...]:
    return (
        ("序号", "{{ row.no }}", 10),
        ("日期", "{{ row.day }}", 19),
        (who, "{{ row.who }}", 22),
        ("项目", "{{ row.community }}", 25),
        ("部门", "{{ row.department }}", 22),
        ("事由", "{{ row.facts }}", 40),
        ("依据", "{{ row.reason }}", 26),
        ("形式", "{{ row.awards }}", 18),
    )
