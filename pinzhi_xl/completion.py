"""When something is done as far as a day knows: what a second look sent back has to be done again."""

from datetime import date


def known_done(done: date | None, as_of: date, *, sent_back: bool, looked_on: date | None) -> date | None:
    """The day of completion as known on a day; after being `sent_back` only one later than the look counts.

    Sent back without a day of the look, nothing counts.
    """
    if done is None or done > as_of:
        return None
    return None if sent_back and (looked_on is None or done <= looked_on) else done
