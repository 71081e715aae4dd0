"""The BLOCK and WARN table of law.md §8: which problems of the catalogue say each of its rows."""

from collections.abc import Mapping

LAW_TABLE: Mapping[str, tuple[str, ...]] = {
    "B1": ("clause-not-binding",),
    "B2": ("region-forbids-fines", "region-unchecked"),
    "B3": ("over-the-cap", "reply-over-the-cap"),
    "B4": ("penalised-already",),
    "B5": ("person-has-left", "supplier-staff"),
    "B6": ("rectification-no-owner", "rectification-no-deadline", "rectification-no-target"),
    "B7": ("number-twice", "month-closed-to-notices"),
    "W1": ("cap-unknown",),
    "W2": (
        "executed-before-decision",
        "executed-in-appeal-period",
        "executed-under-appeal",
        "executed-though-revoked",
        "executed-though-changed",
    ),
    "W3": ("personal-number",),
    "W4": ("year-without-holidays", "deadline-year-unknown"),
    "W5": ("name-in-text",),
    "W6": ("handler-is-inspector",),
    "W7": ("proposal-too-heavy", "dismissal-referred"),
    "W8": ("past-retention",),
}
"""Row → codes. B7 has besides the refusals of commands: a number the register does not know, a final month."""
