"""How the facts of a 违纪处罚单 are put into words."""

PENALTY = "违纪处罚单"
ISSUED_STATE = "已开具"
EDITION = "第{edition}版"
SAMPLE_MARK = "示例"
ALL_SHIFTS = "全部班次"
REGULATION = "《{name}》"
EVIDENCE_INSPECTION = "检查记录 {number}"
EVIDENCE_FINDING = "问题 {number}"
EVIDENCE_PHOTOS = "照片 {names}"
EVIDENCE_SEPARATOR = "；"
NOT_REPEATED = "非重复问题"
REPEATED_IN = "{days}天内第{count}次，重复自问题 {of}"
AGAIN = "；当事人此前已因同一条款被处罚"
RECTIFY = "须整改，责任人、期限与目标见限期整改通知单"
NO_RECTIFICATION = "无"
PLACE_WITH_NOTE = "{place}（{note}）"
CHARGE_OF = "（管理责任）"
OCCURRED = "{date}{hour}时{minute:02}分"
PATROL = "全面巡检"
MONEY = "人民币{capital}"
YES = "是"
OWN = "本公司"
FIELD_NAMES = {
    "community": "项目", "department": "部门", "post": "岗位", "person": "姓名", "employee_number": "工号",
    "occurred_at": "违纪时间", "place": "违纪地点", "shift": "班次", "inspection_type": "检查类型",
    "facts": "违纪事实", "regulation": "制度名称", "regulation_version": "制度版本", "clause_number": "条款编号",
    "clause_text": "条文", "published_on": "公示日期", "evidence": "证据", "proposal": "建议处理",
    "proposed_points": "建议扣分", "proposed_money": "建议金额", "proposed_money_words": "建议金额大写",
    "repeat_note": "重复说明", "rectification": "整改要求", "inspector": "检查人", "company": "公司名称",
    "issuer": "编制部门", "sample_mark": "示例", "appeal_days": "申诉期限", "red_line": "红线",
    "money_note": "金额说明", "calendar_note": "申诉期限说明",
    "inspection": "检查编号", "inspected_on": "检查日期", "first_number": "原整改编号", "holiday_note": "节假日说明",
    "lines": "整改事项（位置、描述、要求、目标、责任人或期限）",
}  # fmt: skip
