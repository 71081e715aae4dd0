"""The one chart of the dashboard: scores as bars, native, so that it may be edited in Excel and WPS."""

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.workbook.build_styles import ACCENT, GREY

NAMES, FIGURES = 2, 3
"""Columns of the dashboard that hold the names and the scores."""


def add_bars(sheet: Worksheet, *, heading_row: int, rows: int, column: int) -> None:
    """Bars in `column`, each beside the row it stands for; the axis takes the height of the heading."""
    last = heading_row + rows
    chart = BarChart()
    figures = Reference(sheet, min_col=FIGURES, min_row=heading_row, max_row=last)
    chart.add_data(figures, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=NAMES, min_row=heading_row + 1, max_row=last))
    _style(chart)
    plot = ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.2, y=1 / (rows + 1), w=0.76)
    plot.h = rows / (rows + 1)
    chart.plot_area.layout = Layout(manualLayout=plot)
    corner = AnchorMarker(col=column - 1, row=heading_row - 1)
    anchor = TwoCellAnchor(_from=corner, to=AnchorMarker(col=column, row=last))
    chart.anchor = anchor  # type: ignore[assignment]  # the stubs know only the corner's address
    sheet.add_chart(chart)


def _style(chart: BarChart) -> None:
    chart.type = "bar"
    chart.gapWidth = 60
    chart.legend = None
    chart.title = None
    bars = chart.series[0]
    bars.graphicalProperties.solidFill = ACCENT
    bars.graphicalProperties.line.solidFill = ACCENT
    bars.invertIfNegative = False
    chart.dataLabels = DataLabelList(showVal=True, numFmt="0.0;;", dLblPos="outEnd")
    for shown in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(chart.dataLabels, shown, False)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 110
    chart.y_axis.majorUnit = 20
    chart.y_axis.number_format = "0"
    grid = GraphicalProperties(ln=LineProperties(solidFill=GREY))
    chart.y_axis.majorGridlines = ChartLines(spPr=grid)
