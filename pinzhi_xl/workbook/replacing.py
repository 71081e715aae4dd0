"""Puts a new file in an old one's place: all or nothing, with a dated backup of the old."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.holding import held, os_failure

KEPT_BACKUPS = 20
RETRY_DELAYS = (0.1, 0.2, 0.4, 0.8, 1.6)
_PREFIX, _SUFFIX = ".pinzhi-", ".tmp"
_STALE = timedelta(days=1)


def replace_file(
    path: Path,
    chunks: Iterable[bytes],
    original: bytes,
    now: datetime,
    prove: Callable[[bytes], None],
    confirm: Callable[[], None],
) -> Path:
    """Write `chunks` beside `path`, prove them, back `original` up, rename; returns the backup.

    `confirm` is the last question before the rename: it raises when the file may not be replaced any more.
    Whatever fails, `path` stays as it was and nothing half-written stays behind.
    """
    temporary: Path | None = None
    backup: Path | None = None
    done = False
    try:
        _sweep(path.parent, now)
        temporary = _written(path.parent, chunks, path)
        prove(temporary.read_bytes())
        backup = _backed_up(path, original, now)
        confirm()
        _rename(temporary, path)
        done = True
    except OSError as error:
        raise os_failure(error, path) from error
    finally:
        if not done:
            _discard(temporary)
            _discard(backup)
    with suppress(OSError):
        _sync_folder(path.parent)
        _prune(backup.parent, path)
    return backup


def _written(folder: Path, chunks: Iterable[bytes], like: Path) -> Path:
    """A new temporary file on disk with the permissions of `like`."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
    temporary = Path(name)
    complete = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        _copy_rights(like, temporary)
        complete = True
    finally:
        if not complete:
            _discard(temporary)
    return temporary


def _copy_rights(like: Path, temporary: Path) -> None:
    shutil.copymode(like, temporary)
    if hasattr(os, "chown"):
        owner = like.stat()
        with suppress(OSError):  # only root may give a file away
            os.chown(temporary, owner.st_uid, owner.st_gid)


def _backed_up(path: Path, original: bytes, now: datetime) -> Path:
    folder = path.parent / words.BACKUP_FOLDER
    folder.mkdir(exist_ok=True)
    temporary = _written(folder, [original], path)
    try:
        stamp = f"{path.stem} {now:%Y%m%d-%H%M%S}"
        count = 1
        while True:
            target = folder / f"{stamp}{f'-{count}' if count > 1 else ''}{path.suffix}"
            if _published(temporary, target):
                break
            count += 1
    finally:
        _discard(temporary)
    with suppress(OSError):
        _sync_folder(folder)
    return target


def _published(temporary: Path, target: Path) -> bool:
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


def _rename(temporary: Path, path: Path) -> None:
    for delay in RETRY_DELAYS:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(delay)
        else:
            return
    try:
        temporary.replace(path)
    except PermissionError as error:
        raise held(path) from error


def _prune(folder: Path, path: Path) -> None:
    """Keep the newest backups of this workbook."""
    pattern = re.compile(
        rf"{re.escape(path.stem)} (\d{{8}}-\d{{6}})(?:-(\d+))?{re.escape(path.suffix)}", re.IGNORECASE
    )
    dated = []
    for item in folder.iterdir():
        match = pattern.fullmatch(item.name)
        if match:
            dated.append(((match[1], int(match[2] or 1)), item))
    for _, item in sorted(dated)[:-KEPT_BACKUPS]:
        item.unlink()


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what a killed process left behind long ago."""
    limit = (now - _STALE).timestamp()
    for place in (folder, folder / words.BACKUP_FOLDER):
        for item in place.glob(f"{_PREFIX}*{_SUFFIX}"):
            with suppress(OSError):
                if item.stat().st_mtime < limit:
                    item.unlink()


def _discard(path: Path | None) -> None:
    if path is not None:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
