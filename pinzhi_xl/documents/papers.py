"""The numbered papers: by kind, the template, the values it is given, and the name of its file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.documents.cleaning import FieldValue
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE, penalty_file_name, penalty_values
from pinzhi_xl.documents.rectification_notice import (
    RECTIFICATION_TEMPLATE,
    rectification_file_name,
    rectification_values,
)
from pinzhi_xl.documents.templates import find_template, template_digest
from pinzhi_xl.wording import documents as wording
from pinzhi_xl.wording import rectification as rectification_words

Fields = Mapping[str, str]


@dataclass(frozen=True)
class PaperForm:
    """How one kind of paper is made from its fields."""

    template: str
    values: Callable[[Fields], Mapping[str, FieldValue]]
    file_name: Callable[[Fields], str]

    def render(self, fields: Fields, templates: Path | None = None) -> bytes:
        """The paper; `templates` is the department's own template folder."""
        return render(find_template(self.template, templates), self.values(fields))

    def digest(self, templates: Path | None = None) -> str:
        """SHA-256 of the template in use."""
        return template_digest(find_template(self.template, templates))


FORMS: dict[str, PaperForm] = {
    wording.PENALTY_NOTICE: PaperForm(PENALTY_TEMPLATE, penalty_values, penalty_file_name),
    rectification_words.NOTICE: PaperForm(RECTIFICATION_TEMPLATE, rectification_values, rectification_file_name),
}
"""Kind of paper → its form."""
