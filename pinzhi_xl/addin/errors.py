"""What keeps the add-in from being built, each error with its sentence."""

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import addin as words


class AddinError(PinzhiError):
    """Anything that keeps the add-in from being built."""


class XlwingsMissing(AddinError):
    """The package whose VBA goes into the add-in is not installed."""

    sentence = words.XLWINGS_MISSING


class XlwingsOther(AddinError):
    """Another version is installed than the one the add-in was tested with."""

    sentence = words.XLWINGS_OTHER


class XlwingsChanged(AddinError):
    """The VBA that was installed is not the one that was published."""

    sentence = words.XLWINGS_CHANGED


class ModuleNameUnusable(AddinError):
    """A name that Excel would not take, or one that stands twice."""

    sentence = words.MODULE_NAME


class ModuleTextUnusable(AddinError):
    """A character outside ASCII, or a line that does not end in CRLF."""

    sentence = words.MODULE_TEXT
