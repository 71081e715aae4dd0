"""The Chinese words of the sample of special inspections, draws, mystery visits and key places."""

KEY_PLACES = ("消防控制室", "消防水泵房", "电梯机房", "地下车库")
FLOOD, HEATING, BUILDING = "防汛", "供暖", "施工现场"
FREQUENCIES = {FLOOD: "每年·防汛", HEATING: "每年·供暖", BUILDING: "每季·施工现场"}
DONE = "已完成"
SESSION = "上午9:00–11:30"
NOT_HERE = "本项目没有这一项"
PATROLS = ("正常", "门锁完好，值班记录齐全", "温度、通风正常，无渗漏", "有少量杂物，当场清理")
RANDOM = "随机抽查"
YES = "是"
SEED = "{year}年{month}月抽查"
SITE_ITEMS_SKIPPED = (6, 13)
"""Items of the building site that did not apply on the day."""
