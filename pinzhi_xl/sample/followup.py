"""What became of the sample's rectifications: most done in time, some late, some done again, some still open."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.drafts import Draft
from pinzhi_xl.sheets.terms import Disposition, Outcome, Verdict

OPEN_SHARE, AGAIN_SHARE = 0.12, 0.06
DAYS_TO_MEND = (0, 0, 1, 1, 1, 2, 3)


def rectification_rows(
    month: Month, drafts: Sequence[Draft], found: Sequence[Mapping[str, Value]], reviewer: str
) -> list[dict[str, Value]]:
    """A row for each numbered finding to be rectified that was seen again at a later visit of the month."""
    rng = Random(f"pinzhi_xl sample follow-up {month}")
    visits: dict[str, list[date]] = {}
    for draft in drafts:
        visits.setdefault(draft.visit.community, []).append(draft.visit.day)
    rows = []
    for draft, row in zip(drafts, found, strict=True):
        later = sorted(day for day in visits[draft.visit.community] if day > draft.visit.day)
        asked = str(row["disposition"] or "") in (Disposition.RECTIFY, Disposition.BOTH)
        if asked and row["number"] and row["verdict"] == Verdict.FAILED and later and rng.random() > OPEN_SHARE:
            rows.append(_followed(row["number"], draft.visit.day, later[0], reviewer, rng))
    return rows


def _followed(number: Value, day: date, seen_again: date, reviewer: str, rng: Random) -> dict[str, Value]:
    done = min(_working(day + timedelta(days=rng.choice(DAYS_TO_MEND))), seen_again)
    row: dict[str, Value] = {
        "finding": number,
        "measure": rng.choice(texts.MEASURES),
        "done_on": done,
        "progress": 100,
        "reinspector": reviewer,
        "reinspected_on": seen_again,
        "outcome": Outcome.DONE.value,
        "effect": texts.EFFECT,
    }
    if rng.random() < AGAIN_SHARE:
        row |= {"outcome": Outcome.AGAIN.value, "effect": texts.EFFECT_PARTLY}
        row["second_due_on"] = _working(seen_again + timedelta(days=3))
    return row


def _working(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.isoweekday() + 1)) if day.isoweekday() > 5 else day
