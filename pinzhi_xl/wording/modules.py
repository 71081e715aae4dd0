"""What is said of modules."""

MODULES = "启用模块"
ASK = "把启用的模块改为：{names}？"
RESULT = "启用：{names}；显示 {shown} 张表，隐藏 {hidden} 张表"
NONE = "无"

ON_OPTION = "启用这个模块并显示它的表，如 投诉报修；可写多次，全用写 全部。"
OFF_OPTION = "停用这个模块；表里没有数据的隐藏起来，有数据的留着。可写多次。"
APPLY_OPTION = "按“参数”的“启用模块”显示各模块的表，其余模块没有数据的表隐藏起来。"
APPLY_ALONE = "--apply 只照“参数”办，不能与 --on、--off 同用。"
LINE = "{mark} {name}　{sheets}{rows}"
ON, OFF = "✓", "　"
ROWS = "（{count} 行数据）"
LACKING = "（总表里没有）"
LACKING_ADVICE = (
    "这份总表是旧版，缺模块的表；请用 pinzhi new 新总表.xlsx --from 旧总表.xlsx --year 今年 换成新版。"
)
SHOWN = "已显示：{names}。"
HIDDEN = "已隐藏：{names}。"
UNKNOWN = "没有“{name}”这个模块。可选的有：{choices}。"
