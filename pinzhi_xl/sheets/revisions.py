"""How documents and standards are changed: 流程修订."""

from datetime import date
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module


class RevisionKind(StrEnum):
    """类型 of a revision."""

    NEW = "新增"
    CHANGED = "修改"
    SIMPLIFIED = "简化"
    ABOLISHED = "废止"

    @property
    def improves(self) -> bool:
        """True for what counts as a simplified or improved procedure (F13)."""
        return self in (RevisionKind.CHANGED, RevisionKind.SIMPLIFIED)


REVISION_KIND_ALIASES = {"新建": "新增", "制定": "新增", "修订": "修改", "优化": "修改", "作废": "废止", "停用": "废止"}


class Approval(StrEnum):
    """审批 of a revision."""

    AGREED = "同意"
    REFUSED = "不同意"


APPROVAL_ALIASES = {"批准": "同意", "通过": "同意", "驳回": "不同意", "不批准": "不同意"}


class RevisionState(StrEnum):
    """状态 of a revision on a day."""

    PROPOSED = "待审批"
    REFUSED = "未批准"
    APPROVED = "待生效"
    IN_FORCE = "已生效"


@declare(
    "revision", "流程修订", "文件、流程、检查标准的新增、修改、简化、废止，一次一行", key=("number",),
    module=Module.TASKS, numbering=Numbering("XD-{:%Y}-", 3, "proposed_on"),
    serves=("Z12", "A01", "B05", "F04", "F13"),
)  # fmt: skip
class Revision(Row):
    """One revision from proposal to the day it is in force (Z12)."""

    number: str | None = column("编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    document: str | None = column("文件/标准", Kind.TEXT, "文件名称；改检查标准时填“检查标准”", required=True, width=22)
    chapter: str | None = column("章节", Kind.TEXT, "章节；检查标准填条款编码，多个用、分隔，空白为全部", width=18)
    origin: str | None = column("问题来源", Kind.TEXT, "检查发现、法规变化、部门建议等", holds=Holds.TEXT, width=26)
    proposal: str | None = column("修订建议", Kind.TEXT, "改成什么", required=True, holds=Holds.TEXT, width=40)
    proposed_on: date | None = column("提出日期", Kind.DATE, "提出日期", required=True, width=12)
    approval: Approval | None = column(
        "审批", Kind.CHOICE, "同意、不同意", choices=Approval, aliases=APPROVAL_ALIASES, width=9
    )
    approver: str | None = column("审批人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    approved_on: date | None = column("审批日期", Kind.DATE, "审批日期", width=12)
    old_edition: str | None = column("原版本", Kind.TEXT, "新增的空着", width=11)
    new_edition: str | None = column("新版本", Kind.TEXT, "废止的空着", width=11)
    effective_on: date | None = column("生效日期", Kind.DATE, "新版本（或废止）从哪天起", width=12)
    kind: RevisionKind | None = column(
        "类型", Kind.CHOICE, "、".join(RevisionKind), choices=RevisionKind, aliases=REVISION_KIND_ALIASES,
        required=True, width=8,
    )  # fmt: skip
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
