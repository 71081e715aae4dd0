"""The first sheet, 使用说明: five steps with links, what colours mean, commands, and how to show more sheets."""

from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl import __version__
from pinzhi_xl.model import Link
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build_print import set_up_print
from pinzhi_xl.workbook.build_styles import ACCENT, ACCENT_LIGHT, GREY, LINE, Brush, Look, cell_at
from pinzhi_xl.workbook.build_tables import put

WIDTHS = {"A": 2, "B": 22, "C": 64, "D": 13, "E": 13, "F": 13}
FIRST, TEXT, LINKS = 2, 3, 4
CHARACTERS_A_LINE = 33
LINE_HEIGHT = 18

_TITLE = Look(size=18, bold=True, colour=ACCENT)
_SECTION = Look(size=12, bold=True, colour=ACCENT)
_PLAIN = Look(wrap=True, horizontal="left", indent=1)
_BOLD = replace(_PLAIN, bold=True, indent=0)
_LINK = Look(colour="0563C1", underline=True, horizontal="left", indent=1)
_COMMAND = Look(horizontal="left", indent=1, fill="F2F2F2", line=LINE, number_format="@")
_SWATCH = Look(line=LINE, horizontal="center")


class _Page:
    """The guide while it is being written, from the top down."""

    def __init__(self, sheet: Worksheet, brush: Brush) -> None:
        self.sheet = sheet
        self.brush = brush
        self.row = 1

    def put(self, column: int, value: str | Link, look: Look) -> None:
        """Put a text into the present row."""
        cell = cell_at(self.sheet, self.row, column)
        put(cell, value)
        self.brush.paint(cell, look)

    def next(self, text: str = "", height: float = 0) -> None:
        """End the row: high enough for `text` in the text column, or as high as told."""
        lines = -(-len(text) // CHARACTERS_A_LINE) or 1
        self.sheet.row_dimensions[self.row].height = height or lines * LINE_HEIGHT + 4
        self.row += 1

    def section(self, heading: str) -> None:
        """A blank row and a heading."""
        self.next(height=10)
        self.put(FIRST, heading, _SECTION)
        self.next(height=24)

    def paragraph(self, text: str) -> None:
        """A text in the text column."""
        self.put(TEXT, text, _PLAIN)
        self.next(text)


def draw_guide(sheet: Worksheet, brush: Brush) -> None:
    """Write the guide."""
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    page = _Page(sheet, brush)
    _title(page)
    _steps(page)
    _legend(page)
    _commands(page)
    page.section(words.GUIDE_HIDDEN_HEADING)
    page.paragraph(words.GUIDE_HIDDEN)
    page.paragraph(words.GUIDE_FREEDOM)
    sheet.print_area = f"A1:F{page.row - 1}"
    set_up_print(sheet, landscape=True, one_page=True)


def _title(page: _Page) -> None:
    page.put(FIRST, words.GUIDE_TITLE, _TITLE)
    page.next(height=34)
    page.put(FIRST, words.GUIDE_VERSION.format(version=__version__), replace(_BOLD, bold=False))
    page.next()
    page.put(FIRST, words.GUIDE_CONTACT, _BOLD)
    page.put(TEXT, words.GUIDE_CONTACT_HINT, replace(_PLAIN, line=LINE))
    page.next()


def _steps(page: _Page) -> None:
    page.section(words.GUIDE_STEPS_HEADING)
    for step in words.GUIDE_STEPS:
        page.put(FIRST, step.heading, _BOLD)
        page.put(TEXT, step.text, _PLAIN)
        for column, label in enumerate(step.sheets, start=LINKS):
            page.put(column, Link(words.LINK_TEXT.format(sheet=label), label, "A1"), _LINK)
        page.next(step.text)


def _legend(page: _Page) -> None:
    page.section(words.GUIDE_LEGEND_HEADING)
    for (sample, text), look in (
        (words.LEGEND_REQUIRED, replace(_SWATCH, fill=ACCENT, bold=True, colour="FFFFFF")),
        (words.LEGEND_OPTIONAL, replace(_SWATCH, fill=ACCENT_LIGHT)),
        (words.LEGEND_COMPUTED, replace(_SWATCH, fill=GREY, italic=True)),
        (words.LEGEND_LEVELS, _SWATCH),
    ):
        page.put(FIRST, sample, look)
        page.paragraph(text)


def _commands(page: _Page) -> None:
    page.section(words.GUIDE_COMMANDS_HEADING)
    page.paragraph(words.GUIDE_COMMANDS_NOTE)
    for name, command, effect in words.GUIDE_COMMANDS:
        page.put(FIRST, name, _BOLD)
        page.put(TEXT, command.format(file=words.FILE_NAME), _COMMAND)
        page.put(LINKS, effect, Look(horizontal="left", indent=1))
        page.next()
