"""Rules of personal data: what a master must not hold, and what it has held for too long (law.md §4, W3, W8)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pinzhi_xl.kinds import Kind, Raw, as_text, fold
from pinzhi_xl.masking import PERSONAL_NUMBER, mask_names, mask_personal_numbers
from pinzhi_xl.model import Cell, Layout
from pinzhi_xl.problem import Problem
from pinzhi_xl.retention import expired, retention_limit
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.entry_form import EntryLine
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.wording.privacy import ARCHIVED, NOT_PERSONAL, PERSONAL_HEADINGS
from pinzhi_xl.wording.problems import make_problem


def personal_columns(headings: Iterable[str]) -> list[str]:
    """Those of `headings` that say identity number, telephone, address, wage or bank card (law.md §4 最小必要)."""
    return [
        heading
        for heading in headings
        if fold(heading) not in NOT_PERSONAL
        and any(word in fold(heading).replace("_", "").replace("-", "") for word in PERSONAL_HEADINGS)
    ]


@serves("Z30")
def nobody_adds_a_personal_column(scene: Scene) -> Iterator[Problem]:
    """A column that people added and that holds what a master must not hold is named, to be removed."""
    for layout in scene.book.layouts.values():
        added = _added(scene, layout)
        for heading in personal_columns(added.values()):
            column = next(number for number, label in added.items() if label == heading)
            cell = Cell(layout.sheet, layout.header_row, column)
            yield make_problem("personal-column", cell, label=heading, value=heading, sheet=layout.sheet)


def _added(scene: Scene, layout: Layout) -> Mapping[int, str]:
    """Column → heading of what stands beside the declared columns of a sheet."""
    grid = scene.book.grids.get(layout.sheet, ())
    if not 0 < layout.header_row <= len(grid):
        return {}
    declared = set(layout.columns.values())
    headings = enumerate(grid[layout.header_row - 1], start=1)
    return {number: as_text(raw) for number, raw in headings if number not in declared and as_text(raw)}


@serves("Z30")
def free_text_has_no_personal_numbers(scene: Scene) -> Iterator[Problem]:
    """Identity and mobile numbers do not belong into any text of any sheet (W3)."""
    kinds: tuple[type[Row], ...] = (*SHEETS, EntryLine)
    for kind in kinds:
        if kind.sheet.all_computed or kind is SettingRow:
            continue
        fields = [col.identifier for col in kind.sheet.columns if col.kind is Kind.TEXT and not col.computed]
        if kind is Person:
            fields.append("number")
        yield from _numbers_in(scene, kind, fields)
    for layout in scene.book.layouts.values():
        yield from _numbers_beside(scene, layout)


def _numbers_in(scene: Scene, kind: type[Row], fields: Iterable[str]) -> Iterator[Problem]:
    for name in fields:
        for row in scene.book.rows(kind):
            text = getattr(row, name)
            if text and PERSONAL_NUMBER.search(text):
                yield scene.book.problem("personal-number", row, name, about=mask_personal_numbers(text))


def _numbers_beside(scene: Scene, layout: Layout) -> Iterator[Problem]:
    """Cells of added columns; one whose heading says it all is told by its heading."""
    added = _added(scene, layout)
    told = set(personal_columns(added.values()))
    watched = {column: heading for column, heading in added.items() if heading not in told}
    if not watched:
        return
    for number, cells in enumerate(scene.book.grids[layout.sheet], start=1):
        if number > layout.header_row:
            yield from _in_cells(layout.sheet, number, cells, watched)


def _in_cells(sheet: str, number: int, cells: Iterable[Raw], watched: Mapping[int, str]) -> Iterator[Problem]:
    for column, raw in enumerate(cells, start=1):
        heading = watched.get(column)
        if heading is not None and PERSONAL_NUMBER.search(as_text(raw)):
            shown = mask_personal_numbers(as_text(raw))
            yield make_problem("personal-number", Cell(sheet, number, column), label=heading, value=shown)


@serves("Z30")
def a_finding_names_nobody(scene: Scene) -> Iterator[Problem]:
    """law.md §4, §8 W5: a full name in the words of a finding; what is passed round shows the first character."""
    names = [row.name for row in scene.book.rows(Person) if row.name and len(row.name) > 1]
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name != ARCHIVED:
            by_first[name[0]].append(name)
    for row in scene.book.rows(Finding):
        for field in ("facts", "place_note"):
            text = getattr(row, field) or ""
            near = [name for first in by_first.keys() & set(text) for name in by_first[first]]
            if (shown := mask_names(text, near)) != text:
                about = mask_personal_numbers(shown)
                yield scene.book.problem("name-in-text", row, field, about=about)


@serves("Z30")
def records_are_not_kept_for_ever(scene: Scene) -> Iterator[Problem]:
    """Rows past the retention period that still name people are told, once (law.md §3, W8)."""
    years = scene.facts.settings.retention_years
    limit = retention_limit(scene.as_of, years)
    rows = expired(scene.facts, limit)
    if rows:
        row, first = min(rows, key=lambda pair: pair[1])
        yield scene.book.problem("past-retention", row, count=len(rows), years=years, limit=limit, first=first)


PRIVACY_RULES: tuple[Rule, ...] = (
    nobody_adds_a_personal_column,
    free_text_has_no_personal_numbers,
    a_finding_names_nobody,
    records_are_not_kept_for_ever,
)
