"""What Excel answers when it will not: the codes of COM, known without pywin32."""

from collections.abc import Callable
from pathlib import Path

from pinzhi_xl.workbook.live_errors import BackupFailed, ExcelBusy, ExcelFailure, WritingRefused

BUSY = frozenset(
    {
        -2147418111,  # RPC_E_CALL_REJECTED: a dialog is open
        -2147417846,  # RPC_E_SERVERCALL_RETRYLATER
        -2146777998,  # VBA_E_IGNORE: a cell is being edited
    }
)


_BUSY_ERROR = "ExcelBusyError"
"""What xlwings raises when Excel does not even tell its attributes."""

UNTOUCHED = (BackupFailed, WritingRefused)
"""Refusals after which the workbook is as it was: the reason may be told in their place."""


def is_com_error(error: BaseException) -> bool:
    """True for what Excel itself answered; known by name, because pywin32 is there on Windows only."""
    return type(error).__name__ in {"com_error", _BUSY_ERROR}


def translated(error: BaseException, log: Callable[[BaseException], Path]) -> BaseException:
    """The error with a sentence of its own where it is Excel that refused and nothing was changed."""
    answer = error.__cause__ if isinstance(error, UNTOUCHED) else error
    if answer is None or not is_com_error(answer):
        return error
    if type(answer).__name__ == _BUSY_ERROR or _codes(answer) & BUSY:
        return ExcelBusy()
    return ExcelFailure(path=log(answer)) if answer is error else error


def _codes(error: BaseException) -> set[object]:
    """The result code, and the one inside the details that Excel gave."""
    details = getattr(error, "excepinfo", None) or ()
    return {getattr(error, "hresult", None), *(item for item in details if isinstance(item, int))}
