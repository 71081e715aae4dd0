"""How heavy a proposal is, against how serious the violation is (law.md §2: 过罚相当; W7)."""

from pinzhi_xl.sheets.terms import Severity
from pinzhi_xl.wording import penalties as words

LIGHT, MOVE, DISMISSAL = range(3)
"""Grades of a proposal: up to a written warning; another post or rank; the end of the employment."""

HEAVIEST = {Severity.MINOR: LIGHT, Severity.MAJOR: MOVE, Severity.SERIOUS: DISMISSAL}
"""The heaviest grade that one violation of a severity bears."""


def grade_of(proposal: str) -> int:
    """The grade of a proposal; the heaviest word in it counts."""
    known = ((DISMISSAL, words.DISMISS), (MOVE, words.MOVE))
    return next((grade for grade, terms in known if any(_says(proposal, term) for term in terms)), LIGHT)


def _says(text: str, word: str) -> bool:
    """True when `word` stands in `text` somewhere without a negation right before it."""
    at = text.find(word)
    while at >= 0:
        if not text[:at].endswith(words.NEGATIONS):
            return True
        at = text.find(word, at + 1)
    return False


def is_dismissal(proposal: str) -> bool:
    """True for a proposal to end the employment: that is 行政部's alone (law.md §2)."""
    return grade_of(proposal) == DISMISSAL


def is_too_heavy(proposal: str, severity: str | None, *, red_line: bool) -> bool:
    """True when a proposal weighs more than the violation; a red line is as serious as it gets."""
    worst = Severity.SERIOUS if red_line else Severity(severity or Severity.MINOR)
    return grade_of(proposal) > HEAVIEST[worst]
