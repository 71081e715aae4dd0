"""Values on their way into a paper: only characters that XML and Word keep, and of bounded size."""

import re
from collections.abc import Mapping, Sequence

from pinzhi_xl.documents.errors import ValueTooLong

FieldValue = str | bool | Sequence[Mapping[str, str]] | Sequence[str]
CleanValue = str | bool | list[dict[str, str]] | list[str]

LONGEST_TEXT = 10_000
MOST_ITEMS = 5_000

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """`text` with one kind of line break, no tabs or control characters, and U+FFFD for lone surrogates."""
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return _SURROGATES.sub("\ufffd", _DROPPED.sub("", text))


def clean_values(values: Mapping[str, FieldValue]) -> dict[str, CleanValue]:
    """Every value cleaned; ValueTooLong for one that no paper can hold."""
    return {name: _clean(name, value) for name, value in values.items()}


def _clean(name: str, value: FieldValue) -> CleanValue:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _bounded(name, value)
    if len(value) > MOST_ITEMS:
        raise ValueTooLong(field=name, length=len(value), limit=MOST_ITEMS)
    rows = [item for item in value if not isinstance(item, str)]
    if rows:
        return [{key: _bounded(f"{name}.{key}", text) for key, text in row.items()} for row in rows]
    return [_bounded(name, item) for item in value if isinstance(item, str)]


def _bounded(name: str, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueTooLong(field=name, length=len(text), limit=LONGEST_TEXT)
    return clean_text(text)
