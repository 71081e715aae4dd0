"""When a post counts as signed for (Z60)."""

from pinzhi_xl.sheets.duty import PostSignature
from pinzhi_xl.wording.reports import POST_ABSENT


def has_signed(row: PostSignature) -> bool:
    """True when somebody signed: a time, or at least a name; an absent post is not signed for."""
    return row.presence != POST_ABSENT and (row.signed_at is not None or bool(row.on_duty))
