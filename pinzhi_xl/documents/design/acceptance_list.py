"""交付验收遗留问题清单: documents, shared parts, equipment, defects by class, and three parties' signatures."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    labelled,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)

if TYPE_CHECKING:
    from docx.document import Document

TESTS = (
    ("序号", "{{ row.no }}", 11),
    ("日期", "{{ row.day }}", 21),
    ("部位或设备", "{{ row.place }}", 32),
    ("测试内容", "{{ row.item }}", 40),
    ("标准要求", "{{ row.formula }}", 34),
    ("测试记录", "{{ row.reason }}", 30),
    ("结果", "{{ row.result }}", 14),
)
DEFECTS = (
    ("编号", "{{ row.number }}", 27),
    ("类别", "{{ row.kind }}", 15),
    ("部位", "{{ row.place }}", 22),
    ("问题", "{{ row.facts }}", 34),
    ("整改要求", "{{ row.reason }}", 27),
    ("责任单位", "{{ row.unit }}", 20),
    ("到期日", "{{ row.due }}", 22),
    ("状态", "{{ row.state }}", 15),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("交付验收遗留问题清单", "{{ community }}　{{ day }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "编制日期", "{{ day }}"),
        ("验收日期", "{{ accepted_on }}", "交付日期", "{{ delivered_on }}"),
        ("建设单位", "{{ developer }}", "施工单位", "{{ builder }}"),
        ("业主代表", "{{ owners }}", "查验单位", "{{ company }}"),
    )
    heading(document, "一、概况")
    sentences(document, "sentences")
    _documents(document)
    heading(document, "三、共用部位查验")
    listing(document, "parts", TESTS, "没有登记。")
    heading(document, "四、共用设备测试")
    listing(document, "equipment", TESTS, "没有登记。")
    heading(document, "五、遗留问题 A 类（结构安全、消防隐患，立即整改）")
    listing(document, "class_a", DEFECTS)
    heading(document, "六、遗留问题 B 类（限期整改）")
    listing(document, "class_b", DEFECTS)
    heading(document, "七、遗留问题 C 类（后续优化）")
    listing(document, "class_c", DEFECTS)
    _closed(document)
    _opinions(document)
    heading(document, "十、三方确认")
    signatures(document, "建设单位", "施工单位", "业主代表", "{{ issuer }}", height=14)
    note(document, "签字各方确认以上资料、测试和遗留问题属实；责任单位按到期日整改，整改后书面报请复验。")
    return finished(close(document))


def _documents(document: "Document") -> None:
    heading(document, "二、资料移交")
    listing(
        document,
        "documents",
        (
            ("序号", "{{ row.no }}", 11),
            ("资料名称", "{{ row.name }}", 64),
            ("类别", "{{ row.kind }}", 24),
            ("应有", "{{ row.expected }}", 13),
            ("已交", "{{ row.received }}", 13),
            ("移交日期", "{{ row.day }}", 37),
            ("情况", "{{ row.state }}", 20),
        ),
        "没有登记。",
    )


def _closed(document: "Document") -> None:
    heading(document, "八、已关闭的问题")
    listing(
        document,
        "closed",
        (
            ("编号", "{{ row.number }}", 28),
            ("分级", "{{ row.severity }}", 12),
            ("部位", "{{ row.place }}", 32),
            ("问题", "{{ row.facts }}", 58),
            ("整改完成", "{{ row.done }}", 26),
            ("复验合格", "{{ row.rechecked }}", 26),
        ),
    )


def _opinions(document: "Document") -> None:
    heading(document, "九、前期设计评审意见")
    listing(
        document,
        "opinions",
        (
            ("序号", "{{ row.no }}", 11),
            ("阶段", "{{ row.stage }}", 20),
            ("图纸", "{{ row.name }}", 34),
            ("评审意见", "{{ row.facts }}", 55),
            ("回复", "{{ row.reason }}", 42),
            ("采纳情况", "{{ row.state }}", 20),
        ),
        "没有登记。",
    )
