"""What to do about a setting that cannot be used."""

from pinzhi_xl.kinds import Kind

NUMBER_HINT = "请填说明中允许范围内的数字；清空则用默认值。"
HINTS = {
    Kind.YES_NO: "请填是或否。",
    Kind.LIST: "请填用、分隔的数字，如 1、2、2。",
    Kind.WHOLE: "请填允许范围内的整数；清空则用默认值。",
}
MONTH_HINT = "请填月份，如 2014-08；清空则为今天所在的月。"
THRESHOLD_HINT = "三个下限应从优到中依次不增，请核对。"
SAME_PREFIX_HINT = "处罚单字头与整改单字头必须不同，否则两种文书的编号会重复。"
MODULE_HINT = "请用、分隔模块名称，如 投诉报修、培训；可选的名称见说明，全用写“全部”。"
