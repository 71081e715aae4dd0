"""整改复查单: the outcome of a day's re-inspections, signed by both sides."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import close, labelled, listing, note, report_document, signatures

ROWS = (
    ("整改单", "{{ row.number }}", 24),
    ("部门", "{{ row.department }}", 14),
    ("条款", "{{ row.item }}", 20),
    ("问题", "{{ row.facts }}", 30),
    ("整改措施", "{{ row.reason }}", 24),
    ("责任人", "{{ row.owner }}", 11),
    ("期限", "{{ row.due }}", 12),
    ("完成", "{{ row.done }}", 12),
    ("复查结论", "{{ row.outcome }}", 13),
    ("效果", "{{ row.effect }}", 11),
    ("二次期限", "{{ row.second }}", 11),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("整改复查单", "{{ community }}　{{ date }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "复查日期", "{{ date }}　{{ weekday }}"),
        ("复查人", "{{ inspectors }}", "编制部门", "{{ issuer }}"),
        (
            "合计",
            "{{ total }} 项：整改完成 {{ passed }}，二次整改 {{ again }}，扣分关闭 {{ closed }}；"
            "一次复查合格率 {{ first_pass }}",
        ),
    )
    note(document, "结论为二次整改的，由责任部门在二次期限前重新整改；效果评估见“整改跟踪”。")
    listing(document, "reviews", ROWS)
    signatures(document, "复查人", "责任部门", "项目经理", "品质管理部")
    return finished(close(document))
