"""Photographs of a visit: files named 序号-n.jpg belong to the line of that number."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from pinzhi_xl.kinds import LIST_MARK, SEPARATORS
from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.entry_form import EntryLine
from pinzhi_xl.wording.problems import make_problem

PICTURE = re.compile(r".+\.(jpe?g|png)", re.IGNORECASE)
_NAMED = re.compile(r"(\d+)\s*[-_－—–]\s*(\d+)\.(jpe?g|png)", re.IGNORECASE)


def parted(photos: str | None) -> list[str]:
    """The names in a cell of 照片."""
    return [part.strip() for part in SEPARATORS.split(photos or "") if part.strip()]


def linked(photos: Sequence[str], lines: Sequence[EntryLine]) -> tuple[Mapping[int, str], list[Problem]]:
    """Sheet row of a finding's line → its 照片, typed names first; and the pictures that fit no line."""
    rows: dict[int, list[int]] = {}
    for line in lines:
        if line.number and line.number.isdecimal():
            rows.setdefault(int(line.number), []).append(line.row)
    found: dict[int, list[tuple[int, str]]] = {}
    problems = []
    for name in photos:
        match = _NAMED.fullmatch(unicodedata.normalize("NFKC", name))
        places = rows.get(int(match[1]), []) if match else []
        if match and len(places) == 1:
            found.setdefault(places[0], []).append((int(match[2]), name))
        else:
            code = "photo-unnamed" if not match else "photo-doubtful" if places else "photo-without-finding"
            problems.append(make_problem(code, Cell(EntryLine.sheet.label), value=name))
    return {line.row: _joined(line, sorted(found.get(line.row, []))) for line in lines}, problems


def _joined(line: EntryLine, pictures: Sequence[tuple[int, str]]) -> str:
    return LIST_MARK.join(dict.fromkeys([*parted(line.photos), *(name for _, name in pictures)]))
