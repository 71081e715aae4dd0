"""The add-in as a file: sheets of settings and sentences, the ribbon, the VBA project."""

from collections.abc import Sequence

from pinzhi_xl import __version__
from pinzhi_xl.addin import parts
from pinzhi_xl.addin.modules import SENTENCES_CODE, SETTINGS_CODE, WORKBOOK_CODE, addin_modules
from pinzhi_xl.addin.project import Module, vba_project
from pinzhi_xl.addin.ribbon import Edition, ribbon_xml
from pinzhi_xl.addin.settings import SENTENCES, SENTENCES_SHEET, SETTINGS_SHEET, settings
from pinzhi_xl.archive import deterministic_zip
from pinzhi_xl.wording import addin as words
from pinzhi_xl.wording.ribbon import TAB


def build_addin(interpreter: str = "") -> bytes:
    """品质管理.xlam; its buttons start `interpreter`, and without one only say that `pinzhi setup` is to be run.

    The same interpreter gives the same bytes. Raises AddinError when the pinned xlwings is not installed.
    """
    return packed(addin_modules(), interpreter)


def packed(modules: Sequence[Module], interpreter: str) -> bytes:
    """The add-in with other modules than its own: tests put stand-ins for xlwings."""
    sheets = (
        parts.Sheet(SETTINGS_SHEET, SETTINGS_CODE, settings(interpreter)),
        parts.Sheet(SENTENCES_SHEET, SENTENCES_CODE, SENTENCES, named=True),
    )
    files = {f"worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, start=1)}
    inner = [(parts.SHEET_RELATIONSHIP, file) for file in files]
    inner += [(parts.STYLES_RELATIONSHIP, "styles.xml"), (parts.VBA_RELATIONSHIP, "vbaProject.bin")]
    outer = [
        (parts.WORKBOOK_RELATIONSHIP, "xl/workbook.xml"),
        (parts.CORE_RELATIONSHIP, "docProps/core.xml"),
        (parts.APP_RELATIONSHIP, "docProps/app.xml"),
        *((edition.relationship, edition.part) for edition in Edition),
    ]
    return deterministic_zip(
        {
            "[Content_Types].xml": parts.content_types(sheets),
            "_rels/.rels": parts.relationships(outer),
            "xl/workbook.xml": parts.workbook(WORKBOOK_CODE, sheets),
            "xl/_rels/workbook.xml.rels": parts.relationships(inner),
            **{f"xl/{file}": parts.worksheet(sheet) for file, sheet in files.items()},
            "xl/styles.xml": parts.styles(),
            "xl/vbaProject.bin": vba_project(modules),
            **{edition.part: ribbon_xml(TAB, edition) for edition in Edition},
            "docProps/core.xml": parts.core_properties(
                words.TITLE, words.DESCRIPTION.format(version=__version__), __version__
            ),
            "docProps/app.xml": parts.app_properties(),
        }
    )
