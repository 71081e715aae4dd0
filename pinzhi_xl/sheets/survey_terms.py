"""The fixed terms of the satisfaction survey: what is asked, how it is answered, and how a survey stands."""

from enum import StrEnum


class Dimension(StrEnum):
    """维度: what a questionnaire asks about (practice.md §7); 总体 is the figure of the survey as a whole."""

    FRONT_DESK = "客服"
    ORDER = "秩序"
    ENVIRONMENT = "环境"
    GREENERY = "绿化"
    REPAIRS = "工程维修"
    COMPLAINTS = "投诉处理"
    FACILITIES = "公共设施"
    CHARGES = "收费透明"
    OVERALL = "总体"


class Answer(StrEnum):
    """One of five levels, the best first."""

    DELIGHTED = "非常满意"
    SATISFIED = "满意"
    NEUTRAL = "一般"
    DISSATISFIED = "不满意"
    ANGRY = "非常不满意"

    @property
    def points(self) -> int:
        """5 for 非常满意 down to 1 for 非常不满意."""
        return 5 - tuple(Answer).index(self)


ANSWER_ALIASES = {str(answer.points): answer.value for answer in Answer} | {
    "很满意": "非常满意",
    "十分满意": "非常满意",
    "较满意": "满意",
    "比较满意": "满意",
    "基本满意": "一般",
    "较不满意": "不满意",
    "不太满意": "不满意",
    "很不满意": "非常不满意",
}
"""What people type in place of a level: its points, or words that mean the same."""


class SurveyWay(StrEnum):
    """方式: how a questionnaire reaches people."""

    VISIT = "上门"
    PHONE = "电话"
    ONLINE = "线上"


class Validity(StrEnum):
    """有效 of one questionnaire."""

    VALID = "有效"
    INVALID = "无效"


class SurveyState(StrEnum):
    """状态 of a survey as of a day."""

    PLANNED = "未开始"
    RUNNING = "进行中"
    TO_ENTER = "待录入"
    TO_IMPROVE = "待改进"
    IMPROVING = "改进中"
    DONE = "已完成"


class Effect(StrEnum):
    """效果评估 of an improvement."""

    EFFECTIVE = "有效"
    INEFFECTIVE = "无效"


class ImprovementState(StrEnum):
    """状态 of an improvement as of a day."""

    TO_PLAN = "待定措施"
    RUNNING = "改进中"
    OVERDUE = "逾期"
    TO_EVALUATE = "待评估"
    CLOSED = "已关闭"
    WITHOUT_EFFECT = "未见效"
