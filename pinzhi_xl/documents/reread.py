"""The finished paper read again, by another way than it was made: nothing given may be missing."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

from pinzhi_xl.documents.cleaning import CleanValue
from pinzhi_xl.documents.compiled import CompiledTemplate
from pinzhi_xl.documents.errors import PaperIncomplete
from pinzhi_xl.documents.package import read_package
from pinzhi_xl.documents.text import squeeze, text_of
from pinzhi_xl.wording import documents as wording

_EXCERPT = 30
_TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


def check_paper(template: CompiledTemplate, values: Mapping[str, CleanValue], content: bytes) -> None:
    """Compare the text of every part of `content` with the text that template and values demand.

    The demanded text comes from the template's own paragraphs, rendered as plain text without docxtpl and
    without XML: every value, every item of a loop and every fixed clause that applies, in order, no more
    and no less. PaperIncomplete names the field or the clause that was lost.
    """
    try:
        members = read_package(content)
        for part in template.parts:
            wanted = squeeze(part.expected.render(values))
            found = squeeze(text_of(members[part.name]))
            if wanted != found:
                raise _incomplete(template, values, wanted, found)
    except (ValueError, KeyError) as error:
        raise PaperIncomplete(file=template.file, field=wording.FIXED_TEXT, excerpt=str(error)) from error


def _incomplete(
    template: CompiledTemplate, values: Mapping[str, CleanValue], wanted: str, found: str
) -> PaperIncomplete:
    for name in sorted(template.fields & values.keys()):
        for field, text in _texts(name, values[name]):
            bare = squeeze(text)
            if bare in wanted and wanted.count(bare) > found.count(bare):
                return PaperIncomplete(file=template.file, field=field, excerpt=text[:_EXCERPT])
    pairs = enumerate(zip(wanted, found, strict=False))
    at = next((place for place, (one, other) in pairs if one != other), min(len(wanted), len(found)))
    excerpt = wanted[max(at - 5, 0) : at + _EXCERPT] or found[at : at + _EXCERPT]
    return PaperIncomplete(file=template.file, field=wording.FIXED_TEXT, excerpt=excerpt)


def _texts(name: str, value: CleanValue) -> Iterable[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif not isinstance(value, bool):
        for item in value:
            if isinstance(item, str):
                yield name, item
            else:
                yield from ((f"{name}.{key}", text) for key, text in item.items())


def carries(path: Path, mark: str) -> bool:
    """True when the paper at `path` prints this 校验码: it is the paper of that register entry and no other."""
    try:
        members = read_package(path.read_bytes())
        return any(mark in text_of(part) for name, part in members.items() if _TEXT_PART.fullmatch(name))
    except (OSError, ValueError, etree.XMLSyntaxError):
        return False
