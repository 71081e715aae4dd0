"""The cells of the add-in: settings that xlwings reads, sentences that the callback tells."""

from pinzhi_xl.addin.xlwings_text import PROJECT_NAME
from pinzhi_xl.wording import addin as words
from pinzhi_xl.wording import ribbon

SETTINGS_SHEET = f"{PROJECT_NAME}.conf"
SENTENCES_SHEET = "messages"

SENTENCES = {
    "TITLE": words.TITLE,
    "NO_WORKBOOK": ribbon.NO_WORKBOOK,
    "FOREIGN_CONFIG": ribbon.FOREIGN_CONFIG,
    "NO_MASTER": ribbon.NO_MASTER,
    "BAD_PATH": ribbon.BAD_PATH,
    "NO_INTERPRETER": ribbon.NO_INTERPRETER,
    "FAILED": words.FAILED,
}
"""Name of a cell → the sentence in it; the callback knows the names."""


def settings(interpreter: str) -> dict[str, str]:
    """Every setting that xlwings asks for: what stands here, no file beside a workbook can change.

    Blank means blank: xlwings then goes without. ``INTERPRETER`` is asked for only where the two before it are
    blank; a blank truth value would stop the VBA, a blank folder for temporary files would be the drive's root.
    """
    return {
        "INTERPRETER_WIN": interpreter,
        "INTERPRETER_MAC": interpreter,
        "INTERPRETER": "python",
        "PYTHONPATH": "",
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "USE UDF SERVER": "False",
        "SHOW CONSOLE": "False",
        "SHOW_ERROR_POPUPS": "True",
        "CONDA PATH": "",
        "CONDA ENV": "",
        "ONEDRIVE_CONSUMER_WIN": "",
        "ONEDRIVE_CONSUMER_MAC": "",
        "ONEDRIVE_COMMERCIAL_WIN": "",
        "ONEDRIVE_COMMERCIAL_MAC": "",
        "SHAREPOINT_WIN": "",
        "SHAREPOINT_MAC": "",
        "UDF MODULES": "",
        "DEBUG UDFS": "False",
        "LICENSE_KEY": "",
        "TEMP DIR": "%TEMP%",
    }
