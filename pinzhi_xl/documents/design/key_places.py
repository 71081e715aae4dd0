"""重点部位巡查情况: every key place of the company's communities in a month (B02)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    key_figures,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("重点部位巡查情况", "{{ month }}")
    note(document, "{{ month }}　　编制：{{ issuer }}　　统计日：{{ as_of }}")
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("重点位置", "{{ places_total }}"),
        ("当月到过", "{{ seen_total }}"),
        ("重点覆盖率", "{{ rate }}"),
    )
    sentences(document, "sentences")
    listing(
        document,
        "communities",
        (
            ("项目", "{{ row.name }}", 40),
            ("重点位置", "{{ row.places }}", 22),
            ("当月到过", "{{ row.seen }}", 22),
            ("覆盖率", "{{ row.rate }}", 22),
            ("没有到过", "{{ row.missing }}", 76),
        ),
    )
    heading(document, "二、各重点位置")
    listing(
        document,
        "places",
        (
            ("项目", "{{ row.community }}", 32),
            ("位置", "{{ row.place }}", 44),
            ("重点巡查", "{{ row.patrols }}", 21),
            ("检查发现", "{{ row.findings }}", 21),
            ("岗位签署", "{{ row.signatures }}", 21),
            ("到过天数", "{{ row.days }}", 21),
            ("最近一次", "{{ row.last }}", 22),
        ),
    )
    heading(document, "三、巡查情况摘录")
    listing(
        document,
        "remarks",
        (
            ("序号", "{{ row.no }}", 11),
            ("日期", "{{ row.day }}", 20),
            ("项目", "{{ row.community }}", 28),
            ("位置", "{{ row.place }}", 34),
            ("巡查人", "{{ row.inspector }}", 19),
            ("情况", "{{ row.facts }}", 70),
        ),
        "“重点巡查”没有写情况的记录。",
    )
    note(document, "到过＝当月在该位置有重点巡查、问题登记或岗位签署之一；重点位置在“位置”表标记。")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))
