"""Whether a workbook file may be read or written, and if not, who or what is in the way."""

import errno
import os
import stat
import sys
from pathlib import Path

from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.errors import (
    DiskFull,
    FileDamaged,
    FileEncrypted,
    FileError,
    FileFailure,
    FileHeld,
    FileIsFolder,
    FileKindWrong,
    FileMissing,
    FileOldFormat,
    FileReadOnly,
    FileUnreadable,
    FolderReadOnly,
)

_SUFFIXES = {".xlsx", ".xlsm"}
_OLE = bytes.fromhex("D0CF11E0")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_SPACE = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_OWNER_NAME = 55  # where Excel's owner file repeats the user's name in UTF-16


def check_readable(path: Path) -> None:
    """Refuse what is not a readable .xlsx or .xlsm workbook."""
    _check_kind(path)
    try:
        with path.open("rb") as file:
            head = file.read(4)
            rest = file.read() if head == _OLE else b""
    except OSError as error:
        raise os_failure(error, path) from error
    if head == _OLE:
        raise (FileEncrypted if _ENCRYPTED in rest else FileOldFormat)(name=path.name)
    if not head:
        raise FileDamaged(name=path.name, detail=words.DETAIL_EMPTY)
    if head != b"PK\x03\x04":
        raise FileDamaged(name=path.name, detail=words.DETAIL_NOT_ZIP)


def check_writable(path: Path) -> None:
    """Refuse what cannot be read, is held open by somebody, or lies where nothing may be written."""
    check_readable(path)
    check_not_held(path)
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise FileReadOnly(name=path.name)
    folder = path.parent
    if not os.access(folder, os.W_OK | os.X_OK) or not folder.stat().st_mode & stat.S_IWUSR:
        raise FolderReadOnly(name=path.name, folder=folder)


def check_not_held(path: Path) -> None:
    """Refuse while Excel, WPS or LibreOffice has the file open.

    On Windows an owner file may be stale: there the test is an attempt to open the file for writing.
    """
    user = _owner(path)
    if sys.platform == "win32":
        if _opens_for_writing(path):
            return
    elif user is None:
        return
    raise held(path, user)


def held(path: Path, user: str | None = None) -> FileHeld:
    """The error that says who has `path` open."""
    holder = words.HOLDER.format(user=user) if user else words.HOLDER_UNKNOWN
    return FileHeld(name=path.name, holder=holder)


def os_failure(error: OSError, path: Path) -> FileError:
    """The sentence for a failure of the operating system at `path`."""
    if error.errno in _NO_SPACE:
        return DiskFull(name=path.name, folder=path.parent)
    if isinstance(error, FileNotFoundError):
        return FileMissing(path=path)
    if isinstance(error, PermissionError):
        return _permission(error, path)
    code = errno.errorcode.get(error.errno or 0, str(error.errno))
    return FileFailure(name=path.name, detail=words.ERRNO.get(code) or words.ERRNO_OTHER.format(code=code))


def _permission(error: PermissionError, path: Path) -> FileError:
    if getattr(error, "winerror", None) in {32, 33}:
        return held(path, _owner(path))
    if path.exists() and not os.access(path, os.R_OK):
        return FileUnreadable(name=path.name)
    return FolderReadOnly(name=path.name, folder=path.parent)


def _check_kind(path: Path) -> None:
    if path.is_dir():
        raise FileIsFolder(path=path)
    if not path.exists():
        raise FileMissing(path=path)
    if path.suffix.lower() not in _SUFFIXES:
        head = b""
        if path.suffix.lower() == ".xls":
            head = _head(path)
        raise (FileOldFormat if head == _OLE else FileKindWrong)(name=path.name)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError as error:
        raise os_failure(error, path) from error


def _opens_for_writing(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return not path.stat().st_mode & stat.S_IWUSR  # read-only is another sentence
    except OSError as error:
        raise os_failure(error, path) from error


def _owner(path: Path) -> str | None:
    """Name of the user in an owner file beside `path`; empty when unknown, None without such a file."""
    excel = path.with_name(f"~${path.name}")
    if excel.exists():
        return _excel_user(_bytes(excel))
    libre = path.with_name(f".~lock.{path.name}#")
    if libre.exists():
        return _libre_user(_bytes(libre))
    return None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()[:4096]
    except OSError:
        return b""  # Excel keeps its owner file locked on some shares: the user stays unknown


def _excel_user(data: bytes) -> str:
    length = int.from_bytes(data[_OWNER_NAME : _OWNER_NAME + 2], "little")
    if 0 < length <= 54:
        start = _OWNER_NAME + 2
        wide = data[start : start + 2 * length].decode("utf-16-le", "ignore")
    else:
        wide = data[_OWNER_NAME:].decode("utf-16-le", "ignore").split("\0")[0]
    narrow = data[1 : 1 + data[0]].decode("gb18030", "ignore") if data else ""
    return wide.strip(" \0") or narrow.strip(" \0")


def _libre_user(data: bytes) -> str:
    fields = data.decode("utf-8", "ignore").split(",")
    return next((field.strip() for field in fields[:3] if field.strip()), "")
