"""岗位签署情况: which posts signed on a day, which did not, and the coverage, A4 upright (Z60)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import line
from pinzhi_xl.documents.design.report_form import (
    close,
    conditional,
    labelled,
    listing,
    note,
    report_document,
    signatures,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("岗位签署情况", "{{ community }}　{{ date }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "日期", "{{ date }}　{{ weekday }}"),
        ("签署覆盖率", "{{ coverage }}", "编制部门", "{{ issuer }}"),
    )
    note(document, "签署覆盖率＝已签 ÷ 应签；应签岗位见“位置”表，同一岗位有一个班次签署即计已签，缺岗不计。")
    listing(
        document,
        "posts",
        (
            ("序号", "{{ row.no }}", 12),
            ("岗位", "{{ row.name }}", 60),
            ("班次", "{{ row.shift }}", 22),
            ("当值人", "{{ row.person }}", 28),
            ("签署时间", "{{ row.signed_at }}", 30),
            ("在岗状态", "{{ row.presence }}", 30),
        ),
    )
    conditional(document, "posts_missing", "{{ posts_missing }}")
    line(document, "", "Report Note")
    signatures(document, "品质专员", "项目负责人")
    return finished(close(document))
