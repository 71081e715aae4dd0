"""年度结转: a new master for the next year from the one before."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.kinds import LIST_MARK, spell
from pinzhi_xl.model import Value
from pinzhi_xl.problem import errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.carried import Carried
from pinzhi_xl.sheets.followup import BlankNotice
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.sheets.settings import SETTING_COLUMNS, SettingRow
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.new import check_free
from pinzhi_xl.tasks.run import Run, log_line
from pinzhi_xl.turning import Kept, Turn, months_not_final
from pinzhi_xl.wording import turning as words
from pinzhi_xl.workbook.port import Workbook

Rows = list[dict[str, Value]]


class MonthsNotFinal(PinzhiError):
    """Months of the old master are not locked."""

    sentence = words.NOT_FINAL


class OldHasErrors(PinzhiError):
    """What cannot be read cannot be taken along."""

    sentence = words.HAS_ERRORS


@dataclass(frozen=True)
class Turned:
    """The new master, and what it took along."""

    path: Path
    rows: int
    open_rectifications: int
    open_penalties: int
    register: Path

    def sentence(self, old: str) -> str:
        """What was taken along, in words."""
        return words.RESULT.format(
            name=old, rows=self.rows, open=self.open_rectifications, penalties=self.open_penalties
        )


def turn_year(old: Workbook, path: Path, year: int, run: Run) -> Turned:
    """Build the master of `year` at `path` from the one before; the old one is only read.

    Refused while months of the old one are not final or anything in it is an error: a row that cannot be read
    would silently be left behind.
    """
    from pinzhi_xl.documents.store import write_paper
    from pinzhi_xl.workbook.build import build_master
    from pinzhi_xl.workbook.defaults import default_contents

    check_free(path)
    book, first = old.read(), date(year, 1, 1)
    facts = Facts(fill_keys(book)[0])
    if unlocked := months_not_final(facts, first):
        raise MonthsNotFinal(name=old.path.name, months=LIST_MARK.join(map(str, unlocked)))
    if errors := errors_of(check(Scene(facts, run.as_of))):
        raise OldHasErrors(name=old.path.name, count=len(errors))
    turn = Turn(facts, first)
    kept: Kept = dict(turn.rows())
    register = desk_for(old.path, book.settings, Places()).register.root
    contents = _contents(kept, default_contents(), book)
    contents[Carried] = _carried(kept, book, old.path.name, first)
    if register.parent != path.absolute().parent and not book.settings.register:
        _set(contents[SettingRow], "register", str(register))
    turned = Turned(
        path.absolute(),
        sum(map(len, kept.values())),
        turn.open_rectifications,
        turn.open_penalties,
        register,
    )
    contents[RunLog] = [_logged(run, year, turned.sentence(old.path.name))]
    if not run.dry_run:
        write_paper(path, build_master(contents, str(uuid.uuid4())))
    return turned


def _contents(kept: Kept, defaults: Mapping[type[Row], Rows], book: Book) -> dict[type[Row], Rows]:
    """The rows as they are typed into the new master; what the old one lacked keeps its default."""
    contents = {kind: list(rows) for kind, rows in defaults.items()}
    for kind, rows in kept.items():
        if kind.sheet.label in book.layouts:
            contents[kind] = [_typed(row) for row in rows]
    names = {row["name"] for row in contents[SettingRow]}
    contents[SettingRow] += [row for row in defaults[SettingRow] if row["name"] not in names]
    return contents


def _typed(row: Row) -> dict[str, Value]:
    """A row as field identifier → what a person would type; computed cells go along as they are."""
    found: dict[str, Value] = {}
    for col in type(row).sheet.columns:
        value = getattr(row, col.identifier)
        if value is None or value == ():
            continue
        found[col.identifier] = spell(value) if isinstance(value, bool | tuple) else value
    return found


def _carried(kept: Kept, book: Book, name: str, first: date) -> Rows:
    """结转: every inspection, finding and blank that goes along, under the master it was first recorded in."""
    rows: Rows = []
    for kind in (Inspection, Finding, BlankNotice):
        for row in kept[kind]:
            number = getattr(row, "number")  # noqa: B009 - all three kinds are numbered
            rows.append(
                {
                    "sheet_name": kind.sheet.label,
                    "number": number,
                    "origin": book.origins.get(number, book.identity),
                    "file": name,
                    "carried_on": first,
                }
            )
    return rows


def _set(settings: Rows, identifier: str, value: str) -> None:
    label = next(col.label for col in SETTING_COLUMNS if col.identifier == identifier)
    for row in settings:
        if row["name"] == label:
            row["value"] = value


def _logged(run: Run, year: int, result: str) -> dict[str, Value]:
    values = log_line(run, words.TURN, str(year), result).values
    fields = {col.label: col.identifier for col in RunLog.sheet.columns}
    return {fields[label]: value for label, value in values.items()}
