"""The records before a day made nameless: scores and counts stay (law.md §3, §4; W8)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.masking import mask_names, mask_personal_numbers
from pinzhi_xl.model import AppendRow, Edit, SetCell, Value
from pinzhi_xl.nameless import nameless_of
from pinzhi_xl.people import PEOPLE, names_in
from pinzhi_xl.retention import Past, is_pseudonym, pseudonym
from pinzhi_xl.schema import Holds, Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import BlankNotice, Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Person
from pinzhi_xl.sheets.results import CheckResult, IssuedPaper, RunLog
from pinzhi_xl.wording.privacy import ARCHIVED


@dataclass(frozen=True)
class Archive:
    """What archiving would write: the edits, rows by sheet label, and how many persons are concerned."""

    edits: Sequence[Edit]
    rows: Mapping[str, int]
    people: int


def archive(facts: Facts, before: date) -> Archive:
    """What makes the records before a day nameless."""
    return _Archivist(facts, before).archive()


class _Archivist:
    """Takes the persons out of past rows, and out of 人员 those who have left and are named nowhere else."""

    def __init__(self, facts: Facts, before: date) -> None:
        self.book = facts.book
        self.past = Past(facts, before)
        self.names = names_in(facts)
        self.people = {row.number: row for row in self.book.rows(Person) if row.number}
        self.replaced: dict[str, str] = {}

    def archive(self) -> Archive:
        """The edits of all sheets."""
        edits: list[SetCell] = []
        counts: Counter[str] = Counter()
        kept: list[str] = []
        for row, held, is_past in self.past.rows():
            if not is_past:
                kept += [str(getattr(row, field)) for field in held if getattr(row, field)]
                continue
            changes = list(self._nameless(row, held))
            edits += changes
            counts[type(row).sheet.label] += bool(changes)
        lines = list(self._registered())
        counts[IssuedPaper.sheet.label] += len({edit.row for edit in lines})
        edits += lines
        people = self._people(kept)
        label = Person.sheet.label
        counts[label] += len({edit.row if isinstance(edit, SetCell) else id(edit) for edit in people})
        told = list(self._told())
        counts[RunLog.sheet.label] += len({edit.row for edit in told})
        rows = {sheet: count for sheet, count in counts.items() if count}
        checked = self._checked() if rows else ()
        return Archive([*edits, *people, *told, *checked], rows, len(self.replaced))

    def _registered(self) -> Iterator[SetCell]:
        """发文登记: the lines of papers whose person goes or has gone."""
        past = [row for row, _, is_past in self.past.rows() if is_past]
        findings = [row.finding for row in past if isinstance(row, Penalty | Offender) and row.finding]
        blanks = [row.number for row in past if isinstance(row, BlankNotice) and row.number]
        nameless = nameless_of(self.book, findings, blanks)
        for row in self.book.rows(IssuedPaper):
            wanted = nameless.shown(row)
            for field in ("subject", "path"):
                if getattr(wanted, field) != getattr(row, field):
                    yield self.book.set(row, field, getattr(wanted, field))

    def _told(self) -> Iterator[SetCell]:
        """运行记录: the names in the lines of that time; who did what when stays."""
        for row in self.book.rows(RunLog):
            if row.at and row.at < self.past.before.isoformat():
                yield from self._masked(row, ("scope", "result"))

    def _checked(self) -> Iterator[SetCell]:
        """校验结果: what the last check quoted."""
        for row in self.book.rows(CheckResult):
            yield from self._masked(row, ("value", "message"))

    def _masked(self, row: Row, fields: Sequence[str]) -> Iterator[SetCell]:
        for field in fields:
            value = getattr(row, field)
            if value and (wanted := mask_names(value, self.names)) != value:
                yield self.book.set(row, field, wanted)

    def _nameless(self, row: Row, held: Mapping[str, Holds]) -> Iterator[SetCell]:
        for field, holds in held.items():
            value = getattr(row, field)
            if value:
                wanted = self._without_person(value, holds)
                if wanted != value:
                    yield self.book.set(row, field, wanted)

    def _without_person(self, value: str, holds: Holds) -> str:
        if is_pseudonym(value):
            return value
        if holds is Holds.NUMBER or (holds is Holds.EITHER and value in self.people):
            return self._instead_of(value)
        if holds is Holds.TEXT:
            return mask_names(mask_personal_numbers(value), self.names)
        return LIST_MARK.join(ARCHIVED for part in PEOPLE.split(value) if part.strip())

    def _instead_of(self, number: str) -> str:
        return self.replaced.setdefault(number, pseudonym(self.book.identity, number))

    def _people(self, kept: Sequence[str]) -> list[Edit]:
        """人员: who has left and is named nowhere any more; a nameless row for everyone else whose number went."""
        named = [*kept, *self._in_charge()]
        quoted = {part.strip() for text in named for part in PEOPLE.split(text)}
        used = "\n".join(named)
        edits: list[Edit] = []
        own_row: set[str] = set()
        for number, row in self.people.items():
            gone = row.left is not None and row.left < self.past.before and not is_pseudonym(number)
            if gone and number not in quoted and (row.name or number) not in used:
                own_row.add(number)
                edits += self._leaver(row, number)
        wanted = {instead: number for number, instead in self.replaced.items() if number not in own_row}
        for instead, number in wanted.items():
            if instead not in self.people:
                employer = self.people[number].employer if number in self.people else None
                edits.append(AppendRow(Person.sheet.label, _stand_in(instead, employer)))
        return edits

    def _in_charge(self) -> Iterable[str]:
        """Who is named as responsible today."""
        yield from (row.manager for row in self.book.rows(Community) if row.manager)
        yield from (row.head for row in self.book.rows(CommunityDepartment) if row.head)

    def _leaver(self, row: Person, number: str) -> list[Edit]:
        """The row made nameless; emptied where a nameless one stands for the person already."""
        instead = self._instead_of(number)
        if instead in self.people:
            return [
                self.book.set(row, col.identifier, None)
                for col in Person.sheet.columns
                if getattr(row, col.identifier) is not None
            ]
        return [self.book.set(row, "name", ARCHIVED), self.book.set(row, "number", instead)]


def _stand_in(number: str, employer: str | None) -> Mapping[str, Value]:
    """A row of 人员 that keeps quoted numbers known: no name, only whose staff it was."""
    columns = {col.label: None for col in Person.sheet.columns}
    label = Person.sheet.column
    return {
        **columns,
        label("number").label: number,
        label("name").label: ARCHIVED,
        label("employer").label: employer,
    }
