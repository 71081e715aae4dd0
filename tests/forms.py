"""Values of 检查表 and 岗位签署确认表: empty, usual and as long as they get."""

from pinzhi_xl.documents.cleaning import FieldValue

Values = dict[str, FieldValue]

HEAD: Values = {
    "company": "示例物业服务有限公司",
    "issuer": "品质管理部",
    "sample_mark": "示例",
    "community": "凤鸣华府",
    "day": "2014年8月25日（星期一）",
    "session": "上午9:00–11:30、下午14:00–17:30",
    "shift": "白班",
    "inspection_type": "全面巡检",
    "inspector": "检查员乙",
}
LONG_HEAD: Values = HEAD | {
    "company": "某某某某省某某某某市某某某某物业服务集团有限公司",
    "community": "某某某某某某某某某某某某某某某某某某花园",
    "session": "上午9:00–11:30、下午14:00–17:30、夜间22:00–23:30",
    "inspection_type": "全面巡检、月度检查、专项检查（每年·防汛）",
    "inspector": "检查员乙、检查员丙、阿卜杜拉买买提江吐尔逊某",
}


def open_item(index: int, facts: str, state: str = "", place: str = "客服中心") -> dict[str, str]:
    return {
        "index": str(index),
        "number": f"WT-201408-{index:03d}",
        "found_on": "8月18日",
        "department": "秩序维护部",
        "place": place,
        "item": "KF01 客服人员状态",
        "facts": facts,
        "due_on": "8月21日",
        "state": state,
    }


def heading(text: str) -> dict[str, str]:
    return {"heading": text, "code": "", "text": "", "points": "", "deduction": "", "method": "", "stars": ""}


def item(code: str, text: str, stars: str = "") -> dict[str, str]:
    given = {"code": code, "text": text, "points": "10", "deduction": "2.5", "method": "现场观察", "stars": stars}
    return heading("") | given


STAR = "★ 客服中心：8月18日 WT-201408-001"
LONG_FACTS = "夜间抽查时发现东门岗亭当班保安员伏案睡觉约10分钟，岗亭门未关闭，两辆车未经登记进入小区，" * 3
LONG_PLACE = "小区主干道（车库入口至二栋路段的人行道和两侧绿化带）"
LONG_ITEM = "道路、人行道、楼梯破损与隐患(坑洼、瓷砖脱落)及其夜间照明、警示标志、临时围挡的设置情况（夜班）"


def checklist(
    head: Values, open_items: list[dict[str, str]], rows: list[dict[str, str]], warning: str = ""
) -> Values:
    count = str(len(open_items)) if open_items else ""
    return head | {
        "open_count": count,
        "open_items": open_items,
        "rows": rows,
        "warning": warning,
        "blank_rows": ["", "", ""],
    }


def signatures(head: Values, posts: list[str], shift: str) -> Values:
    listed = [{"index": str(n), "post": post, "post_shift": shift} for n, post in enumerate(posts, start=1)]
    return head | {"posts": listed, "post_count": str(len(posts)), "blank_rows": ["", "", ""]}


def _rows(items: int, text: str, stars: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for number in range(items):
        if number % 11 == 0:
            rows.append(heading(f"{'一二三四五六'[number // 11]}、秩序维护部（11 项，100 分）"))
        rows.append(item(f"ZX{number:02d}", text, stars if number % 3 == 0 else ""))
    return rows


FORMS: dict[tuple[str, str], Values] = {
    ("检查表", "empty"): checklist(dict.fromkeys(HEAD, ""), [], []),
    ("检查表", "usual"): checklist(HEAD, [open_item(1, "前台无人值守"), open_item(2, "记录缺签字")], _rows(66, "员工着装", STAR)),
    ("检查表", "longest"): checklist(
        LONG_HEAD,
        [open_item(n, LONG_FACTS, "二次整改、逾期12天", LONG_PLACE) for n in range(1, 21)],
        _rows(66, LONG_ITEM, "\n".join([STAR] * 3)),
        "总表另有 12 处错误（见校验结果），下列遗留问题和 ★ 可能不全。",
    ),
    ("岗位签署确认表", "empty"): signatures(dict.fromkeys(HEAD, ""), [], ""),
    ("岗位签署确认表", "usual"): signatures(HEAD, ["客服中心", "东门岗", "北门岗", "监控室"], "白班"),
    ("岗位签署确认表", "longest"): signatures(LONG_HEAD, [LONG_PLACE] * 24, "□ 白班\n□ 夜班"),
}  # fmt: skip
