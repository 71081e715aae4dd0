"""新建总表: a master of its own identity, empty or with a sample month."""

import uuid
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.month import Month
from pinzhi_xl.wording import tasks as words


class FileExists(PinzhiError):
    """A master is never built over an existing file."""

    sentence = words.FILE_EXISTS


class FileSuffix(PinzhiError):
    """A master is an .xlsx workbook."""

    sentence = words.FILE_SUFFIX


def new_master(path: Path, sample: Month | None = None, identity: str = "", *, wrong_row: bool = False) -> Path:
    """Build a master at `path` with a new UUID (or `identity`, for the demo); refuses to replace anything."""
    from pinzhi_xl.documents.store import write_paper
    from pinzhi_xl.sample import sample_contents
    from pinzhi_xl.workbook.build import build_master
    from pinzhi_xl.workbook.defaults import default_contents

    check_free(path)
    contents = default_contents()
    if sample is not None:
        contents = sample_contents(sample, contents, wrong_row=wrong_row)
    write_paper(path, build_master(contents, identity or str(uuid.uuid4())))
    return path


def check_free(path: Path) -> None:
    """Refuse what is no name of a workbook, and what would replace a file."""
    if path.suffix.lower() != ".xlsx":
        raise FileSuffix(name=path.name)
    if path.exists():
        raise FileExists(path=path)
