"""One theme of a special inspection in figures and sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pinzhi_xl.numerals import plain
from pinzhi_xl.sheets.special import SpecialItem
from pinzhi_xl.sheets.special_terms import SpecialState
from pinzhi_xl.special.results import Checked
from pinzhi_xl.summary.figures import share
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.wording import special as words


@dataclass(frozen=True)
class Theme:
    """A theme: its items in force, its results, and the 状态 of each result by sheet row."""

    name: str
    items: Sequence[SpecialItem]
    checked: Sequence[Checked]
    states: Mapping[int, SpecialState | None]

    @property
    def failed(self) -> list[Checked]:
        """Results 不符合."""
        return [one for one in self.checked if one.row.failed]

    @property
    def open(self) -> list[Checked]:
        """Failed ones that are not closed."""
        return [one for one in self.failed if (state := self.states[one.row.row]) is not None and state.is_open]

    @property
    def supplies(self) -> list[Checked]:
        """Results about supplies."""
        return [one for one in self.checked if one.is_supply]

    def count(self, state: SpecialState) -> int:
        """How many results stand so."""
        return sum(self.states[one.row.row] is state for one in self.checked)


def sentences_of(theme: Theme) -> list[str]:
    """Coverage, failures and supplies of a theme."""
    failed = len(theme.failed)
    found = [
        words.SPECIAL_SUMMARY.format(
            theme=theme.name,
            items=len(theme.items),
            checked=len(theme.checked),
            rate=share(len(theme.checked), len(theme.items)),
            failed=failed,
            keys=sum(bool(one.item.key) for one in theme.failed),
        ),
        _rectified(theme) if failed else words.SPECIAL_NO_FAILURE,
    ]
    return [*found, _supplied(theme)] if theme.supplies else found


def _rectified(theme: Theme) -> str:
    closed, review = theme.count(SpecialState.CLOSED), theme.count(SpecialState.TO_REVIEW)
    return words.SPECIAL_STATE.format(
        closed=closed,
        rate=share(closed, len(theme.failed)),
        review=review,
        open=len(theme.open) - review,
        overdue=theme.count(SpecialState.OVERDUE),
    )


def _supplied(theme: Theme) -> str:
    short = [one for one in theme.supplies if one.shortage]
    if short:
        return words.SPECIAL_SUPPLIES.format(
            lines=len(theme.supplies),
            short=len(short),
            names=words.LIST.join(one.item.item or "" for one in short),
            filled=sum(theme.states[one.row.row] is SpecialState.CLOSED for one in short),
        )
    counted = sum(one.row.have is not None for one in theme.supplies)
    return words.SPECIAL_SUPPLIES_FINE.format(lines=len(theme.supplies), counted=counted)


def conclusion(theme: Theme) -> str:
    """What the theme comes to: an open key item weighs most, then any open one, then what was not checked."""
    keys = sum(bool(one.item.key) for one in theme.open)
    left = len(theme.items) - len(theme.checked)
    if keys:
        return words.CONCLUDED_KEYS.format(keys=keys)
    if theme.open:
        return words.CONCLUDED_OPEN.format(open=len(theme.open))
    if left > 0:
        return words.CONCLUDED_PART.format(left=left)
    return words.CONCLUDED_CLOSED if theme.failed else words.CONCLUDED_GOOD


def supply_row(theme: Theme, one: Checked) -> RowTexts:
    """One line of the list of supplies."""
    unit = one.item.unit
    if one.row.have is None:
        result = words.UNCOUNTED
    elif one.shortage:
        result = words.SUPPLY_SHORT.format(amount=amount(one.shortage, unit))
    else:
        result = words.SUPPLY_ENOUGH
    return {
        "theme": theme.name,
        "item": one.item.item or "",
        "needed": amount(one.item.needed, unit),
        "have": amount(one.row.have, unit),
        "result": result,
        "state": str(theme.states[one.row.row] or words.NOTHING),
    }


def amount(value: Decimal | None, unit: str | None) -> str:
    """A quantity with its unit; “—” for None."""
    return words.NOTHING if value is None else words.WITH_UNIT.format(amount=plain(value), unit=unit or "").strip()
