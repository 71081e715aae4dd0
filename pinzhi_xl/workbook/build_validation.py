"""Dropdowns, bounds and input prompts of the data sheets, and the hidden lists behind them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Column, Row, Sheet
from pinzhi_xl.sheets import DICTIONARY, FORMS, SHEETS
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build_styles import ACCENT_LIGHT, LINE, TEXT_FORMAT, Brush, Look, cell_at
from pinzhi_xl.workbook.build_tables import LAST_ROW, put

Lists = Mapping[tuple[str, ...], str]
"""The choices of a column → the range that holds them."""

YES_NO = (words.YES, words.NO)
DAY_ZERO = date(1899, 12, 30)
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
LAST_MOMENT = "0.999988425925926"  # 23:59:59 as a part of a day
WIDEST = Decimal(999_999_999)
Bounded = Literal["date", "time", "whole", "decimal"]
TITLE_LIMIT, TEXT_LIMIT = 32, 255
ALIASED = frozenset({Department.sheet.identifier})
"""Sheets (identifiers) whose rows may be quoted by another name."""


def draw_dictionary(sheet: Worksheet, brush: Brush) -> Lists:
    """Write every list of choices into its own column of 字典; return where each stands."""
    lists: dict[tuple[str, ...], str] = {}
    for heading, choices in _choices():
        number = len(lists) + 1
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 18
        for row, text in enumerate((heading, *choices), start=1):
            cell = cell_at(sheet, row, number)
            put(cell, text)
            fill = ACCENT_LIGHT if row == 1 else ""
            brush.paint(cell, Look(line=LINE, fill=fill, number_format=TEXT_FORMAT))
        lists[choices] = f"{quote_sheetname(DICTIONARY)}!${letter}$2:${letter}${len(choices) + 1}"
    sheet.freeze_panes = "A2"
    return lists


def _choices() -> list[tuple[str, tuple[str, ...]]]:
    """Every distinct list with a heading that says where it was met first."""
    found: dict[tuple[str, ...], str] = {YES_NO: words.DICTIONARY_YES_NO}
    for kind in (*SHEETS, *FORMS):
        for col in kind.sheet.columns:
            if col.choices and not col.computed:
                heading = words.DICTIONARY_HEADING.format(sheet=kind.sheet.label, column=col.label)
                found.setdefault(tuple(map(str, col.choices)), heading)
    return [(heading, choices) for choices, heading in found.items()]


def name_key_ranges(book: Workbook) -> None:
    """Define a name for the filled part of every key column that other sheets quote."""
    wanted = {col.refers for kind in SHEETS for col in kind.sheet.columns}
    for kind in SHEETS:
        if kind.sheet.identifier in wanted:
            number = [col.identifier for col in kind.sheet.columns].index(kind.sheet.key[0]) + 1
            letter, sheet = get_column_letter(number), quote_sheetname(kind.sheet.label)
            column = f"{sheet}!${letter}$2:${letter}${LAST_ROW}"
            filled = f"{sheet}!${letter}$2:INDEX({column},MAX(1,COUNTA({column})))"
            name = range_name(kind.sheet)
            book.defined_names[name] = DefinedName(name, attr_text=filled)


def range_name(sheet: Sheet) -> str:
    """The defined name of a sheet's keys."""
    return words.RANGE_NAME.format(sheet=sheet.label)


def validate(sheet: Worksheet, kind: type[Row], lists: Lists) -> None:
    """Add the validations of all columns that people fill, and a prompt to those they do not."""
    if kind.sheet.all_computed:
        return
    for number, col in enumerate(kind.sheet.columns, start=1):
        letter = get_column_letter(number)
        validate_area(sheet, col, lists, f"{letter}2:{letter}{LAST_ROW}")


def validate_area(sheet: Worksheet, col: Column, lists: Lists, area: str) -> None:
    """Add the validation and the prompt of one column to the cells of `area`."""
    rule = _rule(col, lists)
    rule.promptTitle = col.label[:TITLE_LIMIT]
    rule.prompt = _prompt(col)[:TEXT_LIMIT]
    rule.showInputMessage = True
    rule.add(area)
    sheet.add_data_validation(rule)


def _prompt(col: Column) -> str:
    parts = [col.meaning.rstrip("。") + "。"]
    if col.computed:
        parts = [words.PROMPT_COMPUTED]
    elif col.required:
        parts.append(words.PROMPT_REQUIRED)
    elif col.numbered:
        parts = [words.PROMPT_NUMBERED]
    return "".join(parts)


def _rule(col: Column, lists: Lists) -> DataValidation:
    """The validation of one column; what the reader would still understand is doubted, not refused."""
    if col.computed or col.kind is Kind.LIST:
        return DataValidation(allow_blank=True)
    if col.choices:
        text = words.DOUBT_CHOICE if col.aliases else words.REFUSED_CHOICE
        return _list(lists[tuple(map(str, col.choices))], text, doubt=bool(col.aliases))
    if col.kind is Kind.YES_NO:
        return _list(lists[YES_NO], words.REFUSED_CHOICE, doubt=False)
    if col.refers:
        return _reference(col)
    return _bounds(col)


def _reference(col: Column) -> DataValidation:
    """Doubted, never refused: keys may have gaps, and what is typed may be an alias or be registered later."""
    target = next(kind.sheet for kind in SHEETS if kind.sheet.identifier == col.refers)
    kept = col.lenient or col.refers in ALIASED
    text = words.DOUBT_REFERENCE if kept else words.UNKNOWN_REFERENCE
    return _list(range_name(target), text.format(sheet=target.label), doubt=True)


def _list(source: str, text: str, *, doubt: bool) -> DataValidation:
    return _with_error(DataValidation(type="list", formula1=source, allow_blank=True), text, doubt=doubt)


def _bounds(col: Column) -> DataValidation:
    limits = _limits(col)
    if limits is None:
        return DataValidation(allow_blank=True)
    kind, (low, high), text = limits
    rule = DataValidation(type=kind, operator="between", formula1=low, formula2=high, allow_blank=True)
    return _with_error(rule, text, doubt=True)


def _limits(col: Column) -> tuple[Bounded, Sequence[str], str] | None:
    """Type, bounds and message of a column of days, times or numbers; None for any other."""
    if col.kind is Kind.DATE:
        return "date", [str((day - DAY_ZERO).days) for day in (FIRST_DAY, LAST_DAY)], words.DOUBT_DATE
    if col.kind is Kind.TIME:
        return "time", ("0", LAST_MOMENT), words.DOUBT_TIME
    if col.kind not in (Kind.WHOLE, Kind.POINTS, Kind.MONEY):
        return None
    low = -WIDEST if col.low is None else col.low
    high = WIDEST if col.high is None else col.high
    whole = col.kind is Kind.WHOLE
    text = (words.DOUBT_WHOLE if whole else words.DOUBT_NUMBER).format(bounds=_bounds_text(col))
    return "whole" if whole else "decimal", (f"{low:f}", f"{high:f}"), text


def _bounds_text(col: Column) -> str:
    if col.low is not None and col.high is not None:
        return words.BOUNDS_BOTH.format(low=col.low, high=col.high)
    if col.low is not None:
        return words.BOUNDS_LOW.format(low=col.low)
    return "" if col.high is None else words.BOUNDS_HIGH.format(high=col.high)


def _with_error(rule: DataValidation, text: str, *, doubt: bool) -> DataValidation:
    rule.errorStyle = "warning" if doubt else "stop"
    rule.showErrorMessage = True
    rule.errorTitle = words.REFUSED_TITLE
    rule.error = text[:TEXT_LIMIT]
    return rule
