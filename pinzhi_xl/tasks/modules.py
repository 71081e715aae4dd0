"""启用模块: the modules in use, and their sheets shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.modules import Module, modules_named
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.tasks.run import Run, as_values, write
from pinzhi_xl.wording import modules as words
from pinzhi_xl.workbook.port import Workbook


@dataclass(frozen=True)
class ModuleLine:
    """One module of a master: whether it is on, its sheets, their rows, and those that are lacking."""

    module: Module
    on: bool
    sheets: Sequence[str]
    rows: int
    lacking: Sequence[str]

    def as_json(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        found = {"name": self.module.value, "on": self.on, "sheets": list(self.sheets), "rows": self.rows}
        return {**found, "lacking": list(self.lacking)}


@dataclass(frozen=True)
class ModulesSet:
    """The modules as they are now, and which sheets were shown or hidden."""

    lines: Sequence[ModuleLine]
    shown: Sequence[str] = field(default_factory=list)
    hidden: Sequence[str] = field(default_factory=list)
    problems: Sequence[Problem] = ()

    @property
    def on(self) -> list[ModuleLine]:
        """The modules that are on."""
        return [line for line in self.lines if line.on]


def kinds_of(module: Module) -> list[type[Row]]:
    """The sheets that a module brings."""
    return [kind for kind in SHEETS if kind.sheet.module == module]


def labels_of(modules: Collection[Module]) -> list[str]:
    """The labels of the sheets that modules bring."""
    return [kind.sheet.label for module in Module if module in modules for kind in kinds_of(module)]


def show_modules(workbook: Workbook, book: Book) -> list[str]:
    """Show the sheets of the modules that 参数 switches on; the labels of those that were hidden."""
    labels = labels_of(modules_named(book.settings.modules)[0])
    return workbook.show_sheets(labels) if labels else []


def set_modules(workbook: Workbook, on: Collection[Module], off: Collection[Module], run: Run) -> ModulesSet:
    """Switch modules on and off in 参数; sheets of modules switched off are hidden where they hold nothing."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    present = modules_named(book.settings.modules)[0]
    wanted = (present | set(on)) - set(off)
    if wanted != present:
        names = LIST_MARK.join(module for module in Module if module in wanted)
        run.confirm(words.ASK.format(names=names or words.NONE))
        result = words.RESULT.format(names=names or words.NONE, shown=len(on), hidden=len(off))
        write(workbook, book, [_setting(book, names)], run, words.MODULES, names or words.NONE, result)
    if run.dry_run:
        return ModulesSet(_lines(book, wanted))
    empty = [label for label in labels_of(set(off)) if not _rows(book, label)]
    shown = workbook.show_sheets(labels_of(wanted))
    hidden = workbook.show_sheets(empty, visible=False) if empty else []
    return ModulesSet(_lines(book, wanted), shown, hidden)


def apply_modules(workbook: Workbook, run: Run) -> ModulesSet:
    """Show the sheets of the modules that 参数 names, hide those of the others where they hold nothing.

    Nothing is done where 参数 names something that is no module.
    """
    book = workbook.read()
    on = modules_named(book.settings.modules)[0]
    typed = setting_row(book)
    cell = book.cell(typed, "value") if typed is not None else None
    wrong = [problem for problem in book.problems if problem.cell == cell]
    if wrong:
        return ModulesSet(_lines(book, on), problems=wrong)
    return set_modules(workbook, (), set(Module) - on, run)


def setting_row(book: Book) -> SettingRow | None:
    """The row of 参数 that names the modules."""
    return next((row for row in book.rows(SettingRow) if row.name == words.MODULES), None)


def _setting(book: Book, names: str) -> Edit:
    row = setting_row(book)
    if row is not None:
        return book.set(row, "value", names or None)
    return AppendRow(SettingRow.sheet.label, as_values(SettingRow(name=words.MODULES, value=names)))


def _rows(book: Book, label: str) -> int:
    return next(len(book.rows(kind)) for kind in SHEETS if kind.sheet.label == label)


def _lines(book: Book, on: Collection[Module]) -> list[ModuleLine]:
    return [
        ModuleLine(
            module,
            module in on,
            labels_of([module]),
            sum(len(book.rows(kind)) for kind in kinds_of(module)),
            [label for label in labels_of([module]) if label not in book.layouts],
        )
        for module in Module
    ]
