"""What stops an operation on a workbook that is open in Excel, beside what stops one on a closed file."""

from pinzhi_xl.wording import live as words
from pinzhi_xl.workbook.errors import SheetError, WorkbookError


class LiveError(WorkbookError):
    """Something about the open workbook, or about Excel, that stops the operation."""


class NothingOpen(LiveError):
    """No workbook is open, or the one that called cannot be found."""

    sentence = words.NOTHING_OPEN


class NeverSaved(LiveError):
    """The open workbook has no file yet: register, papers and backups need to know where it lies."""

    sentence = words.NEVER_SAVED


class InTheCloud(LiveError):
    """Excel gives an internet address for the workbook, not a folder."""

    sentence = words.IN_THE_CLOUD


class OpenReadOnly(LiveError):
    """The workbook was opened read-only: nothing written could be saved."""

    sentence = words.OPEN_READ_ONLY


class SheetProtected(LiveError, SheetError):
    """A sheet that has to be written is protected."""

    sentence = words.SHEET_PROTECTED


class NotTaken(LiveError):
    """A cell does not hold what was put into it; everything written was taken back."""

    sentence = words.NOT_TAKEN


class OpenChanged(LiveError):
    """A sheet is no longer as it was read."""

    sentence = words.OPEN_CHANGED


class BackupFailed(LiveError):
    """No copy could be kept before writing."""

    sentence = words.BACKUP_FAILED


class WritingRefused(LiveError):
    """Excel would not take a block; everything written before was taken back."""

    sentence = words.WRITING_REFUSED


class TakingBackFailed(LiveError):
    """Neither could everything be written nor what was written be taken back."""

    sentence = words.TAKING_BACK_FAILED


class SavingFailed(LiveError):
    """The work is done and stands in the open workbook, but Excel could not save it."""

    sentence = words.SAVING_FAILED


class ExcelBusy(LiveError):
    """Excel is in edit mode, or a dialog is open: it answers nobody."""

    sentence = words.EXCEL_BUSY


class ExcelFailure(LiveError):
    """Any other refusal of Excel; the log has what it said."""

    sentence = words.EXCEL_FAILURE


class NotExcel(LiveError):
    """Another program answers in Excel's place."""

    sentence = words.NOT_EXCEL
