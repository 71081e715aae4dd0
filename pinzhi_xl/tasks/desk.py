"""Where numbers come from and papers go to: options of the call first, then 参数, then beside the master."""

from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.register.locate import open_register
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.wording import tasks as words


class FolderMissing(PinzhiError):
    """A folder that a setting or an option names is not there."""

    sentence = words.FOLDER_MISSING


@dataclass(frozen=True)
class Places:
    """What the call itself says; None leaves it to 参数 and the defaults."""

    register: str | None = None
    output: Path | None = None


@dataclass(frozen=True)
class Desk:
    """The register, the output folder and the department's own templates, if any."""

    register: Journal
    output: Path
    templates: Path | None = None


def desk_for(master: Path, settings: Settings, places: Places) -> Desk:
    """The desk of one master; nothing is made yet."""
    beside = master.absolute().parent
    output = places.output or beside / (settings.output or words.OUTPUT_FOLDER)
    templates = beside / settings.templates if settings.templates else None
    if templates is not None and not templates.is_dir():
        raise FolderMissing(folder=templates)
    register = open_register(places.register or settings.register or None, master)
    return Desk(register, output.absolute(), templates)
