"""What can stop the register as a whole, each error with its sentence.

PinzhiError
└── RegisterError
    ├── RegisterDamaged · RegisterBehind · RegisterForked          the record itself cannot be trusted
    ├── RegisterFull · RegisterForbidden · RegisterNotAFolder · RegisterUnreachable    the folder fails
    ├── RegisterMissing · RegisterSynchronised · RegisterUrlUnsupported                the place is wrong
    └── NumberUnknown · NumberVoid · BlankGone · ContentUnusable   the request is wrong
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import register as wording


class RegisterError(PinzhiError):
    """Anything that keeps the register from giving or confirming a number."""


class RegisterDamaged(RegisterError):
    """An entry was edited, deleted, exchanged or torn; nothing is issued on top of it."""

    sentence = wording.DAMAGED


class RegisterBehind(RegisterError):
    """An anchor outside names a number that the journal does not have."""

    sentence = wording.BEHIND


class RegisterForked(RegisterError):
    """An anchor outside names another hash for a number that the journal has."""

    sentence = wording.FORKED


class RegisterFull(RegisterError):
    """No space or quota left."""

    sentence = wording.FULL


class RegisterForbidden(RegisterError):
    """The folder may not be read or written."""

    sentence = wording.FORBIDDEN


class RegisterNotAFolder(RegisterError):
    """A file lies where the folder should be."""

    sentence = wording.NOT_A_FOLDER


class RegisterUnreachable(RegisterError):
    """Any other failure of the disk or the network."""

    sentence = wording.UNREACHABLE


class RegisterMissing(RegisterError):
    """The place that was set does not exist, as when a share is not connected."""

    sentence = wording.MISSING_FOLDER


class RegisterSynchronised(RegisterError):
    """The folder belongs to a synchronising program, which cannot publish exclusively."""

    sentence = wording.SYNCHRONISED


class RegisterUrlUnsupported(RegisterError):
    """The setting is a URL; this version keeps registers in folders only."""

    sentence = wording.URL_UNSUPPORTED


class NumberUnknown(RegisterError):
    """A number that was never issued."""

    sentence = wording.UNKNOWN_NUMBER


class NumberVoid(RegisterError):
    """A number was declared 作废, possibly this very moment on another computer: it has no next edition."""

    sentence = wording.NUMBER_VOID


class BlankGone(RegisterError):
    """The blank that a paper is to fill is void, or was filled with another paper."""

    sentence = wording.BLANK_GONE


class ContentUnusable(RegisterError):
    """A value that UTF-8 cannot hold (a lone surrogate)."""

    sentence = wording.UNUSABLE_CONTENT


_BY_ERRNO: dict[int, type[RegisterError]] = {
    errno.ENOSPC: RegisterFull,
    errno.EDQUOT: RegisterFull,
    errno.EACCES: RegisterForbidden,
    errno.EPERM: RegisterForbidden,
    errno.EROFS: RegisterForbidden,
    errno.ENOTDIR: RegisterNotAFolder,
    errno.EEXIST: RegisterNotAFolder,
}


@contextmanager
def guarded(folder: Path) -> Iterator[None]:
    """Turn an OSError into the register's own sentence about `folder`."""
    try:
        yield
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0, RegisterUnreachable)
        raise kind(where=folder, detail=error.strerror or str(error)) from error
