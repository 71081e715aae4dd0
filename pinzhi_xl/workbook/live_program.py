"""Excel as a person sees it: questions, the status bar, what is selected, where to look next."""

import re
import sys
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from pinzhi_xl.wording import live as words
from pinzhi_xl.workbook.live_errors import NotExcel

T = TypeVar("T")
OTHERS = ("wps", "kingsoft", "et.exe")
"""What name or path of the program say when WPS answers for Excel."""

PROGRESS_STEPS = 50
"""The status bar is renewed at most this often a task: each time is a call into Excel."""

_AREA = re.compile(r"\$?([A-Z]*)\$?(\d+)(?::\$?([A-Z]*)\$?(\d+))?")


@dataclass(frozen=True)
class Selection:
    """What is selected: a sheet, the cell that is active, and the rows when whole rows or several were chosen.

    `rows` is empty for a single cell: wherever the cursor happens to stand is no choice.
    """

    sheet: str
    address: str
    active_row: int
    rows: frozenset[int] = frozenset()


class Program:
    """The program that has a workbook open."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - an xlwings Book
        self.book = book
        self.app = book.app

    def refuse_strangers(self) -> None:
        """Refuse WPS and whatever else answers under Excel's name."""
        if sys.platform == "darwin":
            return
        found = f"{getattr(self.app.api, 'Name', '')} {getattr(self.app.api, 'Path', '')}".strip()
        if any(sign in found.casefold() for sign in OTHERS):
            raise NotExcel(name=found)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """No flicker, no recalculation between blocks, no alerts of Excel's; all given back whatever happens."""
        kept = {name: getattr(self.app, name) for name in ("screen_updating", "calculation", "display_alerts")}
        if kept["calculation"] == "manual":
            self.app.calculate()
        try:
            self.app.screen_updating = False
            self.app.display_alerts = False
            if kept["calculation"] == "automatic":
                self.app.calculation = "manual"
            self.status(words.WORKING)
            yield
        finally:
            for name, value in reversed(kept.items()):
                with suppress(Exception):  # the next one is to be given back all the same
                    setattr(self.app, name, value)
            with suppress(Exception):
                self.status(None)

    def status(self, text: str | None) -> None:
        """Say something in the status bar; None gives it back to Excel."""
        self.app.status_bar = False if text is None else text

    def ask(self, question: str) -> bool:
        """Put a question with yes and no."""
        return bool(self.app.alert(question, title=words.TITLE, buttons="yes_no", mode="info") == "yes")

    def tell(self, sentence: str, *, critical: bool = False) -> None:
        """Say something that needs to be seen."""
        self.app.alert(sentence, title=words.TITLE, buttons="ok", mode="critical" if critical else "info")

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        """The items one by one, counted in the status bar."""
        if total is None and isinstance(items, Sized):
            total = len(items)
        step = max(1, (total or 0) // PROGRESS_STEPS)
        for done, item in enumerate(items, start=1):
            if done % step == 0 or done == total:
                shown = words.PROGRESS if total else words.PROGRESS_OPEN
                self.status(shown.format(label=label, done=done, total=total))
            yield item

    def selection(self) -> Selection | None:
        """What is selected in the workbook; None for a picture or in another workbook."""
        chosen = self.app.selection
        if chosen is None or chosen.sheet.book.name != self.book.name:
            return None
        sheet = chosen.sheet
        areas = [_rows(part, int(sheet.used_range.last_cell.row)) for part in str(chosen.address).split(",")]
        many = len(areas) > 1 or any(whole or len(rows) > 1 for rows, whole in areas)
        rows = frozenset(row for found, _ in areas for row in found) if many else frozenset()
        first = int(chosen.row)
        address = str(chosen.address).split(",")[0].split(":")[0].replace("$", "")
        return Selection(sheet.name, address, first, frozenset(row for row in rows if not _hidden(sheet, row)))

    def go_to(self, sheet: str, address: str = "A1") -> None:
        """Show a cell."""
        shown = self.book.sheets[sheet]
        if not shown.visible:
            shown.visible = True
        shown.activate()
        shown.range(address).select()


def _rows(area: str, last: int) -> tuple[range, bool]:
    """The rows of one selected area, and whether it is made of whole rows; none for whole columns."""
    match = _AREA.fullmatch(area)
    if match is None:
        return range(0), False
    first, bottom = int(match[2]), int(match[4] or match[2])
    return range(first, min(bottom, max(last, first)) + 1), not match[1]


def _hidden(sheet: Any, row: int) -> bool:  # noqa: ANN401 - an xlwings sheet
    """True for a row that a filter has hidden: nobody chose what they could not see."""
    return sheet.range((row, 1)).rows.hidden is True
