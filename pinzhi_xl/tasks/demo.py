"""示例: a sample month from the empty workbook to numbered notices, in a folder of its own."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pinzhi_xl.month import Month
from pinzhi_xl.tasks.check import Checked, check_master
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.month_end import MonthEnd, Wanted, close_month
from pinzhi_xl.tasks.new import new_master
from pinzhi_xl.tasks.refusals import Refusals, show_refusals
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.port import ClosedFile

DEMO_MONTH = Month(2014, 8)
DEMO_DAY = date(2014, 8, 29)


@dataclass(frozen=True)
class Demo:
    """What the demo made: its folder, the month's outcome, the check of planted errors, and all refusals."""

    folder: Path
    master: Path
    month_end: MonthEnd
    wrong_master: Path
    wrong: Checked
    refusals: Refusals


def run_demo(folder: Path, month: Month, run: Run, say: Callable[[str], None]) -> Demo:
    """Build (or take up again) the sample masters in `folder` and close their month.

    The register lies in `folder`; nothing outside it is read or written.
    """
    from pinzhi_xl.sample import sample_identity
    from pinzhi_xl.sample.refusals import refusal_identity

    folder = folder.absolute()
    master, wrong = folder / words.DEMO_MASTER, folder / words.DEMO_WRONG
    identity = sample_identity(month)
    other = str(uuid.uuid5(uuid.UUID(identity), wrong.name))
    for path, uid, planted in ((master, identity, False), (wrong, other, True)):
        if not path.exists():
            say(words.BUILDING.format(name=path.name))
            new_master(path, month, uid, wrong_row=planted)
    places = Places(register=str(folder / words.REGISTER_FOLDER), output=folder / words.OUTPUT_FOLDER)
    outcome = close_month([master], Wanted(month, places), run)
    checked = check_master(ClosedFile(wrong, run.now), run)
    refusals = show_refusals(folder, refusal_identity(identity), month, replace(run, as_of=DEMO_DAY))
    return Demo(folder, master, outcome, wrong, checked, refusals)
