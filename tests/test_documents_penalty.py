"""违纪处罚单: its shipped template and the finished paper before outside judges."""

from pathlib import Path

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.errors import TemplateMissing
from pinzhi_xl.documents.notices import (
    PENALTY_FIELDS,
    PENALTY_TEMPLATE,
    penalty_file_name,
    penalty_values,
    render_penalty,
)
from pinzhi_xl.documents.package import read_package
from pinzhi_xl.documents.templates import find_template
from pinzhi_xl.documents.text import squeeze
from tests.papers import (
    FULLEST,
    HOSTILE,
    LONGEST,
    USUAL,
    make_template,
    paper_text,
)
from tests.real.programs import REPOSITORY, pdf_pages, schema_errors

EMPTY = dict.fromkeys(USUAL, "")
PAPERS = {"usual": USUAL, "fullest": FULLEST, "longest": LONGEST, "hostile": HOSTILE, "empty": EMPTY}


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_shipped_templates_are_what_the_script_draws(name: str) -> None:
    shipped = (REPOSITORY / "word_templates" / name).read_bytes()
    drawn = BUILDERS[name]()
    assert read_package(shipped) == read_package(drawn), "run: pinzhi build"
    assert drawn == BUILDERS[name]()


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_shipped_templates_are_valid(name: str) -> None:
    assert schema_errors(REPOSITORY / "word_templates" / name) == []


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_is_valid(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(render_penalty(PAPERS[kind]))
    assert schema_errors(path) == []


@pytest.mark.parametrize("kind", PAPERS)
def test_every_copy_holds_every_field(kind: str) -> None:
    text = squeeze(paper_text(render_penalty(PAPERS[kind])))
    once = {"mark", "sample_mark"}  # header and footer are drawn once and printed on every page
    for name, value in PAPERS[kind].items():
        shown = squeeze(value) if name != "red_line" else ""
        assert text.count(shown) >= (1 if name in once else 3), name


@pytest.mark.parametrize(("kind", "pages"), [("usual", 3), ("fullest", 3), ("empty", 3), ("longest", 6)])
def test_a_page_for_each_copy(tmp_path: Path, kind: str, pages: int) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(render_penalty(PAPERS[kind]))
    printed = pdf_pages(path, tmp_path)
    assert len(printed) == pages
    holders = ["①存根", "②行政部（", "③当事人（"]
    for holder, page in zip(holders, printed[:: pages // 3], strict=True):
        assert holder in squeeze(page)
    assert all("第1页" in squeeze(page) for page in printed[:: pages // 3])


@pytest.mark.parametrize("fields", [USUAL, FULLEST], ids=["usual", "fullest"])
def test_all_fields_are_printed_on_every_page(tmp_path: Path, fields: dict[str, str]) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render_penalty(fields))
    long_texts = {"facts", "clause_text", "rectification"}  # their lines lie between those of the label
    for page in map(squeeze, pdf_pages(path, tmp_path)):
        for name, value in fields.items():
            if name not in long_texts | {"red_line"}:
                assert squeeze(value) in page, name
        for name in long_texts:
            assert squeeze(fields[name])[:12] in page, name


def test_no_word_of_money_when_money_is_off() -> None:
    text = paper_text(render_penalty(USUAL))
    for word in ("金额", "罚款", "¥", "￥", "人民币", "大写", " 元"):
        assert word not in text
    text = paper_text(render_penalty(FULLEST))
    assert "建议金额：¥50.00（大写：人民币伍拾元整）" in text
    assert "核定金额" in text


def test_the_general_manager_signs_red_lines_only() -> None:
    assert "总经理" not in paper_text(render_penalty(USUAL))
    assert paper_text(render_penalty(FULLEST)).count("红线问题签批") == 3


def test_fixed_clauses() -> None:
    text = squeeze(paper_text(render_penalty(USUAL)))
    for clause in (
        "如有异议，可于签收之日起5个工作日内向行政部书面申诉",
        "本单为处罚建议，经行政部核定后执行",
        "□同意建议",
        "□不予处罚",
        "□变更为：",
        "□拒签",
        "见证人1",
        "见证人2",
    ):
        assert text.count(clause) == 3
    assert text.count("骑缝") == 2
    assert "盖章" not in text


def test_editions_and_sample_marks() -> None:
    assert "第1版" in paper_text(render_penalty(USUAL))
    assert "品罚〔2014〕1号（第2版）" in paper_text(render_penalty(FULLEST))
    assert "【示例】" in paper_text(render_penalty(USUAL))
    assert "示例" not in paper_text(render_penalty(USUAL | {"sample_mark": "", "company": "某公司"}))


def test_the_same_paper_is_the_same_file() -> None:
    assert render_penalty(FULLEST) == render_penalty(dict(FULLEST))


def test_file_names() -> None:
    assert penalty_file_name(USUAL) == "品罚〔2014〕1号 员工甲.docx"
    assert penalty_file_name(FULLEST) == "品罚〔2014〕1号 第2版 员工甲.docx"


def test_a_forgotten_field_is_a_fault_of_the_caller() -> None:
    assert set(PENALTY_FIELDS) == set(USUAL)
    with pytest.raises(KeyError, match="facts"):
        penalty_values({name: text for name, text in USUAL.items() if name != "facts"})


def test_the_departments_own_template_comes_first(tmp_path: Path) -> None:
    make_template(tmp_path / PENALTY_TEMPLATE, "本部门自己的 {{ person }}")
    assert paper_text(render_penalty(USUAL, tmp_path)).strip() == "本部门自己的 员工甲"
    assert find_template(PENALTY_TEMPLATE, tmp_path / "none").parent.name == "word_templates"
    with pytest.raises(TemplateMissing, match=r"无\.docx.*恢复模板"):
        find_template("无.docx", tmp_path)
