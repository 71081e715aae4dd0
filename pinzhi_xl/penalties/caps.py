"""How much may be taken from one person's pay of one month (law.md §1.2); wages are never kept."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal

from pinzhi_xl.month import Month
from pinzhi_xl.penalties.pay import NOTHING, Pay, amount_of, caps_of, pay_of
from pinzhi_xl.penalties.state import Life, is_revoked
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty

_FEN = Decimal("0.01")


def cap_of(wage: Decimal, minimum: Decimal, ratio: Decimal, floor: Decimal = Decimal(1)) -> Decimal:
    """``max(0, min(ratio×W, W−floor×M))``, down to the fen and never up (law.md §1.2)."""
    share, rest = _down(wage * ratio), _down(wage - minimum * floor)
    return max(NOTHING.quantize(_FEN), min(share, rest))


def _down(amount: Decimal) -> Decimal:
    return amount.quantize(_FEN, ROUND_FLOOR)


@dataclass
class Ledger:
    """Amounts standing against each pay, and the cap of each pay that has one."""

    caps: Mapping[Pay, Decimal]
    entries: dict[Hashable, tuple[Pay, Decimal]] = field(default_factory=dict)

    def used(self, pay: Pay, apart: Hashable = None) -> Decimal:
        """What stands against a pay already, the entry `apart` left out."""
        return sum((amount for key, (own, amount) in self.entries.items() if own == pay and key != apart), NOTHING)

    def remaining(self, pay: Pay, apart: Hashable = None) -> Decimal | None:
        """What may still be taken, never less than nothing; None where no cap was given (W1)."""
        cap = self.caps.get(pay)
        return None if cap is None else max(NOTHING, cap - self.used(pay, apart))

    def fits(self, key: Hashable, pay: Pay, amount: Decimal) -> bool:
        """False for an amount beyond the cap (B3); the cap itself is within, and an unknown cap no bar."""
        left = self.remaining(pay, key)
        return left is None or amount <= left or amount == 0

    def admit(self, key: Hashable, pay: Pay, amount: Decimal) -> bool:
        """Enter an amount if it fits."""
        if not self.fits(key, pay, amount):
            return False
        self.entries[key] = (pay, amount)
        return True

    def release(self, key: Hashable) -> None:
        """Take an entry out: its notice is void or revoked (撤销一单后额度恢复)."""
        self.entries.pop(key, None)


def standing(
    facts: Facts, life: Life, rows: Iterable[Penalty] | None = None
) -> Iterator[tuple[Penalty, Pay, Decimal]]:
    """Every notice with a number that is neither void nor revoked and takes money.

    `rows` are those of 处罚登记 as the register has them, where it is at hand.
    """
    for row in facts.book.rows(Penalty) if rows is None else rows:
        if not row.number or life.is_void(row) or is_revoked(row, life.appeals(row)):
            continue
        pay, amount = pay_of(facts, row), amount_of(row)
        if pay is not None and amount:
            yield row, pay, amount


def ledger_of(facts: Facts, life: Life, rows: Iterable[Penalty] | None = None) -> Ledger:
    """The ledger of all notices that stand; keys are finding and person, `rows` as in `standing`."""
    found = standing(facts, life, rows)
    return Ledger(caps_of(facts.book), {(row.finding, row.person): (pay, amount) for row, pay, amount in found})


def remaining(book: Book, person: str, payroll_month: Month, void_numbers: Collection[str] = ()) -> Decimal | None:
    """What may still be taken from a person's pay of a month; None where no cap is known (law.md §1.2)."""
    facts = Facts(book)
    life = Life(facts, void_numbers, payroll_month.last)
    return ledger_of(facts, life).remaining((person, payroll_month))
