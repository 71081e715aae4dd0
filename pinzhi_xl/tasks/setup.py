"""pinzhi setup: the add-in where Excel loads it at start, naming the Python that its buttons are to start."""

import errno
from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.tasks.machine import Machine, this_machine, unusable_in
from pinzhi_xl.wording import machine as words
from pinzhi_xl.wording.addin import FILE_NAME
from pinzhi_xl.wording.workbook import ERRNO, ERRNO_OTHER

START_FOLDER = ("Microsoft", "Excel", "XLSTART")
"""Below %APPDATA%: loaded at every start of Excel, and trusted by default."""


class OnlyWindows(PinzhiError):
    """Excel on Windows is the only one that the buttons work in."""

    sentence = words.ONLY_WINDOWS


class NoStartFolder(PinzhiError):
    """Windows does not say where the user's settings are."""

    sentence = words.NO_START_FOLDER


class StorePython(PinzhiError):
    """What this Python writes below AppData nobody else sees."""

    sentence = words.STORE_PYTHON


class BadInterpreter(PinzhiError):
    """A path that the buttons could not start."""

    sentence = words.BAD_INTERPRETER


class AddinHeld(PinzhiError):
    """Excel has the add-in loaded."""

    sentence = words.HELD


class AddinOwned(PinzhiError):
    """Excel has the add-in loaded, or has left its owner file behind."""

    sentence = words.HELD_OR_LEFT


class NoFolder(PinzhiError):
    """A file stands where the folder should be."""

    sentence = words.NO_FOLDER


class Denied(PinzhiError):
    """The folder may not be written."""

    sentence = words.DENIED


class AddinStays(PinzhiError):
    """The system does not let the add-in be deleted."""

    sentence = words.NOT_REMOVED


@dataclass(frozen=True)
class Installed:
    """Where the add-in is, whether anything changed, and whether Excel loads it from there by itself."""

    path: Path
    changed: bool
    at_start: bool


def addin_path(machine: Machine, to: Path | None = None) -> Path:
    """Where the add-in belongs: the folder of the call, else where Excel loads it at start."""
    if to is not None:
        return to.absolute() / FILE_NAME
    if not machine.is_windows:
        raise OnlyWindows
    settings = machine.environment.get("APPDATA", "")
    if not settings:
        raise NoStartFolder
    return Path(settings, *START_FOLDER, FILE_NAME)


def install(to: Path | None = None, machine: Machine | None = None) -> Installed:
    """Put the add-in for this interpreter in its place, whole or not at all; a second time changes nothing."""
    from pinzhi_xl.addin import build_addin
    from pinzhi_xl.documents.errors import FolderDenied, NotAFolder, PaperOpen, PaperOwned
    from pinzhi_xl.documents.store import write_paper

    machine = machine or this_machine()
    path = addin_path(machine, to)
    if to is None and machine.is_store_python:
        raise StorePython(base=machine.base)
    if found := unusable_in(machine.interpreter):
        raise BadInterpreter(path=machine.interpreter, found=found)
    content = build_addin(str(machine.interpreter))
    try:
        changed = write_paper(path, content)
    except PaperOwned as error:
        raise AddinOwned(path=path, owner=error.facts["owner"]) from error
    except PaperOpen as error:
        raise AddinHeld(path=path) from error
    except NotAFolder as error:
        raise NoFolder(folder=path.parent) from error
    except FolderDenied as error:
        raise Denied(folder=path.parent) from error
    return Installed(path, changed, at_start=to is None)


def remove(to: Path | None = None, machine: Machine | None = None) -> Installed:
    """Take the add-in away; where there is none nothing changes."""
    path = addin_path(machine or this_machine(), to)
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return Installed(path, changed=False, at_start=to is None)
    except PermissionError as error:
        raise AddinHeld(path=path) from error
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, "")
        raise AddinStays(path=path, detail=ERRNO.get(code) or ERRNO_OTHER.format(code=code)) from error
    return Installed(path, changed=True, at_start=to is None)
