"""What Excel answers when it will not: the codes of COM, known without pywin32."""

from collections.abc import Callable
from pathlib import Path

from pinzhi_xl.workbook.live_errors import ExcelBusy, ExcelFailure

BUSY = frozenset(
    {
        -2147418111,  # RPC_E_CALL_REJECTED: a dialog is open
        -2147417846,  # RPC_E_SERVERCALL_RETRYLATER
        -2146777998,  # VBA_E_IGNORE: a cell is being edited
    }
)


def is_com_error(error: BaseException) -> bool:
    """True for what Excel itself answered; known by name, because pywin32 is there on Windows only."""
    return type(error).__name__ == "com_error"


def translated(error: BaseException, log: Callable[[BaseException], Path]) -> BaseException:
    """The error with a sentence of its own where it is Excel that refused, be it as a cause."""
    cause: BaseException | None = error
    while cause is not None and not is_com_error(cause):
        cause = cause.__cause__
    if cause is None:
        return error
    if _codes(cause) & BUSY:
        return ExcelBusy()
    return ExcelFailure(path=log(cause)) if cause is error else error


def _codes(error: BaseException) -> set[object]:
    """The result code, and the one inside the details that Excel gave."""
    details = getattr(error, "excepinfo", None) or ()
    return {getattr(error, "hresult", None), *(item for item in details if isinstance(item, int))}
