"""Puts a new file in an old one's place: all or nothing, with a dated backup of the old."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pinzhi_xl.workbook.backups import (
    back_up,
    copy_rights,
    discard,
    prune,
    sweep,
    sync_folder,
    write_through,
    written,
)
from pinzhi_xl.workbook.holding import held, os_failure

RETRY_DELAYS = (0.1, 0.2, 0.4, 0.8, 1.6)


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
        sweep(path.parent, now)
        temporary = written(path.parent, chunks, path)
        prove(temporary.read_bytes())
        backup = back_up(path, now, lambda copy: _copy(original, path, copy))
        confirm()
        _rename(temporary, path)
        done = True
    except OSError as error:
        raise os_failure(error, path) from error
    finally:
        if not done:
            discard(temporary)
            discard(backup)
    with suppress(OSError):
        sync_folder(path.parent)
        prune(path)
    return backup


def _copy(original: bytes, path: Path, copy: Path) -> None:
    write_through(copy, [original])
    copy_rights(path, copy)


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
