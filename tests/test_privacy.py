"""People's data kept small: what a master must not hold, and no name too many on a paper (law.md §4)."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

from pinzhi_xl.kinds import Raw
from pinzhi_xl.masking import mask_owner, mask_personal_numbers, mask_phone, mask_rooms
from pinzhi_xl.model import AppendRow, Value
from pinzhi_xl.papers import ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.rules.privacy import personal_columns
from pinzhi_xl.scoring import score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets import FORMS, SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.summary.source import Source
from pinzhi_xl.workbook.port import ClosedFile
from pinzhi_xl.workbook.read import RawSheet, assemble, read_book
from tests.masters import call
from tests.tables import SET_UP, book_of, tables

DAY = date(2014, 8, 29)


def with_sheet(text: str) -> Book:
    """The small standard set with sheets whose headings are what people made of them."""
    shown = tables(SET_UP) | tables(text)
    raw: dict[str, RawSheet] = {}
    for kind in SHEETS:
        labels = [col.label for col in kind.sheet.columns]
        lines = shown.get(kind.sheet.label, [labels])
        heading = [*lines[0], *(label for label in labels if label not in lines[0])]
        grid: list[list[Raw]] = [list(heading)]
        grid += [[*line, *[""] * (len(heading) - len(line))] for line in lines[1:]]
        raw[kind.sheet.label] = RawSheet(grid)
    return assemble(raw, "11111111-1111-4111-8111-111111111111")


def told(book: Book, *codes: str, as_of: date = DAY) -> list[Problem]:
    return [problem for problem in check(Scene(Facts(book), as_of)) if problem.code in codes]


# --- columns that people add --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    ["身份证", "身份证号码", "员工手机", "联系电话", "电 话", "住址", "家庭地址", "现住址", "工资", "月工资", "薪资标准", "银行卡号", "手机（备用）",
     "Phone", "ID_Card", "ＰＨＯＮＥ"],
)  # fmt: skip
def test_a_personal_heading_is_known(heading: str) -> None:
    assert personal_columns(["姓名", heading, "备注"]) == [heading]


@pytest.mark.parametrize(
    "heading", ["备注", "项目地址", "身高", "证书", "工号", "工龄", "手写签名", "卡片", "开户", "班组"]
)
def test_an_innocent_heading_is_not(heading: str) -> None:
    assert personal_columns([heading]) == []


def test_no_column_of_our_own_is_personal() -> None:
    for kind in (*SHEETS, *FORMS):
        assert personal_columns(col.label for col in kind.sheet.columns) == []


def test_an_added_column_is_named_with_its_cell() -> None:
    book = with_sheet("人员\n工号 | 姓名 | 手机 | 备注\nP1 | 员工甲 | 13912345678 | 无")
    (problem,) = told(book, "personal-column", "personal-number")
    assert (problem.code, problem.cell.sheet, problem.cell.address) == ("personal-column", "人员", "C1")
    assert not problem.is_error
    assert "人员" in problem.message
    assert "手机" in problem.message
    assert "删除" in problem.fix


# --- numbers in texts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [
        ("整改跟踪\n问题编号 | 整改措施\nW1 | 联系13912345678处理", "B2"),
        ("申诉\n处罚编号 | 申诉日期 | 理由\n1号 | 2014-08-20 | 本人身份证11010119900101123X", "C2"),
        ("值班评估\n项目 | 日期 | 秩序部情况\n凤鸣华府 | 2014-08-04 | 访客139-1234-5678未登记", "C2"),
        ("人员\n工号 | 姓名\n110101199001011234 | 员工甲", "A2"),
        ("人员\n工号 | 姓名 | 备注\nP1 | 员工甲 | 13912345678", "C2"),
    ],
)
def test_a_personal_number_in_any_text_is_told_once_and_not_repeated(sheet: str, cell: str) -> None:
    book = with_sheet(sheet)
    (problem,) = told(book, "personal-number")
    assert problem.cell.address == cell
    assert re.search(r"\d{11}", problem.value) is None
    assert "*" in problem.value


@pytest.mark.parametrize(
    "sheet",
    [
        "整改跟踪\n问题编号 | 整改措施\nW1 | 设备编号139123456789012",
        "整改跟踪\n问题编号 | 整改措施\nW1 | 值班电话12012345678",
        "人员\n工号 | 姓名 | 备注\nP1 | 员工甲 | 20140804",
    ],
)
def test_another_long_number_is_not(sheet: str) -> None:
    assert told(with_sheet(sheet), "personal-number") == []


def test_a_full_name_in_the_words_of_a_finding_is_told_masked() -> None:
    """law.md §8 W5: W1 names two of the staff, W2 a post, W3 somebody who is not listed."""
    book = with_sheet(
        "人员\n工号 | 姓名\nP1 | 李明\nP2 | 李明华\n\n"
        "问题登记\n问题编号 | 位置说明 | 问题描述\nW1 | 李明工位 | 李明华与李 明离岗，电话13912345678\n"
        "W2 | 东门岗 | 门岗队员离岗\nW3 | | 李某离岗"
    )
    problems = told(book, "name-in-text")
    assert [(p.cell.address, p.value) for p in problems] == [
        ("B2", "李*工位"),
        ("C2", "李*与李*离岗，电话139********"),
    ]
    assert not any(p.is_error for p in problems)
    assert "李明" not in "".join(p.message for p in problems)


# --- masking ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "shown"),
    [("张三", "张先生/女士"), ("张 三丰", "张先生/女士"), ("欧阳锋", "欧阳先生/女士"), ("李先生", "李先生"), ("王小女士", "王女士"), ("", ""), (" ", "")],
)  # fmt: skip
def test_an_owner_is_addressed_by_surname(name: str, shown: str) -> None:
    assert mask_owner(name) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3栋1单元502室渗水", "3栋*单元渗水"),
        ("12号楼二单元1203", "12号楼*单元"),
        ("3栋502门口", "3栋*室门口"),
        ("3栋1单元大堂", "3栋1单元大堂"),
        ("3栋2014年检", "3栋2014年检"),
    ],
)
def test_a_room_is_masked_and_a_house_is_not(text: str, shown: str) -> None:
    assert mask_rooms(text) == shown


def test_numbers_are_masked() -> None:
    assert mask_phone("13912345678") == "139****5678"
    assert (
        mask_personal_numbers("电话13912345678，证号11010119900101123X")
        == "电话139********，证号110***************"
    )


def test_free_text_on_circulated_papers_goes_through_all_of_it() -> None:
    book = book_of("人员\n工号 | 姓名\nP1 | 员工甲")
    facts = Facts(book)
    scene = ReportScene(
        facts,
        DAY,
        lambda month: blocking_errors(facts, [], month),
        lambda month: score_month(facts, month, set(), DAY),
    )
    source = Source(scene)
    assert source.masked("员工甲带3栋1单元502室业主（13912345678）离开") == "员*带3栋*单元业主（139********）离开"
    assert source.masked("[已脱敏]") == "[已脱敏]"
    assert source.person("[已脱敏]") == "[已脱敏]"


# --- papers -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with every other report it can make."""
    from click.testing import CliRunner

    from pinzhi_xl.cli import pinzhi

    folder = tmp_path_factory.mktemp("demo")
    run = CliRunner()
    assert run.invoke(pinzhi, ["demo", "--out", str(folder)], standalone_mode=False).exception is None
    master = str(folder / "品质管理总表（示例）.xlsx")
    with_name: dict[str, Value] = {
        "项目": "凤鸣华府",
        "日期": date(2014, 8, 14),
        "岗位": "东门岗",
        "班次": "白班",
        "当值人": "员工甲",
    }
    workbook = ClosedFile(Path(master), datetime(2014, 8, 29, 12))
    workbook.apply([AppendRow("岗位签署", with_name)], workbook.read())
    days = {"检查周报": "--week", "项目品质值班评估记录": "--date", "复查清单": "--date", "岗位签署情况": "--date"}
    for kind, option in days.items():
        for day in ("2014-08-04", "2014-08-14", "2014-08-28", "2014-08-29"):
            asked = ["report", master, "--kind", kind, option, day, "--as-of", "2014-08-29"]
            assert run.invoke(pinzhi, asked, standalone_mode=False).exception is None
    return folder


def staff(demo: Path) -> list[str]:
    """Everybody the sheets name: the staff, and the inspectors, who are not listed in 人员."""
    book = read_book(demo / "品质管理总表（示例）.xlsx")
    inspectors = {part for row in book.rows(Inspection) for part in re.split("[、/]", row.inspector or "")}
    listed = [row.name for row in book.rows(Person) if row.name]
    assert inspectors - set(listed) - {""}
    return [*listed, *sorted(inspectors - set(listed) - {""})]


def named_on(path: Path, names: list[str]) -> set[str]:
    """The names that stand anywhere in a paper: text, links, properties, file name."""
    with zipfile.ZipFile(path) as package:
        raw = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    texts = [path.name, *(unquote(text) for text in raw), *(re.sub(r"<[^>]+>", "", text) for text in raw)]
    found = {name for name in names if any(name in text for text in texts)}
    return {name for name in found if any(re.search(rf"{name}(?![一二三四五六])", text) for text in texts)}


ALONE = (
    "检查周报",
    "月度督导总结",
    "项目品质值班评估记录",
    "复查清单",
    "岗位签署情况",
    "月度评估与排名通报",
    "扣分明细确认单",
)
"""Circulated papers: nobody's full name."""


def test_circulated_papers_name_nobody_in_full(demo: Path) -> None:
    names = staff(demo)
    papers = list((demo / "输出").rglob("*.docx"))
    assert {path.parent.name for path in papers} >= set(ALONE)
    assert {
        path: named_on(path, names) for path in papers if path.parent.name in ALONE and named_on(path, names)
    } == {}


def test_only_a_penalty_notice_has_a_name_in_its_file_name(demo: Path) -> None:
    names = staff(demo)
    with_names = {
        path.parent.name for path in (demo / "输出").rglob("*") if any(name in path.name for name in names)
    }
    assert with_names == {"违纪处罚单"}


def test_a_rectification_notice_names_its_owners_only(demo: Path) -> None:
    names = staff(demo)
    book = read_book(demo / "品质管理总表（示例）.xlsx")
    numbers = {row.number: row.name for row in book.rows(Person)}
    owners: dict[str, set[str]] = {}
    for row in book.rows(Rectification):
        owner = numbers.get(row.owner, row.owner) or ""
        for number in (row.number or "").split("、"):
            owners.setdefault(number, set()).add(owner)
    notices = list((demo / "输出").rglob("限期整改通知单/*.docx"))
    assert notices
    for path in notices:
        number = path.name.split(" ")[0]
        named = named_on(path, names)
        assert named == named & owners[number], path.name
        assert named, path.name  # H16: the person responsible is named


def test_no_paper_names_anybody_in_its_properties(demo: Path) -> None:
    names = staff(demo)
    for path in [*(demo / "输出").rglob("*.docx"), *(demo / "输出").rglob("*.xlsx")]:
        with zipfile.ZipFile(path) as package:
            parts = [name for name in package.namelist() if name.startswith("docProps/")]
            text = "".join(package.read(name).decode("utf-8") for name in parts)
        assert not any(name in text for name in names), path


def test_the_index_names_people_only_by_the_files_of_their_notices(demo: Path) -> None:
    import openpyxl

    names = staff(demo)
    sheet = openpyxl.load_workbook(demo / "输出" / "2014-08" / "目录.xlsx").active
    assert sheet is not None
    for row in sheet.iter_rows(values_only=True):
        line = " ".join(str(cell) for cell in row if cell is not None)
        if any(name in line for name in names):
            assert "违纪处罚单" in line


def test_check_says_nothing_of_the_demo(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = demo / "品质管理总表（示例）.xlsx"
    _, result = call(capsys, "check", master, "--as-of", "2014-08-29", "--dry-run", "--json")
    about = {"personal-column", "personal-number", "past-retention", "late-record", "locked-differs"}
    assert [p for p in result["problems"] if p["code"] in about] == []
