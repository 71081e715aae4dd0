"""A report before it is a file: what the pure modules hand to the task that writes reports."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring import MonthScores
from pinzhi_xl.scoring.facts import Facts

PaperValue = str | bool | Sequence[Mapping[str, str]] | Sequence[str]
"""What a template may be given: texts, flags, and lists of texts or of rows of texts."""


@dataclass(frozen=True)
class Report:
    """One report: `kind` is its name and the name of its template, `values` what the template is given.

    `month` names the output folder, `name` the file within the kind's folder, without suffix
    (contract §6: number or period, then community).
    """

    kind: str
    month: Month
    name: str
    community: str
    values: Mapping[str, PaperValue]


@dataclass(frozen=True)
class ReportScene:
    """What a report is made from: the facts of a book, who is blocked, and the day of action.

    `scores(month)` gives the scores of any month; `final` is False while the month is a draft.
    """

    facts: Facts
    as_of: date
    blocked: Callable[[Month], Mapping[str, Sequence[Problem]]]
    scores: Callable[[Month], MonthScores]
    final: bool = False
