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
        """No flicker and no alerts of Excel's; all given back whatever happens, the mode of calculation too."""
        kept = {name: getattr(self.app, name) for name in ("screen_updating", "calculation", "display_alerts")}
        if kept["calculation"] == "manual":
            self.app.calculate()
        try:
            self.app.screen_updating = False
            self.app.display_alerts = False
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

    def cursor(self) -> tuple[str, str]:
        """Sheet and cell where the cursor stands; blank when something else than cells is selected."""
        chosen = self._selected()
        if chosen is None:
            return "", ""
        return chosen.sheet.name, str(chosen.address).split(",")[0].split(":")[0].replace("$", "")

    def selection(self) -> Selection | None:
        """What is selected in the workbook; None for a picture, a whole sheet, or in another workbook."""
        chosen = self._selected()
        if chosen is None:
            return None
        sheet = chosen.sheet
        last = int(sheet.used_range.last_cell.row)
        areas = [_rows(part, last) for part in _addresses(chosen)]
        many = len(areas) > 1 or any(several for _, several in areas)
        rows = [row for found, _ in areas for row in _visible(sheet, found)] if many else []
        name, address = self.cursor()
        return Selection(name, address, int(chosen.row), frozenset(rows))

    def _selected(self) -> Any:  # noqa: ANN401 - an xlwings range, or nothing
        try:
            chosen = self.app.selection
            here = chosen is not None and chosen.sheet.book.name == self.book.name
        except Exception:  # noqa: BLE001 - Excel cannot count the cells of a whole sheet; nor is that a choice
            return None
        return chosen if here else None

    def go_to(self, sheet: str, address: str = "A1") -> bool:
        """Show a cell; False when its sheet is not there."""
        shown = next((one for one in self.book.sheets if one.name == sheet), None)
        if shown is None:
            return False
        if not shown.visible:
            shown.visible = True
        shown.activate()
        shown.range(address).select()
        return True


def _addresses(chosen: Any) -> list[str]:  # noqa: ANN401 - an xlwings range
    """The areas of a selection one by one: Excel cuts the address of them all at 255 characters."""
    if sys.platform == "win32":
        return [str(area.Address) for area in chosen.api.Areas]
    return str(chosen.address).split(",")


def _rows(area: str, last: int) -> tuple[range, bool]:
    """The rows of one selected area, and whether it is more than a single cell; none for whole columns."""
    match = _AREA.fullmatch(area)
    if match is None:
        return range(0), False
    first, bottom = int(match[2]), int(match[4] or match[2])
    several = bool(match[4]) and (match[1], match[2]) != (match[3], match[4])
    return range(first, min(bottom, max(last, first)) + 1), several or not match[1]


def _visible(sheet: Any, rows: range) -> Iterator[int]:  # noqa: ANN401 - an xlwings sheet
    """The rows that no filter hides: nobody chose what they could not see."""
    if not rows:
        return
    hidden = sheet.range((rows[0], 1), (rows[-1], 1)).rows.hidden
    if hidden is None and len(rows) > 1:
        middle = len(rows) // 2
        yield from _visible(sheet, rows[:middle])
        yield from _visible(sheet, rows[middle:])
    elif hidden is not True:
        yield from rows
