"""Dated copies of a workbook in 备份 beside it, and the temporary files that become them."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from pinzhi_xl.wording import workbook as words

KEPT_BACKUPS = 20
_PREFIX, _SUFFIX = ".pinzhi-", ".tmp"
_STALE = timedelta(days=1)


def back_up(path: Path, now: datetime, fill: Callable[[Path], None]) -> Path:
    """Keep a dated copy of the workbook at `path`: `fill` writes it to the temporary file it is given.

    Raises OSError; nothing half-written stays behind.
    """
    folder = path.parent / words.BACKUP_FOLDER
    folder.mkdir(exist_ok=True)
    temporary = new_temporary(folder, path.suffix)
    try:
        fill(temporary)
        target = _published(temporary, folder, f"{path.stem} {now:%Y%m%d-%H%M%S}", path.suffix)
    finally:
        discard(temporary)
    with suppress(OSError):
        sync_folder(folder)
    return target


def prune(path: Path) -> None:
    """Keep the newest backups of this workbook."""
    pattern = re.compile(
        rf"{re.escape(path.stem)} (\d{{8}}-\d{{6}})(?:-(\d+))?{re.escape(path.suffix)}", re.IGNORECASE
    )
    dated = []
    for item in (path.parent / words.BACKUP_FOLDER).iterdir():
        match = pattern.fullmatch(item.name)
        if match:
            dated.append(((match[1], int(match[2] or 1)), item))
    for _, item in sorted(dated)[:-KEPT_BACKUPS]:
        item.unlink()


def new_temporary(folder: Path, suffix: str = "") -> Path:
    """An empty file of a name nobody else uses; programs that go by the ending get `suffix` as well."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX + suffix, dir=folder)
    os.close(handle)
    return Path(name)


def written(folder: Path, chunks: Iterable[bytes], like: Path) -> Path:
    """A new temporary file on disk with the permissions of `like`."""
    temporary = new_temporary(folder)
    complete = False
    try:
        write_through(temporary, chunks)
        copy_rights(like, temporary)
        complete = True
    finally:
        if not complete:
            discard(temporary)
    return temporary


def write_through(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file and see it onto the disk."""
    with path.open("wb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def copy_rights(like: Path, temporary: Path) -> None:
    """Give a file the permissions, and where allowed the owner, of another."""
    shutil.copymode(like, temporary)
    if hasattr(os, "chown"):
        owner = like.stat()
        with suppress(OSError):  # only root may give a file away
            os.chown(temporary, owner.st_uid, owner.st_gid)


def _published(temporary: Path, folder: Path, stamp: str, suffix: str) -> Path:
    """Give a finished file the first free name of its second."""
    count = 1
    while True:
        target = folder / f"{stamp}{f'-{count}' if count > 1 else ''}{suffix}"
        if _took(temporary, target):
            return target
        count += 1


def _took(temporary: Path, target: Path) -> bool:
    """Give a finished file its name unless the name is taken."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if target.exists():
            return False
        temporary.replace(target)
    return True


def sweep(folder: Path, now: datetime) -> None:
    """Remove what a killed process left behind long ago."""
    limit = (now - _STALE).timestamp()
    for place in (folder, folder / words.BACKUP_FOLDER):
        for item in place.glob(f"{_PREFIX}*{_SUFFIX}*"):
            with suppress(OSError):
                if item.stat().st_mtime < limit:
                    item.unlink()


def discard(path: Path | None) -> None:
    """Remove a file that may be there."""
    if path is not None:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """See a folder's new names onto the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
