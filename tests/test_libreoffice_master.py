"""A master that went through a real spreadsheet program and real habits is read to the same scores, and written to."""

from pathlib import Path

import pytest

from tests.masters import call, master_with
from tests.real.programs import run_in_calc

SCRIPT = Path(__file__).parent / "real" / "type_like_people.py"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, typed into a blank master in LibreOffice Calc and saved by it."""
    folder = tmp_path_factory.mktemp("calc")
    source = master_with(folder / "空白.xlsx", "项目\n项目名称\n凤鸣华府\n瑞景华庭\n阳光美地")
    target = folder / "保存.xlsx"
    run_in_calc(SCRIPT, folder, source, target)
    return target


def test_it_scores_as_the_contract_says(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "score", saved, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    community = result["communities"][0]
    scores = {part["name"]: part["score"] for part in community["departments"]}
    assert code == 0
    assert (community["score"], community["grade"], community["days"]) == ("97.1", "优", 3)
    assert (scores["客服部"], scores["环境部"]) == ("95.8", "98.0")


def test_what_was_written_is_found_again_and_the_users_own_column_stays(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "score", saved, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    before = saved.read_bytes()
    code, _ = call(capsys, "score", saved, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert code == 0
    assert saved.read_bytes() == before

    import python_calamine

    rows = python_calamine.CalamineWorkbook.from_path(str(saved)).get_sheet_by_name("问题登记").to_python()
    heading = rows[0]
    assert heading[:5] == ["条款编码", "问题编号", "我的备注", "检查编号", "处数"]
    assert rows[1][2] == "自己看的"
    deductions = [row[heading.index("扣分")] for row in rows[1:8]]
    assert deductions == [6.0, 4.0, "", "", 2.0, 2.0, 4.0]
    assert [row[heading.index("重复自")] for row in rows[1:8]] == ["", "", "", "", "", "", "4"]
