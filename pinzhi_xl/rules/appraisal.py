"""Rules of 目标."""

from collections.abc import Iterator

from pinzhi_xl.appraisal.targets import HUNDRED, bounded
from pinzhi_xl.indicators import BY_NAME
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.appraisal import Target
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.wording.problems import make_problem


@serves("A21", "E09")
def a_target_is_of_an_indicator(scene: Scene) -> Iterator[Problem]:
    """A target names an indicator of the program, and a rate is no more than a hundred."""
    for row in scene.book.rows(Target):
        if row.indicator is None:
            continue
        if row.indicator not in BY_NAME:
            yield scene.book.problem("unknown-indicator", row, "indicator", names=LIST_MARK.join(BY_NAME))
        elif row.value is not None and row.value > HUNDRED and bounded(row.indicator):
            yield scene.book.problem("target-above-hundred", row, "value", indicator=row.indicator)


@serves("E09", "F01")
def the_year_has_targets(scene: Scene) -> Iterator[Problem]:
    """Once the module is on, the year of the day of action has targets."""
    year = scene.as_of.year
    looked_for = scene.facts.settings.has(Module.APPRAISAL) and Target.sheet.label in scene.book.layouts
    if looked_for and not any(row.year == year for row in scene.book.rows(Target)):
        yield make_problem("no-targets", Cell(Target.sheet.label), year=year)


APPRAISAL_RULES: tuple[Rule, ...] = (a_target_is_of_an_indicator, the_year_has_targets)
