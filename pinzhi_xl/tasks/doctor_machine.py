"""The checks of the computer and of the program itself.

Those that matter on Windows only were tested with made-up answers of Windows, never on a real one.
"""

import platform
import re
import struct
from html import unescape
from pathlib import Path

from pinzhi_xl import __version__
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.tasks.checked import State, Verdict
from pinzhi_xl.tasks.machine import Machine, unusable_in
from pinzhi_xl.tasks.setup import OnlyWindows, StorePython, addin_path
from pinzhi_xl.wording import machine as words

EXCEL = "Excel.Application"
_WPS = ("wps", "kingsoft", "et.exe")
_NAMED = re.compile(rb"<t[^>]*>INTERPRETER_WIN</t></is></c><c\b[^>]*><is><t[^>]*>([^<]*)</t>")


def program() -> Verdict:
    """Versions of the program and of Python."""
    bits = 8 * struct.calcsize("P")
    said = words.PROGRAM_FINE.format(version=__version__, python=platform.python_version(), bits=bits)
    return Verdict(State.FINE, said)


def xlwings(machine: Machine) -> Verdict:
    """The package that the buttons need, in the version that the add-in embeds."""
    from importlib.metadata import PackageNotFoundError, version

    from pinzhi_xl.addin import XLWINGS_VERSION

    try:
        found = version("xlwings")
    except PackageNotFoundError:
        found = ""
    if found == XLWINGS_VERSION:
        return Verdict(State.FINE, words.XLWINGS_FINE.format(version=found))
    differs = words.XLWINGS_DIFFERS.format(found=found, wanted=XLWINGS_VERSION)
    message = differs if found else words.XLWINGS_LACKING
    if machine.is_windows:
        return Verdict(State.ACT, message, words.XLWINGS_FIX.format(wanted=XLWINGS_VERSION))
    return Verdict(State.NOTE, message, words.XLWINGS_ELSEWHERE)


def interpreter(machine: Machine) -> Verdict:
    """Whether buttons can start this Python, and whether what it installs is seen by others."""
    path = machine.interpreter
    if machine.is_store_python:
        return Verdict(State.ACT, str(StorePython(base=machine.base)))
    found = unusable_in(path)
    if not found:
        return Verdict(State.FINE, words.INTERPRETER_FINE.format(path=path))
    state = State.ACT if machine.is_windows else State.NOTE
    return Verdict(state, words.INTERPRETER_BAD.format(path=path, found=found), words.INTERPRETER_FIX)


def addin(machine: Machine, to: Path | None) -> Verdict:
    """The add-in in its place, built by this version for this interpreter."""
    try:
        path = addin_path(machine, to)
    except OnlyWindows:
        return Verdict(State.FINE, words.ADDIN_NOT_HERE)
    option = "" if to is None else words.ADDIN_OPTION.format(folder=to)
    fix = words.ADDIN_FIX.format(option=option)
    if not path.is_file():
        wanted = to is not None or bool(machine.server(EXCEL))
        return Verdict(State.ACT if wanted else State.NOTE, words.ADDIN_LACKING.format(path=path), fix)
    flaw = _flaw_of(path, machine)
    return flaw._replace(fix=fix) if flaw else Verdict(State.FINE, words.ADDIN_FINE.format(path=path))


def _flaw_of(path: Path, machine: Machine) -> Verdict | None:
    """What is wrong with the add-in at `path`; compared part by part, for the packing may differ."""
    from zipfile import BadZipFile
    from zlib import error as BrokenStream  # noqa: N812 - a class under a function's name

    from pinzhi_xl.addin import build_addin
    from pinzhi_xl.archive import unpack

    try:
        parts = unpack(path.read_bytes())
    except (BadZipFile, BrokenStream, EOFError, NotImplementedError, RuntimeError, ValueError):
        return Verdict(State.ACT, words.ADDIN_DAMAGED.format(path=path))
    try:
        fresh = unpack(build_addin(str(machine.interpreter)))
    except PinzhiError as error:
        return Verdict(State.NOTE, words.ADDIN_UNCOMPARED.format(path=path, reason=error))
    if parts == fresh:
        return None
    other = _interpreter_in(parts)
    if other == _interpreter_in(fresh):
        return Verdict(State.ACT, words.ADDIN_OLD.format(path=path))
    said = words.ADDIN_OTHER.format(other=other or words.NO_PYTHON_NAMED, path=machine.interpreter)
    return Verdict(State.ACT, said)


def _interpreter_in(parts: dict[str, bytes]) -> str:
    """The Python that an add-in's settings name."""
    named = _NAMED.search(parts.get("xl/worksheets/sheet1.xml", b""))
    return unescape(named[1].decode("utf-8", "replace")) if named else ""


def excel(machine: Machine) -> Verdict | None:
    """Which program Windows starts for Excel; elsewhere there is nothing to say."""
    if not machine.is_windows:
        return None
    command = machine.server(EXCEL)
    if not command:
        return Verdict(State.NOTE, words.EXCEL_LACKING, words.EXCEL_LACKING_FIX)
    if any(sign in command.casefold() for sign in _WPS):
        return Verdict(State.NOTE, words.EXCEL_TAKEN.format(command=command), words.EXCEL_TAKEN_FIX)
    return Verdict(State.FINE, words.EXCEL_FINE)


def fonts(machine: Machine) -> Verdict:
    """The fonts of the papers and of the master, and what will stand in for a missing one."""
    present = machine.fonts(machine)
    if present is None:
        return Verdict(State.NOTE, words.FONTS_UNKNOWN, words.FONTS_FIX)
    found = [name for name, signs in words.FONT_SIGNS.items() if present.intersection(signs)]
    lacking = []
    for name, alternatives in words.FONT_ALTERNATIVES.items():
        if name not in found:
            other = next((other for other in alternatives if other in found), words.FONT_DEFAULT)
            lacking.append(words.FONT_REPLACED.format(name=name, other=other))
    if lacking:
        return Verdict(State.NOTE, words.FONTS_LACKING.format(names="、".join(lacking)), words.FONTS_FIX)
    return Verdict(State.FINE, words.FONTS_FINE.format(names="、".join(words.FONT_ALTERNATIVES)))


def templates() -> Verdict:
    """Every shipped template is there and can be made ready."""
    from pinzhi_xl.documents.design import BUILDERS

    flaws = [flaw for name in BUILDERS if (flaw := template_flaw(name))]
    if flaws:
        message = words.TEMPLATES_BAD.format(count=len(flaws), first=flaws[0])
        return Verdict(State.ACT, message, words.TEMPLATES_FIX)
    return Verdict(State.FINE, words.TEMPLATES_FINE.format(count=len(BUILDERS)))


def template_flaw(name: str, folder: Path | None = None) -> str:
    """What keeps a template from being used; empty when nothing does."""
    from pinzhi_xl.documents.compiled import compile_template
    from pinzhi_xl.documents.errors import TemplateUnreadable
    from pinzhi_xl.documents.templates import find_template

    try:
        path = find_template(name, folder)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise TemplateUnreadable(file=name, reason=error.strerror or str(error)) from error
        compile_template(name, content)
    except PinzhiError as error:
        return str(error)
    return ""


def logs(machine: Machine) -> Verdict:
    """Whether a failure can be written down."""
    if takes_files(machine.logs):
        return Verdict(State.FINE, words.LOGS_FINE.format(folder=machine.logs))
    return Verdict(State.NOTE, words.LOGS_BAD.format(folder=machine.logs), words.LOGS_FIX)


def takes_files(folder: Path) -> bool:
    """Whether a file can be made in `folder` (or in the folder above that is there): tried, not asked."""
    from tempfile import TemporaryFile

    there = next((step for step in (folder, *folder.parents) if step.exists()), folder)
    try:
        with TemporaryFile(dir=there):
            return True
    except OSError:
        return False
