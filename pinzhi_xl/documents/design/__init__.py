"""The Word templates as they are shipped, built by script: the only place that draws them."""

from collections.abc import Callable

from pinzhi_xl.documents.checklists import CHECKLIST_TEMPLATE, SIGNATURES_TEMPLATE
from pinzhi_xl.documents.design import (
    acceptance_list,
    checklist,
    commendations,
    complaint_reply,
    deduction_confirmation,
    duty_review,
    follow_up,
    handover,
    key_places,
    meetings,
    monthly,
    monthly_review,
    mystery,
    penalty_notice,
    plans,
    post_signatures,
    public_image,
    quality_report,
    ranking,
    records,
    rectification_notice,
    red_line,
    reinspection,
    review_list,
    revisions,
    safety,
    service_analysis,
    signed_posts,
    special,
    supplier_review,
    survey,
    training,
    weekly,
    yearly,
)
from pinzhi_xl.documents.handover import ASSESSMENT_TEMPLATE, SUMMARY_TEMPLATE
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE
from pinzhi_xl.documents.rectification_notice import RECTIFICATION_TEMPLATE
from pinzhi_xl.wording import acceptance as acceptance_words
from pinzhi_xl.wording import appraisal as appraisal_words
from pinzhi_xl.wording import assignments as assignment_words
from pinzhi_xl.wording import commendations as commendation_words
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import safety as safety_words
from pinzhi_xl.wording import seminar as seminar_words
from pinzhi_xl.wording import service as service_words
from pinzhi_xl.wording import special as special_words
from pinzhi_xl.wording import suppliers as supplier_words
from pinzhi_xl.wording import survey_papers as survey_words
from pinzhi_xl.wording import training as training_words

BUILDERS: dict[str, Callable[[], bytes]] = {
    f"{appraisal_words.REVIEW_PAPER}.docx": monthly_review.build,
    f"{appraisal_words.YEAR_PAPER}.docx": yearly.build,
    PENALTY_TEMPLATE: penalty_notice.build,
    RECTIFICATION_TEMPLATE: rectification_notice.build,
    CHECKLIST_TEMPLATE: checklist.build,
    SIGNATURES_TEMPLATE: post_signatures.build,
    f"{report_words.WEEKLY}.docx": weekly.build,
    f"{report_words.MONTHLY}.docx": monthly.build,
    f"{report_words.DUTY}.docx": duty_review.build,
    f"{report_words.REVIEWS}.docx": review_list.build,
    f"{report_words.REINSPECTION}.docx": reinspection.build,
    f"{report_words.SIGNED_POSTS}.docx": signed_posts.build,
    f"{report_words.CONFIRMATION}.docx": deduction_confirmation.build,
    f"{report_words.RANKING}.docx": ranking.build,
    f"{service_words.REPLY}.docx": complaint_reply.build,
    f"{service_words.ANALYSIS}.docx": service_analysis.build,
    f"{safety_words.DRILL_RECORD}.docx": safety.build_record,
    f"{safety_words.MONTHLY}.docx": safety.build_monthly,
    f"{supplier_words.REVIEW_FORM}.docx": supplier_review.build,
    f"{acceptance_words.DEFECT_LIST}.docx": acceptance_list.build,
    SUMMARY_TEMPLATE: handover.build_summary,
    ASSESSMENT_TEMPLATE: handover.build_assessment,
    f"{seminar_words.RED_LINE}.docx": red_line.build,
    f"{assignment_words.RECORDS}.docx": records.build,
    f"{assignment_words.FOLLOW_UP}.docx": follow_up.build,
    f"{assignment_words.PUBLIC_IMAGE}.docx": public_image.build,
    f"{assignment_words.REVISIONS_OF_YEAR}.docx": revisions.build,
    f"{assignment_words.QUALITY_PLAN}.docx": follow_up.build_plan,
    f"{seminar_words.MATERIAL}.docx": meetings.build_material,
    f"{seminar_words.MINUTES}.docx": meetings.build_minutes,
    f"{seminar_words.PROGRESS}.docx": plans.build,
    f"{seminar_words.QUALITY_REPORT}.docx": quality_report.build,
    f"{training_words.SIGN_IN_PAPER}.docx": training.build_sign_in,
    f"{training_words.RECORD_PAPER}.docx": training.build_record,
    f"{commendation_words.CIRCULAR}.docx": commendations.build,
    f"{survey_words.QUESTIONNAIRE}.docx": survey.build_questionnaire,
    f"{survey_words.REPORT}.docx": survey.build_report,
    f"{special_words.SPECIAL_FORM}.docx": special.build_form,
    f"{special_words.DRAW_SLIP}.docx": special.build_slip,
    f"{special_words.SPECIAL_REPORT}.docx": special.build_report,
    f"{special_words.MYSTERY_REPORT}.docx": mystery.build,
    f"{special_words.KEY_REPORT}.docx": key_places.build,
}
"""File name of each template and what draws it."""
