# ruff: noqa: ANN401 - xlwings' inner interface has no types
"""A LibreOffice Calc engine for xlwings: code written for Excel runs for real on Linux.

`CalcProgram` starts a LibreOffice, registers the engine and gives an ``xw.App``; `running` and `fresh` are for
fixtures. What Excel does beyond the public interface (typing, colours as seen) is on `CalcProgram`.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import xlwings as xw

from tests.real.calc_apps import Alert, CalcApp, CalcApps
from tests.real.calc_bridge import CalcError
from tests.real.calc_ranges import ERRORS, zero_based

__all__ = ["Alert", "CalcApp", "CalcEngine", "CalcError", "CalcProgram", "fresh", "running"]

_ERROR_TEXTS = {number: text for text, number in ERRORS.items()}


class CalcEngine:
    """What xlwings calls an engine."""

    name = "calc"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = CalcApps(self)

    @staticmethod
    def prepare_xl_data_element(x: Any, options: Any) -> Any:
        """Nothing and not-a-number become an empty text, as on Windows."""
        if x is None or (isinstance(x, float) and math.isnan(x)):
            return ""
        return x

    @staticmethod
    def clean_value_data(
        data: Any,
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """COM's values as the caller wants them."""

        def clean(value: Any) -> Any:
            if value is None or value == "":
                return empty_as
            if isinstance(value, dt.datetime):
                parts = {
                    name: getattr(value, name) for name in ("year", "month", "day", "hour", "minute", "second")
                }
                return datetime_builder(**parts, microsecond=value.microsecond, tzinfo=None)
            if isinstance(value, float):
                return value if number_builder is None else number_builder(value)
            if isinstance(value, int) and value in _ERROR_TEXTS:
                return _ERROR_TEXTS[value] if err_to_str else None
            return value

        return [[clean(value) for value in row] for row in data]


@dataclass
class CalcProgram:
    """A running Calc, and what people do in it beyond xlwings' interface."""

    engine: CalcEngine = field(default_factory=CalcEngine)
    impl: CalcApp = field(init=False)
    app: xw.App = field(init=False)
    _before: Any = field(init=False, default=None)

    def start(self) -> "CalcProgram":
        """Start LibreOffice and make this the active engine."""
        self._before = xw.engines.active
        engine = xw.Engine(impl=self.engine)
        self.impl = self.engine.apps.add(add_book=False)
        xw.engines.add(engine)
        engine.activate()
        self.app = xw.App(impl=self.impl)
        return self

    def stop(self) -> None:
        """End LibreOffice; xlwings is as it was before."""
        for app in list(self.engine.apps.running):
            app.quit()
        forget_mock_caller()
        for engine in [each for each in xw.engines if each.impl is self.engine]:
            xw.engines.engines.remove(engine)
        xw.engines.engines_by_name.pop("calc", None)
        xw.engines.active = self._before

    def __enter__(self) -> "CalcProgram":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def reset(self) -> None:
        """As freshly started, for the next test."""
        self.impl.reset()
        forget_mock_caller()

    def type_text(self, sheet: xw.Sheet, address: str, text: str, *, grow_table: bool = True) -> None:
        """A person types into a cell; a table right above takes the row in, as Excel does by itself."""
        place = zero_based(sheet.range(address).impl.coords[1:])
        sheet.impl.call("type", place=place, text=text, grow=grow_table)

    def select(self, sheet: xw.Sheet, *addresses: str) -> None:
        """A person selects cells, several areas with Ctrl."""
        sheet.activate()
        sheet.impl.call("select", areas=[zero_based(sheet.range(a).impl.coords[1:]) for a in addresses])

    def effective_colors(self, sheet: xw.Sheet) -> dict[str, str | None]:
        """The fill a person sees in each visible cell of the used range, by address without $."""
        found = sheet.impl.call("colours")
        cells = {sheet.impl.range((row + 1, column + 1)): colour for row, column, colour in found}
        return {cell.get_address(False, False, False): colour.upper() or None for cell, colour in cells.items()}

    def effective_color(self, sheet: xw.Sheet, address: str) -> str | None:
        """The fill a person sees in a cell, conditional formats included: "#RRGGBB", or None."""
        return self.effective_colors(sheet).get(address.replace("$", ""))

    def protect(self, sheet: xw.Sheet) -> None:
        """A person protects the sheet."""
        sheet.impl.call("protected", value=True)

    def unprotect(self, sheet: xw.Sheet) -> None:
        """A person takes the protection away."""
        sheet.impl.call("protected", value=False)

    def notes(self, sheet: xw.Sheet) -> dict[str, str]:
        """The notes on a sheet by address."""
        found = sheet.impl.call("notes")
        return {sheet[row, column].get_address(False, False): text for row, column, text in found}

    def hide_rows(self, sheet: xw.Sheet, first: int, last: int, hidden: bool = True) -> None:
        """Rows are hidden as a filter hides them."""
        sheet.impl.call("hidden", first=first - 1, last=last - 1, rows=True, value=hidden)


def forget_mock_caller() -> None:
    """``xw.Book.caller()`` has no caller again."""
    if hasattr(xw.Book, "_mock_caller"):
        del xw.Book._mock_caller


def running() -> Iterator[CalcProgram]:
    """For a session fixture: one LibreOffice."""
    with CalcProgram() as program:
        yield program


def fresh(program: CalcProgram) -> Iterator[CalcProgram]:
    """For a test's fixture: the session's LibreOffice without books, messages and settings."""
    program.reset()
    yield program
    program.reset()
