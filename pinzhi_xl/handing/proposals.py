"""What an agreement of 行政部 is to: the proposal as it stands on the list, not as it reads since."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pinzhi_xl.kinds import fold
from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.model import Layout
from pinzhi_xl.numerals import plain
from pinzhi_xl.sheets.decision_list import DecisionLine
from pinzhi_xl.sheets.followup import Penalty

PROPOSED: Mapping[str, str] = {
    "proposed_clause": "clause",
    "proposal": "proposal",
    "proposed_points": "points",
    "proposed_money": "money",
}
"""Field of a list's line that says what is proposed → field of 处罚登记."""

FIGURES = ("proposed_points", "proposed_money")


def changed_proposals(line: DecisionLine, row: Penalty, layout: Layout) -> Iterator[tuple[str, str, str, str]]:
    """What differs: field of the line and of 处罚登记, what the list says and what the sheet says.

    A text whose column the list does not have is not compared; a figure it does not have was not seen.
    """
    for name, field_name in PROPOSED.items():
        if name in FIGURES or DecisionLine.sheet.column(name).label in layout.columns:
            seen, present = _shown(getattr(line, name)), _shown(getattr(row, field_name))
            if fold(seen) != fold(present):
                yield name, field_name, seen, present


def _shown(value: str | Decimal | None) -> str:
    """As a list shows it: numbers of people masked; 0 is as good as no figure."""
    return mask_personal_numbers(value) if isinstance(value, str) else plain(value) if value else ""
