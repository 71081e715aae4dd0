"""Times one write-back of 5,000 cells into a sheet of 50,000 × 20 against openpyxl's load and save.

Usage: python scripts/bench_write.py [--rounds N] [--rows N]
The two ways run in turn on copies of the same file; medians and their ratio are printed.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl

from pinzhi_xl.model import Layout, SetCell
from pinzhi_xl.workbook.closed import ClosedWorkbook, fingerprint

COLUMNS = 20
EDITED_EVERY = 10
NOW = datetime(2014, 8, 29, 9, 30)


def build(path: Path, rows: int) -> Layout:
    """A sheet of texts, repeated texts and numbers, as openpyxl saves it."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("问题登记")
    labels = ["问题编号", *(f"列{column}" for column in range(2, COLUMNS + 1))]
    sheet.append(labels)
    for row in range(rows):
        texts = [f"文本{(row * 7 + column) % 5000}" for column in range(10)]
        numbers = [(row * column) % 997 / 4 for column in range(COLUMNS - 11)]
        sheet.append([f"WT{row:06d}", *texts, *numbers])
    book.save(path)
    columns = {label: index for index, label in enumerate(labels, start=1)}
    return Layout("问题登记", 1, columns, rows + 1)


def surgical(path: Path, layout: Layout) -> None:
    """The whole of apply: checks, keys, surgery, proof, backup, rename."""
    edits = [
        SetCell("问题登记", row, f"列{COLUMNS}", row, key=("问题编号", f"WT{row - 2:06d}"))
        for row in range(2, layout.last_row + 1, EDITED_EVERY)
    ]
    book = ClosedWorkbook(path, NOW)
    if book.apply(edits, {"问题登记": layout}, fingerprint(path.read_bytes())) is None:
        raise SystemExit("nothing was written")


def load_and_save(path: Path, layout: Layout) -> None:
    """The same edits by openpyxl."""
    book = openpyxl.load_workbook(path)
    sheet = book["问题登记"]
    for row in range(2, layout.last_row + 1, EDITED_EVERY):
        sheet.cell(row, COLUMNS, row)
    book.save(path)


def timed(way: Callable[[Path, Layout], None], source: bytes, path: Path, layout: Layout) -> float:
    """Seconds that one way takes on a fresh copy."""
    path.write_bytes(source)
    start = time.perf_counter()
    way(path, layout)
    return time.perf_counter() - start


def main() -> None:
    """Run both ways in turn and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=50_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "总表.xlsx"
        layout = build(path, given.rows)
        source = path.read_bytes()
        ours, theirs = [], []
        for number in range(given.rounds):
            ours.append(timed(surgical, source, path, layout))
            theirs.append(timed(load_and_save, source, path, layout))
            print(f"round {number + 1}: pinzhi {ours[-1]:.3f} s, openpyxl {theirs[-1]:.2f} s")
    print(
        f"median: pinzhi {statistics.median(ours):.3f} s, openpyxl {statistics.median(theirs):.2f} s, "
        f"ratio {statistics.median(theirs) / statistics.median(ours):.0f}"
    )


if __name__ == "__main__":
    main()
