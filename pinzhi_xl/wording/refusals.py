"""What the demo says of the refusals of penalty notices: file names, headings, the rows of law.md §8."""

MASTER = "品质管理总表（示例，处罚拒绝示例）.xlsx"
TEXT = "处罚单的拒绝.txt"
TITLE = "处罚单的拒绝（示例）：每一条都是程序真实运行时说的话，不是法律意见。"
SOURCE = "“校验”见“{master}”的“校验结果”；“开单”“重开”是照样运行命令得到的。"
CHECK, ISSUE, REISSUE = "校验", "开单", "重开"
ROW = "{row}　{condition}　→　{action}"
SAID = "　　{how}　{sentence}"
BLOCK, WARN = "拦下", "提醒"
REASON = "示例"

CONDITIONS = {
    "B1": "依据条款无效、未公示或已失效",
    "B2": "地区禁止罚款，却有金额",
    "B3": "累计金额超过上限",
    "B4": "同一人、同一事实、同一条款重复",
    "B5": "当事人已离职，或不是本公司员工（后者走供应商考核）",
    "B6": "整改单缺责任人、期限或目标",
    "B7": "单号重复、跳改，或该月已定稿",
    "W1": "上限未知",
    "W2": "未送达、未过申诉期或申诉未结就执行",
    "W3": "事实描述含身份证号、手机号",
    "W4": "当年节假日未录入",
    "W5": "公开类文书涉及员工全名",
    "W6": "申诉受理人就是检查人",
    "W7": "处罚与严重程度不符",
    "W8": "保存期满",
}
"""Row → its condition, in the order of the table."""
