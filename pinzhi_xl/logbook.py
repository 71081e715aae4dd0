"""Where failures are written down, for whoever has to find out what happened."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path


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
