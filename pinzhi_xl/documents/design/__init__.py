"""The Word templates as they are shipped, built by script: the only place that draws them."""

from collections.abc import Callable

from pinzhi_xl.documents.design import penalty_notice
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE

BUILDERS: dict[str, Callable[[], bytes]] = {PENALTY_TEMPLATE: penalty_notice.build}
"""File name of each template and what draws it."""
