"""满意度问卷 (a sheet to hand out) and 满意度报告 (matrix of communities and dimensions)."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, field, line, put, spaced, tabs, tag, write
from pinzhi_xl.documents.design.report_form import (
    WIDTH,
    close,
    conditional,
    heading,
    key_figures,
    listing,
    note,
    repeats,
    report_document,
    sentences,
    shaded,
    signatures,
    text,
)
from pinzhi_xl.sheets.survey_terms import Answer, Dimension
from pinzhi_xl.wording.survey_papers import BOX, WAYS

if TYPE_CHECKING:
    from docx.document import Document

_QUESTION = (0.0, 10.0, 32.0, 107.0)
_LEVEL = 15.0


def build_questionnaire() -> bytes:
    """The template 满意度问卷 as a .docx file."""
    document = report_document("物业服务满意度调查问卷", "")
    _foot(document)
    line(document, "{{ half }}　{{ community }}", "Report Heading").paragraph_format.alignment = 1
    text(
        document,
        "尊敬的业主、使用人：为了解您对物业服务的评价和需要，我们每半年做一次满意度调查。本问卷不记名，请不要填写姓名、房号和电话；"
        "结果只用于改进服务。请在每一行最符合您感受的一格打“√”；没有接触过的可以不选。{{ return_by }}",
    )
    heading(document, "一、请您评价")
    _questions(document)
    heading(document, "二、请您说说")
    tag(document, "for row in open_questions")
    line(document, "{{ row.facts }}", "Report Text").paragraph_format.keep_with_next = True
    _ruled(document, 4)
    tag(document, "endfor")
    note(document, "以下由调查人填写（不填答卷人的任何个人信息）")
    _office(document)
    text(document, "感谢您的支持！　　{{ company }}　{{ issuer }}")
    return finished(close(document))


def _foot(document: "Document") -> None:
    """Pages only: a resident is told no day of counting."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.clear()  # its tab stops stay
    write(footer, "{{ half }}　{{ community }}\t第 ")
    field(footer, "PAGE")
    write(footer, " 页 共 ")
    field(footer, "NUMPAGES")
    write(footer, " 页")


def _questions(document: "Document") -> None:
    edges = [*_QUESTION, *(_QUESTION[-1] + _LEVEL * place for place in range(1, len(Answer) + 1))]
    form = Form(document, edges)
    heads = form.row(*edges, height=10)
    repeats(heads[0])
    names = ("序号", "项目", "内容", *(f"{answer.value}" for answer in Answer))
    for cell, name in zip(heads, names, strict=True):
        put(cell, name, "Cell Head", next_row=True)
        shaded(cell)
    form.condition("for row in questions")
    cells = form.row(*edges, height=9.5)
    put(cells[0], "{{ row.no }}", "Cell Figure")
    put(cells[1], "{{ row.item }}", "Cell Figure")
    put(cells[2], "{{ row.facts }}", "Cell Text")
    for cell in cells[3:]:
        put(cell, BOX, "Cell Figure")
    form.condition("endfor")


def _ruled(document: "Document", count: int) -> None:
    """Lines to write on."""
    for _ in range(count):
        ruled = line(document, "\t", "Report Text")
        tabs(ruled, (WIDTH, "left", "underscore"))
        spaced(ruled, 6)


def _office(document: "Document") -> None:
    edges = [0.0, 22.0, 64.0, 82.0, 110.0, 128.0, WIDTH]
    form = Form(document, edges)
    cells = form.row(*edges, height=9)
    shown = ("调查编号", "{{ number }}", "序号", "", "方式", f"{WAYS}\n□ 电话代答　□ 无效")
    for place, (cell, words) in enumerate(zip(cells, shown, strict=True)):
        for part in words.split("\n"):
            put(cell, part, "Cell Text" if place % 2 else "Cell Head")
        if not place % 2:
            shaded(cell)


_MATRIX = (
    ("项目", "{{ row.community }}", 26.0),
    *((dimension.value, f"{{{{ row.{dimension.name.lower()} }}}}", 17.3) for dimension in Dimension),
)


def build_report() -> bytes:
    """The template 满意度报告 as a .docx file."""
    document = report_document("客户满意度调查报告", "满意度报告 {{ half }}")
    key_figures(
        document,
        ("总体满意率", "{{ rate }}"),
        ("满意度得分", "{{ score }}"),
        ("问卷发放率", "{{ issue_rate }}"),
        ("问卷回收率", "{{ return_rate }}"),
    )
    heading(document, "一、概况")
    sentences(document, "sentences")
    conditional(document, "small_note", "{{ small_note }}")
    listing(
        document,
        "surveys",
        (
            ("项目", "{{ row.community }}", 21),
            ("起止", "{{ row.days }}", 26),
            ("方式", "{{ row.way }}", 12),
            ("户数", "{{ row.households }}", 12),
            ("发放", "{{ row.issued }}", 12),
            ("发放率", "{{ row.issue_rate }}", 15),
            ("回收", "{{ row.returned }}", 12),
            ("回收率", "{{ row.return_rate }}", 15),
            ("有效", "{{ row.valid }}", 12),
            ("电话代答", "{{ row.by_phone }}", 25),
            ("满意率", "{{ row.rate }}", 20),
        ),
    )
    heading(document, "二、满意率（%）")
    listing(document, "rates", _MATRIX)
    note(document, "满意率 =（非常满意 + 满意）÷ 该维度有效答案。{{ cell_note }}")
    heading(document, "三、满意度得分")
    listing(document, "scores", _MATRIX)
    note(document, "满意度得分 = Σ（5、4、3、2、1 分）÷（5 × 该维度有效答案）× 100。")
    heading(document, "四、与上期（{{ before }}）比较：满意率增减（百分点）")
    listing(document, "compared", _MATRIX, "没有上期可比。")
    heading(document, "五、满意率最低的项目和维度")
    listing(
        document,
        "lowest",
        (
            ("序号", "{{ row.no }}", 10),
            ("项目", "{{ row.community }}", 28),
            ("维度", "{{ row.dimension }}", 24),
            ("满意率", "{{ row.rate }}", 22),
            ("不满意率", "{{ row.dissatisfied }}", 24),
            ("得分", "{{ row.score }}", 20),
            ("较上期", "{{ row.change }}", 22),
            ("改进事项", "{{ row.number }}", 32),
        ),
    )
    _opinions_and_improvements(document)
    note(document, "改进完成后评估效果；未见效的另起一项重新改进。")
    signatures(document, "编制人", "{{ issuer }}负责人")
    return finished(close(document))


def _opinions_and_improvements(document: "Document") -> None:
    heading(document, "六、意见、建议和需求")
    text(document, "{{ opinions_note }}")
    listing(
        document,
        "opinions",
        (("项目", "{{ row.community }}", 30), ("意见", "{{ row.facts }}", 152)),
        "—",
    )
    conditional(document, "more_opinions", "{{ more_opinions }}")
    spaced(line(document, "访谈、意见反映的需求和期望：", "Report Text"), 6)
    listing(
        document,
        "needs",
        (("项目", "{{ row.community }}", 30), ("需求分析", "{{ row.facts }}", 152)),
        "没有登记。",
    )
    heading(document, "七、改进措施和进度")
    columns = (
        ("编号", "{{ row.number }}", 28),
        ("项目", "{{ row.community }}", 19),
        ("维度", "{{ row.dimension }}", 17),
        ("满意率", "{{ row.rate }}", 15),
        ("改进措施", "{{ row.facts }}", 40),
        ("责任", "{{ row.reason }}", 26),
        ("期限", "{{ row.due }}", 20),
        ("状态", "{{ row.state }}", 17),
    )
    listing(document, "improvements", columns, "本期没有要改进的事项。")
    heading(document, "八、上期改进的效果")
    followed = (
        ("编号", "{{ row.number }}", 28),
        ("项目", "{{ row.community }}", 19),
        ("维度", "{{ row.dimension }}", 17),
        ("改进措施", "{{ row.facts }}", 44),
        ("完成", "{{ row.done }}", 18),
        ("状态", "{{ row.state }}", 17),
        ("满意率变化", "{{ row.change }}", 39),
    )
    listing(document, "followed", followed, "上期没有改进事项。")
