"""The Word templates as they are shipped, built by script: the only place that draws them."""

from collections.abc import Callable

from pinzhi_xl.documents.checklists import CHECKLIST_TEMPLATE, SIGNATURES_TEMPLATE
from pinzhi_xl.documents.design import (
    checklist,
    commendations,
    deduction_confirmation,
    duty_review,
    handover,
    monthly,
    penalty_notice,
    post_signatures,
    ranking,
    rectification_notice,
    review_list,
    signed_posts,
    survey,
    training,
    weekly,
)
from pinzhi_xl.documents.handover import ASSESSMENT_TEMPLATE, SUMMARY_TEMPLATE
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE
from pinzhi_xl.documents.rectification_notice import RECTIFICATION_TEMPLATE
from pinzhi_xl.wording import commendations as commendation_words
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import survey_papers as survey_words
from pinzhi_xl.wording import training as training_words

BUILDERS: dict[str, Callable[[], bytes]] = {
    PENALTY_TEMPLATE: penalty_notice.build,
    RECTIFICATION_TEMPLATE: rectification_notice.build,
    CHECKLIST_TEMPLATE: checklist.build,
    SIGNATURES_TEMPLATE: post_signatures.build,
    f"{report_words.WEEKLY}.docx": weekly.build,
    f"{report_words.MONTHLY}.docx": monthly.build,
    f"{report_words.DUTY}.docx": duty_review.build,
    f"{report_words.REVIEWS}.docx": review_list.build,
    f"{report_words.SIGNED_POSTS}.docx": signed_posts.build,
    f"{report_words.CONFIRMATION}.docx": deduction_confirmation.build,
    f"{report_words.RANKING}.docx": ranking.build,
    SUMMARY_TEMPLATE: handover.build_summary,
    ASSESSMENT_TEMPLATE: handover.build_assessment,
    f"{training_words.SIGN_IN_PAPER}.docx": training.build_sign_in,
    f"{training_words.RECORD_PAPER}.docx": training.build_record,
    f"{commendation_words.CIRCULAR}.docx": commendations.build,
    f"{survey_words.QUESTIONNAIRE}.docx": survey.build_questionnaire,
    f"{survey_words.REPORT}.docx": survey.build_report,
}
"""File name of each template and what draws it."""
