"""The rendering of papers: what is given arrives, what is wrong is said in one sentence."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.documents import engine
from pinzhi_xl.documents.cleaning import LONGEST_TEXT, MOST_ITEMS, clean_text
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.errors import (
    PaperIncomplete,
    TemplateDamaged,
    TemplateMissing,
    TemplateSyntax,
    TemplateUnreadable,
    TemplateUnsafe,
    UnknownField,
    ValueTooLong,
)
from pinzhi_xl.documents.package import read_package, write_package
from pinzhi_xl.documents.text import squeeze
from tests.papers import make_template, paper_text

HOSTILE_TEXTS = [
    "A&B<公司>\"'",
    "</w:t></w:r></w:p>",
    "甲 & 乙 &amp; &lt;",
    "{{ person }} {% if %} {# #} }} %}",
    "{_{ }_} {_% %_}",
    "｛｛姓名｝｝",
    "一行\r\n二行\n\n四行",
    "emoji 👩‍🔧 𠮷",
    "a\ud800b",
    "\x00\x07\x0b\x1f\x7f文",
    "=1+1",
    "]]>",
]


@pytest.fixture(scope="module")
def one_field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template with `value` in a paragraph, a table, a loop, a header and a footer."""

    def change(document: Document) -> None:
        document.add_table(rows=1, cols=2).rows[0].cells[1].text = "表内：{{ value }}。"
        document.sections[0].header.paragraphs[0].text = "页眉 {{ value }}"
        document.sections[0].footer.paragraphs[0].text = "页脚 {{ value }}"
        for text in ("{%p for item in items %}", "{{ loop.index }}、{{ item.name }}", "{%p endfor %}"):
            document.add_paragraph(text)

    return make_template(tmp_path_factory.mktemp("templates") / "一.docx", "头{{ value }}尾", change=change)


def values_of(text: str) -> dict[str, Any]:
    return {"value": text, "items": [{"name": text}, {"name": "末项"}]}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_arrives_as_it_was_typed(one_field: Path, text: str) -> None:
    found = squeeze(paper_text(render(one_field, values_of(text))))
    assert found.count(squeeze(clean_text(text))) >= 5
    for fixed in ("头", "尾", "表内：", "。", "页眉", "页脚", "2、末项"):
        assert fixed in found


FRAGMENTS = st.sampled_from(["{{", "}}", "{%", "%}", "{_{", "<w:p>", "</w:t>", "&amp;", "\r\n", "\n<w:p ", " "])


@given(st.lists(FRAGMENTS | st.text(st.integers(0, 0x10FFFF).map(chr), max_size=12), max_size=6).map("".join))
def test_any_text_survives(one_field: Path, text: str) -> None:
    assert squeeze(clean_text(text)) in squeeze(paper_text(render(one_field, values_of(text))))


@given(st.text(st.integers(0, 0x10FFFF).map(chr)))
def test_cleaning_is_final_and_keeps_every_letter(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert [c for c in clean if c.isalnum()] == [c for c in text if c.isalnum()]
    clean.encode()


def test_line_breaks_become_word_breaks(one_field: Path) -> None:
    xml = read_package(render(one_field, values_of("甲\r\n乙\r丙")))["word/document.xml"].decode()
    assert "甲</w:t><w:br/>" in xml
    assert xml.count("<w:br/>") == 6


def test_same_input_same_bytes(one_field: Path) -> None:
    first = render(one_field, values_of("甲\n乙"))
    assert render(one_field, values_of("甲\n乙")) == first
    with zipfile.ZipFile(one_field) as template:
        assert b"python-docx" in template.read("docProps/core.xml")
    core = read_package(first)["docProps/core.xml"]
    assert b"python-docx" not in core
    assert b"1980-01-01T00:00:00Z" in core


def test_loops_conditions_and_split_runs(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        table = document.add_table(rows=3, cols=2)
        table.rows[0].cells[0].text = "{%tr for row in rows %}"
        table.rows[1].cells[0].text = "{{ row.name }}"
        table.rows[1].cells[1].text = "{{ row.points }}分"
        table.rows[2].cells[0].text = "{%tr endfor %}"
        split = document.add_paragraph("工号{{ num")
        split.add_run("ber }}").bold = True

    template = make_template(
        tmp_path / "t.docx", "{% if urgent %}加急{% else %}普通{% endif %}", "{{ tags|join('、') }}", change=change
    )
    values: dict[str, Any] = {
        "urgent": True,
        "tags": ["甲", "乙"],
        "rows": [{"name": "张&三", "points": "2"}, {"name": "李四", "points": "0.5"}],
        "number": "A-1",
    }
    text = squeeze(paper_text(render(template, values)))
    assert "加急甲、乙张&三2分李四0.5分" in text
    assert text.endswith("工号A-1")
    text = squeeze(paper_text(render(template, values | {"urgent": False, "rows": []})))
    assert text == "普通甲、乙工号A-1"


def test_merged_cells_and_literal_braces_as_docxtpl_has_them(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        table = document.add_table(rows=3, cols=2)
        table.rows[0].cells[0].text = "{%tr for row in rows %}"
        table.rows[1].cells[0].text = "部门{% vm %}"
        table.rows[1].cells[1].text = "{{ row }}"
        table.rows[2].cells[0].text = "{%tr endfor %}"

    template = make_template(tmp_path / "t.docx", "写作 {_{ name }_}", change=change)
    assert squeeze(paper_text(render(template, {"rows": ["甲", "乙"]}))) == "写作{{name}}部门甲乙"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ value.__class__.__mro__ }}",
        "{{ value.upper }}",
        "{{ value.format(1) }}",
        "{{ items.append(1) }}",
        "{{ value|attr('__class__') }}",
        "{{ value|safe }}",
        "{% autoescape false %}{{ value }}{% endautoescape %}",
        "{{ 'a' * 999999999 }}",
        "{{ value * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% for a in range(999999999) %}x{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% set a = value ~ value %}",
        "{% macro m() %}{% endmacro %}",
        "{{ value + 1 }}",
        "{{ self }}",
        "{% for a in True %}{% endfor %}",
        "{% for a in items %}{{ loop.__class__ }}{% endfor %}",
    ],
)
def test_a_hostile_template_is_refused_in_one_sentence(tmp_path: Path, tag: str) -> None:
    template = make_template(tmp_path / "坏.docx", tag)
    with pytest.raises((TemplateUnsafe, TemplateSyntax)) as caught:
        render(template, values_of("文"))
    assert "坏.docx" in str(caught.value)
    assert "恢复模板" in str(caught.value)


@pytest.mark.parametrize("name", ["cycler", "lipsum", "namespace", "config"])
def test_nothing_but_the_given_fields_has_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownField):
        render(make_template(tmp_path / "t.docx", f"{{{{ {name} }}}}"), values_of("文"))


def test_nested_loops_stop_before_memory_is_full(tmp_path: Path) -> None:
    loops = "".join(f"{{% for a{depth} in value %}}" for depth in range(5)) + "x" * 99 + "{% endfor %}" * 5
    with pytest.raises(TemplateUnsafe, match="内容太多"):
        render(make_template(tmp_path / "t.docx", loops), {"value": "字" * 200})


def test_an_unknown_field_names_the_nearest(tmp_path: Path) -> None:
    template = make_template(tmp_path / "t.docx", "{{ persom }}")
    with pytest.raises(UnknownField, match="“persom”，最接近的是“person”"):
        render(template, {"person": "甲", "number": "1"})


def test_an_unknown_field_hides_in_no_branch(tmp_path: Path) -> None:
    with pytest.raises(UnknownField, match="“due_on”"):
        render(make_template(tmp_path / "t.docx", "{% if person %}{{ person }}{% else %}{{ due_on }}{% endif %}"),
               {"person": "甲"})  # fmt: skip


def test_an_unknown_field_of_an_item(tmp_path: Path) -> None:
    template = make_template(tmp_path / "t.docx", "{% for item in items %}{{ item.nane }}{% endfor %}")
    with pytest.raises(UnknownField, match="“nane”，最接近的是“name”"):
        render(template, values_of("文"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if value %}甲", "if"),
        ("姓名：{{ value }", "姓名"),
        ("{{ value 甲 }}", "value"),
        ("{% fro a in items %}", "fro"),
        ("｛｛ value ｝｝", "全角"),
        ("{{ value|upprcase }}", "upprcase"),
    ],
)
def test_a_miswritten_tag_is_shown(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TemplateSyntax, match=said):
        render(make_template(tmp_path / "t.docx", text), values_of("文"))


def test_text_beside_a_paragraph_tag_is_not_lost_silently(tmp_path: Path) -> None:
    template = make_template(tmp_path / "t.docx", "重要条款 {%p if value %}", "{{ value }}", "{%p endif %}")
    with pytest.raises(PaperIncomplete, match="重要条款"):
        render(template, {"value": "文"})


@pytest.mark.parametrize(
    ("lost", "by", "named"),
    [("乙&amp;丙", "乙", "“value”"), ("固定条款", "", "固定条款"), ("甲二", "甲", "“items.name”")],
)
def test_whatever_is_lost_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str, by: str, named: str
) -> None:
    def lossy(parts: Mapping[str, bytes]) -> bytes:
        return write_package({name: part.replace(lost.encode(), by.encode()) for name, part in parts.items()})

    loop = "{% for item in items %}{{ item.name }}，{% endfor %}"
    template = make_template(tmp_path / "t.docx", "{{ value }}，固定条款", loop)
    values: dict[str, Any] = {"value": "乙&丙", "items": [{"name": "甲一"}, {"name": "甲二"}]}
    assert render(template, values)
    monkeypatch.setattr(engine, "write_package", lossy)
    with pytest.raises(PaperIncomplete, match=named):
        render(template, values)


def test_a_missing_template(tmp_path: Path) -> None:
    with pytest.raises(TemplateMissing, match="恢复模板"):
        render(tmp_path / "无.docx", {})


def test_a_template_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TemplateUnreadable, match="恢复模板"):
        render(tmp_path, {})


def test_damaged_templates(tmp_path: Path, one_field: Path) -> None:
    content = one_field.read_bytes()
    parts = read_package(content)
    body = parts["word/document.xml"]
    damaged = {
        "空": b"",
        "字": b"no zip",
        "半": content[: len(content) // 2],
        "坏": content.replace(b"PK\x01\x02", b"PK\x01\x03"),
        "缺": write_package({name: part for name, part in parts.items() if name != "word/document.xml"}),
        "断": write_package(parts | {"word/document.xml": body[:-20]}),
        "实体": write_package(parts | {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "类型": write_package(parts | {"[Content_Types].xml": b"<a"}),
        "表": write_package(parts | {"word/document.xml": body.replace(b"w:tblGrid", b"w:tblGone")}),
    }
    for name, part in damaged.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(part)
        with pytest.raises(TemplateDamaged, match="恢复模板"):
            render(path, values_of("文"))


def test_a_template_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(write_package({"word/document.xml": b"\0" * (65 * 2**20)}))
    with pytest.raises(TemplateDamaged, match="64 MB"):
        render(path, {})


def test_too_long_values_are_refused(one_field: Path) -> None:
    assert render(one_field, values_of("字" * LONGEST_TEXT))
    with pytest.raises(ValueTooLong, match="“value”有 10001 个字符"):
        render(one_field, values_of("字" * (LONGEST_TEXT + 1)))
    with pytest.raises(ValueTooLong, match=r"“items\.name”"):
        render(one_field, {"value": "", "items": [{"name": "字" * (LONGEST_TEXT + 1)}]})
    with pytest.raises(ValueTooLong, match="“items”"):
        render(one_field, {"value": "", "items": [{"name": ""}] * (MOST_ITEMS + 1)})


def test_an_edited_template_is_taken_at_once(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    make_template(path, "旧{{ value }}")
    assert "旧文" in paper_text(render(path, {"value": "文"}))
    make_template(path, "新{{ value }}")
    assert "新文" in paper_text(render(path, {"value": "文"}))
