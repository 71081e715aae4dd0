"""Building the master workbook from the declarations of its sheets."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl import __version__
from pinzhi_xl.model import Value
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import DASHBOARD, DICTIONARY, GUIDE, MASTER_PROPERTY, SHEETS
from pinzhi_xl.sheets.entry_form import EntryLine
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan
from pinzhi_xl.sheets.results import CheckResult, ScoreRow
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build_dashboard import draw_dashboard
from pinzhi_xl.workbook.build_form import draw_form
from pinzhi_xl.workbook.build_guide import draw_guide
from pinzhi_xl.workbook.build_marks import mark_problems, name_marks
from pinzhi_xl.workbook.build_package import packed
from pinzhi_xl.workbook.build_styles import Brush
from pinzhi_xl.workbook.build_tables import draw_table
from pinzhi_xl.workbook.build_validation import draw_dictionary, name_key_ranges, validate

VERSION_PROPERTY = "pinzhi_xl.version"

FRONT: tuple[str, ...] = (
    GUIDE,
    EntryLine.sheet.label,
    InspectionPlan.sheet.label,
    Inspection.sheet.label,
    Finding.sheet.label,
    Rectification.sheet.label,
    Penalty.sheet.label,
    ScoreRow.sheet.label,
    DASHBOARD,
    CheckResult.sheet.label,
)
"""The sheets visible at first, in the order of their tabs."""

PAGES: Mapping[str, Callable[[Worksheet, Brush], None]] = {GUIDE: draw_guide, DASHBOARD: draw_dashboard}
"""Sheets that are no tables, and what draws them."""

Contents = Mapping[type[Row], Sequence[Mapping[str, Value]]]
"""The rows of each sheet: field identifier → value, or text exactly as people type it."""

_EPOCH = datetime(1980, 1, 1)


def build_master(contents: Contents, identity: str) -> bytes:
    """A master workbook with `contents` and its own UUID; the same input gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    brush = Brush()
    kinds = {kind.sheet.label: kind for kind in SHEETS}
    sheets = {label: book.create_sheet(label) for label in tab_order()}
    lists = draw_dictionary(sheets[DICTIONARY], brush)
    for label, sheet in sheets.items():
        if label in kinds:
            draw_table(sheet, kinds[label], contents.get(kinds[label], ()), brush)
            validate(sheet, kinds[label], lists)
            if not kinds[label].sheet.all_computed:
                mark_problems(sheet, kinds[label].sheet, 2, len(kinds[label].sheet.columns))
        elif label == EntryLine.sheet.label:
            draw_form(sheet, contents, lists, brush)
        elif label in PAGES:
            PAGES[label](sheet, brush)
        if label not in FRONT:
            sheet.sheet_state = "hidden"
    name_key_ranges(book)
    name_marks(book)
    book.active = 0
    _describe(book, identity)
    return packed(book)


def tab_order() -> tuple[str, ...]:
    """The labels of all sheets from left to right: the visible ones, then the rest, the hidden lists last."""
    behind = (kind.sheet.label for kind in SHEETS if kind.sheet.label not in FRONT)
    return (*FRONT, *behind, DICTIONARY)


def _describe(book: Workbook, identity: str) -> None:
    book.properties.title = words.TITLE
    book.properties.creator = book.properties.lastModifiedBy = "pinzhi_xl"
    book.properties.created = book.properties.modified = _EPOCH
    for name, value in ((MASTER_PROPERTY, identity), (VERSION_PROPERTY, __version__)):
        book.custom_doc_props.append(  # type: ignore[attr-defined]  # absent from the stubs
            StringProperty(name=name, value=value)
        )
