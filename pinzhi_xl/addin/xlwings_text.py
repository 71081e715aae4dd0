"""The VBA that xlwings publishes for add-ins, from the installed package: never a copy, never imported."""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from pinzhi_xl.addin.errors import XlwingsChanged, XlwingsMissing, XlwingsOther

XLWINGS_VERSION = "0.37.8"
"""The version whose VBA the add-in holds; the same is required of the installed package."""

FILE = "xlwings_custom_addin.bas"
PROJECT_NAME = "pinzhi_xl"
"""What xlwings names its settings by: the sheet ``pinzhi_xl.conf``."""

_PUBLISHED_LINE = 'Public Const PROJECT_NAME As String = "myaddin"'
_OWN_LINE = f'Public Const PROJECT_NAME As String = "{PROJECT_NAME}"'


def xlwings_text() -> str:
    """The module with its licence, our project name in place of the sample's; lines as they are in the file."""
    text = _file().read_bytes().decode("ascii", errors="replace")
    lines = text.splitlines()
    if lines.count(_PUBLISHED_LINE) != 1 or text.count("PROJECT_NAME As String") != 1:
        raise XlwingsChanged(wanted=XLWINGS_VERSION)
    return text.replace(_PUBLISHED_LINE, _OWN_LINE)


def _file() -> Path:
    try:
        found = version("xlwings")
    except PackageNotFoundError as error:
        raise XlwingsMissing(wanted=XLWINGS_VERSION) from error
    if found != XLWINGS_VERSION:
        raise XlwingsOther(found=found, wanted=XLWINGS_VERSION)
    spec = find_spec("xlwings")
    for folder in (spec and spec.submodule_search_locations) or ():
        file = Path(folder) / FILE
        if file.is_file():
            return file
    raise XlwingsChanged(wanted=XLWINGS_VERSION)
