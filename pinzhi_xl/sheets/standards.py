"""What is inspected and on what a penalty rests: 检查标准, 奖惩条款, 节假日."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.terms import DayKind, Frequency, Method, Severity, Shift

SERVED_BY_ITEMS = (
    "Z24", "Z28", "Z29", "Z30", "Z31", "Z32", "Z33", "Z34", "Z35", "Z36", "Z37", "Z38", "Z39",
    "Z40", "Z41", "Z42", "Z43", "Z44", "Z45", "Z46", "Z47", "Z48", "Z49", "Z50", "Z51", "Z52", "Z53",
    "Z54", "A01", "A09", "B01", "B05", "B12", "B14", "C01", "C02", "C03", "C04", "C05", "C06", "E06",
    "F04", "F16", "G10", "H01", "H07", "H08", "H09", "J01", "J02", "J03", "J04",
)  # fmt: skip
"""The requirements that the items of the default standard are about."""


@declare("standard_item", "检查标准", "检查项及分值；改标准请加新版本行并停用旧行", key=("code", "edition"), serves=SERVED_BY_ITEMS)
class StandardItem(Row):
    """One item (条款) in one edition; in force from 生效日期 up to, not including, 停用日期."""

    code: str | None = column("编码", Kind.CODE, "条款编码，如 KF01", required=True, width=9)
    department: str | None = column("部门", Kind.REFERENCE, "主责部门", refers="department", required=True, width=13)
    item: str | None = column("检查项", Kind.TEXT, "检查项的规范文本", required=True, width=34)
    short: str | None = column("简称", Kind.TEXT, "报表里用的短名，可空", width=14)
    method: Method | None = column("方式", Kind.CHOICE, "检查方式（B12）", choices=Method, width=10)
    shifts: tuple[Shift, ...] = column(
        "班次", Kind.LIST, "适用班次，空白为全部", choices=Shift, aliases={"白班/夜班": "", "全部": ""}, width=10
    )
    frequency: Frequency | None = column(
        "频次", Kind.CHOICE, "每次，或每月一次（当月只在第一个检查日计入）；空白为每次", choices=Frequency, width=10
    )
    points: Decimal | None = column("分值", Kind.POINTS, "本项满分，也是单日扣分上限", required=True, low="0.01", width=7)
    deduction: Decimal | None = column("单次扣分", Kind.POINTS, "每处扣几分", required=True, low=0, width=9)
    severity: Severity | None = column("严重程度", Kind.CHOICE, "一般、较重、严重（B14）", choices=Severity, width=9)
    red_line: bool | None = column("可判红线", Kind.YES_NO, "本项能否判红线，空白为否", width=9)
    days: int | None = column("整改天数", Kind.WHOLE, "整改期限的工作日数，0 为当场；空白按严重程度", low=0, high=365, width=9)
    target: str | None = column("默认整改目标", Kind.TEXT, "可验收的整改目标，开整改单时带出", width=24)
    clause: str | None = column(
        "推荐奖惩条款", Kind.REFERENCE, "处罚时默认引用的条款编号", refers="clause", lenient=True, width=12
    )
    edition: str | None = column("版本", Kind.TEXT, "标准版本，如 2014版", width=9)
    since: date | None = column("生效日期", Kind.DATE, "空白为一直有效", width=11)
    until: date | None = column("停用日期", Kind.DATE, "从这天起停用；启用备选项时清空此格", width=11)

    def in_force(self, day: date) -> bool:
        """True when the item counts on `day` (生效日期 ≤ day < 停用日期)."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@declare("clause", "奖惩条款", "处罚依据：已经民主程序并公示的制度条款", key=("number", "edition"), serves=("Z10", "Z25", "Z26", "Z27"))
class Clause(Row):
    """One clause of the company's rules; it binds from 公示日期 and 生效日期 on (劳动合同法 §4)."""

    number: str | None = column("条款编号", Kind.CODE, "如 5.2", required=True, width=10)
    regulation: str | None = column("制度名称", Kind.TEXT, "如 员工手册", required=True, width=20)
    edition: str | None = column("版本", Kind.TEXT, "制度版本", width=9)
    text: str | None = column("条文", Kind.TEXT, "条文原文，印在处罚单上", required=True, width=48)
    short: str | None = column("简称", Kind.TEXT, "短名", width=14)
    first: str | None = column("首次处理", Kind.TEXT, "第一次违反时建议的处理", width=18)
    again: str | None = column("再次处理", Kind.TEXT, "再次违反时建议的处理", width=18)
    points: Decimal | None = column("扣绩效分", Kind.POINTS, "建议扣的绩效分", low=0, width=9)
    money: Decimal | None = column("金额", Kind.MONEY, "默认不启用，见参数“启用金额”", low=0, width=9)
    consulted: date | None = column("民主程序日期", Kind.DATE, "职代会或全体职工讨论、平等协商的日期", width=13)
    published: date | None = column("公示日期", Kind.DATE, "向员工公示或签收的日期", width=11)
    since: date | None = column("生效日期", Kind.DATE, "生效日期", width=11)
    until: date | None = column("失效日期", Kind.DATE, "失效日期，空白为有效", width=11)

    def binding(self, day: date) -> bool:
        """True when published and in force on `day` (law.md §2)."""
        return (
            self.published is not None
            and self.published <= day
            and (self.since is None or self.since <= day)
            and (self.until is None or day < self.until)
        )


@declare("holiday", "节假日", "国务院办公厅公布的放假与补班；每年公布后补录", key=("day",), serves=("Z18",))
class Holiday(Row):
    """A day off on a weekday, or a weekend day worked."""

    day: date | None = column("日期", Kind.DATE, "日期", required=True, width=12)
    kind: DayKind | None = column("类型", Kind.CHOICE, "休=放假，班=调休上班", choices=DayKind, required=True, width=7)
    name: str | None = column("名称", Kind.TEXT, "节日名称", width=14)
    source: str | None = column("来源", Kind.TEXT, "通知名称或文号", width=40)
