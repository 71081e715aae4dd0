"""What the tests of papers share: sample fields, small templates, and how to read a paper."""

from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject

from pinzhi_xl.documents.package import read_package
from pinzhi_xl.documents.text import text_of

USUAL = {
    "number": "品罚〔2014〕1号",
    "edition": "",
    "issued_on": "2014年8月29日",
    "mark": "3f9a12bc",
    "company": "示例物业服务有限公司",
    "issuer": "品质管理部",
    "sample_mark": "示例",
    "community": "凤鸣华府",
    "department": "秩序部",
    "post": "门岗保安员",
    "person": "员工甲",
    "employee_number": "ZX0012",
    "occurred_at": "2014年8月12日 23时40分",
    "place": "东门岗亭",
    "shift": "夜班",
    "inspection_type": "夜间抽查",
    "facts": "夜间抽查时发现东门岗亭当班保安员员工甲伏案睡觉约10分钟，岗亭门未关闭，期间有两辆车未经登记进入小区，"
    "对讲机呼叫三次无应答。",
    "regulation": "《员工奖惩制度》",
    "regulation_version": "第2版",
    "clause_number": "JC-07",
    "clause_text": "当班期间睡岗、脱岗的，首次给予书面警告并扣绩效分2分；三十日内再次发生的，加倍扣分并调离岗位。",
    "published_on": "2014年1月15日",
    "evidence": "现场照片2张（ZP-20140812-03、04）；检查编号 JC-2014-08-0021",
    "proposal": "书面警告",
    "proposed_points": "2",
    "proposed_money": "",
    "proposed_money_words": "",
    "repeat_note": "第1次，不加重",
    "rectification": "2014年8月15日前由秩序部组织夜班岗位纪律培训并交签到表（整改编号 品改〔2014〕3号）。",
    "inspector": "检查员乙",
    "appeal_days": "5",
    "red_line": "",
    "money_note": "",
    "calendar_note": "",
}
FULLEST = USUAL | {
    "edition": "第2版",
    "proposed_money": "50.00",
    "proposed_money_words": "人民币伍拾元整",
    "red_line": "是",
    "money_note": "金额待行政部核定",
    "calendar_note": "未核节假日：2014年放假安排未录入，申诉期限按周一至周五推算，仅供参考。",
}
LONGEST = FULLEST | {
    "number": "品罚〔2014〕1234号",
    "company": "某某某某省某某某某市某某某某物业服务集团有限公司",
    "community": "某某某某某某某某某某某某某某某某某某花园",
    "department": "工程维修与设备运行部",
    "person": "阿卜杜拉买买提江吐尔逊某",
    "facts": "当班期间未按规定进行巡视并伪造巡查记录，" * 15,
    "clause_text": "对发生本条所列行为之一的给予书面警告，" * 16,
}
HOSTILE = {name: f"A&B<公司>\"'\n{name} {{{{ x }}}} {{% if %}} ]]> </w:t>" for name in USUAL}


def make_template(path: Path, *paragraphs: str, change: Callable[[DocumentObject], None] | None = None) -> Path:
    """A template of plain paragraphs at `path`; `change` may work on the document before it is saved."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change:
        change(document)
    document.save(str(path))
    return path


def paper_text(content: bytes) -> str:
    """All text of a paper: document, headers, footers."""
    parts = read_package(content)
    names = [name for name in parts if name.startswith(("word/document", "word/header", "word/footer"))]
    return "\n".join(text_of(parts[name]) for name in sorted(names))
