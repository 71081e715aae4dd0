"""Where a Word template is found: the department's own folder first, then the shipped one."""

import hashlib
from pathlib import Path

from pinzhi_xl.documents.errors import TemplateMissing

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = (_PACKAGE / "word_templates", _PACKAGE.parent / "word_templates")


def find_template(kind_file_name: str, folder: Path | None = None) -> Path:
    """The path of the template `kind_file_name`; TemplateMissing names every place that was tried."""
    places = [*([folder] if folder else []), *_SHIPPED]
    for place in places:
        if (path := place / kind_file_name).is_file():
            return path
    raise TemplateMissing(file=kind_file_name, places="、".join(map(str, places)))


def template_digest(path: Path) -> str:
    """SHA-256 of a template's bytes: which form of the paper was used."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
