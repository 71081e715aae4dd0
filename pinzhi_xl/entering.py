"""From the filled entry form to one inspection, its findings and its people; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, zip_longest

from pinzhi_xl.entry_lines import Lines, is_untouched, verdict
from pinzhi_xl.keys import fill_keys, fresh_numbers
from pinzhi_xl.kinds import spell
from pinzhi_xl.model import AppendRow, Cell, Edit, SetAt, SetCell, Value
from pinzhi_xl.month import Month
from pinzhi_xl.photos import linked, parted
from pinzhi_xl.problem import Level, Problem, errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts, place_key
from pinzhi_xl.scoring.locked import is_locked
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.entry_form import GIVEN, HEAD_COLUMNS, EntryForm, EntryLine, Mark
from pinzhi_xl.sheets.followup import BlankNotice
from pinzhi_xl.sheets.inspections import Finding, Inspection, Offender
from pinzhi_xl.sheets.terms import BlankUse, Verdict
from pinzhi_xl.wording.problems import make_problem

BELOW = 10_000_000
"""Row of the line with this added: where its finding stands while it is judged, below anything on a sheet."""

SAID_BY_THE_FORM = frozenset({"department-skipped", "department-confirmed"})
"""Rules that the form's own checks cover in words of the form."""

OF_THE_NOTICE = frozenset({"clause-not-binding", "person-has-left"})
"""Rules that keep a notice from being issued, not a visit from being entered: here they are told and no more."""

FORM_LABELS = {
    (kind.sheet.label, kind.sheet.column(name).label): EntryLine.sheet.column(form_name).label
    for kind, name, form_name in (
        (Finding, "item", "code"),
        (Offender, "person", "offenders"),
        (Offender, "finding", "disposition"),
        (Offender, "blank", "blanks"),
    )
}
"""Sheet and label → the form's label, where they differ."""

COPIED = ("count", "place", "place_note", "facts", "disposition", "clause", "owner", "red_line", "red_line_by")
"""Fields that a line and its finding have in common."""

KEPT = "inspector"
"""The field of the head that stays for the next visit."""

_LABELS = {col.identifier: col.label for col in HEAD_COLUMNS}
_SHEET = EntryLine.sheet.label


@dataclass(frozen=True)
class Entered:
    """What the form became; without an inspection nothing is entered, and the problems say why."""

    problems: Sequence[Problem]
    inspection: Inspection | None = None
    findings: Sequence[Finding] = ()
    offenders: Sequence[Offender] = ()
    edits: Sequence[Edit] = ()


def enter(book: Book, form: EntryForm, photos: Sequence[str], as_of: date) -> Entered:
    """Read the form into rows and the edits that add them and empty the form; nothing at all with any error.

    `photos` are the names of the pictures in the visit's folder.
    """
    rows = book.rows(EntryLine)
    if _is_empty(form, rows):
        return Entered([make_problem("form-empty", Cell(_SHEET))])
    wrong = frozenset(problem.cell.row for problem in form.problems if problem.is_error)
    lines = Lines(Facts(book), form.head, wrong)
    problems = [*form.problems, *lines.problems]
    if form.head.community is None or form.head.day is None:
        return Entered(_in_order(problems))
    if is_locked(book, Month.of(form.head.day)):
        cell = form.cells.get(_LABELS["day"], Cell(_SHEET))
        problems.append(
            make_problem("month-locked", cell, value=f"{form.head.day}", month=Month.of(form.head.day))
        )
        return Entered(_in_order(problems))
    draft = _Draft(book, lines, form.head.day, photos)
    problems += [*draft.problems, *_entered_before(book, draft), *_judged(book, form, draft, as_of)]
    if errors_of(problems):
        return Entered(_in_order(problems))
    edits = [*draft.edits(), *_emptied(book, form)]
    return Entered(_in_order(problems), draft.inspection, draft.findings, draft.offenders, edits)


def _is_empty(form: EntryForm, rows: Sequence[EntryLine]) -> bool:
    """Nothing is filled in but the name that stays."""
    told = any(problem.code != "form-head-blank" for problem in form.problems)
    return form.filled <= {_LABELS[KEPT]} and not told and all(map(is_untouched, rows))


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda p: (p.cell.row, p.cell.column))


class _Draft:
    """The rows a form becomes, numbered."""

    def __init__(self, book: Book, lines: Lines, day: date, photos: Sequence[str]) -> None:
        self.book = book
        self.lines = lines
        head = lines.head
        self.inspection = Inspection(
            row=BELOW,
            number=next(fresh_numbers(book, Inspection, day)),
            skipped_departments=tuple(lines.skipped),
            skipped_items=tuple(lines.unvisited),
            confirmed_departments=tuple(lines.confirmed),
            **{col.identifier: getattr(head, col.identifier) for col in HEAD_COLUMNS},
        )
        found = lines.findings
        earlier = lines.facts.cases_by_day.get((head.community or "", day), ())
        known = {name for case in earlier for name in parted(case.row.photos)}
        self.pictures, self.problems = linked([name for name in photos if name not in known], found)
        numbers = islice(fresh_numbers(book, Finding, day), len(found))
        self.findings = [self._finding(line, number) for line, number in zip(found, numbers, strict=True)]
        self.offenders = [
            Offender(row=finding.row, finding=finding.number, person=person, blank=blank)
            for line, finding in zip(found, self.findings, strict=True)
            for person, blank in zip_longest(line.offenders, line.blanks)
        ]

    def _finding(self, line: EntryLine, number: str) -> Finding:
        return Finding(
            row=BELOW + line.row,
            number=number,
            inspection=self.inspection.number,
            department=self.lines.department_of(line),
            item=line.code,
            verdict=Verdict.FAILED if verdict(line) is Mark.FAILED else Verdict.NOT_APPLICABLE,
            photos=self.pictures[line.row] or None,
            **{name: getattr(line, name) for name in COPIED},
        )

    def edits(self) -> Iterator[Edit]:
        """The rows as additions to their sheets."""
        for row in (self.inspection, *self.findings, *self.offenders):
            yield AppendRow(type(row).sheet.label, typed_row(self.book, row))
        for row in self.book.rows(BlankNotice):
            for taken in (one for one in self.offenders if row.number and one.blank == row.number):
                yield self.book.set(row, "use", BlankUse.ENTERED.value)
                yield self.book.set(row, "finding", taken.finding)


def typed_row(book: Book, row: Row) -> dict[str, Value]:
    """A row as a person would have typed it: label → value."""
    sheet = type(row).sheet
    present = book.layouts[sheet.label].columns if sheet.label in book.layouts else {}
    values: dict[str, Value] = {}
    for col in sheet.columns:
        if col.label in present or not col.optional:
            value = getattr(row, col.identifier)
            values[col.label] = spell(value) or None if isinstance(value, bool | tuple) else value
    return values


def _entered_before(book: Book, draft: _Draft) -> Iterator[Problem]:
    """The same visit, or one with the very same findings, is there already."""
    new = draft.inspection
    for row in book.rows(Inspection):
        if not row.is_valid or (row.community, row.day) != (new.community, new.day):
            continue
        if (row.shift, row.start) == (new.shift, new.start):
            yield make_problem("entered-already", Cell(_SHEET), number=row.number or book.cell(row).address)
        elif draft.findings and _content(book.rows(Finding), row.number) == _content(draft.findings, new.number):
            yield make_problem("entered-alike", Cell(_SHEET), number=row.number)


def _content(findings: Sequence[Finding], inspection: str | None) -> list[tuple[str, ...]]:
    return sorted(
        (str(row.item), str(row.verdict), str(row.count or 1), place_key(row.place or ""), row.facts or "")
        for row in findings
        if row.inspection == inspection and row.is_valid
    )


def _judged(book: Book, form: EntryForm, draft: _Draft, as_of: date) -> Iterator[Problem]:
    """What the rules would say of the new rows, told at the cells of the form."""
    tables = {
        **book.tables,
        Inspection: [*book.rows(Inspection), draft.inspection],
        Finding: [*book.rows(Finding), *draft.findings],
        Offender: [*book.rows(Offender), *draft.offenders],
    }
    supposed = fill_keys(replace(book, tables=tables, problems=()))[0]
    for problem in check(Scene(Facts(supposed), as_of)):
        if problem.cell.row >= BELOW and problem.code not in SAID_BY_THE_FORM:
            level = Level.REMINDER if problem.code in OF_THE_NOTICE else problem.level
            yield replace(problem, level=level, cell=_on_form(book, form, problem))
    yield from _without_place(book, draft)


def _without_place(book: Book, draft: _Draft) -> Iterator[Problem]:
    """What an older master has no column for."""
    blanks = tuple(row.blank for row in draft.offenders if row.blank)
    for code, kind, name, values in (
        ("no-place-for-confirmation", Inspection, "confirmed_departments", draft.inspection.confirmed_departments),
        ("no-place-for-blanks", Offender, "blank", blanks),
    ):
        label = kind.sheet.column(name).label
        layout = book.layouts.get(kind.sheet.label)
        if values and layout and label not in layout.columns:
            yield make_problem(code, Cell(_SHEET), label=label, value=spell(values))


def _on_form(book: Book, form: EntryForm, problem: Problem) -> Cell:
    """Where the form says what a new row would: in the head, or in the line of the finding."""
    if problem.cell.sheet == Inspection.sheet.label:
        return form.cells.get(problem.label, Cell(_SHEET))
    label = FORM_LABELS.get((problem.cell.sheet, problem.label), problem.label)
    return Cell(_SHEET, problem.cell.row - BELOW, book.layouts[_SHEET].columns.get(label, 0))


def _emptied(book: Book, form: EntryForm) -> Iterator[Edit]:
    """The form as it was printed; rows that were added for further findings blank altogether."""
    given: set[str | None] = set()
    for line in book.rows(EntryLine):
        printed = line.item is not None and (key := line.code or line.department) not in given
        if printed:
            given.add(key)
        for col in EntryLine.sheet.columns:
            if getattr(line, col.identifier) not in (None, ()) and not (printed and col.identifier in GIVEN):
                yield SetCell(_SHEET, line.row, col.label, None)
    for label, cell in form.cells.items():
        if label in form.filled and label != _LABELS[KEPT]:
            yield SetAt(_SHEET, cell.row, cell.column, None)
