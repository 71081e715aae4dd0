# ruff: noqa: ANN401 - xlwings' inner interface has no types
"""xlwings' Apps, App, Books and Book on a live Calc."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from tests.real.calc_bridge import Bridge, CalcError
from tests.real.calc_ranges import CalcRange, one_based
from tests.real.calc_sheets import CalcSheet, CalcSheets

if TYPE_CHECKING:
    from tests.real.calc_engine import CalcEngine

_BUTTONS = {None: "ok", "ok": "ok", "ok_cancel": "ok", "yes_no": "yes", "yes_no_cancel": "yes"}


@dataclass(frozen=True)
class Alert:
    """A message box that was shown."""

    prompt: str
    title: str
    buttons: str
    mode: str | None


@dataclass
class AppApi:
    """Stands for the COM Application; a test may let it be WPS."""

    Name: str = "Microsoft Excel"
    Path: str = r"C:\Program Files\Microsoft Office\root\Office16"
    Version: str = "16.0"


class BookApi:
    """Stands for the COM Workbook."""

    def __init__(self, book: "CalcBook", read_only: bool) -> None:
        self._book = book
        self.ReadOnly = read_only
        self.Saved = True

    def SaveCopyAs(self, path: str) -> None:  # noqa: N802 - its name in Excel
        """Write a copy; the book keeps its own name."""
        self._book.call("store", path=os.fspath(path))


class CalcApps(base_classes.Apps):
    """The running programs, the active one first."""

    def __init__(self, engine: "CalcEngine") -> None:
        self._engine = engine
        self.running: list[CalcApp] = []

    def keys(self) -> list[int]:
        """Their process numbers."""
        return [app.pid for app in self.running]

    def add(self, spec: Any = None, add_book: bool = True, xl: Any = None, visible: Any = None) -> "CalcApp":
        """Start another program."""
        app = CalcApp(self._engine)
        self.running.insert(0, app)
        if add_book:
            app.books.add()
        return app

    @staticmethod
    def cleanup() -> None:
        """Nothing is left behind."""

    def __iter__(self) -> Iterator["CalcApp"]:
        return iter(list(self.running))

    def __len__(self) -> int:
        return len(self.running)

    def __getitem__(self, pid: int) -> "CalcApp":
        for app in self.running:
            if app.pid == pid:
                return app
        raise KeyError(pid)


class CalcApp:
    """One LibreOffice that plays Excel."""

    def __init__(self, engine: "CalcEngine") -> None:
        self.engine = engine
        self.bridge = Bridge()
        self.opened: list[CalcBook] = []
        self.reset()

    def reset(self) -> None:
        """Close all books without saving and forget all settings, messages and answers; start again what died."""
        self.bridge.busy = 0
        if not self.bridge.alive:
            self.opened.clear()
            self.bridge.stop()
            self.bridge = Bridge()
        for book in list(self.opened):
            book.close()
        self.screen_updating = self.display_alerts = self.enable_events = self.interactive = self.visible = True
        self.cut_copy_mode: str | None = None
        self._status_bar: str | bool = False
        self._calculation = "automatic"
        self.alerts: list[Alert] = []
        self.answers: list[str] = []
        self.status_bars: list[str | bool] = []
        self.api = AppApi()
        self.bridge.call("calculation", automatic=True)

    @property
    def pid(self) -> int:
        """The process number of LibreOffice."""
        return self.bridge.pid

    @property
    def hwnd(self) -> int:
        """A number that stands for the window."""
        return self.bridge.pid

    @property
    def version(self) -> str:
        """The version it plays."""
        return self.api.Version

    @property
    def path(self) -> str:
        """Where the program it plays is installed."""
        return self.api.Path

    @property
    def status_bar(self) -> str | bool:
        """The text there, or False when Excel has it."""
        return self._status_bar

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self._status_bar = value
        self.status_bars.append(value)

    @property
    def calculation(self) -> str:
        """When formulas are calculated."""
        return self._calculation

    @calculation.setter
    def calculation(self, value: str) -> None:
        if value not in ("automatic", "manual", "semiautomatic"):
            raise KeyError(value)
        self._calculation = value
        self.bridge.call("calculation", automatic=value != "manual")

    def calculate(self) -> None:
        """Calculate what has to be."""
        self.bridge.call("calculate")

    @property
    def books(self) -> "CalcBooks":
        """The open books."""
        return CalcBooks(self)

    @property
    def selection(self) -> CalcRange | None:
        """What is selected in the active book; of several areas the first, the address names all of them."""
        if not self.opened:
            return None
        book = self.opened[0]
        found = book.call("selection")
        if found is None:
            return None
        number, areas = found
        return CalcRange(CalcSheet(book, number), *map(one_based, areas))

    def activate(self, steal_focus: bool = False) -> None:
        """Come to the front."""
        running = self.engine.apps.running
        running.remove(self)
        running.insert(0, self)

    def quit(self) -> None:
        """End without saving."""
        if self in self.engine.apps.running:
            self.engine.apps.running.remove(self)
        self.opened.clear()
        self.bridge.stop()

    def kill(self) -> None:
        """End without saving."""
        self.quit()

    def alert(self, prompt: str, title: str | None, buttons: str | None, mode: str | None, callback: Any) -> str:
        """Keep the message; answer with the next of `answers`, else with the first button."""
        answer = _BUTTONS[buttons]
        if mode not in (None, "info", "critical"):
            raise KeyError(mode)
        self.alerts.append(Alert(prompt or "", title or "", buttons or "ok", mode))
        return self.answers.pop(0) if self.answers else answer


class CalcBooks(base_classes.Books):
    """The open books in the order they were opened."""

    def __init__(self, app: CalcApp) -> None:
        self.app = app

    @property
    def api(self) -> "CalcBooks":
        """Itself."""
        return self

    def _ordered(self) -> list["CalcBook"]:
        return sorted(self.app.opened, key=lambda book: book.number)

    @property
    def active(self) -> "CalcBook":
        """The book in front."""
        if not self.app.opened:
            raise CalcError("no book is open")
        return self.app.opened[0]

    def __call__(self, name_or_index: int | str) -> "CalcBook":
        books = self._ordered()
        if isinstance(name_or_index, int):
            if 1 <= name_or_index <= len(books):
                return books[name_or_index - 1]
        else:
            for book in books:
                if book.name.lower() == name_or_index.lower():
                    return book
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self.app.opened)

    def __iter__(self) -> Iterator["CalcBook"]:
        return iter(self._ordered())

    def add(self) -> "CalcBook":
        """A new book."""
        number = self.app.bridge.call("open", path=None)
        return self._opened(CalcBook(self.app, number, Path(f"工作簿{number}"), False))

    def open(self, fullname: str, update_links: Any = None, read_only: Any = None, *more: Any) -> "CalcBook":
        """Open a file."""
        path = Path(fullname)
        number = self.app.bridge.call("open", path=str(path))
        return self._opened(CalcBook(self.app, number, path, bool(read_only) or not os.access(path, os.W_OK)))

    def _opened(self, book: "CalcBook") -> "CalcBook":
        self.app.opened.insert(0, book)
        return book


class CalcBook(base_classes.Book):
    """An open book."""

    def __init__(self, app: CalcApp, number: int, path: Path, read_only: bool) -> None:
        self._app = app
        self.number = number
        self._path = path
        self._api = BookApi(self, read_only)

    def call(self, op: str, **arguments: Any) -> Any:
        """A request about this book."""
        if self not in self._app.opened:
            raise CalcError("the object invoked has disconnected from its clients")
        return self._app.bridge.call(op, book=self.number, **arguments)

    @property
    def api(self) -> BookApi:
        """Stands for the COM object."""
        return self._api

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    @property
    def fullname(self) -> str:
        """The file's path; the name alone when it was never saved."""
        return str(self._path)

    @property
    def app(self) -> CalcApp:
        """The program it is open in."""
        return self._app

    @property
    def sheets(self) -> CalcSheets:
        """Its sheets."""
        return CalcSheets(self)

    def activate(self) -> None:
        """Bring it to the front."""
        self._app.opened.remove(self)
        self._app.opened.insert(0, self)

    def close(self) -> None:
        """Close without saving."""
        if self in self._app.opened:
            self.call("close")
            self._app.opened.remove(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save, under another name if one is given; a read-only book cannot be saved under its own."""
        target = Path.cwd() / path if path else self._path
        if not target.is_absolute():
            target = Path.cwd() / f"{target}.xlsx"
        if self.api.ReadOnly and target == self._path:
            raise CalcError("1004: the book is read-only")
        self.call("store", path=str(target))
        self._path = target
        self.api.ReadOnly = False
        self.api.Saved = True
