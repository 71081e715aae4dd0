"""示例: every refusal of a penalty notice (law.md §8) with the sentence the program says, by really running it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import AppendRow
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.law_table import LAW_TABLE
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.sheets.terms import TOTAL, ScoreStatus
from pinzhi_xl.tasks.check import check_master
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.issue import issue_papers
from pinzhi_xl.tasks.reissue import Way, reissue
from pinzhi_xl.tasks.run import Run, as_values
from pinzhi_xl.wording import refusals as words
from pinzhi_xl.wording.problems import problem_line
from pinzhi_xl.wording.tasks import OUTPUT_FOLDER, REGISTER_FOLDER
from pinzhi_xl.workbook.port import ClosedFile

OF_COMMANDS = "B7"
"""The row that is refused by commands as a whole, not told at a cell."""


@dataclass(frozen=True)
class Said:
    """One refusal: row of the table, what was run, the sentence, and whether it blocks."""

    row: str
    how: str
    sentence: str
    blocks: bool = True


@dataclass(frozen=True)
class Refusals:
    """The planted master, the text that lists what was said, and what was said in order of the table."""

    master: Path
    text: Path
    said: Sequence[Said]


def show_refusals(folder: Path, identity: str, month: Month, run: Run) -> Refusals:
    """Plant the rows of the table in a master of their own in `folder`, run the program on it, list what it says.

    What only a command refuses is tried on a copy elsewhere, so that no number of the demo is touched.
    """
    from pinzhi_xl.documents.store import write_paper

    master, text = folder / words.MASTER, folder / words.TEXT
    if not master.exists():
        _build(master, identity, numbered=True)
    found = [*_of(words.CHECK, check_master(ClosedFile(master, run.now), run).problems)]
    found += _typed_number(master, month, run)
    with TemporaryDirectory() as elsewhere:
        found += _by_commands(Path(elsewhere), identity, month, run)
    said = sorted(dict.fromkeys(found), key=lambda one: list(LAW_TABLE).index(one.row))
    write_paper(text, "\n".join(_lines(said)).encode("utf-8-sig"))
    return Refusals(master, text, said)


def _build(path: Path, identity: str, *, numbered: bool) -> None:
    from pinzhi_xl.documents.store import write_paper
    from pinzhi_xl.sample.refusals import refusal_contents
    from pinzhi_xl.workbook.build import build_master
    from pinzhi_xl.workbook.defaults import default_contents

    write_paper(path, build_master(refusal_contents(default_contents(), numbered=numbered), identity))


def _of(how: str, problems: Iterable[Problem]) -> Iterator[Said]:
    """The problems that say a row of the table."""
    rows = {code: row for row, codes in LAW_TABLE.items() for code in codes}
    for problem in problems:
        if problem.code in rows:
            yield Said(rows[problem.code], how, problem_line(problem), problem.is_error)


def _typed_number(master: Path, month: Month, run: Run) -> Iterator[Said]:
    """Issuing from a master whose numbers somebody typed."""
    places = Places(str(master.parent / REGISTER_FOLDER), master.parent / OUTPUT_FOLDER)
    try:
        issue_papers(ClosedFile(master, run.now), month, places, replace(run, dry_run=True))
    except PinzhiError as error:
        yield Said(OF_COMMANDS, words.ISSUE, str(error))


def _by_commands(folder: Path, identity: str, month: Month, run: Run) -> Iterator[Said]:
    """Issuing what may be issued and being refused the rest; then correcting a notice of a final month."""
    master = folder / words.MASTER
    places = Places(str(folder / REGISTER_FOLDER), folder / OUTPUT_FOLDER)
    _build(master, identity, numbered=False)
    workbook = ClosedFile(master, run.now)
    issued = issue_papers(workbook, month, places, run)
    yield from _of(words.ISSUE, issued.problems)
    final = ScoreRow(month=str(month), community=issued.papers[0].community, department=TOTAL)
    locked = as_values(replace(final, status=ScoreStatus.LOCKED))
    workbook.apply([AppendRow(ScoreRow.sheet.label, locked)], workbook.read())
    try:
        reissue(workbook, issued.papers[0].number, Way.CORRECT, words.REASON, places, run)
    except PinzhiError as error:
        yield Said(OF_COMMANDS, words.REISSUE, str(error))


def _lines(said: Sequence[Said]) -> Iterator[str]:
    """The text: each row with its condition, and below it every sentence once, with all that say it."""
    yield words.TITLE
    yield words.SOURCE.format(master=words.MASTER)
    for row, condition in words.CONDITIONS.items():
        mine = [one for one in said if one.row == row]
        blocks = any(one.blocks for one in mine)
        yield ""
        yield words.ROW.format(row=row, condition=condition, action=words.BLOCK if blocks else words.WARN)
        for sentence in dict.fromkeys(one.sentence for one in mine):
            hows = LIST_MARK.join(one.how for one in mine if one.sentence == sentence)
            yield words.SAID.format(how=hows, sentence=sentence)
    yield ""
