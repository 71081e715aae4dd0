"""Words of special inspections, spot checks by lot, mystery visits and key places."""

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

SPECIAL_REPORT, SPECIAL_FORM = "专项检查报告", "专项检查表"
DRAW_SLIP = "抽查单"
MYSTERY_REPORT = "神秘客户报告"
KEY_REPORT = "重点部位巡查情况"

MYSTERY_POINTS, MYSTERY_FORMULA = "神秘客户得分", "放行的各触点得分之和 ÷ 满分之和 × 100；没有经历的触点不计"
KEY_COVERAGE, KEY_FORMULA = (
    "重点覆盖率",
    "当月到过的重点位置 ÷ 重点位置（到过：有重点巡查、问题登记或岗位签署之一）",
)

BY_PATROL, BY_FINDING, BY_SIGNATURE = "重点巡查", "检查发现", "岗位签署"

NEXT_MET = "结论是{verdict}的，只能留空整改各栏；确有问题请把结论改为不符合"
NEXT_OPEN = "现在只能填整改完成；复查要在整改完成之后"
NEXT_FINDING = "已登记为问题 {finding} 的，在整改跟踪里填"

SPECIAL: dict[str, Entry] = {
    "special-not-special": error(
        "检查 {value} 不是有效的专项检查，专项检查的结果不能记在它名下。",
        "请改正检查编号，或把检查记录的检查类型改为专项检查。",
    ),
    "special-item-unknown": error(
        "“专项清单”里没有主题“{theme}”的第 {value} 项。", "请核对主题和序号，或先在“专项清单”登记这一项。"
    ),
    "special-item-off": error(
        "主题“{theme}”的第 {value} 项从 {until} 起停用，{day} 的检查不能再用。", "请删去这一行，或改正停用日期。"
    ),
    "special-step": error("“{label}”不能填：这一项{why}。", "合法的下一步：{legal}。"),
    "special-review-incomplete": error("复查缺“{label}”。", "复查人、复查日期、复查结论要一起填写。"),
    "special-review-early": error(
        "复查通过的日期 {value} 早于整改完成 {done}。", "请核对两个日期；通过的复查不早于整改完成。"
    ),
    "special-done-early": error("整改完成 {value} 早于检查日期 {day}。", "请核对整改完成。"),
    "special-due-early": error("期限 {value} 早于检查日期 {day}。", "请核对期限。"),
    "special-done-in-future": reminder("“{label}”{value} 在今天（{today}）之后，暂不算数。", "请核对日期。"),
    "special-failed-incomplete": reminder(
        "不符合的这一项没有填{lacking}。", "请补全情况、责任部门和期限，或登记为问题并填问题编号。"
    ),
    "special-finding-other": error(
        "问题 {value} 是{community} {day} 的，不是这次专项检查那天那个项目的。", "请核对问题编号。"
    ),
    "special-supply-short": reminder(
        "{item}应备 {needed}，实有 {value}，不够，结论却是符合。", "请核对数量；确实不够请把结论改为不符合。"
    ),
    "special-supply-uncounted": reminder("{item}没有填实有数量。", "请点数后填写实有数量。"),
    "special-items-left": reminder(
        "检查 {value} 的主题“{theme}”还有 {count} 项没有结论：{numbers}。", "请补录；不涉及的填不适用。"
    ),
    "key-place-unvisited": reminder(
        "重点位置“{value}”{month}还没有到过。", "请安排巡查，并在“重点巡查”登记；有检查发现或岗位签署的自动计入。"
    ),
    "key-patrol-elsewhere": reminder(
        "“{value}”不是“{community}”的重点位置，不计入重点覆盖率。", "请改用位置表中的名称，或在位置表标为重点。"
    ),
    "mystery-hand-typed": error(
        "这一行没有放行日期或来源，不是放行来的，不计入得分和报告。",
        "神秘客户的记录由 pinzhi mystery release 放行写入；请删去手工加的行。",
    ),
    "mystery-over-full": error("得分 {value} 超过满分 {full}。", "请核对得分。"),
    "mystery-empty": error("脚本里没有一个触点打了分。", "请在“脚本”填写得分；没有经历的触点空着。"),
    "mystery-no-head": error("没有填写暗访的项目和日期。", "请在“暗访”第一行填写项目和暗访日期。"),
    "mystery-two-heads": error(
        "“暗访”里有不止一次暗访。", "一份文件只记一次暗访；另一次请用 pinzhi mystery new 新建。"
    ),
    "mystery-in-future": error("暗访日期 {value} 在今天（{today}）之后。", "请核对日期。"),
    "mystery-unknown-community": error("总表里没有在管的“{value}”。", "请改为：{known}。"),
    "mystery-unscored": reminder(
        "触点“{touch}”写了情况，没有打分，不会计入。", "请填写得分；没有经历的请清空情况。"
    ),
    "mystery-without-facts": reminder("触点“{touch}”没有达标，没有写情况。", "请写明看到、听到了什么。"),
    "mystery-without-evidence": reminder("触点“{touch}”没有证据时间。", "请填写录音、照片的时间，便于核对。"),
    "mystery-released-differs": error(
        "这份文件已于 {released} 放行（{community} {there}），现在的内容与放行的不同，没有写入。",
        "另一次暗访请用 pinzhi mystery new 新建文件；要更正已放行的，请先 pinzhi undo 撤回，再放行。",
    ),
    "special-plan-without-theme": reminder(
        "专项检查的计划没有写主题，没有出专项检查表。", "请在频次写上主题，如 每年·防汛；可用的主题：{themes}。"
    ),
    "special-none-planned": reminder(
        "{day} 没有排专项检查，没有出专项检查表。", "请在督导计划排一次专项检查，频次写主题，如 每年·防汛。"
    ),
    "draw-none": reminder("{day} 没有抽取过，没有抽查单。", "请先运行 pinzhi draw。"),
    "no-key-places": reminder("位置表没有标为重点的位置。", "请把重点部位的“是否重点”填是。"),
    "draw-withheld": error(
        "“{sheet}”有错误，抽取的总体不可靠，没有抽取：{value}。", "请先按校验结果改正，再抽取。"
    ),
}
"""Problems of the module."""

HAS_NO_FAILURE, NOT_DONE, IN_FINDINGS = "结论是{verdict}", "还没有整改完成", "已登记为问题 {finding}"
LACKING = {"facts": "情况", "department": "责任部门", "due_on": "期限"}

RANDOM = "随机抽查"
DRAW = "抽查抽取"
ASK_DRAW = "将为 {day} 抽取 {count} 个{unit}，并在“督导计划”增加 {plans} 次抽查。继续？"
DRAWN = "抽取 {count} 个，总体 {population}，种子 {seed}"
DRAW_LINE = "{rank}. {community} {what}  {plan}"
DRAW_SUMMARY = "{day}：{way}，从 {population} 个{unit}里抽中 {count} 个；种子 {seed}，总体校验 {digest}。"
DRAW_SAME = "{day} 已经抽取过，照原种子重抽，结果相同，没有新增。"
DRAW_CHANGED = (
    "{day} 已经抽取过，没有新增；总体在抽取之后变了（原 {before} 个，校验 {was}），现在重抽不会得到同样的结果。"
)
DRAW_DRY = "（试运行，没有写入）"
DRAW_WHAT = "{department} {item} {what}"
ALREADY_DRAWN = "{day} 已经抽取过（种子 {seed}，{unit}，{way}，{asked} 个），不能换一种再抽，以免挑选结果。请不带这些选项再运行，或另选日期。"
TOO_MANY = "可抽的只有 {population} 个{unit}，抽不出 {count} 个。请减少 --count，或先补全位置、检查标准。"
DRAW_DATE_OPTION = "抽查的日期，如 2014-08-20。"
COUNT_OPTION = "抽几个；不写抽 6 个，不足 6 个的全抽。"
SEED_OPTION = "种子；默认由日期和总表的标识得出，不由人挑选。"
UNIT_OPTION = "抽什么：条款（项目×部门×检查项）或 位置（项目×位置）。"
WAITING_OPTION = "久未检优先：权重为距上次检查的天数（1 到 365，从未检查按 365）。"

MYSTERY_HELP = "神秘客户：暗访在自己的文件里记录，放行之后才进总表。\n\n例：pinzhi mystery new 暗访0815.xlsx --master 品质管理总表.xlsx"
RELEASE = "神秘客户放行"
MASTER_OPTION = "总表；只读，用来取项目名称和标识。"
ARGUMENT_VISIT = "暗访文件"
INTO_OPTION = "放行到哪份总表。"
MYSTERY_MADE = "已建暗访文件 {path}。填好后运行 pinzhi mystery check，放行前不要放进总表。"
MYSTERY_FINE = "{community} {day}：{count} 个触点，得分 {points}，可以放行。"
MYSTERY_WRONG = "暗访文件有 {errors} 处错误。"
RELEASED = "已放行 {community} {day} 的暗访：{count} 个触点，得分 {points}，检查编号 {number}。"
WOULD_RELEASE = "将放行 {community} {day} 的暗访：{count} 个触点，得分 {points}。"
RELEASED_BEFORE = "这次暗访已经放行过，没有新增。"
NOT_RELEASED = "没有放行：有 {errors} 处错误。"
ASK_RELEASE = "将把 {community} {day} 的暗访（{count} 个触点）写入总表，放行后各项目可见。继续？"
RELEASE_RESULT = "检查编号 {number}，{count} 个触点，得分 {points}"
NOT_A_VISIT = "{name} 不是 pinzhi mystery new 建的暗访文件。请用它新建，再把内容填进去。"
VISIT_OF_ANOTHER = "{name} 是为另一份总表（标识 {theirs}…）建的，不能放行到这份（{ours}…）。请选对总表。"
VISIT_CONTRADICTS = "{name} 里的标识前后不一致，可能是拼起来的文件。请用 pinzhi mystery new 重新建。"
VISIT_UNREADABLE = "读不了 {name}：{reason}。请关闭打开它的程序，核对路径后再试。"
VISIT_MARK = "暗访标识：{identity}（请勿改动）"
VISIT_TITLE = "神秘客户暗访记录（放行前保密）"
VISIT_HOW = "一份文件记一次暗访。得分填 0 到满分；没有经历的触点，得分空着。情况不写身份证号、手机号。"
VISIT_FOOTER = "第 &P 页，共 &N 页"
SCORE_HINT = "请填 0 到满分的数。"
COMMUNITIES = "项目名单"

NOTHING, NONE = "—", "无"
LIST, PARTS = "、", "；"
KEY_MARK = "★ {item}"
WITH_UNIT = "{amount} {unit}"
UNCOUNTED = "未点"
UNASSIGNED = "未定"
SPECIAL_SUMMARY = (
    "{theme}专项：应查 {items} 项，已查 {checked} 项（{rate}），不符合 {failed} 项，其中重点项 {keys} 项。"
)
SPECIAL_STATE = (
    "不符合项已关闭 {closed} 项（{rate}），待复查 {review} 项，未完成 {open} 项，其中逾期 {overdue} 项。"
)
SPECIAL_SUPPLIES = "物资 {lines} 种，检查时短缺 {short} 种（{names}），其中已补足 {filled} 种。"
SPECIAL_SUPPLIES_FINE = "物资 {lines} 种，已点 {counted} 种，没有短缺。"
SPECIAL_NO_FAILURE = "没有不符合项。"
CONCLUDED_GOOD = "符合要求。"
CONCLUDED_CLOSED = "问题已全部整改关闭，符合要求。"
CONCLUDED_OPEN = "还有 {open} 项没有关闭，关闭前不能认定符合要求。"
CONCLUDED_KEYS = "还有 {keys} 项重点项没有关闭，须立即处理。"
CONCLUDED_PART = "还有 {left} 项没有检查，尚不能认定。"
SUPPLY_SHORT = "缺 {amount}"
SUPPLY_ENOUGH = "足"

DRAW_HOW = (
    "重抽：pinzhi draw 总表.xlsx --date {day} --count {asked} --seed {seed}{options}；总体校验相同，结果必相同。"
)
DRAW_OPTIONS = {"位置": " --by 位置", "久未检优先": " --waiting"}
SLIP_CHANGED = "抽取之后总体有变（项目、部门、条款、位置或以前的检查记录改过），现在重抽不会得到同样的结果。"
WAITED, NEVER = "{days} 天", "从未"

TOUCH_FINE, TOUCH_LOW = "达标", "未达标"
MYSTERY_SUMMARY = "本月放行暗访 {visits} 次，{touches} 个触点，得分 {points}（百分制）；达标线 {least}。"
MYSTERY_LOW = "未达标触点：{names}。"
MYSTERY_ALL_FINE = "各触点都达标。"
MYSTERY_BEFORE = "上一次暗访（{day}）得分 {points}，本月{change}。"
MYSTERY_UP, MYSTERY_DOWN, MYSTERY_SAME = "上升 {figure} 分", "下降 {figure} 分", "持平"

KEY_SUMMARY = "重点位置 {places} 个，当月到过 {seen} 个，重点覆盖率 {rate}。"
KEY_MISSING = "没有到过：{names}。"
KEY_NONE_MISSING = "各重点位置都已到过。"
PLACE_OF = "{community} {place}"
