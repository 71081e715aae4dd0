"""The BLOCK and WARN table of law.md §8 over 处罚登记 and what it rests on; none of it touches a score."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from pinzhi_xl.drafts import in_day_order
from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import fold
from pinzhi_xl.penalties.acts import clause_of
from pinzhi_xl.penalties.caps import standing
from pinzhi_xl.penalties.grounds import binding_clause
from pinzhi_xl.penalties.law import Law
from pinzhi_xl.penalties.pay import NOTHING, Pay, caps_of
from pinzhi_xl.penalties.region import bar_to_money, rules_of
from pinzhi_xl.penalties.state import Life, void_numbers
from pinzhi_xl.problem import Problem
from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.payroll import DeductionCap
from pinzhi_xl.sheets.settings import SETTING_COLUMNS, SettingRow
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.sheets.terms import Disposition


def _charges(scene: Scene) -> Iterator[tuple[Case, Penalty]]:
    """Each finding to be penalised with each of its persons, in the order notices are drafted in."""
    rows = {(row.finding, row.person): row for row in scene.book.rows(Penalty)}
    people: dict[str | None, dict[str, None]] = {}
    for offender in scene.book.rows(Offender):
        if offender.person:
            people.setdefault(offender.finding, {})[offender.person] = None
    due = (case for case in scene.facts.cases if case.row.failed and case.row.number and _penalises(case))
    for case in in_day_order(due):
        for person in people.get(case.row.number, ()):
            if is_pseudonym(person):  # archived: its notice is the register's alone
                continue
            row = rows.get((case.row.number, person)) or Penalty(finding=case.row.number, person=person)
            yield case, replace(row, clause=clause_of(case, row))


def _penalises(case: Case) -> bool:
    return case.row.disposition is not None and Disposition(case.row.disposition).penalises


def _judged(scene: Scene, codes: Collection[str]) -> Iterator[Problem]:
    """What the law says of each notice that has no number yet, of these codes."""
    law = Law(scene.facts, scene.as_of)
    for case, row in _charges(scene):
        if row.number or case.visit.day > scene.as_of:
            continue
        refusal = law.outsider(case, row) or law.clauseless(case, row)
        if refusal is None:
            clause = binding_clause(scene.book, row.clause, case.visit.day) or Clause()
            refusal = law.refusal(case, row, clause)
        found = [refusal] if refusal is not None else list(law.reminders(case, row))
        if refusal is None:
            law.admit(case, row)
        yield from (problem for problem in found if problem.code in codes)


@serves("Z09")
def a_clause_binds_on_the_day_of_the_act(scene: Scene) -> Iterator[Problem]:
    """law.md §8 B1, §2: published and in force that day, neither before nor after."""
    yield from _judged(scene, {"clause-not-binding"})


@serves("Z09")
def only_own_staff_gets_a_notice(scene: Scene) -> Iterator[Problem]:
    """law.md §8 B5, §7: nobody who had left; another's staff is told of, for the supplier review has it."""
    yield from _judged(scene, {"supplier-staff", "person-has-left"})


@serves("Z09")
def money_is_allowed_where_it_is_proposed(scene: Scene) -> Iterator[Problem]:
    """law.md §8 B2, §1.1: no money where the region forbids fines, or where nobody has checked its rules."""
    yield from _judged(scene, {"region-forbids-fines", "region-unchecked"})


@serves("Z09")
def money_rests_on_a_clause_that_was_consulted_on(scene: Scene) -> Iterator[Problem]:
    """law.md §2, 劳动合同法 §4, 劳部发〔1995〕226号 §3: no money by a clause without 民主程序日期."""
    yield from _judged(scene, {"money-without-consultation"})


@serves("Z09")
def nobody_pays_more_than_the_cap(scene: Scene) -> Iterator[Problem]:
    """law.md §8 B3, §1.2: the amounts of one person and one month of pay stay within the cap, issued or not."""
    yield from _judged(scene, {"over-the-cap"})
    caps, used = caps_of(scene.book), dict[Pay, Decimal]()
    life = Life(scene.facts, void_numbers(scene.book), scene.as_of)
    for row, pay, amount in sorted(standing(scene.facts, life), key=lambda one: natural(one[0].number)):
        left = caps[pay] - used.get(pay, NOTHING) if pay in caps else amount
        used[pay] = used.get(pay, NOTHING) + amount
        if amount > left:
            name = "money" if row.decision is None else "decided_money"
            facts = {"person": row.person, "month": pay[1], "cap": caps[pay], "left": max(NOTHING, left)}
            yield scene.book.problem("over-the-cap", row, name, about=f"{amount:f}", **facts)


@serves("Z59")
def nobody_is_penalised_twice_for_one_act(scene: Scene) -> Iterator[Problem]:
    """law.md §8 B4, §2 一事不再罚: the same person, act (community, day, place) and clause only once."""
    yield from _judged(scene, {"penalised-already"})


@serves("Z09")
def a_number_is_of_one_notice(scene: Scene) -> Iterator[Problem]:
    """law.md §8 B7: a number stands once (that it is in the register is looked at when issuing)."""
    first: dict[str, int] = {}
    for row in scene.book.rows(Penalty):
        if row.number and first.setdefault(fold(row.number), row.row) != row.row:
            yield scene.book.problem("number-twice", row, "number", first=first[fold(row.number)])


@serves("Z09")
def the_cap_is_known(scene: Scene) -> Iterator[Problem]:
    """law.md §8 W1: an amount whose cap 行政部 has not given is told; its paper says so."""
    yield from _judged(scene, {"cap-unknown"})
    life = Life(scene.facts, void_numbers(scene.book), scene.as_of)
    for row, _, amount in standing(scene.facts, life):
        if life.lacks_cap(row):
            yield scene.book.problem("cap-unknown", row, "money", about=row.person, money=amount)


@serves("Z59")
def a_proposal_is_as_heavy_as_the_violation(scene: Scene) -> Iterator[Problem]:
    """law.md §8 W7, §2 过罚相当: dismissal and the like for a small thing; dismissal is 行政部's alone."""
    yield from _judged(scene, {"proposal-too-heavy", "dismissal-referred"})


@serves("Z09")
def a_month_of_pay_can_be_read(scene: Scene) -> Iterator[Problem]:
    """law.md §1.2: a cap is of one month of pay (工资所属月), not of the day of the notice."""
    for row in scene.book.rows(DeductionCap):
        if row.month and row.of_month is None:
            yield scene.book.problem("cap-month-unreadable", row, "month")


@serves("Z09")
def a_clause_was_consulted_on(scene: Scene) -> Iterator[Problem]:
    """law.md §2, 劳动合同法 §4: a published clause without 民主程序日期, or one that names a forbidden fine."""
    region = scene.book.settings.region
    for row in scene.book.rows(Clause):
        over = row.until is not None and row.until <= scene.as_of
        if row.published is not None and row.consulted is None and not over:
            yield scene.book.problem("clause-not-consulted", row, "consulted", about=row.number)
        if row.money and not over and bar_to_money(scene.book, scene.as_of) == "region-forbids-fines":
            yield scene.book.problem("clause-fines", row, "money", region=region, clause=row.number)


@serves("Z09")
def money_is_the_users_own_risk(scene: Scene) -> Iterator[Problem]:
    """law.md §0, §1.3: switching money on is told each time; a region needs a rule of its own (§1.1)."""
    settings = scene.book.settings
    if settings.money:
        yield from _at_setting(scene, "money", "money-enabled")
    if settings.region and not list(rules_of(scene.book)):
        yield from _at_setting(scene, "region", "region-unknown")


def _at_setting(scene: Scene, name: str, code: str) -> Iterator[Problem]:
    label = next(col.label for col in SETTING_COLUMNS if col.identifier == name)
    for row in scene.book.rows(SettingRow):
        if fold(row.name or "") == fold(label):
            yield scene.book.problem(code, row, "value")


PENALTY_RULES: tuple[Rule, ...] = (
    a_clause_binds_on_the_day_of_the_act,
    only_own_staff_gets_a_notice,
    money_is_allowed_where_it_is_proposed,
    money_rests_on_a_clause_that_was_consulted_on,
    nobody_pays_more_than_the_cap,
    nobody_is_penalised_twice_for_one_act,
    a_number_is_of_one_notice,
    the_cap_is_known,
    a_proposal_is_as_heavy_as_the_violation,
    a_month_of_pay_can_be_read,
    a_clause_was_consulted_on,
    money_is_the_users_own_risk,
)
