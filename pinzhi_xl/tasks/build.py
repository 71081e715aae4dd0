"""pinzhi build: the master, the add-in and the Word templates that travel with the program, built anew."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import machine as words

WORKBOOKS = "workbooks"
WORD_TEMPLATES = "word_templates"


class OverMaster(PinzhiError):
    """A workbook with somebody's data stands where the blank master would go."""

    sentence = words.OVER_A_MASTER


@dataclass(frozen=True)
class Built:
    """One file, and whether it was written: False when the very same bytes were there."""

    path: Path
    written: bool


def build_all(folder: Path) -> list[Built]:
    """Build everything below `folder`; two builds are the same bytes. Nothing is written unless all can be built.

    Raises AddinError when the pinned xlwings is not installed, `OverMaster` rather than replace a user's master.
    """
    from pinzhi_xl.documents.store import write_paper

    files = dict(_files(folder.absolute()))
    return [Built(path, write_paper(path, content)) for path, content in files.items()]


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    from pinzhi_xl.addin import build_addin
    from pinzhi_xl.documents.design import BUILDERS
    from pinzhi_xl.sheets import TEMPLATE_IDENTITY
    from pinzhi_xl.wording import addin, master
    from pinzhi_xl.workbook.build import build_master
    from pinzhi_xl.workbook.defaults import default_contents

    path = folder / WORKBOOKS / master.FILE_NAME
    _refuse_masters(path)
    yield path, build_master(default_contents(), TEMPLATE_IDENTITY)
    yield folder / WORKBOOKS / addin.FILE_NAME, build_addin()
    for name, build in BUILDERS.items():
        yield folder / WORD_TEMPLATES / name, build()


def _refuse_masters(path: Path) -> None:
    """Refuse a sound workbook that is not the blank master; a damaged one may be replaced."""
    from pinzhi_xl.sheets import TEMPLATE_IDENTITY
    from pinzhi_xl.workbook.preflight import NotAMaster, WorkbookDamaged, master_identity

    with suppress(OSError, WorkbookDamaged):
        try:
            identity = master_identity(path)
        except NotAMaster as error:
            raise OverMaster(path=path) from error
        if identity != TEMPLATE_IDENTITY:
            raise OverMaster(path=path)
