"""The satisfaction survey: 满意度调查, 满意度答卷, 满意度汇总, 满意度改进 (practice.md §6, §7; A22, G14)."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.survey_terms import ANSWER_ALIASES, Answer, Dimension, Effect, SurveyWay, Validity

_VALIDITY_ALIASES = {"是": "有效", "否": "无效", "作废": "无效"}
_LEVEL = "5非常满意、4满意、3一般、2不满意、1非常不满意，填数字或文字；没答的留空"


@declare("survey", "满意度调查", "每个项目每半年一行：发放、回收、结果", key=("number",), module=Module.SURVEY, numbering=Numbering("MY-{:%Y%m}-", 2, "started_on"), serves=("A22", "E13", "F05", "H10", "G01"))
class Survey(Row):
    """The survey of one community in one half year."""

    number: str | None = column("调查编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    period: str | None = column("期次", Kind.TEXT, "如 2026上半年、2026下半年", required=True, width=12)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    households: int | None = column("入住户数", Kind.WHOLE, "调查时的入住户数，问卷发放率的分母", low=0, width=9)
    issued: int | None = column("发放份数", Kind.WHOLE, "发出多少份问卷", low=0, width=9)
    returned: int | None = column("回收份数", Kind.WHOLE, "收回多少份，含无效的和电话代答的", low=0, width=9)
    started_on: date | None = column("开始日期", Kind.DATE, "开始发放的日期", required=True, width=12)
    ended_on: date | None = column("结束日期", Kind.DATE, "回收截止的日期", width=12)
    way: SurveyWay | None = column("方式", Kind.CHOICE, "上门、电话、线上", choices=SurveyWay, aliases={"入户": "上门", "电话回访": "电话", "网上": "线上", "扫码": "线上"}, width=8)
    by_phone: int | None = column("电话代答份数", Kind.WHOLE, "回收份数中由调查人电话代填的份数；逐份录入的可留空", low=0, width=10)
    owner: str | None = column("负责人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    needs: str | None = column("需求分析", Kind.TEXT, "访谈、开放题反映的业主和使用人的需求、期望（G01）", holds=Holds.TEXT, width=30)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    valid: int | None = column("有效份数", Kind.WHOLE, "由程序统计：有效答卷份数；汇总录入的取份数最多的维度", computed=True, width=9)
    issue_rate: Decimal | None = column("发放率", Kind.POINTS, "由程序计算：发放 ÷ 入住户，百分数", computed=True, width=8)
    return_rate: Decimal | None = column("回收率", Kind.POINTS, "由程序计算：回收 ÷ 发放，百分数", computed=True, width=8)
    satisfied_rate: Decimal | None = column("满意率", Kind.POINTS, "由程序计算：总体的（非常满意+满意）÷ 有效答卷，百分数", computed=True, width=8)
    score: Decimal | None = column("满意度得分", Kind.POINTS, "由程序计算：总体的 Σ（5至1）÷（5×份数）×100", computed=True, width=10)


@declare("survey_answer", "满意度答卷", "每份收回的问卷一行；与满意度汇总二选一，不登记姓名、房号、电话", key=("survey", "number"), module=Module.SURVEY, serves=("A22", "H10", "G01"))
class SurveyAnswer(Row):
    """One questionnaire that came back; fields of the dimensions in the order of `Dimension`."""

    survey: str | None = column("调查编号", Kind.REFERENCE, "来自满意度调查", refers="survey", required=True, width=14)
    number: int | None = column("序号", Kind.WHOLE, "同一调查内的流水号", required=True, low=1, width=7)
    front_desk: Answer | None = column("客服", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    order: Answer | None = column("秩序", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    environment: Answer | None = column("环境", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    greenery: Answer | None = column("绿化", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    repairs: Answer | None = column("工程维修", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    complaints: Answer | None = column("投诉处理", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    facilities: Answer | None = column("公共设施", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    charges: Answer | None = column("收费透明", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    overall: Answer | None = column("总体", Kind.CHOICE, _LEVEL, choices=Answer, aliases=ANSWER_ALIASES, width=9)
    opinion: str | None = column("意见", Kind.TEXT, "开放题写的意见、建议、需求；不要抄姓名、房号、电话", holds=Holds.TEXT, width=40)
    by_phone: bool | None = column("电话代答", Kind.YES_NO, "由调查人电话代填的填是", width=9)
    validity: Validity | None = column("有效", Kind.CHOICE, "有效或无效，空白为有效；无效的不统计", choices=Validity, aliases=_VALIDITY_ALIASES, width=8)

    def answer(self, dimension: Dimension) -> Answer | None:
        """What was answered about a dimension; None where nothing was."""
        found: str | None = getattr(self, FIELD_OF[dimension])
        return None if found is None else Answer(found)

    @property
    def counts(self) -> bool:
        """True for a questionnaire that is not marked 无效."""
        return self.validity != Validity.INVALID


FIELD_OF = {dimension: dimension.name.lower() for dimension in Dimension}
"""Dimension → its field in `SurveyAnswer`."""


@declare("survey_tally", "满意度汇总", "纸面计数：每次调查每个维度一行，填各等级的有效份数；与满意度答卷二选一", key=("survey", "dimension"), module=Module.SURVEY, serves=("A22", "H10"))
class SurveyTally(Row):
    """How often each level was answered about one dimension of one survey."""

    survey: str | None = column("调查编号", Kind.REFERENCE, "来自满意度调查", refers="survey", required=True, width=14)
    dimension: Dimension | None = column("维度", Kind.CHOICE, "问卷的题目", choices=Dimension, required=True, width=11)
    delighted: int | None = column("非常满意", Kind.WHOLE, "份数，空白为 0", low=0, width=10)
    satisfied: int | None = column("满意", Kind.WHOLE, "份数，空白为 0", low=0, width=10)
    neutral: int | None = column("一般", Kind.WHOLE, "份数，空白为 0", low=0, width=10)
    dissatisfied: int | None = column("不满意", Kind.WHOLE, "份数，空白为 0", low=0, width=10)
    angry: int | None = column("非常不满意", Kind.WHOLE, "份数，空白为 0", low=0, width=10)
    valid: int | None = column("合计", Kind.WHOLE, "由程序统计", computed=True, width=8)

    def count(self, answer: Answer) -> int:
        """How many gave an answer."""
        found: int | None = getattr(self, answer.name.lower())
        return found or 0

    @property
    def total(self) -> int:
        """The valid answers about the dimension."""
        return sum(map(self.count, Answer))


@declare("improvement", "满意度改进", "不满意的维度逐条改进；pinzhi survey 起草，每个维度一次", key=("number",), module=Module.SURVEY, numbering=Numbering("MG-{:%Y%m}-", 2, "opened_on"), serves=("G14", "A22"))
class Improvement(Row):
    """A dimension of a survey that is to get better: measure, who, by when, and whether it helped."""

    number: str | None = column("改进编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    survey: str | None = column("调查编号", Kind.REFERENCE, "来自满意度调查", refers="survey", required=True, width=14)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    dimension: Dimension | None = column("维度", Kind.CHOICE, "哪一项不满意", choices=Dimension, required=True, width=11)
    opened_on: date | None = column("登记日期", Kind.DATE, "起草的日期", required=True, width=12)
    problem: str | None = column("问题", Kind.TEXT, "不满意在哪里", holds=Holds.TEXT, width=34)
    measure: str | None = column("改进措施", Kind.TEXT, "怎样改进", holds=Holds.TEXT, width=34)
    department: str | None = column("责任部门", Kind.REFERENCE, "来自部门", refers="department", width=13)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    due_on: date | None = column("期限", Kind.DATE, "哪天前完成", width=12)
    done_on: date | None = column("完成日期", Kind.DATE, "实际完成的日期", width=12)
    effect: Effect | None = column("效果评估", Kind.CHOICE, "完成以后评估：有效、无效", choices=Effect, width=9)
    evaluated_on: date | None = column("评估日期", Kind.DATE, "评估的日期", width=12)
    remark: str | None = column("评估说明", Kind.TEXT, "凭什么说有效、无效", holds=Holds.TEXT, width=26)
    finding: str | None = column("关联问题编号", Kind.REFERENCE, "检查中对应的问题，可空", refers="finding", width=16)
    dissatisfied_rate: Decimal | None = column("不满意率", Kind.POINTS, "由程序计算：（不满意+非常不满意）÷ 有效答卷，百分数", computed=True, width=9)
    satisfied_rate: Decimal | None = column("满意率", Kind.POINTS, "由程序计算，百分数", computed=True, width=8)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=10)
