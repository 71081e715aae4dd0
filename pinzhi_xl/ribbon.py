"""What the VBA callback runs when a button is pressed: the one runner that owns every outcome.

xlwings starts a new interpreter for each click, so nothing is imported here that the click does not need.
"""

import sys
import time
from datetime import datetime
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import clicks as words
from pinzhi_xl.wording import live as live_words

SHOWN_PROBLEMS = 8
"""More than these do not fit into a box; the list in 校验结果 has them all."""


def dispatch(control: str) -> None:
    """Do what the button of this id stands for; never raises, for xlwings would show it in English."""
    program: Any = None
    try:
        from pinzhi_xl.workbook.live import calling_book
        from pinzhi_xl.workbook.live_program import Program

        book = calling_book()
        program = Program(book)
        press(control, program, datetime.now())
    except BaseException as error:  # noqa: BLE001 - the one runner: whatever it is becomes one sentence
        _tell(_sentence(error), program)


def press(control: str, program: Any, now: datetime) -> None:  # noqa: ANN401 - a Program, imported where needed
    """Run one button on the workbook of `program`, on the day of `now`; raises what stops it."""
    from pinzhi_xl.actions import ACTIONS, WRITERS, Click
    from pinzhi_xl.tasks.run import Declined, Run, account
    from pinzhi_xl.workbook.live import LiveWorkbook

    if control not in ACTIONS:
        raise UnknownButton(name=control)
    started = time.perf_counter()
    program.refuse_strangers()
    workbook = LiveWorkbook(program.book, now)
    run = Run(now.date(), now, account(), progress=program, ask=program.ask)
    with program.quiet():
        try:
            if control in WRITERS:
                _offer_columns(workbook, program)
            said = ACTIONS[control](Click(workbook, program, run))
        except Declined:
            said = None
    if said is None:
        program.status(words.CANCELLED_PARTLY if workbook.changed else words.CANCELLED)
    else:
        _show(said, program, time.perf_counter() - started)


class UnknownButton(PinzhiError):
    """The add-in has a button that this version of the program does not know."""

    sentence = words.UNKNOWN_BUTTON


def _offer_columns(workbook: Any, program: Any) -> None:  # noqa: ANN401 - LiveWorkbook and Program
    """Columns that a sheet lacks can be added at once, where the user says so."""
    lacking = [problem for problem in workbook.read().problems if problem.code == "missing-column"]
    if not lacking:
        return
    names = "、".join(words.COLUMN.format(sheet=one.cell.sheet, label=one.label) for one in lacking)
    if program.ask(words.ASK_COLUMNS.format(columns=names)):
        for one in lacking:
            workbook.add_column(one.cell.sheet, one.label)


def _show(said: Any, program: Any, seconds: float) -> None:  # noqa: ANN401 - a Said and a Program
    """One quiet line in the status bar; a box only where something is left to do."""
    from pinzhi_xl.wording.problems import problem_line

    lines = [*said.failed, *said.lines]
    if said.show is not None and not program.go_to(*said.show):
        lines.append(words.SHEET_GONE.format(sheet=said.show[0]))
    if said.errors:
        lines += [words.BESIDES.format(errors=len(said.errors))]
        lines += [problem_line(problem) for problem in said.errors[:SHOWN_PROBLEMS]]
        if len(said.errors) > SHOWN_PROBLEMS:
            lines.append(words.MORE.format(count=len(said.errors)))
    if lines:
        program.tell("\n".join([said.summary, "", *lines]), critical=bool(said.failed))
    program.status(words.DONE.format(summary=said.summary, seconds=seconds))


def _sentence(error: BaseException) -> str:
    """What to say of a failure; refusals of Excel are known by their codes."""
    from pinzhi_xl import failures, logbook
    from pinzhi_xl.workbook.live_com import translated

    return failures.sentence_of(translated(error, logbook.log))


def _tell(sentence: str, program: Any) -> None:  # noqa: ANN401 - a Program, None before there is one
    """Show a sentence, by Excel or, where Excel does not answer, by the system."""
    try:
        program.status(None)
        program.tell(sentence, critical=True)
    except BaseException:  # noqa: BLE001 - the last resort must not fail
        _tell_without_excel(sentence)


def _tell_without_excel(sentence: str) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(0, sentence, live_words.TITLE, 0x40030)  # topmost, with a warning sign
    else:
        sys.stdout.write(sentence + "\n")
