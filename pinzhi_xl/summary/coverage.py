"""岗位签署覆盖率: posts that signed ÷ posts that must (Z60, practice.md §6)."""

from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.sheets.duty import PostSignature
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.summary.figures import share
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words


def coverage_of(source: Source, community: str, day: date) -> tuple[str, list[str]]:
    """``7/8（87.5%）`` and the posts not signed for; “—” where no post has to sign or none did."""
    posts = {
        fold(row.name): row.name
        for row in source.book.rows(PlaceName)
        if row.community == community and row.must_sign and row.name
    }
    rows = [row for row in source.book.rows(PostSignature) if (row.community, row.day) == (community, day)]
    if not posts or not rows:
        return words.NOTHING, []
    signed = {fold(row.post or "") for row in rows if row.is_signed} & posts.keys()
    missing = [name for key, name in posts.items() if key not in signed]
    rate = share(len(signed), len(posts))
    return words.COVERAGE.format(signed=len(signed), posts=len(posts), rate=rate), missing
