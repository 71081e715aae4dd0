"""What to tell the user of a failure, wherever it happened; unforeseen ones go to the log as well."""

import errno

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.logbook import log
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
