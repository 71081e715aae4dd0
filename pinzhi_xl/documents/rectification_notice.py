"""限期整改通知单: the values its template is given, and the name of its file."""

from collections.abc import Mapping
from pathlib import Path

from pinzhi_xl.documents.cleaning import FieldValue
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.naming import file_name
from pinzhi_xl.documents.templates import find_template
from pinzhi_xl.drafts import REPLACES
from pinzhi_xl.rectification.payload import lines_of
from pinzhi_xl.wording import documents as wording
from pinzhi_xl.wording import rectification as words

RECTIFICATION_TEMPLATE = f"{words.NOTICE}.docx"

RECTIFICATION_FIELDS = (
    "number",
    "edition",
    "issued_on",
    "mark",
    "company",
    "issuer",
    "sample_mark",
    "community",
    "department",
    "inspection",
    "inspected_on",
    "inspection_type",
    "inspector",
    "first_number",
    "holiday_note",
)
"""Fields of the paper as they are printed; an empty string leaves the place blank.

`first_number` stands on a 二次整改通知 only and names the notice it follows. `holiday_note` says that deadlines
rest on weekdays alone.
"""


def rectification_values(fields: Mapping[str, str]) -> dict[str, FieldValue]:
    """What the template is given: the fields, the lines and the two copies; KeyError for a field forgotten."""
    values: dict[str, FieldValue] = {name: fields[name] for name in RECTIFICATION_FIELDS}
    values["edition_in_full"] = fields["edition"] or wording.EDITION_FIRST
    values["replaced_number"] = fields.get(REPLACES, "")  # only a notice in place of a void one names it
    values["second"] = words.SECOND if fields["first_number"] else ""
    values["lines"] = [
        {
            **line,
            "index": str(place),
            "due_on": line["due_on"].replace(words.YEAR_END, f"{words.YEAR_END}\n", 1),
            "requirement": words.REQUIREMENT.format(code=line["item"], text=line["requirement"]),
        }
        for place, line in enumerate(lines_of(fields), start=1)
    ]
    values["copies"] = [
        {"sign": sign, "name": name, "use": use.format(issuer=fields["issuer"])}
        for sign, name, use in words.COPIES
    ]
    return values


def render_rectification(fields: Mapping[str, str], templates: Path | None = None) -> bytes:
    """The 限期整改通知单 in two copies; `templates` is the department's own template folder."""
    return render(find_template(RECTIFICATION_TEMPLATE, templates), rectification_values(fields))


def rectification_file_name(fields: Mapping[str, str]) -> str:
    """``品改〔2014〕1号 凤鸣华府 客服部.docx``; a later edition stands behind the number."""
    return file_name(fields["number"], fields["edition"], fields["community"], fields["department"])
