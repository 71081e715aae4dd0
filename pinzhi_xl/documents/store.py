"""Papers onto the disk: whole or not at all, and never over a file somebody has open."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from pinzhi_xl.documents.errors import (
    DiskFull,
    FolderDenied,
    NotAFolder,
    PaperNotWritten,
    PaperOpen,
    PaperOwned,
    PathTooLong,
    WriteFailed,
)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SHARING_VIOLATIONS = frozenset({32, 33})


def write_paper(path: Path, content: bytes) -> bool:
    """Put `content` at `path`; False when the very same bytes are there already.

    Written beside the target, flushed to the disk, then renamed over it: a reader sees the old paper or the
    new one. PaperNotWritten says why a paper could not be saved; the old one is then untouched.
    """
    try:
        if _same(path, content):
            return False
    except OSError as error:
        raise _sentence(path, error) from error
    for owner in _owner_files(path):
        if owner.exists():
            raise PaperOwned(path=path, owner=owner.name)
    make_folder(path.parent)
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write_through(draft, content)
        draft.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise _sentence(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return True


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


def _owner_files(path: Path) -> list[Path]:
    """Word puts ``~$`` before a name or in place of its first one or two characters."""
    if not path.exists():
        return []
    names = [f"~${path.name[cut:]}" for cut in range(3)]
    return [path.with_name(name) for name in (*names, f".~lock.{path.name}#")]


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; PaperNotWritten says why it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise NotAFolder(folder=folder) from error
    except PermissionError as error:
        raise FolderDenied(folder=folder) from error
    except OSError as error:
        raise _sentence(folder, error) from error


def _write_through(draft: Path, content: bytes) -> None:
    with draft.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    with suppress(OSError):  # some network folders cannot be flushed; the paper itself was
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(path: Path, error: OSError) -> PaperNotWritten:
    if error.errno in _FULL:
        return DiskFull(path=path)
    if error.errno == errno.ENAMETOOLONG:
        return PathTooLong(path=path)
    if error.errno == errno.EROFS:
        return FolderDenied(folder=path.parent)
    if isinstance(error, PermissionError) or getattr(error, "winerror", 0) in _SHARING_VIOLATIONS:
        return PaperOpen(path=path) if path.exists() else FolderDenied(folder=path.parent)
    return WriteFailed(path=path, reason=error.strerror or str(error))
