"""Print set-up: A4, one page wide, repeated heading, page numbers and version at the foot."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl import __version__
from pinzhi_xl.wording import master as words

A4 = 9
PORTRAIT_UP_TO = 95
"""Widest sheet, in characters, that is printed upright."""

ONE_PAGE_UP_TO = 260
"""Widest sheet, in characters, still legible on the width of one page; a wider one takes two."""


def set_up_ledger(sheet: Worksheet, width: float, key_columns: int) -> None:
    """A table `width` characters wide: heading on every page, its keys too where it takes two pages across."""
    set_up_print(sheet, landscape=width > PORTRAIT_UP_TO)
    sheet.print_title_rows = "1:1"
    if width > ONE_PAGE_UP_TO:
        sheet.page_setup.fitToWidth = 2
        sheet.page_setup.pageOrder = "overThenDown"
        sheet.print_title_cols = f"A:{get_column_letter(max(key_columns, 1))}"


def set_up_print(sheet: Worksheet, *, landscape: bool, one_page: bool = False) -> None:
    """One page wide on A4, and one high where `one_page`."""
    setup = sheet.page_setup
    setup.orientation = "landscape" if landscape else "portrait"
    setup.paperSize = A4
    setup.fitToWidth = 1
    setup.fitToHeight = int(one_page)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.6, 0.7
    margins.header = margins.footer = 0.3
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    for part, text in (
        (footer.left, words.FOOTER_LEFT),
        (footer.center, words.FOOTER_CENTRE),
        (footer.right, words.FOOTER_RIGHT.format(version=__version__)),
    ):
        part.text = text
        part.size = 9
    sheet.HeaderFooter.oddFooter = footer
