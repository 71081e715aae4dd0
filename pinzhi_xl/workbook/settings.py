"""From the rows of 参数 to typed settings."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from pinzhi_xl.kinds import Fault, Kind, Parsed, Reading, fold, parse
from pinzhi_xl.model import Cell, Layout
from pinzhi_xl.numbering import is_monthly, pattern_problem
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Column
from pinzhi_xl.sheets.drills import DrillPlan
from pinzhi_xl.sheets.modules import modules_named
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS, SETTING_COLUMNS, SettingRow, Settings, month_is_readable
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.wording.safety import DRILL_HINT
from pinzhi_xl.wording.settings import (
    HINTS,
    MODULE_HINT,
    MONTH_HINT,
    NUMBER_HINT,
    SAME_PREFIX_HINT,
    THRESHOLD_HINT,
)


def read_settings(rows: Sequence[SettingRow], layout: Layout | None) -> tuple[Settings, list[Problem]]:
    """The settings typed in 参数, defaults for blank or missing ones, and what could not be used.

    A setting that cannot be used is an error and keeps its default; names the program does not know are the
    user's own and left alone.
    """
    known = {fold(col.label): col for col in SETTING_COLUMNS}
    values: dict[str, Parsed] = {}
    places: dict[str, SettingRow] = {}
    problems: list[Problem] = []
    for row in rows:
        col = known.get(fold(row.name or ""))
        if col is None or row.value is None:
            continue
        value = _read(col, row.value)
        places[col.identifier] = row
        if isinstance(value, Fault):
            problems.append(_bad(row, layout, HINTS.get(col.kind, NUMBER_HINT)))
        else:
            values[col.identifier] = value
    settings = Settings(**{**DEFAULT_SETTINGS.__dict__, **values})
    for name, hint in _inconsistent(settings):
        if name in places:
            problems.append(_bad(places[name], layout, hint))
        settings = Settings(**{**settings.__dict__, name: getattr(DEFAULT_SETTINGS, name)})
    return settings, problems


def _read(col: Column, text: str) -> Parsed | Fault:
    return parse(col.kind, text, Reading(None, col.low, col.high))


def _bad(row: SettingRow, layout: Layout | None, hint: str) -> Problem:
    column = layout.columns.get(SettingRow.sheet.column("value").label, 0) if layout else 0
    cell = Cell(SettingRow.sheet.label, row.row, column)
    label = SettingRow.sheet.column("value").label
    return make_problem("bad-setting", cell, label=label, value=row.value or "", name=row.name, hint=hint)


def _inconsistent(settings: Settings) -> list[tuple[str, str]]:
    """Settings that are readable each but impossible: field name and what to do."""
    found = []
    if not settings.excellent_from >= settings.good_from >= settings.fair_from:
        found += [(name, THRESHOLD_HINT) for name in ("excellent_from", "good_from", "fair_from")]
    if not _all_numbers(settings.repeat_factors):
        found.append(("repeat_factors", HINTS[Kind.LIST]))
    if settings.penalty_prefix == settings.rectification_prefix:
        found += [("penalty_prefix", SAME_PREFIX_HINT), ("rectification_prefix", SAME_PREFIX_HINT)]
    if modules_named(settings.modules)[1]:
        found.append(("modules", MODULE_HINT))
    if not set(settings.yearly_drills) <= set(DrillPlan):
        found.append(("yearly_drills", DRILL_HINT))
    if not month_is_readable(settings.month):
        found.append(("month", MONTH_HINT))
    pattern = settings.number_pattern
    if (problem := pattern_problem(pattern, monthly=is_monthly(pattern))) is not None:
        found.append(("number_pattern", problem.sentence))
    return found


def _all_numbers(parts: Sequence[str]) -> bool:
    try:
        return bool(parts) and all(Decimal(part) >= 0 for part in parts)
    except InvalidOperation:
        return False
