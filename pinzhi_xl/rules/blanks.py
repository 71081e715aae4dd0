"""Rules of the numbered blanks that were filled on site (practice.md §3: 作废号保留不重用)."""

from collections.abc import Iterator

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.followup import BlankNotice
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.terms import BlankUse


@serves("Z09")
def a_blank_is_used_once(scene: Scene) -> Iterator[Problem]:
    """A blank stands for one person of one finding, and not once it is void."""
    blanks = {row.number: row for row in scene.book.rows(BlankNotice) if row.number}
    taken: set[str] = set()
    for row in scene.book.rows(Offender):
        blank = blanks.get(row.blank or "")
        if blank is None or row.blank is None:
            continue
        if blank.use == BlankUse.VOID:
            yield scene.book.problem("blank-void", row, "blank")
        elif blank.finding and blank.finding != row.finding:
            yield scene.book.problem("blank-used", row, "blank", finding=blank.finding)
        elif row.blank in taken:
            yield scene.book.problem("blank-twice", row, "blank")
        taken.add(row.blank)


BLANK_RULES: tuple[Rule, ...] = (a_blank_is_used_once,)
