"""The parts of the add-in's package: XML of few kinds, written out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_METADATA = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_OVERRIDES = {
    "xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    "xl/styles.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_VBA_TYPE = "application/vnd.ms-office.vbaProject"

WORKBOOK_RELATIONSHIP = f"{_OFFICE}/relationships/officeDocument"
SHEET_RELATIONSHIP = f"{_OFFICE}/relationships/worksheet"
STYLES_RELATIONSHIP = f"{_OFFICE}/relationships/styles"
APP_RELATIONSHIP = f"{_OFFICE}/relationships/extended-properties"
CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
VBA_RELATIONSHIP = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


class Sheet(NamedTuple):
    """A sheet of two columns; with `named`, the cell beside each key is named after it."""

    name: str
    code: str
    cells: Mapping[str, str]
    named: bool = False


def content_types(sheets: Sequence[Sheet]) -> bytes:
    """What kind of content each part is."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    kinds = {**defaults, "bin": _VBA_TYPE}
    parts = {**_OVERRIDES, **{f"xl/worksheets/sheet{n}.xml": _SHEET_TYPE for n in range(1, len(sheets) + 1)}}
    default = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items())
    override = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in parts.items())
    return f'{HEAD}<Types xmlns="{_TYPES}">{default}{override}</Types>'.encode()


def relationships(targets: Sequence[tuple[str, str]]) -> bytes:
    """Links to parts as (type, target), numbered in their order."""
    links = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(links)}</Relationships>'.encode()


def workbook(code: str, sheets: Sequence[Sheet]) -> bytes:
    """The workbook; sheet n is what relationship n leads to."""
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    names = {
        key: f"'{sheet.name}'!$B${row}"
        for sheet in sheets
        if sheet.named
        for row, key in enumerate(sheet.cells, start=1)
    }
    defined = "".join(f'<definedName name="{key}">{escape(names[key])}</definedName>' for key in sorted(names))
    return (
        f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f'<fileVersion appName="xl"/><workbookPr codeName="{code}"/>'
        f"<bookViews><workbookView/></bookViews><sheets>{listed}</sheets>"
        f"<definedNames>{defined}</definedNames></workbook>"
    ).encode()


def worksheet(sheet: Sheet) -> bytes:
    """Keys in column A without a gap, values as text in column B, nothing where there is none."""
    rows = "".join(
        f'<row r="{number}">{_cell(f"A{number}", key)}{_cell(f"B{number}", value)}</row>'
        for number, (key, value) in enumerate(sheet.cells.items(), start=1)
    )
    return (
        f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetPr codeName="{sheet.code}"/>'
        f'<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="90" style="1" '
        f'customWidth="1"/></cols><sheetData>{rows}</sheetData></worksheet>'
    ).encode()


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" s="1" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ""


def styles() -> bytes:
    """The least that a workbook has: one font, one format, and the format of text."""
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    fixed = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    text = '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    fonts = '<font><sz val="11"/><name val="Calibri"/></font>'
    fills = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    return (
        f'{HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1">{fonts}</fonts>'
        f'<fills count="2">{fills}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}</cellStyleXfs><cellXfs count="2">{fixed}{text}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()


def core_properties(title: str, description: str, version: str) -> bytes:
    """Title and description are what Excel's list of add-ins shows."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_METADATA}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>pinzhi_xl</dc:creator>"
        f"<dc:description>{escape(description)}</dc:description><cp:lastModifiedBy>pinzhi_xl</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified>'
        f"<cp:version>{escape(version)}</cp:version></cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """The program the file is for."""
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>"
    ).encode()
