"""Planted sheets in which every row of law.md §8 occurs; read from the package's data, cells as typed."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from pinzhi_xl.model import Value
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.settings import SettingRow

PARTS = ("refusals", "refusals_numbered")
"""What has no number yet, and rows with numbers typed by hand, which no register knows."""

_KINDS = {kind.sheet.label: kind for kind in SHEETS}


def refusal_identity(sample: str) -> str:
    """The UUID of the master with the planted sheets, beside the sample master `sample`."""
    return str(uuid.uuid5(uuid.UUID(sample), PARTS[0]))


def refusal_contents(
    defaults: Mapping[type[Row], Sequence[Mapping[str, Value]]], *, numbered: bool
) -> dict[type[Row], list[dict[str, Value]]]:
    """The default contents with the planted rows added; a setting is put in place of the default one.

    With `numbered` the rows with numbers that were typed by hand are there too.
    """
    contents = {kind: [dict(row) for row in rows] for kind, rows in defaults.items()}
    for name in PARTS if numbered else PARTS[:1]:
        for label, lines in _tables(name):
            kind = _KINDS[label]
            added = list(_rows(kind, lines))
            if kind is SettingRow:
                given = {row["name"] for row in added}
                contents[kind] = [row for row in contents.get(kind, []) if row["name"] not in given]
            contents.setdefault(kind, []).extend(added)
    return contents


def _tables(name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Sheet label and lines of cells, the heading first; a blank line parts two sheets."""
    text = files("pinzhi_xl").joinpath("data", f"sample_{name}.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n"):
        label, *lines = block.splitlines()
        yield label, [[cell.strip() for cell in line.split("|")] for line in lines]


def _rows(kind: type[Row], lines: Sequence[Sequence[str]]) -> Iterator[dict[str, Value]]:
    fields = {col.label: col.identifier for col in kind.sheet.columns}
    heading = [fields[label] for label in lines[0]]
    for line in lines[1:]:
        yield {name: text for name, text in zip(heading, line, strict=True) if text}
