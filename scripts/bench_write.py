"""The write-back part of bench.py: 5,000 cells into a sheet of 50,000 × 20, by surgery and by openpyxl."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl

from pinzhi_xl.model import Layout, SetCell
from pinzhi_xl.workbook.closed import ClosedWorkbook, fingerprint

COLUMNS = 20
SHAPES = {"1,000 rows × 5 columns, as score writes": (50, 5), "5,000 rows × 1 column": (10, 1)}
"""Edited are every n-th row and its last m columns: 5,000 cells either way."""
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


def cells(layout: Layout, shape: tuple[int, int]) -> list[tuple[int, int]]:
    """The 5,000 cells of a shape as (row, column)."""
    every, columns = shape
    rows = range(2, layout.last_row + 1, every)
    return [(row, column) for row in rows for column in range(COLUMNS - columns + 1, COLUMNS + 1)]


def surgical(path: Path, layout: Layout, shape: tuple[int, int]) -> None:
    """The whole of apply: checks, keys, surgery, proof, backup, rename."""
    edits = [
        SetCell("问题登记", row, f"列{column}", row, key=("问题编号", f"WT{row - 2:06d}"))
        for row, column in cells(layout, shape)
    ]
    book = ClosedWorkbook(path, NOW)
    if book.apply(edits, {"问题登记": layout}, fingerprint(path.read_bytes())) is None:
        raise SystemExit("nothing was written")


def load_and_save(path: Path, layout: Layout, shape: tuple[int, int]) -> None:
    """The same edits by openpyxl."""
    book = openpyxl.load_workbook(path)
    sheet = book["问题登记"]
    for row, column in cells(layout, shape):
        sheet.cell(row, column, row)
    book.save(path)


def timed(
    way: Callable[[Path, Layout, tuple[int, int]], None],
    source: bytes,
    path: Path,
    layout: Layout,
    shape: tuple[int, int],
) -> float:
    """Seconds that one way takes on a fresh copy."""
    path.write_bytes(source)
    start = time.perf_counter()
    way(path, layout, shape)
    return time.perf_counter() - start
