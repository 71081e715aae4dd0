"""Which folder is the register."""

import re
from pathlib import Path

from pinzhi_xl.register.errors import (
    RegisterMissing,
    RegisterNotAFolder,
    RegisterSynchronised,
    RegisterUrlUnsupported,
    guarded,
)
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.wording import register as wording

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SUFFIX = re.compile(r"\s*[-(（].*|\s*")


def open_register(setting: str | None, master: Path) -> Journal:
    """The register that the setting names (relative to the master's folder), else 登记 beside the master.

    Nothing is made or written. A RegisterError with its sentence when the place cannot be a register.
    """
    wish = (setting or "").strip()
    if _URL.match(wish):
        raise RegisterUrlUnsupported(setting=_without_password(wish))
    beside = master.absolute().parent
    folder = beside / Path(wish).expanduser() if wish else beside / wording.DEFAULT_FOLDER
    with guarded(folder):
        if client := synchroniser_of(folder):
            raise RegisterSynchronised(where=folder, client=client)
        if folder.exists() and not folder.is_dir():
            raise RegisterNotAFolder(where=folder)
        if not folder.parent.is_dir():
            raise RegisterMissing(where=folder)
    return Journal(folder)


def synchroniser_of(folder: Path) -> str | None:
    """The program that synchronises `folder` (by the names and marker files on its path), or None."""
    for path in dict.fromkeys((folder, folder.resolve())):
        for step in (path, *path.parents):
            if client := _client_named(step.name) or _client_marking(step):
                return client
    return None


def _client_named(name: str) -> str | None:
    """The client whose folders are called so: ``OneDrive``, ``OneDrive - 公司``, ``Dropbox (Personal)``."""
    for client, names in wording.SYNC_FOLDERS.items():
        for known in names:
            if name.casefold().startswith(known.casefold()) and _SUFFIX.fullmatch(name[len(known) :]):
                return client
    return None


def _client_marking(folder: Path) -> str | None:
    """The client that left its marker in `folder`."""
    return next((client for name, client in wording.SYNC_MARKERS.items() if (folder / name).exists()), None)


def _without_password(url: str) -> str:
    """The URL as it may be shown."""
    return re.sub(r"://[^/@\s]*@", "://…@", url)
