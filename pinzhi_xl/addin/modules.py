"""The modules of the add-in's VBA project."""

from importlib.resources import files

from pinzhi_xl.addin.project import Module, document_module
from pinzhi_xl.addin.xlwings_text import xlwings_text

WORKBOOK_CODE = "ThisWorkbook"
SETTINGS_CODE = "PzSettings"
SENTENCES_CODE = "PzSentences"
_WORKBOOK_CLASS = "00020819"
_SHEET_CLASS = "00020820"


def addin_modules() -> list[Module]:
    """All modules: those of the documents, the callback, what reads a property or tells a sentence, xlwings."""
    return [
        document_module(WORKBOOK_CODE, _WORKBOOK_CLASS),
        document_module(SETTINGS_CODE, _SHEET_CLASS),
        document_module(SENTENCES_CODE, _SHEET_CLASS),
        own_module("PzRibbon"),
        own_module("PzBook"),
        own_module("PzTell"),
        Module("xlwings", with_crlf(xlwings_text())),
    ]


def own_module(name: str) -> Module:
    """A module of our own, from the text beside this code."""
    text = (files("pinzhi_xl.addin") / "vba" / f"{name}.bas").read_bytes().decode("utf-8")
    return Module(name, with_crlf(text))


def with_crlf(text: str) -> str:
    """The same lines, each ended as VBA wants it, whatever the version control system did to them."""
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return "".join(f"{line}\r\n" for line in lines)
