"""Writing a file that appears whole, once, under a name nobody else got first.

Content goes to a temporary file and is fsynced before its name is published, so a published name always has
its full content, whatever is killed or unplugged. Publishing never replaces:

- POSIX: a hard link, which fails when the name is taken;
- Windows: a rename, which fails there when the name is taken;
- no hard links (FAT, some FUSE and network mounts): the name becomes a *folder* that holds the file, by
  renaming a prepared folder. A folder never replaces a file or a folder with content, and the name is the
  same, so computers with and without hard links exclude each other. An O_EXCL claim written afterwards would
  leave numbers without content when its writer dies; this cannot.
"""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from pinzhi_xl.register.names import TEMPORARY

CONTENT = "entry.json"
"""The file inside a name that was published as a folder."""

_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
_DAY_NS = 24 * 3600 * 10**9


def publish(target: Path, content: bytes, workshop: Path) -> bool:
    """Make `target` appear with `content`, True; False when the name is taken. OSError when the disk fails.

    The name survives a power cut once `sync_folder` was called for its folder. `workshop` is the folder for
    the temporary file, on the same file system.
    """
    draft = workshop / f".{target.stem}.{os.getpid()}-{secrets.token_hex(6)}{TEMPORARY}"
    try:
        _write(draft, content)
        if not _claim(draft, target):
            return False
    finally:
        _discard(draft)
    return True


def read_published(path: str | Path) -> bytes:
    """The content of a published name, in either form; FileNotFoundError when the name is free."""
    try:
        return _read(path)
    except (IsADirectoryError, PermissionError):
        if not Path(path).is_dir():
            raise
        return (Path(path) / CONTENT).read_bytes()


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a parent that may be passed but not read
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def sweep(workshop: Path, like: Path) -> None:
    """Remove temporary files a day older than `like`, just written: their writers are dead.

    Both times are the file server's, so no clock is asked and none can be wrong.
    """
    with suppress(OSError):
        newest = like.stat().st_mtime_ns
        for leftover in workshop.glob(f".*{TEMPORARY}*"):
            if newest - leftover.lstat().st_mtime_ns > _DAY_NS:
                _discard(leftover)


def _read(path: str | Path) -> bytes:
    """The whole file; plain system calls, because a check reads thousands of them."""
    handle = os.open(path, os.O_RDONLY | _BINARY)
    try:
        pieces = []
        while piece := os.read(handle, 1 << 16):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _claim(draft: Path, target: Path) -> bool:
    """Give `draft` the name `target`; False when it is taken."""
    if os.name == "nt":
        return _claim_by_rename(draft, target)
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _claim_by_folder(draft, target)
    return True


def _claim_by_rename(draft: Path, target: Path) -> bool:
    try:
        draft.rename(target)
    except FileExistsError:
        return False
    except PermissionError:
        if target.exists():
            return False
        raise
    return True


def _claim_by_folder(draft: Path, target: Path) -> bool:
    box = draft.with_name(draft.name + ".d")
    box.mkdir()
    try:
        draft.rename(box / CONTENT)
        sync_folder(box)
        box.rename(target)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        return False
    finally:
        _discard(box)
    return True


def _discard(leftover: Path) -> None:
    """Remove a temporary file or folder; one that stays is swept another day."""
    with suppress(OSError):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink(missing_ok=True)
