"""Every requirement of the regulations is served by something that a test speaks of, or has its reason."""

import csv
import re
import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.sheets.standards import SERVED_BY_ITEMS
from pinzhi_xl.workbook.defaults import data_rows

ROOT = Path(__file__).resolve().parents[1]
SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "requirements.py"))
REQUIREMENTS: Sequence[Any] = SCRIPT["requirements"]()
SERVED = SCRIPT["served"]()
KNOWN = {requirement.number for requirement in REQUIREMENTS}


def test_the_list_holds_the_184_requirements_each_once() -> None:
    assert len(REQUIREMENTS) == len(KNOWN) == 184
    assert all(re.fullmatch(r"[A-Z]\d\d", number) for number in KNOWN)


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.number)
def test_a_requirement_has_a_server_or_a_reason(requirement: Any) -> None:  # noqa: ANN401 - of the script
    if requirement.number not in SERVED:
        assert len(requirement.reason) >= 8, f"nothing serves {requirement.number} {requirement.name}"


def test_no_reason_is_given_for_what_is_served() -> None:
    assert [r.number for r in REQUIREMENTS if r.reason and r.number in SERVED] == []


def test_only_requirements_that_exist_are_served() -> None:
    assert set(SERVED) <= KNOWN


def test_whatever_serves_a_requirement_is_spoken_of_in_tests() -> None:
    silent = {f"{s.kind} {s.name}" for found in SERVED.values() for s in found if not SCRIPT["tests_of"](s)}
    assert silent == set()


def test_the_sheet_of_standards_serves_what_its_default_items_are_about() -> None:
    """What the standard serves by its own shape (editions, methods, severities …) needs no item of its own."""
    by_shape = {"Z24", "A01", "A09", "B01", "B05", "B12", "B14", "C06", "F04", "F16", "H01", "J01", "Z45"}
    by_items = {
        number for row in data_rows("standard_items.tsv") for number in re.findall(r"[A-Z]\d\d", row["req"])
    }
    assert set(SERVED_BY_ITEMS) - by_shape - by_items == set()


def test_the_table_prints_each_requirement_with_its_servers_and_their_tests(
    capsys: pytest.CaptureFixture[str],
) -> None:
    SCRIPT["main"](["Z09"])
    said = capsys.readouterr().out
    assert "Z09 《违纪处罚单》" in said
    assert re.search(r"sheet 处罚登记 -> .*test_penalty_life\.py", said)
    assert "184 requirements, 0 without server or reason" in said


def test_names_stand_for_themselves() -> None:
    with (ROOT / "scripts" / "requirements.tsv").open(encoding="utf-8", newline="") as file:
        assert all(row["name"].strip() for row in csv.DictReader(file, delimiter="\t"))
