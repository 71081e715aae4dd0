"""违纪分类汇总表 for 行政部 and 绩效考核清单 for 绩效考核处, A4 upright, with lines to sign."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import line, tag
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    labelled,
    listing,
    note,
    report_document,
    signatures,
)

if TYPE_CHECKING:
    from docx.document import Document


def build_summary() -> bytes:
    """The template 违纪分类汇总表 as a .docx file."""
    document = report_document(
        "违纪分类汇总表{% if late %}（{{ late }}）{% endif %}", "{{ month }}　批次 {{ batch }}"
    )
    labelled(
        document,
        (26, 65, 26, 65),
        ("月份", "{{ month }}", "移交批次", "{{ batch }}{% if late %}（{{ late }}）{% endif %}"),
        ("移交部门", "{{ issuer }}", "接收部门", "行政部"),
        ("本批", "{{ count }} 份，建议扣 {{ points }} 分", "本月累计", "{{ month_count }} 份"),
    )
    note(document, "{{ internal }}各单均为处罚建议，经行政部核定后执行；核定结果请填在同名的 Excel 清单里交回。")
    heading(document, "一、分类汇总")
    listing(
        document,
        "summary",
        (
            ("部门", "{{ row.department }}", 32),
            ("违纪类型", "{{ row.name }}", 44),
            ("次数", "{{ row.count }}", 15),
            ("建议扣分", "{{ row.points }}", 19),
            ("处罚编号", "{{ row.numbers }}", 72),
        ),
    )
    line(document, "合计：{{ count }} 份，建议扣 {{ points }} 分。", "Report Text")
    heading(document, "二、处罚单清单")
    listing(
        document,
        "notices",
        (
            ("序号", "{{ row.no }}", 10),
            ("处罚编号", "{{ row.number }}", 31),
            ("部门", "{{ row.department }}", 22),
            ("当事人", "{{ row.person }}", 17),
            ("违纪事实", "{{ row.facts }}", 46),
            ("违纪类型（条款）", "{{ row.name }}", 24),
            ("建议", "{{ row.proposal }}", 20),
            ("说明", "{{ row.remark }}", 12),
        ),
    )
    heading(document, "三、移交签字")
    signatures(document, "移交人", "接收人")
    return finished(close(document))


def build_assessment() -> bytes:
    """The template 绩效考核清单 as a .docx file."""
    document = report_document("绩效考核清单", "{{ month }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("月份", "{{ month }}", "统计日", "{{ as_of }}"),
        ("移交部门", "{{ issuer }}", "接收部门", "绩效考核处"),
        (
            "已确认",
            "{{ count }} 份，扣 {{ points }} 分{% if money %}，{{ money }}{% endif %}",
            "未列入",
            "未决 {{ pending_count }} 份，撤销 {{ revoked }} 份",
        ),
    )
    note(document, "{{ internal }}只列行政部已核定、申诉期已过或申诉已有结论的处罚单。")
    heading(document, "一、个人扣分（已确认）")
    listing(
        document,
        "confirmed",
        (
            ("序号", "{{ row.no }}", 9),
            ("部门", "{{ row.department }}", 25),
            ("姓名", "{{ row.person }}", 18),
            ("工号", "{{ row.employee }}", 15),
            ("违纪类型", "{{ row.name }}", 28),
            ("核定", "{{ row.decision }}", 11),
            ("扣分", "{{ row.points }}", 11),
            ("金额", "{{ row.money }}", 13),
            ("核定日期", "{{ row.decided_on }}", 21),
            ("处罚编号", "{{ row.number }}", 31),
        ),
        "本月没有已确认的处罚。",
    )
    line(
        document, "合计：{{ count }} 份，扣 {{ points }} 分{% if money %}，{{ money }}{% endif %}。", "Report Text"
    )
    heading(document, "二、未决（尚不能计入绩效）")
    listing(
        document,
        "pending",
        (
            ("部门", "{{ row.department }}", 30),
            ("姓名", "{{ row.person }}", 20),
            ("工号", "{{ row.employee }}", 20),
            ("违纪类型", "{{ row.name }}", 36),
            ("未决原因", "{{ row.reason }}", 46),
            ("处罚编号", "{{ row.number }}", 30),
        ),
    )
    heading(document, "三、部门扣分（{{ locked }}）")
    listing(
        document,
        "departments",
        (
            ("项目", "{{ row.community }}", 42),
            ("部门", "{{ row.name }}", 44),
            ("检查日数", "{{ row.days }}", 22),
            ("扣分", "{{ row.deduction }}", 22),
            ("得分", "{{ row.score }}", 22),
            ("状态", "{{ row.status }}", 30),
        ),
    )
    _bonuses(document)
    heading(document, "{% if bonuses %}五{% else %}四{% endif %}、移交签字")
    signatures(document, "移交人", "接收人")
    return finished(close(document))


def _bonuses(document: "Document") -> None:
    """What commendations add, beside what penalties take; nothing where there is none (A08, J09)."""
    tag(document, "if bonuses")
    heading(document, "四、表彰加分（已批准）")
    listing(
        document,
        "bonuses",
        (
            ("序号", "{{ row.no }}", 10),
            ("部门", "{{ row.department }}", 30),
            ("姓名", "{{ row.person }}", 20),
            ("工号", "{{ row.employee }}", 18),
            ("事由", "{{ row.reason }}", 60),
            ("加分", "{{ row.points }}", 14),
            ("表彰编号", "{{ row.number }}", 30),
        ),
    )
    line(document, "合计加 {{ bonus_points }} 分。", "Report Text")
    tag(document, "endif")
