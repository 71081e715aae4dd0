"""How rectifications are put into words on the 限期整改通知单."""

NOTICE = "限期整改通知单"
SECOND = "二次整改通知"
PATROL = "全面巡检"
RED_LINE = "红线"
PLACE_WITH_NOTE = "{place}（{note}）"
REQUIREMENT = "{code} {text}"
UNCHECKED_HOLIDAYS = "未核节假日：{years}年的放假安排没有录入，整改期限按周一至周五推算，请核对。"
YEARS, YEAR_END = "、", "年"
COPIES = (
    ("①", "存根", "{issuer}留存"),
    ("②", "责任部门", "附回执"),
)
"""Sign, name and use of each copy; the reply half stands on the last one only."""
FIRST_DEADLINE, REVIEW_DAY = "整改期限", "复查日期"
