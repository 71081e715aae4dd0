"""安全设备月报 and 演练记录: hidden dangers first, the serious ones before all others."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
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
from pinzhi_xl.wording import safety as words

if TYPE_CHECKING:
    from docx.document import Document

DANGERS = (
    ("等级", "{{ row.level }}", 10),
    ("编号", "{{ row.number }}", 24),
    ("项目", "{{ row.community }}", 16),
    ("部位", "{{ row.place }}", 19),
    ("隐患", "{{ row.facts }}", 32),
    ("临时措施", "{{ row.interim }}", 24),
    ("责任人", "{{ row.owner }}", 11),
    ("期限", "{{ row.due }}", 20),
    ("逾期天数", "{{ row.overdue }}", 11),
    ("状态", "{{ row.state }}", 15),
)


def build_monthly() -> bytes:
    """The template of the monthly report as a .docx file."""
    document = report_document(words.MONTHLY, "{{ subject }}　{{ month }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("范围", "{{ subject }}", "月份", "{{ month }}"),
        ("编制部门", "{{ issuer }}", "情况截至", "{{ day }}"),
    )
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("未消除隐患", "{{ open_total }}"),
        ("其中重大", "{{ serious_total }}"),
        ("其中逾期", "{{ overdue_total }}"),
        ("本月新发现", "{{ found_total }}"),
        ("本月消除", "{{ removed_total }}"),
    )
    key_figures(
        document,
        (words.FAILURE_RATE, "{{ failure_rate }}"),
        (words.INTACT_RATE, "{{ intact_rate }}"),
        (words.REPAIR_RATE, "{{ repair_rate }}"),
        (words.UPKEEP_RATE, "{{ upkeep_rate }}"),
        (words.COMPLETE_RATE, "{{ complete_rate }}"),
        (words.ACCURATE_RATE, "{{ accurate_rate }}"),
    )
    sentences(document, "sentences")
    heading(document, "二、隐患台账（重大在前，期限按自然日）")
    listing(document, "dangers", DANGERS, "没有未消除的隐患，本月也没有新发现。")
    _equipment(document)
    _drills(document)
    signatures(document, "编制", "部门负责人")
    return finished(close(document))


def _equipment(document: "Document") -> None:
    heading(document, "三、设备完好与保养")
    listing(
        document,
        "kinds",
        (
            ("类别", "{{ row.name }}", 28),
            ("台数", "{{ row.units }}", 15),
            ("完好", "{{ row.intact }}", 15),
            ("故障", "{{ row.failed }}", 15),
            ("停用", "{{ row.stopped }}", 15),
            ("完好率", "{{ row.share }}", 20),
            ("本月故障台次", "{{ row.failures }}", 20),
            ("计划保养", "{{ row.planned }}", 17),
            ("已保养", "{{ row.done }}", 17),
            ("执行率", "{{ row.executed }}", 20),
        ),
        "没有登记设备。",
    )
    note(
        document,
        f"{words.FAILURE_RATE}＝{words.FAILURE_RATE_FORMULA}；{words.INTACT_RATE}＝{words.INTACT_RATE_FORMULA}；"
        f"{words.REPAIR_RATE}＝{words.REPAIR_RATE_FORMULA}；{words.UPKEEP_RATE}＝{words.UPKEEP_RATE_FORMULA}；"
        f"{words.COMPLETE_RATE}＝{words.COMPLETE_RATE_FORMULA}；{words.ACCURATE_RATE}＝"
        f"{words.ACCURATE_RATE_FORMULA}；没有分母的记“—”。",
    )
    heading(document, "四、检验有效期已过或即将到期")
    listing(
        document,
        "certificates",
        (
            ("项目", "{{ row.community }}", 24),
            ("设备编号", "{{ row.code }}", 24),
            ("名称", "{{ row.name }}", 40),
            ("类别", "{{ row.kind }}", 16),
            ("有效期至", "{{ row.until }}", 24),
            ("还剩", "{{ row.left }}", 24),
            ("维保单位", "{{ row.contractor }}", 30),
        ),
        "没有。",
    )
    heading(document, "五、到期未做的保养")
    listing(
        document,
        "late",
        (
            ("项目", "{{ row.community }}", 24),
            ("设备", "{{ row.name }}", 36),
            ("保养项", "{{ row.item }}", 42),
            ("周期", "{{ row.cycle }}", 14),
            ("计划日期", "{{ row.due }}", 20),
            ("逾期天数", "{{ row.overdue }}", 14),
            ("备注", "{{ row.reason }}", 32),
        ),
        "没有。",
    )
    heading(document, "六、本月故障")
    listing(
        document,
        "failures",
        (
            ("项目", "{{ row.community }}", 22),
            ("设备", "{{ row.name }}", 34),
            ("发生", "{{ row.when }}", 24),
            ("到场", "{{ row.arrived }}", 14),
            ("修复", "{{ row.repaired }}", 24),
            ("停机小时", "{{ row.hours }}", 14),
            ("原因", "{{ row.reason }}", 34),
            ("状态", "{{ row.state }}", 16),
        ),
        "没有。",
    )


def _drills(document: "Document") -> None:
    heading(document, "七、应急演练")
    listing(
        document,
        "drills",
        (
            ("项目", "{{ row.community }}", 22),
            ("预案", "{{ row.plan }}", 20),
            ("计划", "{{ row.planned }}", 20),
            ("实施", "{{ row.held }}", 20),
            ("参加", "{{ row.people }}", 12),
            ("业主", "{{ row.owners }}", 12),
            ("评估", "{{ row.verdict }}", 18),
            ("问题与改进", "{{ row.reason }}", 40),
            ("状态", "{{ row.state }}", 18),
        ),
        "本月没有演练计划，也没有演练。",
    )
    text(document, "本年各预案演练进度：")
    listing(
        document,
        "year",
        (
            ("项目", "{{ row.community }}", 26),
            ("已演练", "{{ row.done }}", 20),
            ("已演练的预案", "{{ row.name }}", 52),
            ("已排计划", "{{ row.facts }}", 42),
            ("既未演练也未排计划", "{{ row.reason }}", 42),
        ),
    )
    text(document, "")


def build_record() -> bytes:
    """The template of the record of one drill as a .docx file."""
    document = report_document("演练记录", "{{ number }}　{{ community }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("编号", "{{ number }}", "项目", "{{ community }}"),
        ("预案", "{{ plan }}", "状态", "{{ state }}"),
        ("演练内容", "{{ subject }}"),
        ("计划日期", "{{ planned }}", "实施日期", "{{ held }}"),
        ("组织人", "{{ organiser }}", "用时", "{{ minutes }}"),
        ("参加人数", "{{ participants }}", "业主参加", "{{ owners }}"),
        ("预案抽问", "{{ asked }}"),
        ("评估", "{{ verdict }}", "编制部门", "{{ issuer }}"),
    )
    heading(document, "一、问题与改进")
    text(document, "{{ lessons }}")
    heading(document, "二、演练中发现的隐患")
    listing(document, "dangers", DANGERS, "未随演练登记隐患。")
    heading(document, "三、签字")
    signatures(document, "组织人", "参加部门代表", "业主代表", "品质部门")
    return finished(close(document))
