"""The computer as setup and doctor see it. Everything is given, so that what Windows does is tested anywhere.

What is read from the registry and the font folders of Windows follows Microsoft's documents; none of it was seen
on a real Windows.
"""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

WINDOWS = "win32"
UNUSABLE = "'%^&=\";"
"""What xlwings cannot take in the path of a workbook or an interpreter; the VBA callback has the same."""

_STORE = "windowsapps"
_SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class Machine:
    """`system` is sys.platform's word; `base` is where the interpreter was installed, whatever the venv.

    `fonts` gives family or file names in small letters, None when they cannot be known. `server` gives the
    command that starts a COM program such as ``Excel.Application``, empty when there is none.
    """

    system: str
    environment: Mapping[str, str]
    executable: Path
    base: Path
    logs: Path
    fonts: Callable[["Machine"], frozenset[str] | None]
    server: Callable[[str], str]

    @property
    def is_windows(self) -> bool:
        """Where Excel can have the add-in."""
        return self.system == WINDOWS

    @property
    def interpreter(self) -> Path:
        """What the buttons start: python.exe, also where pythonw.exe runs this."""
        console = self.executable.with_name("python.exe")
        if self.executable.name.casefold() == "pythonw.exe" and console.is_file():
            return console
        return self.executable

    @property
    def is_store_python(self) -> bool:
        """Python of the Microsoft Store writes into a private copy of AppData (Python's own manual)."""
        steps = str(self.base).replace("\\", "/").casefold().split("/")
        return self.is_windows and _STORE in steps


def this_machine() -> Machine:
    """The computer that runs this."""
    from pinzhi_xl.logbook import log_file

    return Machine(
        system=sys.platform,
        environment=os.environ,
        executable=Path(sys.executable),
        base=Path(sys.base_prefix),
        logs=log_file().parent,
        fonts=fonts_of,
        server=com_server,
    )


def unusable_in(path: Path) -> str:
    """The characters of `path` that buttons cannot take, in order, a blank between them."""
    return " ".join(dict.fromkeys(character for character in str(path) if character in UNUSABLE))


def fonts_of(machine: Machine) -> frozenset[str] | None:
    """File names in the font folders of Windows and of the user; elsewhere the families that fontconfig knows."""
    if machine.is_windows:
        roots = ((machine.environment.get(name), below) for name, below in _FONT_FOLDERS)
        folders = [Path(root, *below) for root, below in roots if root]
        files = (file for folder in folders if folder.is_dir() for file in folder.iterdir())
        return frozenset(file.name.casefold() for file in files)
    try:
        listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, check=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return None
    lines = listed.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip().casefold() for line in lines for name in line.split(","))


_FONT_FOLDERS = (("WINDIR", ("Fonts",)), ("LOCALAPPDATA", ("Microsoft", "Windows", "Fonts")))


def com_server(program: str) -> str:
    """The command that Windows' registry names for `program`; empty where there is none, or no registry."""
    try:
        winreg = importlib.import_module("winreg")
    except ImportError:
        return ""
    with suppress(OSError):
        identity = winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{program}\CLSID")
        for classes in ("CLSID", r"WOW6432Node\CLSID"):
            with suppress(OSError):
                return str(winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{classes}\{identity}\LocalServer32"))
    return ""
