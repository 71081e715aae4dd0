"""月度评估与排名通报: the circular to all communities."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
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
    document = report_document(
        "月度评估与排名通报{% if draft %}（{{ draft }}）{% endif %}", "{{ month }}　{{ draft }}"
    )
    note(document, "{{ month }}　　编制：{{ issuer }}　　统计日：{{ as_of }}")
    heading(document, "一、总体情况")
    sentences(document, "sentences")
    heading(document, "二、排名")
    listing(
        document,
        "ranking",
        (
            ("排名", "{{ row.rank }}", 11),
            ("名次变动", "{{ row.rank_change }}", 14),
            ("项目", "{{ row.name }}", 35),
            ("得分", "{{ row.score }}", 14),
            ("等级", "{{ row.grade }}", 12),
            ("较上月", "{{ row.change }}", 15),
            ("检查日", "{{ row.days }}", 13),
            ("扣分", "{{ row.deduction }}", 14),
            ("红线", "{{ row.red_lines }}", 12),
            ("整改及时率", "{{ row.on_time }}", 15),
            ("重复率", "{{ row.repeats }}", 14),
            ("未检率", "{{ row.unvisited }}", 13),
        ),
        "本月没有项目参加排名。",
    )
    note(document, "同分依次比较红线少、及时率高、重复率低、检查日多；仍相同的并列。有红线的排在没有红线的之后。")
    heading(document, "三、不参加排名的项目")
    listing(
        document,
        "unranked",
        (
            ("项目", "{{ row.name }}", 52),
            ("检查日", "{{ row.days }}", 20),
            ("得分", "{{ row.score }}", 20),
            ("原因", "{{ row.reason }}", 90),
        ),
    )
    heading(document, "四、红线问题")
    listing(
        document,
        "red_lines",
        (
            ("序号", "{{ row.no }}", 12),
            ("项目", "{{ row.community }}", 28),
            ("日期", "{{ row.day }}", 18),
            ("部门", "{{ row.department }}", 22),
            ("位置", "{{ row.place }}", 28),
            ("问题", "{{ row.facts }}", 48),
            ("条款", "{{ row.item }}", 26),
        ),
    )
    note(document, "本通报不列员工全名。")
    signatures(document, "编制", "部门负责人", "审核", "签发")
    return finished(close(document))
