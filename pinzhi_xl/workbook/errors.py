"""Operations on a workbook file that failed as a whole.

PinzhiError
└── WorkbookError
    ├── FileError        missing, folder, kind, encrypted, damaged, held, changed, read-only, disk full …
    └── SheetError       sheet or column missing, key changed, merged cell, totals row …
"""

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import workbook as words


class WorkbookError(PinzhiError):
    """Something about a workbook that stops the operation."""


class FileError(WorkbookError):
    """The file as a whole cannot be read or written."""


class FileMissing(FileError):
    """There is no such file."""

    sentence = words.FILE_MISSING


class FileIsFolder(FileError):
    """The path names a folder."""

    sentence = words.FILE_IS_FOLDER


class FileKindWrong(FileError):
    """The name does not end in .xlsx or .xlsm."""

    sentence = words.FILE_KIND


class FileOldFormat(FileError):
    """A binary .xls workbook, whatever its name."""

    sentence = words.FILE_OLD_FORMAT


class FileEncrypted(FileError):
    """The workbook has a password to open."""

    sentence = words.FILE_ENCRYPTED


class FileDamaged(FileError):
    """The zip package or one of its parts cannot be read."""

    sentence = words.FILE_DAMAGED


class FileHeld(FileError):
    """Somebody has the workbook open."""

    sentence = words.FILE_HELD


class FileChanged(FileError):
    """The file is no longer the one that was read."""

    sentence = words.FILE_CHANGED


class FileReadOnly(FileError):
    """The file itself is marked read-only."""

    sentence = words.FILE_READ_ONLY


class FileUnreadable(FileError):
    """The user may not read the file."""

    sentence = words.FILE_UNREADABLE


class FolderReadOnly(FileError):
    """The folder takes no new files."""

    sentence = words.FOLDER_READ_ONLY


class DiskFull(FileError):
    """No space or quota left."""

    sentence = words.DISK_FULL


class FileFailure(FileError):
    """Any other failure of the operating system."""

    sentence = words.FILE_FAILURE


class ProofFailed(FileError):
    """The written file did not read back as it should; it was thrown away."""

    sentence = words.PROOF_FAILED


class SheetError(WorkbookError):
    """One sheet cannot be changed as asked."""


class SheetMissing(SheetError):
    """The workbook has no sheet of that name."""

    sentence = words.SHEET_MISSING


class ColumnMissing(SheetError):
    """The layout has no column of that label."""

    sentence = words.COLUMN_MISSING


class SheetUnreadable(SheetError):
    """The sheet's XML is too irregular to be changed safely."""

    sentence = words.SHEET_UNREADABLE


class KeyChanged(SheetError):
    """A row no longer carries the key it was read with."""

    sentence = words.KEY_CHANGED


class CellMerged(SheetError):
    """A cell to be written is part of a merged range."""

    sentence = words.CELL_MERGED


class CellArrayFormula(SheetError):
    """A cell to be written holds a formula over several cells."""

    sentence = words.CELL_ARRAY_FORMULA


class TextTooLong(SheetError):
    """A text exceeds what a cell can hold."""

    sentence = words.TEXT_TOO_LONG


class ValueNotFinite(SheetError):
    """A number is NaN or infinite."""

    sentence = words.VALUE_NOT_FINITE


class RowOutOfRange(SheetError):
    """The sheet has no more rows."""

    sentence = words.ROW_OUT_OF_RANGE


class TotalsRow(SheetError):
    """The table has a totals row, below which nothing may be appended."""

    sentence = words.TOTALS_ROW


class TableOverlap(SheetError):
    """The table would grow into another table."""

    sentence = words.TABLE_OVERLAP
