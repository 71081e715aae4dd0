"""The demo month as text: scores, problems, notices, the shape of the workbook. ``--update-goldens`` rewrites them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pinzhi_xl.cli import pinzhi
from tests.masters import call
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder."""
    folder = tmp_path_factory.mktemp("demo")
    assert CliRunner().invoke(pinzhi, ["demo", "--out", str(folder)], standalone_mode=False).exception is None
    return folder


def notices(demo: Path) -> list[Path]:
    return sorted(demo.rglob("品罚*.docx"), key=lambda path: [int(n) for n in re.findall(r"\d+", path.name)])


def test_the_scores(demo: Path, golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    master = demo / "品质管理总表（示例）.xlsx"
    code, text = call(capsys, "score", master, "--month", "2014-08", "--as-of", "2014-08-29")
    assert code == 0
    golden("示例得分", text)


def test_the_planted_errors(demo: Path, golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    master = demo / "品质管理总表（示例，含错误）.xlsx"
    code, text = call(capsys, "check", master, "--as-of", "2014-08-29")
    assert code == 1
    golden("示例错误", text)


def test_a_notice(demo: Path, golden: Golden) -> None:
    text = paper_text(notices(demo)[0].read_bytes())
    golden("违纪处罚单", re.sub(r"校验码 [0-9a-f]{8}", "校验码 ********", text))


def test_the_schema(golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    golden("字段说明", call(capsys, "schema")[1])


def test_every_paper_of_the_demo_is_sound(demo: Path) -> None:
    papers = [*demo.rglob("*.docx"), *demo.rglob("目录.xlsx"), demo / "品质管理总表（示例）.xlsx"]
    assert len(papers) > 8
    assert {path.name: schema_errors(path) for path in papers if schema_errors(path)} == {}


def test_every_notice_prints_on_three_pages(demo: Path, tmp_path: Path) -> None:
    assert len(pdf_pages(notices(demo)[-1], tmp_path)) == 3
