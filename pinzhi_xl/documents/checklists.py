"""检查表 and 岗位签署确认表: their templates, the fields they are given, and the names of their files.

Both know: company, issuer, sample_mark ("" or 示例), community, day, session, shift, inspection_type, inspector.
检查表 besides: warning; open_count and open_items (index, number, found_on, department, place, item, facts,
due_on, state); rows, each either with a heading only or with code, text, points, deduction, method and
stars; blank_rows.
岗位签署确认表 besides: posts (index, post, post_shift), post_count, blank_rows.
"""

from collections.abc import Mapping
from pathlib import Path

from pinzhi_xl.documents.cleaning import FieldValue
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.naming import file_name
from pinzhi_xl.documents.templates import find_template
from pinzhi_xl.wording import planning as words

CHECKLIST_TEMPLATE = f"{words.CHECKLIST}.docx"
SIGNATURES_TEMPLATE = f"{words.POST_SIGNATURES}.docx"


def render_form(kind: str, values: Mapping[str, FieldValue], templates: Path | None = None) -> bytes:
    """One of the two papers; `templates` is the department's own template folder."""
    return render(find_template(f"{kind}.docx", templates), values)


def form_file(kind: str, month: str, name: str) -> Path:
    """``2014-08/检查表/2014-08-04 凤鸣华府.docx``: where a paper lies in the output folder (contract §6)."""
    return Path(month) / kind / file_name(name)
