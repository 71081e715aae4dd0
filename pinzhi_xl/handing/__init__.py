"""Handing over to 行政部 and 绩效考核处, and taking the reply back: lists and decisions, no files."""

from pinzhi_xl.handing.assessment import Assessment, assess
from pinzhi_xl.handing.batches import Batch, Handing, hand_over, summarise
from pinzhi_xl.handing.notices import Notice, issued_notices, void_numbers
from pinzhi_xl.handing.replies import Reply, Taken, take_over

__all__ = [
    "Assessment",
    "Batch",
    "Handing",
    "Notice",
    "Reply",
    "Taken",
    "assess",
    "hand_over",
    "issued_notices",
    "summarise",
    "take_over",
    "void_numbers",
]
