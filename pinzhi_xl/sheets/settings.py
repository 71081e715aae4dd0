"""The 参数 sheet: every figure of the rules as a setting with its default and explanation."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Row, column, columns_of, declare
from pinzhi_xl.sheets.modules import Module, modules_named
from pinzhi_xl.sheets.terms import Grade


@declare("setting", "参数", "本工作簿的设置；改“取值”即生效", key=("name",), serves=("Z01", "Z62", "Z63"))
class SettingRow(Row):
    """One setting as typed."""

    name: str | None = column("名称", Kind.TEXT, "设置的名称，请勿改", required=True, width=20)
    value: str | None = column("取值", Kind.TEXT, "设置的值", width=34)
    meaning: str | None = column("说明", Kind.TEXT, "有什么用", width=70)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings with their defaults; field order is the order on the sheet.

    Sources of defaults: scoring contract §4; issuing contract §5; appeal period law.md §3.
    """

    company: str = column("公司名称", Kind.TEXT, "印在文书抬头", default="示例物业管理服务有限责任公司")
    issuer: str = column("编制部门", Kind.TEXT, "开具文书的部门", default="品质管理部")
    sample: bool = column("示例", Kind.YES_NO, "是：文书上印“示例”字样", default=False)
    excellent_from: Decimal = column("优的下限", Kind.POINTS, "得分不低于此值为优", low=0, high=100, default=Decimal(95))
    good_from: Decimal = column("良的下限", Kind.POINTS, "得分不低于此值为良", low=0, high=100, default=Decimal(90))
    fair_from: Decimal = column("中的下限", Kind.POINTS, "得分不低于此值为中，低于为差", low=0, high=100, default=Decimal(85))
    repeat_days: int = column("重复间隔天数", Kind.WHOLE, "距上次发现不超过这些天（含）且上次要求整改的，算重复", low=1, high=366, default=30)
    repeat_factors: tuple[str, ...] = column("重复倍数", Kind.LIST, "第1次、第2次、第3次及以上的扣分倍数", default=("1", "2", "2"))
    red_line_cap: Decimal = column("红线日最高分", Kind.POINTS, "有确认红线的检查日，得分最高为此值", low=0, high=100, default=Decimal("59.9"))
    ranking_days: int = column("排名最少检查日", Kind.WHOLE, "检查日少于此数的项目不排名，标样本不足", low=1, high=31, default=2)
    month: str = column("当前月份", Kind.TEXT, "按钮处理的月份，如 2014-08；空白为今天所在的月", default="")
    modules: tuple[str, ...] = column("启用模块", Kind.LIST, f"用到哪些模块，其工作表就显示出来：{'、'.join(Module)}；可写“全部”，空白为不用", default=())
    money: bool = column("启用金额", Kind.YES_NO, "否：处罚单不出现金额。是否启用由行政部、法务按当地规定决定", default=False)
    region: str = column("地区", Kind.TEXT, "适用“工资扣减规则”中哪个地区；空白为未核对，处罚单只扣绩效分、不出现金额", default="")
    appeal_days: int = column("申诉期限", Kind.WHOLE, "签收之日起可申诉的工作日数", low=1, high=60, default=5)
    reminder_days: int = column("催办天数", Kind.WHOLE, "移交后未核定、开单后未送达，满这些工作日就提醒", low=1, high=60, default=7)
    penalty_prefix: str = column("处罚单字头", Kind.TEXT, "处罚单编号的字头", default="品罚")
    rectification_prefix: str = column("整改单字头", Kind.TEXT, "整改单编号的字头，不要与处罚单相同", default="品改")
    days_minor: int = column("一般整改天数", Kind.WHOLE, "一般问题的整改工作日数，0 为当天；检查标准填了整改天数的按检查标准", low=0, high=365, default=3)
    days_major: int = column("较重整改天数", Kind.WHOLE, "较重问题的整改工作日数", low=0, high=365, default=1)
    days_serious: int = column("严重整改天数", Kind.WHOLE, "严重问题的整改天数；安全、红线类按自然日，不因节假日顺延", low=0, high=365, default=0)
    number_pattern: str = column(
        "编号格式", Kind.TEXT, "{prefix}字头 {year}年 {month}月 {n}序号；如 {prefix}〔{year}〕第{n:03}号；用了 {month} 就按月编号", default="{prefix}〔{year}〕{n}号"
    )
    plan_session: str = column("巡检时段", Kind.TEXT, "排计划时填入的时段（Z03）", default="上午9:00–11:30、下午14:00–17:30")
    monthly_week: int = column("月度检查周", Kind.WHOLE, "月度检查排在当月第几个整周，5 为最后一个整周，0 为不排（H11）", low=0, high=5, default=5)
    flood_month: int = column("防汛检查月份", Kind.WHOLE, "汛前专项检查排在几月，0 为不排（A16）", low=0, high=12, default=5)
    heating_month: int = column("供暖检查月份", Kind.WHOLE, "供暖前专项检查排在几月，0 为不排（A17）", low=0, high=12, default=10)
    yearly_month: int = column("年度检查月份", Kind.WHOLE, "年度检查排在几月，0 为不排（A20）", low=0, high=12, default=12)
    key_reminder_day: int = column("重点提醒日", Kind.WHOLE, "每月从这天起，提醒当月还没有到过的重点位置，0 为不提醒（B02）", low=0, high=28, default=20)
    mystery_pass: Decimal = column("神秘客户达标分", Kind.POINTS, "触点得分率不低于此值为达标（H13）", low=0, high=100, default=Decimal(80))
    retention_years: int = column("保存年限", Kind.WHOLE, "超过这些年的记录可归档脱敏（pinzhi archive）；检查与处罚记录一般至少 3 年", low=2, high=30, default=3)
    public_image: tuple[str, ...] = column("公共形象条款", Kind.LIST, "公共形象标准督察情况统计哪些检查标准，填编码（Z13）", default=("KF01", "KF02", "KF03", "SB01", "SB02", "HJ10", "ZX01", "ZX02", "ZX03", "ZX04", "FW01", "XW01"))
    agenda_items: int = column("专题会高发条款数", Kind.WHOLE, "当月出现最多的几个条款列入专题会议题（Z20）", low=0, high=20, default=3)
    plan_days: int = column("整改计划提交天数", Kind.WHOLE, "专题会后这些工作日内，决议的责任部门应提交整改计划（Z21）", low=1, high=60, default=5)
    complaint_hours: int = column("一般投诉响应小时", Kind.WHOLE, "一般投诉几小时内答复投诉人", low=1, high=240, default=48)
    complaint_hours_major: int = column("重大投诉响应小时", Kind.WHOLE, "重大投诉几小时内答复投诉人", low=1, high=240, default=24)
    complaint_hours_urgent: int = column("紧急投诉响应小时", Kind.WHOLE, "紧急投诉几小时内答复投诉人", low=1, high=240, default=2)
    complaint_days: int = column("一般投诉办结天数", Kind.WHOLE, "一般投诉的办结工作日数（承诺时限空白时）", low=0, high=365, default=7)
    complaint_days_major: int = column("重大投诉办结天数", Kind.WHOLE, "重大投诉的办结工作日数", low=0, high=365, default=3)
    complaint_days_urgent: int = column("紧急投诉办结天数", Kind.WHOLE, "紧急投诉的办结天数，按自然日，不因节假日顺延", low=0, high=365, default=1)
    complaint_repeat_days: int = column("重复投诉天数", Kind.WHOLE, "同一业主、同一房号、同一分类，距上一件不超过这些天（含）的算重复投诉", low=1, high=366, default=30)
    revisit_days: int = column("回访天数", Kind.WHOLE, "投诉、报修办结后这些工作日内应回访，回访后这些工作日内应回复", low=1, high=60, default=3)
    repair_minutes: int = column("急修到场分钟", Kind.WHOLE, "急修几分钟内到场", low=1, high=1440, default=15)
    repair_hours: int = column("急修修复小时", Kind.WHOLE, "急修几小时内修复", low=1, high=240, default=6)
    repair_days: int = column("小修完成天数", Kind.WHOLE, "小修几日内完成，按自然日（承诺完成空白时）", low=0, high=365, default=1)
    certificate_days: int = column("证书提前提醒天数", Kind.WHOLE, "设备检验有效期到期前这些自然日开始提醒", low=0, high=366, default=30)
    fault_hours: int = column("故障修复时限", Kind.WHOLE, "设备故障在这些小时内修复为及时", low=1, high=720, default=24)
    rescue_minutes: int = column("困人到场时限", Kind.WHOLE, "电梯困人在这些分钟内到场", low=1, high=240, default=30)
    yearly_drills: tuple[str, ...] = column("年度演练预案", Kind.LIST, "每个项目每年至少演练一次的预案（Z54）；空白为不要求", default=("斗殴", "火灾", "被盗", "电梯困人", "防汛"))
    supplier_bonus: Decimal = column("供应商加分上限", Kind.POINTS, "供应商考核一个月最多加几分；总分不超过100", low=0, high=100, default=Decimal(10))
    supplier_by_rate: bool = column("供应商按得分率结算", Kind.YES_NO, "是：按“供应商考核标准”的得分率付服务费；否：低于扣款下限扣固定比例，其上按分扣", default=False)
    supplier_full_from: Decimal = column("供应商不扣款下限", Kind.POINTS, "得分不低于此值不扣服务费", low=0, high=100, default=Decimal(85))
    supplier_floor: Decimal = column("供应商扣款下限", Kind.POINTS, "得分低于此值扣固定比例；连续几个月低于此值提示解约", low=0, high=100, default=Decimal(70))
    supplier_floor_rate: Decimal = column("供应商低分扣款比例", Kind.POINTS, "低于扣款下限时扣当月服务费的百分之几", low=0, high=100, default=Decimal(20))
    supplier_point_rate: Decimal = column("供应商每分扣款比例", Kind.POINTS, "在扣款下限与不扣款下限之间，比不扣款下限每低一分扣当月服务费的百分之几", low=0, high=100, default=Decimal(1))
    supplier_streak: int = column("供应商解约月数", Kind.WHOLE, "连续这些月低于扣款下限，提示按合同解约", low=1, high=12, default=2)
    handover_lead_days: int = column("资料移交提前天数", Kind.WHOLE, "交付日期前多少天应移交全部资料（G05）", low=0, high=365, default=20)
    days_class_a: int = column("A类遗留天数", Kind.WHOLE, "交付遗留问题 A 类的整改自然日数，0 为当天（立即）", low=0, high=365, default=0)
    days_class_b: int = column("B类遗留天数", Kind.WHOLE, "B 类的整改自然日数", low=0, high=365, default=15)
    days_class_c: int = column("C类遗留天数", Kind.WHOLE, "C 类的整改自然日数", low=0, high=730, default=60)
    opinion_days: int = column("评审回复天数", Kind.WHOLE, "设计评审意见提出后多少自然日应有回复", low=1, high=365, default=15)
    register: str = column("登记位置", Kind.TEXT, "发文登记册的文件夹；空白为总表旁的“登记”", default="")
    templates: str = column("模板位置", Kind.TEXT, "部门自己的 Word 模板所在文件夹；空白用自带模板", default="")
    exam_days: int = column("考核期限", Kind.WHOLE, "熟悉、掌握类培训须在课后这些天内考核", low=0, high=90, default=5)
    pass_mark: Decimal = column("培训合格分", Kind.POINTS, "培训考核成绩不低于此值为合格", low=0, high=100, default=Decimal(60))
    reaction_weight: Decimal = column("反应评估权重", Kind.POINTS, "培训三级评估：一级反应在综合评估中的权重", low=0, high=100, default=Decimal(30))
    learning_weight: Decimal = column("学习评估权重", Kind.POINTS, "培训三级评估：二级学习的权重", low=0, high=100, default=Decimal(40))
    behaviour_weight: Decimal = column("行为评估权重", Kind.POINTS, "培训三级评估：三级行为的权重", low=0, high=100, default=Decimal(30))
    mandatory_training: tuple[str, ...] = column("必选培训", Kind.LIST, "每季度每个项目必须办的培训，写成 部门：主题（Z52），只写主题为不限部门；空白用默认", default=("秩序维护部：冲突处置方法",))
    inspection_weight: Decimal = column("检查权重", Kind.POINTS, "综合月度评估：品质检查的权重", low=0, high=100, default=Decimal(60))
    rectification_weight: Decimal = column("整改权重", Kind.POINTS, "综合月度评估：整改率、及时率的权重", low=0, high=100, default=Decimal(15))
    service_weight: Decimal = column("投诉报修权重", Kind.POINTS, "综合月度评估：投诉与报修的权重", low=0, high=100, default=Decimal(15))
    satisfaction_weight: Decimal = column("满意度权重", Kind.POINTS, "综合月度评估：满意度、神秘客户的权重", low=0, high=100, default=Decimal(10))
    commendation_points: Decimal = column("表彰加分上限", Kind.POINTS, "同一人一个月的表彰加分超过此值就提醒", low=0, high=100, default=Decimal(10))
    publish_names: bool = column("表彰公开姓名", Kind.YES_NO, "是：表彰通报印出“本人同意公开”为是的人的全名；否：一律只印姓", default=False)
    survey_target: Decimal = column("满意率目标", Kind.POINTS, "满意度调查各维度的满意率低于此值（%）就要改进", low=0, high=100, default=Decimal(90))
    survey_issue_target: Decimal = column("问卷发放率目标", Kind.POINTS, "问卷发放 ÷ 入住户低于此值（%）就提醒", low=0, high=100, default=Decimal(90))
    survey_return_target: Decimal = column("问卷回收率目标", Kind.POINTS, "问卷回收 ÷ 发放低于此值（%）就提醒", low=0, high=100, default=Decimal(80))
    survey_small_sample: int = column("小样本份数", Kind.WHOLE, "有效答卷少于此数的，结果仅供参考", low=1, high=1000, default=30)
    survey_phone_limit: Decimal = column("电话代答上限", Kind.POINTS, "电话代答占回收份数超过此值（%）就提醒", low=0, high=100, default=Decimal(5))
    improvement_days: int = column("满意度改进天数", Kind.WHOLE, "起草改进事项时给的期限，自然日", low=1, high=366, default=30)
    output: str = column("输出位置", Kind.TEXT, "文书保存到的文件夹；空白为总表旁的“输出”", default="")

    def current_month(self, today: date) -> Month:
        """The month that buttons work on: the one typed, else that of today."""
        return typed_month(self.month) or Month.of(today)

    def has(self, module: Module) -> bool:
        """True when a module is switched on."""
        return module in modules_named(self.modules)[0]

    def grade_of(self, score: Decimal) -> Grade:
        """The grade of a rounded score: half-open intervals from the lower bound."""
        if score >= self.excellent_from:
            return Grade.EXCELLENT
        if score >= self.good_from:
            return Grade.GOOD
        return Grade.FAIR if score >= self.fair_from else Grade.POOR

    def factor(self, repeat: int) -> Decimal:
        """The multiplier of the n-th occurrence; the last one serves all that follow."""
        factors = self.repeat_factors
        return Decimal(factors[min(repeat, len(factors)) - 1])


def typed_month(text: str) -> Month | None:
    """A month as typed, or as the program made a day of it; None for anything else."""
    found = re.match(r"\d{4}\D\d{1,2}月?", text.strip())
    try:
        return Month.parse(found[0]) if found else None
    except ValueError:
        return None


def month_is_readable(text: str) -> bool:
    """True for a month, and for nothing at all."""
    return not text.strip() or typed_month(text) is not None


SETTING_COLUMNS = columns_of(Settings)

DEFAULT_SETTINGS = Settings()
