"""The Word templates as they are shipped, built by script: the only place that draws them."""

from collections.abc import Callable

from pinzhi_xl.documents.checklists import CHECKLIST_TEMPLATE, SIGNATURES_TEMPLATE
from pinzhi_xl.documents.design import checklist, penalty_notice, post_signatures, rectification_notice
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE
from pinzhi_xl.documents.rectification_notice import RECTIFICATION_TEMPLATE

BUILDERS: dict[str, Callable[[], bytes]] = {
    PENALTY_TEMPLATE: penalty_notice.build,
    RECTIFICATION_TEMPLATE: rectification_notice.build,
    CHECKLIST_TEMPLATE: checklist.build,
    SIGNATURES_TEMPLATE: post_signatures.build,
}
"""File name of each template and what draws it."""
