"""The checks of one master: the file, where it lies, its register and the department's own templates."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.tasks.checked import Check, State, Verdict
from pinzhi_xl.tasks.doctor_machine import takes_files, template_flaw
from pinzhi_xl.tasks.machine import unusable_in
from pinzhi_xl.tasks.run import TemplateMaster
from pinzhi_xl.wording import machine as words


def master_checks(path: Path, *, in_excel: bool) -> Iterator[tuple[str, Check]]:
    """The checks; what depends on the master's own settings only when it can be read."""
    book, reason = _book(path)
    yield words.MASTER, partial(_readable, path, book, reason)
    yield words.MASTER_PATH, partial(_named_well, path)
    if path.is_file():
        yield words.FOLDER, partial(_writable, path)
        yield words.HOLDER, partial(_free, path, in_excel)
    if book is not None and book.identity != TEMPLATE_IDENTITY:
        yield words.REGISTER, partial(_register, path, book.settings)
        yield words.OWN_TEMPLATES, partial(_own_templates, path, book.settings)


def _book(path: Path) -> tuple[Book | None, str]:
    """The master, or why it cannot be read."""
    from pinzhi_xl.workbook.holding import check_readable, os_failure
    from pinzhi_xl.workbook.read import read_book

    try:
        check_readable(path)
        return read_book(path), ""
    except PinzhiError as error:
        return None, str(error)
    except OSError as error:
        return None, str(os_failure(error, path))


def _readable(path: Path, book: Book | None, reason: str) -> Verdict:
    """It is a master of its own; its problems are counted, not listed."""
    if book is None:
        return Verdict(State.ACT, reason)
    if book.identity == TEMPLATE_IDENTITY:
        return Verdict(State.ACT, str(TemplateMaster(name=path.name)))
    errors = sum(problem.is_error for problem in book.problems)
    if not book.problems:
        return Verdict(State.FINE, words.MASTER_FINE.format(name=path.name))
    said = words.MASTER_PROBLEMS.format(name=path.name, errors=errors, reminders=len(book.problems) - errors)
    return Verdict(State.NOTE, said, words.MASTER_PROBLEMS_FIX)


def _named_well(path: Path) -> Verdict:
    """Buttons cannot take every path."""
    found = unusable_in(path)
    if not found:
        return Verdict(State.FINE, words.MASTER_PATH_FINE)
    return Verdict(State.ACT, words.MASTER_PATH_BAD.format(path=path, found=found), words.MASTER_PATH_FIX)


def _writable(path: Path) -> Verdict:
    """Backups, papers and the register go into the folder; results into the file."""
    import os
    import stat

    if not takes_files(path.parent):
        return Verdict(State.ACT, words.FOLDER_BAD.format(folder=path.parent), words.FOLDER_FIX)
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        return Verdict(State.ACT, words.FILE_READ_ONLY.format(name=path.name), words.FILE_READ_ONLY_FIX)
    return Verdict(State.FINE, words.FOLDER_FINE)


def _free(path: Path, in_excel: bool) -> Verdict:
    """Nobody has it open, and nobody has left an owner file: on Windows the two can be told apart."""
    from pinzhi_xl.workbook.errors import FileHeld
    from pinzhi_xl.workbook.holding import check_not_held

    if in_excel:
        return Verdict(State.FINE, words.HOLDER_OPEN)
    owners = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    owner = next((owner.name for owner in owners if owner.exists()), "")
    try:
        check_not_held(path)
    except FileHeld as error:
        return Verdict(State.NOTE, str(error), words.HOLDER_FIX.format(owner=owner) if owner else "")
    if owner:
        fix = words.HOLDER_LEFT_FIX.format(owner=owner)
        return Verdict(State.NOTE, words.HOLDER_LEFT.format(owner=owner), fix)
    return Verdict(State.FINE, words.HOLDER_FINE)


def _register(path: Path, settings: Settings) -> Verdict:
    """The place can be a register, and every entry verifies."""
    from pinzhi_xl.register.locate import open_register

    journal = open_register(settings.register or None, path)
    if not journal.root.is_dir():
        return Verdict(State.FINE, words.REGISTER_NONE.format(folder=journal.root))
    flaws = journal.verify()
    if flaws:
        said = words.REGISTER_FLAWED.format(folder=journal.root, count=len(flaws), first=flaws[0].sentence)
        return Verdict(State.ACT, said, words.REGISTER_FIX)
    count = len(journal.entries())
    return Verdict(State.FINE, words.REGISTER_FINE.format(folder=journal.root, count=count))


def _own_templates(path: Path, settings: Settings) -> Verdict | None:
    """The department's own templates, where it has a folder of them."""
    from pinzhi_xl.documents.design import BUILDERS

    if not settings.templates:
        return None
    folder = path.parent / settings.templates
    if not folder.is_dir():
        said = words.OWN_TEMPLATES_LACKING.format(folder=folder)
        return Verdict(State.ACT, said, words.OWN_TEMPLATES_FIX)
    own = [name for name in BUILDERS if (folder / name).is_file()]
    flaws = [flaw for name in own if (flaw := template_flaw(name, folder))]
    if flaws:
        said = words.OWN_TEMPLATES_BAD.format(folder=folder, count=len(flaws), first=flaws[0])
        return Verdict(State.ACT, said, words.OWN_TEMPLATE_FIX)
    return Verdict(State.FINE, words.OWN_TEMPLATES_FINE.format(folder=folder, count=len(own)))
