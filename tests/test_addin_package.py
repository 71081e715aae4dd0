"""品质管理.xlam as a file: complete, the same every time, accepted by others, closed to strangers' settings."""

import io
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import openpyxl
import pytest

from pinzhi_xl import __version__
from pinzhi_xl.addin import XLWINGS_VERSION, build_addin
from pinzhi_xl.addin.modules import addin_modules, own_module
from pinzhi_xl.addin.package import packed
from pinzhi_xl.addin.parts import Sheet, worksheet
from pinzhi_xl.addin.project import document_module
from pinzhi_xl.addin.settings import SENTENCES, SENTENCES_SHEET, SETTINGS_SHEET
from pinzhi_xl.addin.xlwings_text import PROJECT_NAME, xlwings_text
from pinzhi_xl.archive import deterministic_zip, unpack
from pinzhi_xl.wording import ribbon
from pinzhi_xl.wording.addin import FILE_NAME
from tests.ovba import sources
from tests.real.programs import schema_errors
from tests.workbook_lint import package_flaws

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "workbooks" / FILE_NAME
PYTHON = r"C:\Users\张三 & 李四\.venv\Scripts\python.exe"
BUILT = build_addin()
PARTS = unpack(BUILT)


def opened(content: bytes) -> openpyxl.Workbook:
    """The add-in in openpyxl, which reads workbooks but not add-ins."""
    parts = unpack(content)
    types = parts["[Content_Types].xml"].replace(b"excel.addin.macro", b"excel.sheet.macro")
    return openpyxl.load_workbook(io.BytesIO(deterministic_zip({**parts, "[Content_Types].xml": types})))


def cells(content: bytes, sheet: str) -> dict[str, str]:
    """Column A → column B as openpyxl reads them."""
    book = opened(content)
    found = [(row[0].value, row[1].value if len(row) > 1 else None) for row in book[sheet].iter_rows()]
    book.close()
    assert len(dict(found)) == len(found)
    return {str(key): str(value or "") for key, value in found}


# The file


def test_two_builds_are_the_same_bytes() -> None:
    assert build_addin() == BUILT
    assert build_addin(PYTHON) == build_addin(PYTHON) != BUILT


def test_the_shipped_addin_is_a_fresh_build() -> None:
    """Part by part, for another zlib packs the same parts otherwise; rebuild by `pinzhi build`."""
    assert unpack(SHIPPED.read_bytes()) == PARTS
    assert list(unpack(SHIPPED.read_bytes())) == list(PARTS)


def test_olevba_extracts_every_module_of_the_shipped_file() -> None:
    assert sources(SHIPPED.read_bytes()) == {module.name: module.source for module in addin_modules()}


@pytest.mark.parametrize("interpreter", ["", PYTHON])
def test_the_open_xml_sdk_finds_nothing(interpreter: str, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(build_addin(interpreter))
    assert schema_errors(path) == []


def test_the_open_xml_sdk_would_find_something(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(changed("xl/workbook.xml", b"<bookViews>", b"<bookView>", b"</bookViews>", b"</bookView>"))
    assert schema_errors(path) != []


def test_building_does_not_import_xlwings() -> None:
    """It is taken as text: importing it would fail where there is no Excel."""
    code = "import sys; from pinzhi_xl.addin import build_addin; build_addin(); sys.exit('xlwings' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_it_knows_its_version_and_names_nobody() -> None:
    core = PARTS["docProps/core.xml"].decode()
    assert f"<cp:version>{__version__}</cp:version>" in core
    assert f"版本 {__version__}" in core
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)", core) == ["pinzhi_xl"] * 2
    assert not any(b'TargetMode="External"' in part for part in PARTS.values())


# Lint


def changed(part: str, *pairs: bytes) -> bytes:
    """The add-in with texts of one part replaced, each of which must be there."""
    content = PARTS[part]
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in content, old
        content = content.replace(old, new)
    return deterministic_zip({**PARTS, part: content})


def without(*names: str) -> bytes:
    return deterministic_zip({name: part for name, part in PARTS.items() if name not in names})


def test_the_package_has_no_flaw() -> None:
    assert package_flaws(PARTS) == []
    assert package_flaws(unpack(build_addin(PYTHON))) == []


OTHER_CODE = packed([document_module("ThisWorkbook", "00020819"), own_module("PzTell")], "")
UI14 = b"http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
SHEET1 = "xl/worksheets/sheet1.xml"
PLANTED = {
    "not XML": (changed("docProps/app.xml", b"</Properties>", b""), "docProps/app.xml is not XML"),
    "no type for .bin": (
        changed("[Content_Types].xml", b'Extension="bin"', b'Extension="dat"'),
        "no content type",
    ),
    "an ordinary workbook": (
        changed("[Content_Types].xml", b"excel.addin.macroEnabled", b"excel.sheet.macroEnabled"),
        "content type application/vnd.ms-excel.sheet.macroEnabled",
    ),
    "a type of nothing": (without("docProps/core.xml"), "content type of nothing: docProps/core.xml"),
    "a link to nothing": (without("customUI/customUI14.xml"), "dangling relationship: customUI/customUI14.xml"),
    "a lost part": (deterministic_zip({**PARTS, "xl/more.xml": b"<a/>"}), "no relationship: xl/more.xml"),
    "an id twice": (changed("_rels/.rels", b'"rId2"', b'"rId1"'), "relationship twice"),
    "no ribbon in new Excel": (changed("_rels/.rels", UI14, UI14 + b"s"), "customUI is not linked"),
    "no macros": (
        changed("xl/_rels/workbook.xml.rels", b"relationships/vbaProject", b"relationships/vba"),
        "vbaProject is not linked",
    ),
    "a long sheet name": (
        changed("xl/workbook.xml", b'name="messages"', b'name="' + b"m" * 32 + b'"'),
        "sheet name",
    ),
    "a sheet twice": (changed("xl/workbook.xml", b'name="messages"', b'name="PINZHI_XL.conf"'), "sheet twice"),
    "a sheetId twice": (changed("xl/workbook.xml", b'sheetId="2"', b'sheetId="1"'), "sheetId twice"),
    "a sheet of nothing": (changed("xl/workbook.xml", b'r:id="rId2"', b'r:id="rId3"'), "sheet leads nowhere"),
    "a name of nothing": (changed("xl/workbook.xml", b"'messages'!$B$2<", b"#REF!<"), "name leads nowhere"),
    "a name twice": (changed("xl/workbook.xml", b'"NO_MASTER"', b'"no_workbook"'), "name twice"),
    "a shared string": (
        changed(SHEET1, b' t="inlineStr"><is><t>PYTHONPATH</t></is></c>', b' t="s"><v>0</v></c>'),
        f"{SHEET1} A4 has no such string",
    ),
    "a format too many": (changed(SHEET1, b'r="A4" s="1"', b'r="A4" s="2"'), f"{SHEET1} A4 has no such format"),
    "a cell in another row": (changed(SHEET1, b'r="A4"', b'r="A3"'), f"{SHEET1} A3 out of order"),
    "another code name": (changed(SHEET1, b'"PzSettings"', b'"Sheet1"'), "code names"),
    "a module too few": (OTHER_CODE, "code names"),
    "everything hidden": (
        changed("xl/workbook.xml", b' sheetId="', b' state="hidden" sheetId="'),
        "no visible sheet",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_flaw_is_found(name: str) -> None:
    content, wanted = PLANTED[name]
    found = package_flaws(unpack(content))
    assert any(flaw.startswith(wanted) for flaw in found), found


# What stands in the cells


def asked_for(text: str) -> set[str]:
    """The settings that xlwings' VBA asks for."""
    return set(re.findall(r'GetConfig\("([^"]+)"', text))


def test_every_setting_that_xlwings_asks_for_is_written() -> None:
    """Otherwise a conf file beside a stranger's workbook would decide it; and there is no gap, where reading ends."""
    found = cells(BUILT, SETTINGS_SHEET)
    assert set(found) == asked_for(xlwings_text())
    assert len(found) == 20
    assert all(key == key.upper() for key in found)
    assert f"{PROJECT_NAME}.conf" == SETTINGS_SHEET
    keys = re.findall(rb'<c r="A([0-9]+)"', PARTS[SHEET1])
    assert [int(number) for number in keys] == list(range(1, 21))


def test_a_new_setting_of_xlwings_would_be_noticed() -> None:
    assert asked_for(xlwings_text() + 'x = GetConfig("NEW ONE", "")') - set(cells(BUILT, SETTINGS_SHEET)) == {
        "NEW ONE"
    }


def test_settings_are_those_of_a_closed_house() -> None:
    found = cells(BUILT, SETTINGS_SHEET)
    assert {key: value for key, value in found.items() if value} == {
        "INTERPRETER": "python",
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "USE UDF SERVER": "False",
        "SHOW CONSOLE": "False",
        "SHOW_ERROR_POPUPS": "True",
        "DEBUG UDFS": "False",
        "TEMP DIR": "%TEMP%",
    }
    chosen = cells(build_addin(PYTHON), SETTINGS_SHEET)
    assert {key for key in chosen if chosen[key] != found[key]} == {"INTERPRETER_WIN", "INTERPRETER_MAC"}
    assert chosen["INTERPRETER_WIN"] == PYTHON


def test_the_callback_finds_each_sentence_by_its_name() -> None:
    assert cells(BUILT, SENTENCES_SHEET) == SENTENCES
    book = opened(BUILT)
    for key, sentence in SENTENCES.items():
        ((sheet, place),) = book.defined_names[key].destinations
        assert book[sheet][place].value == sentence
    said = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)?)"', own_module("PzRibbon").source + own_module("PzTell").source))
    assert said - {"INTERPRETER_WIN"} == set(SENTENCES)
    for name in ("NO_WORKBOOK", "NO_MASTER", "FOREIGN_CONFIG", "BAD_PATH", "NO_INTERPRETER"):
        assert SENTENCES[name] == getattr(ribbon, name)


def test_texts_of_cells_are_escaped() -> None:
    assert b"<t>a&amp;&lt;b&gt;</t>" in worksheet(Sheet("s", "S", {"k": "a&<b>"}))


def test_pyproject_asks_for_the_same_xlwings() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    pins = [line.split(";")[0].strip() for line in wanted if line.startswith("xlwings")]
    assert pins
    assert set(pins) == {f"xlwings=={XLWINGS_VERSION}"}
    assert f'XLWINGS_VERSION As String = "{XLWINGS_VERSION}"' in xlwings_text()
