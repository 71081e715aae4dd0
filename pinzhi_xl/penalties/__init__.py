"""Penalty notices: who is due one, whether it would stand, what it may cost, and how it lives on (law.md §1–3)."""

from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.penalties.drafting import draft_penalties
from pinzhi_xl.penalties.issued import IssuedPenalty
from pinzhi_xl.penalties.state import Life, next_steps, state_edits, state_of, void_numbers

__all__ = [
    "IssuedPenalty",
    "Life",
    "draft_penalties",
    "mask_personal_numbers",
    "next_steps",
    "state_edits",
    "state_of",
    "void_numbers",
]
