"""专项检查表 and 抽查单, to fill in on the spot, and 专项检查报告, which sums up (A15–A17, G04, H12)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    conditional,
    heading,
    labelled,
    lines_for,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)

_VERDICTS = "□ 符　合\n□ 不符合\n□ 不适用"
_HEAD = (26, 65, 26, 65)


def build_form() -> bytes:
    """The template of 专项检查表 as a .docx file."""
    document = report_document("{{ theme }}专项检查表", "{{ community }}　{{ date }}　{{ theme }}")
    labelled(
        document,
        _HEAD,
        ("项目", "{{ community }}", "日期", "{{ date }}　{{ weekday }}"),
        ("时段", "{{ session }}", "检查人", "{{ inspector }}"),
        ("检查项", "{{ count }} 项", "编制部门", "{{ issuer }}"),
    )
    note(
        document,
        "★ 为重点项。不符合的写明地点、现象、责任部门和期限，回来录入“专项检查”，序号与本表一致。",
    )
    heading(document, "一、检查项")
    listing(
        document,
        "items",
        (
            ("序号", "{{ row.no }}", 10),
            ("类别", "{{ row.group }}", 17),
            ("检查项", "{{ row.item }}", 34),
            ("要求", "{{ row.reason }}", 42),
            ("方式", "{{ row.method }}", 16),
            ("结论", _VERDICTS, 20),
            ("情况、责任部门、期限", "", 43),
        ),
        "这个主题没有检查项。",
    )
    heading(document, "二、物资清点")
    listing(
        document,
        "supplies",
        (
            ("序号", "{{ row.no }}", 10),
            ("物资", "{{ row.item }}", 34),
            ("要求", "{{ row.reason }}", 50),
            ("应备", "{{ row.needed }}", 20),
            ("实有", "　　　{{ row.unit }}", 24),
            ("结论", _VERDICTS, 20),
            ("存放处、备注", "", 24),
        ),
        "这个主题没有物资清单。",
    )
    heading(document, "三、其他发现")
    lines_for(document, 3)
    note(document, "检查人、陪检人当场签名；本表扫描件的文件名记入检查记录。")
    signatures(document, "检查人", "陪检人")
    return finished(close(document))


def build_slip() -> bytes:
    """The template of 抽查单 as a .docx file."""
    document = report_document("抽 查 单", "{{ community }}　{{ date }}")
    labelled(
        document,
        _HEAD,
        ("项目", "{{ community }}", "日期", "{{ date }}　{{ weekday }}"),
        ("计划编号", "{{ plan }}", "抽取方式", "{{ way }}，共抽 {{ asked }} 个"),
        ("种子", "{{ seed }}", "总体", "{{ population }}，校验 {{ digest }}"),
    )
    conditional(document, "changed", "{{ changed }}")
    heading(document, "抽中的内容")
    listing(
        document,
        "drawn",
        (
            ("序号", "{{ row.no }}", 10),
            ("次序", "{{ row.rank }}", 10),
            ("部门", "{{ row.department }}", 22),
            ("条款或位置", "{{ row.item }}", 32),
            ("检查内容", "{{ row.reason }}", 42),
            ("距上次", "{{ row.waited }}", 15),
            ("权重", "{{ row.weight }}", 11),
            ("结果", "□ 合　格\n□ 不合格", 18),
            ("情况", "", 22),
        ),
    )
    note(document, "次序为整次抽取中的次序。不合格的录入检查记录（检查类型 抽查）和问题登记；抽查默认不计分。")
    note(document, "{{ how }}")
    heading(document, "其他发现与建议")
    lines_for(document, 3)
    note(document, "编制：{{ issuer }}")
    signatures(document, "品质督察员", "受检部门")
    return finished(close(document))


def build_report() -> bytes:
    """The template of 专项检查报告 as a .docx file."""
    document = report_document("专项检查报告", "{{ community }}　{{ month }}")
    labelled(
        document,
        _HEAD,
        ("项目", "{{ community }}", "月份", "{{ month }}"),
        ("检查日期", "{{ days }}", "主题", "{{ theme_names }}"),
        ("检查人", "{{ inspectors }}", "编制部门", "{{ issuer }}"),
    )
    heading(document, "一、总体情况")
    sentences(document, "sentences")
    listing(
        document,
        "themes",
        (
            ("主题", "{{ row.theme }}", 32),
            ("应查项", "{{ row.items }}", 17),
            ("已查项", "{{ row.checked }}", 17),
            ("覆盖率", "{{ row.coverage }}", 20),
            ("符合", "{{ row.met }}", 14),
            ("不符合", "{{ row.failed }}", 16),
            ("不适用", "{{ row.not_applicable }}", 16),
            ("已关闭", "{{ row.closed }}", 16),
            ("未关闭", "{{ row.open }}", 16),
            ("关闭率", "{{ row.rate }}", 18),
        ),
    )
    heading(document, "二、不符合项与整改（{{ failed_total }} 项，★ 为重点项）")
    listing(
        document,
        "failures",
        (
            ("序号", "{{ row.no }}", 10),
            ("主题", "{{ row.theme }}", 17),
            ("检查项", "{{ row.item }}", 30),
            ("情况", "{{ row.facts }}", 41),
            ("责任部门", "{{ row.department }}", 19),
            ("责任人", "{{ row.owner }}", 13),
            ("期限", "{{ row.due }}", 19),
            ("完成", "{{ row.done }}", 19),
            ("状态", "{{ row.state }}", 14),
        ),
        "没有不符合项。",
    )
    heading(document, "三、物资")
    listing(
        document,
        "supplies",
        (
            ("主题", "{{ row.theme }}", 26),
            ("物资", "{{ row.item }}", 56),
            ("应备", "{{ row.needed }}", 25),
            ("实有", "{{ row.have }}", 25),
            ("结果", "{{ row.result }}", 28),
            ("状态", "{{ row.state }}", 22),
        ),
        "这次没有清点物资。",
    )
    heading(document, "四、结论")
    listing(document, "conclusions", (("主题", "{{ row.theme }}", 32), ("结论", "{{ row.reason }}", 150)))
    note(document, "覆盖率＝有结论的检查项 ÷ 该主题的检查项；关闭率＝已关闭 ÷ 不符合；状态以统计日为准。")
    signatures(document, "编制", "项目负责人", "审核", "签发")
    return finished(close(document))
