"""What can stop a paper as a whole.

PinzhiError
├── TemplateError: TemplateMissing · TemplateUnreadable · TemplateDamaged · TemplateSyntax ·
│                  TemplateUnsafe · UnknownField
├── ValueTooLong · PaperIncomplete
└── PaperNotWritten: PaperOpen · PaperOwned · FolderDenied · NotAFolder · DiskFull · PathTooLong · WriteFailed
"""

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import documents as wording


class TemplateError(PinzhiError):
    """A Word template cannot be used; restoring it always helps."""


class TemplateMissing(TemplateError):
    """No folder holds the template."""

    sentence = wording.TEMPLATE_MISSING


class TemplateUnreadable(TemplateError):
    """The operating system refuses to read the template."""

    sentence = wording.TEMPLATE_UNREADABLE


class TemplateDamaged(TemplateError):
    """The template is no sound .docx file."""

    sentence = wording.TEMPLATE_DAMAGED


class TemplateSyntax(TemplateError):
    """A tag of the template is written wrongly."""

    sentence = wording.TEMPLATE_SYNTAX


class TemplateUnsafe(TemplateError):
    """The template asks for more than fields, conditions, loops and plain filters."""

    sentence = wording.TEMPLATE_UNSAFE


class UnknownField(TemplateError):
    """The template names a field that is not on offer."""

    sentence = wording.UNKNOWN_FIELD


class ValueTooLong(PinzhiError):
    """A value is larger than any paper can hold."""

    sentence = wording.VALUE_TOO_LONG


class PaperIncomplete(PinzhiError):
    """The paper, read again, lacks a value or a fixed clause."""

    sentence = wording.PAPER_INCOMPLETE


class PaperNotWritten(PinzhiError):
    """A paper could not be saved; what was there before is untouched."""


class PaperOpen(PaperNotWritten):
    """The file is held by another program."""

    sentence = wording.PAPER_OPEN


class PaperOwned(PaperNotWritten):
    """An owner file beside the paper says that it is open."""

    sentence = wording.PAPER_OWNED


class FolderDenied(PaperNotWritten):
    """The folder may not be written."""

    sentence = wording.FOLDER_DENIED


class NotAFolder(PaperNotWritten):
    """A file stands where a folder is needed."""

    sentence = wording.NOT_A_FOLDER


class DiskFull(PaperNotWritten):
    """No room left on the disk or in the quota."""

    sentence = wording.DISK_FULL


class PathTooLong(PaperNotWritten):
    """The path is longer than the system allows."""

    sentence = wording.PATH_TOO_LONG


class WriteFailed(PaperNotWritten):
    """Any other refusal of the system."""

    sentence = wording.WRITE_FAILED
