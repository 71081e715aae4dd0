"""What to tell the user of a failure, wherever it happened; unforeseen ones go to the log as well."""

import errno
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording.workbook import ERRNO, ERRNO_OTHER


def sentence_of(error: BaseException) -> str:
    """One sentence for any exception: its own, one for the file system, or that of a bug with the log's path."""
    match error:
        case PinzhiError():
            return str(error)
        case KeyboardInterrupt():
            return words.INTERRUPTED
        case OSError():
            log(error)
            code = errno.errorcode.get(error.errno or 0, "")
            return words.FILE_TROUBLE.format(detail=ERRNO.get(code) or ERRNO_OTHER.format(code=code))
    return words.BUG.format(path=log(error))


def log_file() -> Path:
    """Where failures are written down."""
    return user_log_path("pinzhi_xl", appauthor=False) / "pinzhi.log"


def log(error: BaseException) -> Path:
    """Write the traceback to a rotating file; its path, ``-`` when nothing could be written."""
    path = log_file()
    logger = logging.getLogger("pinzhi_xl")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        return Path("-")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.error("%s", error, exc_info=error)
    logger.removeHandler(handler)
    handler.close()
    return path
