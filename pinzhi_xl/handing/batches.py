"""移交行政部: which notices go in which batch, and their summary by department and kind (Z16, contract §2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pinzhi_xl.handing.notices import Notice, faults, issued_notices
from pinzhi_xl.handing.printed import Papers, as_printed, changed_fields
from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.wording import handover as words
from pinzhi_xl.wording.notices import FIELD_NAMES


@dataclass(frozen=True)
class SummaryLine:
    """Violations of one kind in one department: how many, what is proposed in all, on which notices."""

    department: str
    violation: str
    count: int
    points: Decimal
    numbers: Sequence[str]


@dataclass(frozen=True)
class Batch:
    """One batch of a month; the n-th one after the first holds late additions (补报)."""

    month: Month
    place: int
    notices: Sequence[Notice]
    new: bool = False
    before: int = 0

    @property
    def name(self) -> str:
        """``2014-08-1``."""
        return f"{self.month}-{self.place}"

    @property
    def is_late(self) -> bool:
        """True for every batch but the month's first."""
        return self.place > 1

    @property
    def valid(self) -> list[Notice]:
        """The notices that are not void."""
        return [notice for notice in self.notices if not notice.is_void]

    @property
    def points(self) -> Decimal:
        """What is proposed in all."""
        return sum((notice.row.points or Decimal(0) for notice in self.valid), Decimal(0))


@dataclass(frozen=True)
class Handing:
    """All batches of a month, the last one new when there was anything to hand over; and what was held back."""

    batches: Sequence[Batch]
    problems: Sequence[Problem]


def hand_over(book: Book, month: Month, papers: Papers | None = None) -> Handing:
    """The month's batches; what is issued and in none goes into a new one.

    A row with an error, a number that 发文登记 does not know, and a row that reads otherwise than its paper (one
    of `papers`) are held back and told. A list that is out already keeps saying what the papers say.
    """
    papers = papers or {}
    known = {row.number for row in book.rows(IssuedPaper)}
    faulty = faults(book)
    problems = [p for p in errors_of(book.problems) if p.cell.sheet == Penalty.sheet.label]
    placed: dict[int, list[Notice]] = {}
    waiting: list[Notice] = []
    for notice in _in_order(book):
        row = notice.row
        place = batch_place(row.batch, month)
        paper = papers.get(notice.number)
        changed = changed_fields(notice, paper, book) if paper is not None and not notice.is_void else []
        if place is not None:
            if changed and paper is not None:
                problems.append(_changed("content-changed", book, notice, changed))
                notice = as_printed(notice, paper, book)
            placed.setdefault(place, []).append(notice)
        elif row.batch or notice.is_void or notice.month != month or row.row in faulty:
            continue
        elif notice.number not in known:
            problems.append(book.problem("handover-unregistered", row, "number"))
        elif changed:
            problems.append(_changed("handover-content-changed", book, notice, changed))
        else:
            waiting.append(notice)
    batches: list[Batch] = []
    last = max([*placed, *_emptied(book, month)], default=0)
    for place in sorted(placed):
        batches.append(Batch(month, place, placed[place], before=_handed(batches)))
    if waiting:
        batches.append(Batch(month, last + 1, waiting, new=True, before=_handed(batches)))
    return Handing(batches, problems)


def _changed(code: str, book: Book, notice: Notice, changed: Sequence[str]) -> Problem:
    names = LIST_MARK.join(FIELD_NAMES.get(name, name) for name in changed)
    return book.problem(code, notice.row, "finding", number=notice.number, fields=names)


def batch_place(name: str | None, month: Month) -> int | None:
    """The place of a batch in its month: ``2014-08-2`` is the second; None for those of other months."""
    head, _, place = (name or "").rpartition("-")
    return int(place) if head == str(month) and place.isascii() and place.isdigit() else None


def _emptied(book: Book, month: Month) -> Iterator[int]:
    """Places of the batches that notices left when they were replaced: their names are on paper."""
    for line in book.rows(RunLog):
        left = words.LEFT_BATCH.match(line.result or "")
        place = batch_place(left[1], month) if left else None
        if place is not None:
            yield place


def summarise(book: Book, batch: Batch) -> list[SummaryLine]:
    """The batch by department in the order of 部门, then by kind, the most frequent first."""
    groups: dict[tuple[str, str], list[Notice]] = {}
    for notice in batch.valid:
        groups.setdefault((notice.department, notice.violation), []).append(notice)
    places = {row.name: place for place, row in enumerate(book.rows(Department))}
    order = sorted(groups, key=lambda key: (places.get(key[0], len(places)), key[0], -len(groups[key]), key[1]))
    return [
        SummaryLine(
            *key,
            len(groups[key]),
            sum((one.row.points or Decimal(0) for one in groups[key]), Decimal(0)),
            [one.number for one in groups[key]],
        )
        for key in order
    ]


def _in_order(book: Book) -> list[Notice]:
    return sorted(issued_notices(book), key=lambda notice: natural(notice.number))


def _handed(batches: Sequence[Batch]) -> int:
    return sum(len(batch.valid) for batch in batches)
