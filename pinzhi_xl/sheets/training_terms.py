"""The fixed terms of training: roles, depth of knowledge, ways of examining, and how a session or a person stands."""

from enum import StrEnum


class Role(StrEnum):
    """角色 of a person in quality management (E04, F14)."""

    INSPECTOR = "品质专员"
    TRAINER = "品质培训师"


class Depth(StrEnum):
    """考核要求: how well the theme is to be known; 了解 is not examined (practice.md §7)."""

    FAMILIAR = "熟悉"
    MASTERED = "掌握"
    AWARE = "了解"

    @property
    def is_examined(self) -> bool:
        """True where an examination follows."""
        return self is not Depth.AWARE


class ExamWay(StrEnum):
    """考核方式."""

    WRITTEN = "书面"
    ORAL = "口头"
    PRACTICAL = "实操"


EXAM_ALIASES = {"笔试": "书面", "书面测试": "书面", "口试": "口头", "口述": "口头", "实际操作": "实操", "操作": "实操"}


class SpotWay(StrEnum):
    """方式 of a spot check (Z51)."""

    WRITTEN = "书面"
    ORAL = "口头"


class SpotResult(StrEnum):
    """结果 of a spot check."""

    PASSED = "合格"
    FAILED = "不合格"


class SessionState(StrEnum):
    """状态 of a planned session as of a day."""

    PLANNED = "待实施"
    MISSED = "逾期未实施"
    TO_EXAMINE = "待考核"
    EXAM_OVERDUE = "考核逾期"
    TO_EVALUATE = "待评估"
    DONE = "已完成"
    CANCELLED = "已取消"


class ExamResult(StrEnum):
    """合格: what a session comes to for one person."""

    PASSED = "合格"
    PASSED_AGAIN = "补考合格"
    FAILED = "不合格"
    TO_RESIT = "待补考"
    WAITING = "待考"
    NO_EXAM = "不考"
    ABSENT = "未参训"
