"""看板: key figures, scores and ranks of one month by plain formulas over the tables, with one native chart."""

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.sheets.terms import TOTAL, Outcome, Validity, Verdict
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build_chart import add_bars
from pinzhi_xl.workbook.build_print import set_up_print
from pinzhi_xl.workbook.build_styles import (
    ACCENT,
    ACCENT_LIGHT,
    DATE_FORMAT,
    GREY_LIGHT,
    LINE,
    RED,
    Brush,
    Look,
    cell_at,
)
from pinzhi_xl.workbook.build_tables import put

COMMUNITIES = 12
"""Communities shown: what one page holds."""

WIDTHS = {"A": 14, "B": 20, "C": 14, "D": 14, "E": 18, "F": 14, "G": 2, "H": 62}
ASKED, MONTH, FROM, TO = "B2", "$B$3", "$D$3", "$F$3"
KPI_ROW, BOARD_ROW = 5, 9
ROW_HEIGHT = 24
CHART_COLUMN = 8

_LABEL = Look(fill=GREY_LIGHT, line=LINE, horizontal="center")
_HEADING = Look(fill=ACCENT_LIGHT, line=LINE, horizontal="center", bold=True)
_FIGURE = Look(size=18, bold=True, colour=ACCENT, line=LINE, horizontal="center")
_CELL = Look(size=11, line=LINE, horizontal="center")
_NOTE = Look(colour="595959", horizontal="left", indent=1)


def draw_dashboard(sheet: Worksheet, brush: Brush) -> None:
    """Write the dashboard."""
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    _write(sheet, brush, 1, (words.DASHBOARD_TITLE,), Look(size=18, bold=True, colour=ACCENT))
    _month(sheet, brush)
    _figures(sheet, brush)
    _board(sheet, brush)
    put(cell_at(sheet, BOARD_ROW - 1, CHART_COLUMN), words.CHART_TITLE)
    brush.paint(cell_at(sheet, BOARD_ROW - 1, CHART_COLUMN), Look(bold=True, horizontal="center"))
    add_bars(sheet, heading_row=BOARD_ROW, rows=COMMUNITIES, column=CHART_COLUMN)
    last = BOARD_ROW + COMMUNITIES
    _formula(sheet, brush, f"A{last + 1}", _more(), _NOTE)
    heights = {1: 34, 2: ROW_HEIGHT, 3: ROW_HEIGHT, KPI_ROW: 20, KPI_ROW + 1: 36, last + 1: 20}
    for row in range(BOARD_ROW, last + 1):
        heights[row] = ROW_HEIGHT
    for row, height in heights.items():
        sheet.row_dimensions[row].height = height
    sheet.print_area = f"A1:H{last + 1}"
    set_up_print(sheet, landscape=True, one_page=True)


def _write(sheet: Worksheet, brush: Brush, row: int, texts: Sequence[str], look: Look) -> None:
    for column, text in enumerate(texts, start=1):
        cell = cell_at(sheet, row, column)
        put(cell, text)
        brush.paint(cell, look)


def _formula(sheet: Worksheet, brush: Brush, address: str, formula: str, look: Look) -> None:
    cell = sheet[address]
    cell.value = f"={formula}"
    brush.paint(cell, look)


def _ref(kind: type[Row], identifier: str) -> str:
    """A whole column of a table: ``得分[月份]``."""
    return f"{kind.sheet.label}[{kind.sheet.column(identifier).label}]"


def _of_month() -> str:
    """Criteria for the community rows of the month; the ``*`` keeps a month from being taken for a date."""
    return f'{_ref(ScoreRow, "month")},{MONTH}&"*",{_ref(ScoreRow, "department")},"{TOTAL}"'


def _month(sheet: Worksheet, brush: Brush) -> None:
    months = _ref(ScoreRow, "month")
    newest = f'IFERROR(INDEX({months},COUNTA({months})),"")'
    _write(sheet, brush, 2, (words.DASHBOARD_ASK_MONTH,), _LABEL)
    brush.paint(sheet[ASKED], replace(_CELL, bold=True, number_format="@"))
    put(cell_at(sheet, 2, 3), words.DASHBOARD_ASK_HINT)
    brush.paint(cell_at(sheet, 2, 3), _NOTE)
    rule = DataValidation(allow_blank=True, promptTitle=words.DASHBOARD_ASK_MONTH)
    rule.prompt = words.DASHBOARD_ASK_HINT
    rule.showInputMessage = True
    rule.add(ASKED)
    sheet.add_data_validation(rule)
    labels = (words.DASHBOARD_MONTH, "", words.DASHBOARD_FROM, "", words.DASHBOARD_TO)
    _write(sheet, brush, 3, labels, _LABEL)
    _formula(sheet, brush, "B3", f'IF($B$2<>"",$B$2,IF(COUNTA({months})=0,"",{newest}))', _CELL)
    dated = replace(_CELL, number_format=DATE_FORMAT)
    begin = f'IFERROR(DATE(VALUE(LEFT({MONTH},4)),VALUE(MID({MONTH},6,2)),1),"")'
    _formula(sheet, brush, "D3", begin, dated)
    _formula(sheet, brush, "F3", f'IFERROR(EOMONTH({FROM},0),"")', dated)
    note = f'"{words.DASHBOARD_NO_MONTH}"'
    unknown = f'IF({MONTH}="","",IF(COUNTIFS({_of_month()})=0,{note},""))'
    empty = f'IF(COUNTA({months})=0,"{words.DASHBOARD_EMPTY}",{unknown})'
    _formula(sheet, brush, "A8", empty, replace(_NOTE, bold=True))


def _figures(sheet: Worksheet, brush: Brush) -> None:
    score, unknown = _ref(ScoreRow, "score"), f'"{words.NOTHING}"'
    opened = _open_rectifications()
    figures = (
        (words.KPI_DAYS, _in_month(f"SUMIFS({_ref(ScoreRow, 'days')},{_of_month()})"), "0"),
        (words.KPI_FINDINGS, f'IF({TO}="",{unknown},{_findings()})', "0"),
        (words.KPI_RED_LINES, _in_month(f"SUMIFS({_ref(ScoreRow, 'red_lines')},{_of_month()})"), "0"),
        (words.KPI_AVERAGE, f"IFERROR(ROUND(AVERAGEIFS({score},{_of_month()}),1),{unknown})", "0.0"),
        (words.KPI_OPEN, f"COUNTIFS({opened})", "0"),
        (words.KPI_OVERDUE, f'COUNTIFS({opened},{_ref(Rectification, "overdue_days")},">0")', "0"),
    )
    _write(sheet, brush, KPI_ROW, [label for label, _, _ in figures], _LABEL)
    for letter, (_, formula, number_format) in zip("ABCDEF", figures, strict=True):
        look = replace(_FIGURE, number_format=number_format)
        _formula(sheet, brush, f"{letter}{KPI_ROW + 1}", formula, look)
    overdue = f"F{KPI_ROW + 1}"
    shown = DifferentialStyle(font=Font(color=f"FF{RED}", bold=True))
    red = Rule("expression", dxf=shown, formula=[f"AND(ISNUMBER({overdue}),{overdue}>0)"])
    sheet.conditional_formatting.add(overdue, red)


def _in_month(formula: str) -> str:
    return f'IF({MONTH}="","{words.NOTHING}",{formula})'


def _findings() -> str:
    day = _ref(Finding, "day")
    return (
        f'COUNTIFS({day},">="&{FROM},{day},"<="&{TO},{_ref(Finding, "verdict")},"{Verdict.FAILED}",'
        f'{_ref(Finding, "validity")},"<>{Validity.VOID}")'
    )


def _open_rectifications() -> str:
    outcome = _ref(Rectification, "outcome")
    return f'{_ref(Rectification, "finding")},"?*",{outcome},"<>{Outcome.DONE}",{outcome},"<>{Outcome.CLOSED}"'


def _board(sheet: Worksheet, brush: Brush) -> None:
    """The communities in the order of 项目, each with its month's figures."""
    _write(sheet, brush, BOARD_ROW, words.BOARD_HEADINGS, _HEADING)
    for place in range(1, COMMUNITIES + 1):
        row = BOARD_ROW + place
        name = f"INDEX({_ref(Community, 'name')},{place})"
        cells = {
            "A": (f'IF($B{row}="","",{place})', "0"),
            "B": (f'IFERROR(IF({name}="","",{name}),"")', "General"),
            "C": (_figure(row, "score", f'"{words.NO_SCORE}"'), "0.0"),
            "D": (_figure(row, "rank", f'"{words.NOTHING}"'), "0"),
            "E": (_figure(row, "days", "0"), "0"),
            "F": (_figure(row, "red_lines", "0"), "0"),
        }
        for letter, (formula, number_format) in cells.items():
            look = replace(_CELL, number_format=number_format, bold=letter == "C")
            _formula(sheet, brush, f"{letter}{row}", formula, look)


def _figure(row: int, identifier: str, missing: str) -> str:
    """A community's figure of the month; `missing` where its cell is blank, nothing where it has no row."""
    column = _ref(ScoreRow, identifier)
    chosen = f"{_of_month()},{_ref(ScoreRow, 'community')},$B{row}"
    number = f'IF(COUNTIFS({chosen},{column},">=0")=0,{missing},SUMIFS({column},{chosen}))'
    return f'IF($B{row}="","",IF({MONTH}="","",IF(COUNTIFS({chosen})=0,"",{number})))'


def _more() -> str:
    names = _ref(Community, "name")
    return f'IF(COUNTA({names})>{COMMUNITIES},"{words.DASHBOARD_MORE}","")'
