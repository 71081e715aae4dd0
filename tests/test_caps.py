"""The cap of law.md §1.2 with its boundary cases, what remains of it, and `pinzhi cap`."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import capital_money
from pinzhi_xl.penalties.caps import Ledger, cap_of, remaining
from tests.masters import call
from tests.tables import book_of, book_shown_in

AUGUST = Month(2014, 8)
AMOUNTS = st.decimals(0, 700, places=2)


@pytest.mark.parametrize(
    ("wage", "minimum", "ratio", "floor", "cap"),
    [
        ("3000", "2000", "0.2", "1", "600.00"),
        ("2300", "2000", "0.2", "1", "300.00"),
        ("2000", "2000", "0.2", "1", "0.00"),
        ("1900", "2000", "0.2", "1", "0.00"),
        ("2500", "2000", "0.2", "1", "500.00"),  # both limits are the same
        ("2000", "2000", "0.2", "0.8", "400.00"),  # 剩余不低于最低工资的80%
        ("3333.33", "2000", "0.2", "1", "666.66"),  # 666.666 is never rounded up
        ("2000.019", "2000", "0.2", "1", "0.01"),
        ("3000", "2000", "0", "1", "0.00"),
        ("3000", "2000", "0.3", "1", "900.00"),
    ],
)
def test_the_cap_is_the_smaller_limit_rounded_down(
    wage: str, minimum: str, ratio: str, floor: str, cap: str
) -> None:
    assert f"{cap_of(Decimal(wage), Decimal(minimum), Decimal(ratio), Decimal(floor))}" == cap


@given(*(st.decimals(0, 100_000, places=3) for _ in range(2)), st.decimals(0, 1, places=3))
def test_the_cap_keeps_both_limits(wage: Decimal, minimum: Decimal, ratio: Decimal) -> None:
    cap = cap_of(wage, minimum, ratio)
    assert cap >= 0
    assert cap == 0 or (cap <= wage * ratio and wage - cap >= minimum)
    assert cap == cap.quantize(Decimal("0.01"))
    more = cap + Decimal("0.01")
    assert more > wage * ratio or wage - more < minimum


def ledger(cap: str = "600") -> Ledger:
    return Ledger({("P1", AUGUST): Decimal(cap)})


def test_up_to_the_cap_and_not_a_fen_more() -> None:
    """law.md §1.2: 上限600，已用550，剩50：x=50 OK，50.01 BLOCK."""
    book = ledger()
    assert book.admit("W1", ("P1", AUGUST), Decimal(550))
    assert book.remaining(("P1", AUGUST)) == 50
    assert not book.fits("W2", ("P1", AUGUST), Decimal("50.01"))
    assert book.admit("W2", ("P1", AUGUST), Decimal(50))
    assert not book.fits("W3", ("P1", AUGUST), Decimal("0.01"))
    book.release("W1")
    assert book.remaining(("P1", AUGUST)) == 550


def test_another_month_and_another_person_have_their_own_cap() -> None:
    book = ledger()
    book.admit("W1", ("P1", AUGUST), Decimal(600))
    assert book.remaining(("P1", Month(2014, 9))) is None
    assert book.remaining(("P2", AUGUST)) is None
    assert book.fits("W2", ("P1", Month(2014, 9)), Decimal(600))  # unknown: told, not blocked (W1)


@given(st.lists(st.tuples(st.integers(0, 9), AMOUNTS, st.booleans()), max_size=30))
def test_no_sequence_of_notices_exceeds_the_cap(steps: list[tuple[int, Decimal, bool]]) -> None:
    book, pay = ledger(), ("P1", AUGUST)
    for key, amount, keep in steps:
        if keep:
            book.admit(key, pay, amount)
        else:
            book.release(key)
        assert book.used(pay) <= 600
        assert book.remaining(pay) == 600 - book.used(pay)


@given(st.lists(AMOUNTS, max_size=8), st.integers(0, 7), AMOUNTS)
def test_voiding_restores_the_cap(amounts: list[Decimal], place: int, last: Decimal) -> None:
    book, pay = ledger(), ("P1", AUGUST)
    for key, amount in enumerate(amounts):
        book.admit(key, pay, amount)
    before = book.remaining(pay)
    if book.admit("last", pay, last):
        assert book.remaining(pay) == (before or 0) - last
    book.release("last")
    assert book.remaining(pay) == before


@given(st.lists(st.decimals(0, 60, places=2), max_size=10), st.randoms())
def test_the_order_of_notices_does_not_matter(amounts: list[Decimal], random: object) -> None:
    pay, books = ("P1", AUGUST), []
    for order in (list(enumerate(amounts)), list(reversed(list(enumerate(amounts))))):
        book = ledger()
        assert all(book.admit(key, pay, amount) for key, amount in order)
        books.append(book)
    assert books[0].remaining(pay) == books[1].remaining(pay) == 600 - sum(amounts)


STANDING = """
人员
工号 | 姓名
P1 | 员工甲
P2 | 员工甲

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-08-04
J2 | 瑞景华庭 | 2014-08-05

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论
W1 | J1 | 客服部 | A1 | 不合格
W2 | J2 | 客服部 | A1 | 不合格
W3 | J1 | 客服部 | A2 | 不合格
W4 | J1 | 环境部 | B1 | 不合格

扣减上限
工号 | 工资所属月 | 上限
P1 | 2014年8月 | 600
P1 | 2014-09 | 100

申诉
处罚编号 | 申诉日期 | 结论 | 告知日期
品罚〔2014〕4号 | 2014-08-12 | 撤销 | 2014-08-13

处罚登记
问题编号 | 工号 | 建议金额 | 核定结果 | 核定金额 | 执行月份 | 处罚编号
"""
PROPOSED = "W1 | P1 | 100 | | | | 品罚〔2014〕1号"


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ("", 600),
        (PROPOSED, 500),
        (PROPOSED.replace("品罚〔2014〕1号", ""), 600),  # a draft is no notice yet
        ("W1 | P1 | 100 | 变更 | 30 | | 品罚〔2014〕1号", 570),
        ("W1 | P1 | 100 | 同意 | | | 品罚〔2014〕1号", 500),
        ("W1 | P1 | 100 | 变更 | | | 品罚〔2014〕1号", 600),  # changed to points only
        ("W1 | P1 | 100 | 撤销 | | | 品罚〔2014〕1号", 600),
        ("W1 | P1 | 100 | | | | 品罚〔2014〕4号", 600),  # revoked on appeal
        ("W1 | P1 | 100 | | | | 品罚〔2014〕9号", 600),  # void
        ("W1 | P1 | 100 | 同意 | | 2014-09 | 品罚〔2014〕1号", 600),  # of September's pay
        ("W1 | P2 | 100 | | | | 品罚〔2014〕1号", 600),  # same name, another number
        (f"{PROPOSED}\nW2 | P1 | 200 | | | | 品罚〔2014〕2号", 300),  # two communities, one person
    ],
)
def test_what_remains_of_a_month(rows: str, left: int) -> None:
    assert remaining(book_of(STANDING + rows), "P1", AUGUST, {"品罚〔2014〕9号"}) == left


def test_what_remains_without_a_cap_is_unknown() -> None:
    """
    人员
    工号 | 姓名
    P1 | 员工甲

    扣减上限
    工号 | 工资所属月 | 上限
    P1 | 2014-09 | 600
    """
    book = book_shown_in(test_what_remains_without_a_cap_is_unknown)
    assert remaining(book, "P1", AUGUST) is None
    assert remaining(book, "P1", Month(2014, 9)) == 600


def test_administration_works_the_cap_out_without_storing_wages(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ("--wage", "2,300", "--minimum", "2000", "--ratio", "0.2")
    assert call(capsys, "cap", *wanted, "--json") == (0, {"cap": "300.00"})
    assert call(capsys, "cap", *wanted, "--floor", "0.8") == (0, "当月可扣上限：460.00 元\n")
    assert call(capsys, "cap", "--wage", "2300", "--minimum", "2000", "--ratio", "20")[0] == 2
    assert call(capsys, "cap", "--wage", "多", "--minimum", "2000", "--ratio", "0.2")[0] == 2


@pytest.mark.parametrize(
    ("amount", "capitals"),
    [  # practice.md §3.4, one spelling throughout: 整 after 角, 零 where digits are skipped
        ("0", "零元整"),
        ("0.5", "伍角整"),
        ("10", "壹拾元整"),
        ("50", "伍拾元整"),
        ("100", "壹佰元整"),
        ("105", "壹佰零伍元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0.04", "肆分"),
        ("100.50", "壹佰元零伍角整"),
        ("100.05", "壹佰元零伍分"),
        ("0.005", "壹分"),
        ("100000000", "壹亿元整"),
        ("100050000", "壹亿零伍万元整"),
    ],
)
def test_amounts_in_capitals(amount: str, capitals: str) -> None:
    assert capital_money(Decimal(amount)) == capitals
