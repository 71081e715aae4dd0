"""违纪处罚单: the values its template is given, and the name of its file."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from pinzhi_xl.documents.cleaning import FieldValue
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.naming import file_name
from pinzhi_xl.documents.templates import find_template
from pinzhi_xl.wording import documents as wording

PENALTY_TEMPLATE = f"{wording.PENALTY_NOTICE}.docx"


class PenaltyPaper(TypedDict):
    """All fields of a 违纪处罚单, as they are printed; an empty string leaves the place blank.

    number            编号, 品罚〔2014〕1号
    edition           "" for the first edition, else 第2版
    issued_on         开单日期, 2014年8月29日
    mark              校验码: 8 hexadecimal characters of the register entry
    company           company line above the title
    issuer            品质管理部
    sample_mark       "" or 示例, printed at the head of every page
    community, department, post, person, employee_number
    occurred_at       违纪时间, 2014年8月12日 23时40分
    place, shift, inspection_type
    facts             违纪事实
    regulation        制度名称, with 《》 if they are wanted
    regulation_version, clause_number, clause_text
    published_on      公示日期, 2014年1月1日
    evidence
    proposal          建议处理, 书面警告
    proposed_points   2; "" when no points are proposed
    proposed_money    50.00; "" when money is off: then nothing on the paper speaks of money
    proposed_money_words  人民币伍拾元整; "" when money is off
    repeat_note       重复次数 and why it weighs more
    rectification     整改要求 and 期限
    inspector         检查人
    appeal_days       5
    red_line          "" or 是: a line for the 总经理 is printed
    money_note        "" or 金额待行政部核定: the cap of the month is not known
    calendar_note     "" or that the year's holidays are not entered, so that the appeal period is a guess
    """

    number: str
    edition: str
    issued_on: str
    mark: str
    company: str
    issuer: str
    sample_mark: str
    community: str
    department: str
    post: str
    person: str
    employee_number: str
    occurred_at: str
    place: str
    shift: str
    inspection_type: str
    facts: str
    regulation: str
    regulation_version: str
    clause_number: str
    clause_text: str
    published_on: str
    evidence: str
    proposal: str
    proposed_points: str
    proposed_money: str
    proposed_money_words: str
    repeat_note: str
    rectification: str
    inspector: str
    appeal_days: str
    red_line: str
    money_note: str
    calendar_note: str


PENALTY_NOTES = ("money_note", "calendar_note")
"""Fields that entries of the register made before they existed do not have."""

PENALTY_FIELDS = tuple(PenaltyPaper.__annotations__)


def penalty_values(fields: Mapping[str, str]) -> dict[str, FieldValue]:
    """What the template is given: the fields and the three copies; KeyError for a field the caller forgot."""
    given = {**dict.fromkeys(PENALTY_NOTES, ""), **fields}
    values: dict[str, FieldValue] = {name: given[name] for name in PENALTY_FIELDS}
    values["edition_in_full"] = fields["edition"] or wording.EDITION_FIRST
    values["copies"] = [
        {"sign": sign, "name": name, "use": use.format(issuer=fields["issuer"])}
        for sign, name, use in wording.PENALTY_COPIES
    ]
    return values


def render_penalty(fields: Mapping[str, str], templates: Path | None = None) -> bytes:
    """The 违纪处罚单 in three copies; `templates` is the department's own template folder."""
    return render(find_template(PENALTY_TEMPLATE, templates), penalty_values(fields))


def penalty_file_name(fields: Mapping[str, str]) -> str:
    """``品罚〔2014〕1号 员工甲.docx``; a later edition stands behind the number."""
    return file_name(fields["number"], fields["edition"], fields["person"])
