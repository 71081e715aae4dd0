"""What printable lists in workbooks have in common: texts that stay texts, the page, the file."""

import io
from typing import TYPE_CHECKING

from lxml import etree

from pinzhi_xl.documents.cleaning import clean_text
from pinzhi_xl.documents.package import read_package, write_package

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_CELL = 32_767
_STYLES = "xl/styles.xml"
_FONT_ORDER = ("b", "i", "u", "sz", "color", "name", "family", "charset", "scheme")


def put_text(cell: "Cell", text: str) -> None:
    """Put `text` into a cell as text: ``=x`` is no formula and ``#REF!`` no error."""
    cell.value = clean_text(text)[:_LONGEST_CELL]
    cell.data_type = "s"


def set_up_page(sheet: "Worksheet", first: int, heading: int, margin: float, footer: str) -> None:
    """A4 landscape, one page wide; rows `first` to `heading` on every page, frozen on the screen down to it."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"A{heading + 1}"
    sheet.print_title_rows = f"{first}:{heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = margin
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = footer


def packed(book: "Workbook", owner: str = "") -> bytes:
    """The file of a workbook; the same workbook gives the same bytes. `owner` is the UUID of its master."""
    buffer = io.BytesIO()
    book.save(buffer)
    parts = read_package(buffer.getvalue())
    parts[_STYLES] = in_schema_order(parts[_STYLES])
    return write_package(parts, owner)


def in_schema_order(styles: bytes) -> bytes:
    """The styles with the properties of every font in the order Excel itself writes; openpyxl has its own."""
    root = etree.fromstring(styles)
    for font in root.iter("{*}font"):
        font[:] = sorted(font, key=lambda item: _FONT_ORDER.index(etree.QName(item).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
