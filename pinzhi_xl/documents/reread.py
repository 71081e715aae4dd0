"""The finished paper read again, by another way than it was made: nothing given may be missing."""

from collections.abc import Iterable, Mapping

from pinzhi_xl.documents.cleaning import CleanValue
from pinzhi_xl.documents.compiled import CompiledTemplate
from pinzhi_xl.documents.errors import PaperIncomplete
from pinzhi_xl.documents.package import read_package
from pinzhi_xl.documents.text import squeeze, text_of
from pinzhi_xl.wording import documents as wording

_EXCERPT = 30


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
