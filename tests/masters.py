"""Real master files for tests: the default contents plus the rows a test shows, written to disk."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.cli import pinzhi
from pinzhi_xl.console import run_guarded
from pinzhi_xl.model import Value
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import default_contents
from tests.tables import tables

IDENTITY = "22222222-2222-4222-8222-222222222222"


def contents_with(
    text: str, base: Mapping[type[Row], Sequence[Mapping[str, Value]]]
) -> dict[type[Row], list[Any]]:
    """`base` with the shown sheets added to it (or in place of it, for sheets it does not have)."""
    found: dict[type[Row], list[Any]] = {kind: list(rows) for kind, rows in base.items()}
    for label, lines in tables(text).items():
        kind = next(kind for kind in SHEETS if kind.sheet.label == label)
        fields = {col.label: col.identifier for col in kind.sheet.columns}
        rows = [dict(zip((fields[h] for h in lines[0]), line, strict=False)) for line in lines[1:]]
        shown = [{k: v for k, v in row.items() if v != ""} for row in rows]
        if kind is SettingRow:
            names = {row["name"] for row in shown}
            found[kind] = [row for row in found[kind] if row["name"] not in names]
        found.setdefault(kind, []).extend(shown)
    return found


def master_with(path: Path, text: str, identity: str = IDENTITY) -> Path:
    """A master at `path` with default contents and the rows shown in `text`, cells as typed."""
    path.write_bytes(build_master(contents_with(text, default_contents()), identity))
    return path


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    """Run the command line in this process; exit code and what ``--json`` printed (or the text)."""
    capsys.readouterr()
    code = run_guarded(pinzhi, [str(argument) for argument in arguments])
    out = capsys.readouterr().out
    return code, json.loads(out) if "--json" in arguments else out


def type_into(path: Path, label: str, row: int, **cells: str) -> None:
    """Type cells into a sheet row of a saved master with another program (openpyxl), by column label."""
    book = openpyxl.load_workbook(path)
    sheet = book[label]
    heading = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(row, heading.index(name) + 1).value = value
    book.save(path)
