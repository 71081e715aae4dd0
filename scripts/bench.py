"""Measures what the project promises: reading, scoring, writing back. Ratios come from one interleaved run.

Usage: python scripts/bench.py [read|score|write ...] [--rounds N]
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import bench_write
import openpyxl

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring import score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workbook.read import read_book, read_content

IDENTITY = "33333333-3333-4333-8333-333333333333"
DISPOSITIONS = ("整改", "当场纠正", "仅记录")
FIRST_DAY = date(2014, 1, 1)


def contents(findings: int, communities: int) -> dict[type[Row], list[dict[str, Value]]]:
    """A master's rows: each community inspected every third day of 2014, the findings spread over the visits."""
    made = {kind: [dict(row) for row in rows] for kind, rows in default_contents().items()}
    names = [f"项目{number:03d}" for number in range(communities)]
    made[Community] = [{"name": name} for name in names]
    made[Inspection] = [
        {"number": f"J{index:03d}-{visit:03d}", "community": name, "day": FIRST_DAY + timedelta(days=3 * visit)}
        for index, name in enumerate(names)
        for visit in range(120)
    ]
    items = [("客服部", f"KF{n:02d}") for n in range(1, 13)] + [("环境部", f"HJ{n:02d}") for n in range(1, 17)]
    made[Finding] = [_finding(number, communities, items) for number in range(findings)]
    return made


def _finding(number: int, communities: int, items: list[tuple[str, str]]) -> dict[str, Value]:
    """A finding with twenty of its columns filled."""
    department, code = items[number % len(items)]
    return {
        "number": f"WT-{number:06d}",
        "inspection": f"J{number % communities:03d}-{number // communities % 120:03d}",
        "department": department,
        "item": code,
        "verdict": "不合格",
        "count": number % 3 + 1,
        "place": f"{number % 9}栋",
        "place_note": "大堂东侧",
        "facts": f"现场第{number}处不符合标准的情况，已告知陪检人员",
        "owner": "A001",
        "owner_unit": "示例单位",
        "disposition": DISPOSITIONS[number % 3],
        "cause": "员工操作不当",
        "adjustment": 0,
        "adjustment_reason": "无",
        "photos": f"{number}.jpg",
        "validity": "有效",
        "community": f"项目{number % communities:03d}",
        "repeat": 1,
        "deduction": 2,
    }


def timed(action: Callable[[], object]) -> float:
    """Seconds one call takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def bench_read(rounds: int) -> None:
    """Typed rows with every check against openpyxl's plain cell values, 50,000 findings of 20 columns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "总表.xlsx"
        path.write_bytes(build_master(contents(50_000, 30), IDENTITY))
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(timed(lambda: read_book(path)))
            theirs.append(timed(lambda: _openpyxl_values(path)))
        report("read 50k × 20", ours, theirs, "openpyxl")


def _openpyxl_values(path: Path) -> int:
    book = openpyxl.load_workbook(path, data_only=True)
    return sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))


def bench_score(rounds: int) -> None:
    """Joining and scoring one month among growing numbers of findings: time for each finding stays level."""
    for findings in (12_500, 25_000, 50_000, 100_000):
        book = _in_memory(findings)
        seconds = [timed(lambda book=book: _score(book)) for _ in range(rounds)]  # type: ignore[misc]
        best = min(seconds)
        print(f"score {findings:>7} findings: {best:.2f} s, {best / findings * 1e6:.1f} µs a finding")


def _in_memory(findings: int) -> Book:
    return read_content(build_master(contents(findings, 60), IDENTITY), "总表.xlsx")


def _score(book: Book) -> object:
    return score_month(Facts(book), Month(2014, 8), set(), date(2014, 8, 31))


def bench_write_back(rounds: int) -> None:
    """5,000 cells into a sheet of 50,000 × 20 against openpyxl's load and save."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "总表.xlsx"
        layout = bench_write.build(path, 50_000)
        source = path.read_bytes()
        for name, shape in bench_write.SHAPES.items():
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(bench_write.timed(bench_write.surgical, source, path, layout, shape))
                theirs.append(bench_write.timed(bench_write.load_and_save, source, path, layout, shape))
            report(f"write back {name}", ours, theirs, "openpyxl load+save")


PARTS = ("bare", "imports", "task")


def bench_click(rounds: int) -> None:
    """From the click to the end, in a fresh interpreter, 2,000 findings of one month: check, score, issue.

    Measured against what importing xlwings alone takes. LibreOffice plays Excel; its own start is not counted.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = build_master(one_month(2000, 60), IDENTITY)
        for control in ("PzCheck", "PzScore", "PzIssue"):
            measured = []
            for number in range(rounds):
                path = Path(folder) / f"{control}-{number}" / "总表.xlsx"
                path.parent.mkdir()
                path.write_bytes(source)
                command = [sys.executable, str(Path(__file__).with_name("bench_click.py")), control, str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
                measured.append(json.loads(done.stdout))
            bare, ours, task = (statistics.median(one[part] for one in measured) for part in PARTS)
            total = bare + ours + task
            times = f"xlwings {bare:.2f} s + imports {ours:.2f} s + task {task:.2f} s = {total:.2f} s"
            print(f"click {control}: {times}, {total / bare:.1f} × the bare import; {measured[0]['said']}")


def one_month(findings: int, communities: int) -> dict[type[Row], list[dict[str, Value]]]:
    """All findings in the four weeks of one month."""
    made = contents(findings, communities)
    weeks = [date(2014, 8, 4) + timedelta(days=7 * week) for week in range(4)]
    made[Inspection] = [
        {"number": f"J{index:03d}-{week}", "community": row["name"], "day": day}
        for index, row in enumerate(made[Community])
        for week, day in enumerate(weeks)
    ]
    for number, row in enumerate(made[Finding]):
        row["inspection"] = f"J{number % communities:03d}-{number // communities % 4}"
    for row in made[SettingRow]:
        if row.get("name") == "当前月份":
            row["value"] = "2014-08"
    return made


def report(what: str, ours: list[float], theirs: list[float], peer: str) -> None:
    """Medians and their ratio."""
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"{what}: pinzhi {mine:.3f} s, {peer} {other:.2f} s, ratio {other / mine:.1f}")


BENCHES = {"read": bench_read, "score": bench_score, "write": bench_write_back, "click": bench_click}


def main() -> None:
    """Run the benches named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="read, score, write, click")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(datetime.now().isoformat(" ", "seconds"))
    for name in given.names or BENCHES:
        BENCHES[name](given.rounds)


if __name__ == "__main__":
    main()
