"""Training: 培训计划, 培训记录, 培训抽查 (practice.md §7; Z41, Z51, Z52)."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.training_terms import EXAM_ALIASES, Depth, ExamWay, SpotResult, SpotWay


@declare("training_plan", "培训计划", "每次培训一行：计划、组织、三级评估", key=("number",), module=Module.TRAINING, numbering=Numbering("PX-{:%Y%m}-", 2, "planned_on"), serves=("A04", "A12", "E08", "G17", "J08", "Z52"))
class TrainingPlan(Row):
    """A session of training: whom it is for, on what, by whom, and how it was evaluated on three levels."""

    number: str | None = column("培训编号", Kind.CODE, "空着由程序编号", numbered=True, width=15)
    community: str | None = column("项目", Kind.REFERENCE, "为哪个项目办；空白为全公司", refers="community", width=14)
    department: str | None = column("部门", Kind.REFERENCE, "为哪个部门办；空白为不限部门", refers="department", width=13)
    theme: str | None = column("主题", Kind.TEXT, "培训主题", required=True, width=26)
    mandatory: str | None = column("必选主题", Kind.TEXT, "属于规定必培的填其名称，须是“参数”必选培训中列出的，如 冲突处置方法（Z52）", width=16)
    audience: str | None = column("对象", Kind.TEXT, "如 秩序维护部全员、新入职员工", width=18)
    expected: int | None = column("应训人数", Kind.WHOLE, "应参加的人数，培训覆盖率的分母；空白按培训记录的行数", low=0, width=9)
    lecturer: str | None = column("讲师", Kind.TEXT, "工号或姓名（E04）", holds=Holds.EITHER, width=10)
    planned_on: date | None = column("计划日期", Kind.DATE, "计划哪天办；改期就改这里", required=True, width=12)
    hours: Decimal | None = column("课时", Kind.POINTS, "课时数", low=0, high=100, width=7)
    depth: Depth | None = column("考核要求", Kind.CHOICE, "熟悉、掌握必须考核，了解不考；空白为熟悉", choices=Depth, width=9)
    reaction: Decimal | None = column("反应评估", Kind.POINTS, "一级：学员对培训的评价，百分制", low=0, high=100, width=9)
    learning: Decimal | None = column("学习评估", Kind.POINTS, "二级：学到多少，百分制；空白取考核的平均成绩", low=0, high=100, width=9)
    behaviour: Decimal | None = column("行为评估", Kind.POINTS, "三级：一段时间后用到工作中没有，百分制", low=0, high=100, width=9)
    evaluator: str | None = column("评估人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    findings: str | None = column("评估意见", Kind.TEXT, "效果如何、以后怎样改进（A12）", holds=Holds.TEXT, width=28)
    cancelled: str | None = column("取消原因", Kind.TEXT, "不办了填原因，不删行", holds=Holds.TEXT, width=18)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=10)
    present: int | None = column("参训人数", Kind.WHOLE, "由程序统计：培训记录中签到的", computed=True, width=9)
    passed: int | None = column("合格人数", Kind.WHOLE, "由程序统计，含补考合格", computed=True, width=9)
    overall: Decimal | None = column("综合评估", Kind.POINTS, "由程序计算：三级按“参数”权重加权，缺的一级剔除", computed=True, width=9)

    @property
    def is_on(self) -> bool:
        """False once it is cancelled."""
        return not self.cancelled

    @property
    def is_examined(self) -> bool:
        """True where those who came are examined; a blank 考核要求 asks for it."""
        return self.depth is None or Depth(self.depth).is_examined


@declare("training_record", "培训记录", "每人每次培训一行；办班前列出应训人员，未到的签到留空", key=("training", "person"), module=Module.TRAINING, serves=("Z41", "Z51", "A04", "B06", "G17"))
class TrainingRecord(Row):
    """One person's part in one session."""

    training: str | None = column("培训编号", Kind.REFERENCE, "来自培训计划", refers="training_plan", required=True, width=15)
    person: str | None = column("工号", Kind.REFERENCE, "来自人员", refers="person", required=True, holds=Holds.NUMBER, width=9)
    signed_on: date | None = column("签到", Kind.DATE, "签到的日期；没来的留空", width=12)
    way: ExamWay | None = column("考核方式", Kind.CHOICE, "书面、口头、实操", choices=ExamWay, aliases=EXAM_ALIASES, width=9)
    examined_on: date | None = column("考核日期", Kind.DATE, "空白为签到当天", width=12)
    score: Decimal | None = column("成绩", Kind.POINTS, "百分制", low=0, high=100, width=8)
    retaken_on: date | None = column("补考日期", Kind.DATE, "不合格的补考", width=12)
    second_score: Decimal | None = column("补考成绩", Kind.POINTS, "百分制", low=0, high=100, width=9)
    remark: str | None = column("备注", Kind.TEXT, "如 请假、补训安排", holds=Holds.TEXT, width=20)
    result: str | None = column("合格", Kind.TEXT, "由程序判定", computed=True, width=9)

    @property
    def exam_day(self) -> date | None:
        """The day of the examination; that of signing in where none is typed."""
        return self.examined_on or self.signed_on

    @property
    def final_score(self) -> Decimal | None:
        """The score that counts: that of the retest, else the first one."""
        return self.score if self.second_score is None else self.second_score


@declare("training_check", "培训抽查", "现场抽问抽考培训效果，书面和口头都要有（Z51）", key=("number",), module=Module.TRAINING, numbering=Numbering("CC-{:%Y%m}-", 2), serves=("Z51",))
class TrainingCheck(Row):
    """A person asked on the spot what was learnt."""

    number: str | None = column("抽查编号", Kind.CODE, "空着由程序编号", numbered=True, width=15)
    day: date | None = column("抽查日期", Kind.DATE, "抽查的日期", required=True, width=12)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    person: str | None = column("工号", Kind.REFERENCE, "被抽查的人，来自人员", refers="person", required=True, holds=Holds.NUMBER, width=9)
    theme: str | None = column("主题", Kind.TEXT, "抽查哪个培训主题", required=True, width=20)
    training: str | None = column("培训编号", Kind.REFERENCE, "对应哪次培训，可空", refers="training_plan", width=15)
    way: SpotWay | None = column("方式", Kind.CHOICE, "书面或口头", choices=SpotWay, aliases={"笔试": "书面", "口试": "口头", "询问": "口头"}, required=True, width=8)
    question: str | None = column("题目", Kind.TEXT, "问了什么、考了什么", width=30)
    result: SpotResult | None = column("结果", Kind.CHOICE, "合格或不合格", choices=SpotResult, width=9)
    inspector: str | None = column("抽查人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    followup: str | None = column("后续", Kind.TEXT, "不合格的怎样补训", holds=Holds.TEXT, width=24)
