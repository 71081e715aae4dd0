"""pinzhi doctor: what of this computer, of the program and of one master is as it should be, and what to do."""

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.tasks import doctor_machine as on_machine
from pinzhi_xl.tasks.checked import Check, Checked, State
from pinzhi_xl.tasks.doctor_master import master_checks
from pinzhi_xl.tasks.machine import Machine, this_machine
from pinzhi_xl.wording import machine as words
from pinzhi_xl.wording.workbook import ERRNO, ERRNO_OTHER


def examine(
    master: Path | None = None,
    *,
    to: Path | None = None,
    machine: Machine | None = None,
    in_excel: bool = False,
) -> list[Checked]:
    """Check the computer and, where one is named, a master; nothing is changed and nothing raised.

    `to` is the folder that setup was given. `in_excel` says that the master is open in the Excel that asks.
    """
    machine = machine or this_machine()
    checks = _machine_checks(machine, to)
    found = [_run(name, check) for name, check in checks]
    if master is not None:
        found += [_run(name, check) for name, check in master_checks(master.absolute(), in_excel=in_excel)]
    return [checked for checked in found if checked is not None]


def _machine_checks(machine: Machine, to: Path | None) -> Iterator[tuple[str, Check]]:
    yield words.PROGRAM, on_machine.program
    yield words.XLWINGS, partial(on_machine.xlwings, machine)
    yield words.INTERPRETER, partial(on_machine.interpreter, machine)
    yield words.ADDIN, partial(on_machine.addin, machine, to)
    yield words.EXCEL, partial(on_machine.excel, machine)
    yield words.FONTS, partial(on_machine.fonts, machine)
    yield words.TEMPLATES, on_machine.templates
    yield words.LOGS, partial(on_machine.logs, machine)


def _run(name: str, check: Check) -> Checked | None:
    """One check; a failure of it is what it found."""
    try:
        verdict = check()
    except PinzhiError as error:
        return Checked(State.ACT, name, str(error))
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, "")
        detail = ERRNO.get(code) or ERRNO_OTHER.format(code=code)
        return Checked(State.NOTE, name, words.COULD_NOT.format(detail=detail), words.COULD_NOT_FIX)
    return Checked(verdict.state, name, verdict.message, verdict.fix) if verdict else None
