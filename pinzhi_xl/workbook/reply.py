"""A filled list as it comes back: a stranger's file, looked through before any reader touches it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.handing import Reply
from pinzhi_xl.kinds import Grid, as_text
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.decision_list import HANDOVER_PROPERTY, DecisionLine
from pinzhi_xl.wording import handover as words
from pinzhi_xl.workbook.foreign import open_foreign
from pinzhi_xl.workbook.read import HEADING_ROWS, read_table


class NotAReply(PinzhiError):
    """A sound workbook, but no list of this program."""

    sentence = words.NOT_A_REPLY


class ReplyOfAnother(PinzhiError):
    """A list that was made from another master."""

    sentence = words.REPLY_OF_ANOTHER


class ReplyContradicts(PinzhiError):
    """The list says on its sheet that it is of another batch than in its property."""

    sentence = words.REPLY_CONTRADICTS


class ReplyUnreadable(PinzhiError):
    """The operating system refuses to read the list."""

    sentence = words.REPLY_UNREADABLE


@dataclass(frozen=True)
class ReadReply:
    """The list and every fault met while reading it."""

    reply: Reply
    problems: list[Problem]


def read_reply(path: Path, identities: Sequence[str]) -> ReadReply:
    """The filled list at `path` for a master of `identities`, its own first; refuses what is no list of it."""
    label = DecisionLine.sheet.label
    found = open_foreign(path, HANDOVER_PROPERTY, [label], unreadable=ReplyUnreadable, stranger=NotAReply)
    source = found.sheets[label]
    batch = _batch(path.name, found.mark, _shown(source.grid), identities)
    lines, layout, problems = read_table(DecisionLine, source)
    return ReadReply(Reply(lines, layout, batch), problems)


def _shown(grid: Grid) -> str:
    """Identity and batch as they stand on the sheet, in the form of the property; empty when they do not."""
    for cells in grid[:HEADING_ROWS]:
        for cell in cells:
            match = words.IDENTITY_SHOWN.search(as_text(cell))
            if match:
                return f"{match[1]}/{match[2]}"
    return ""


def _batch(name: str, kept: str, shown: str, identities: Sequence[str]) -> str:
    """The batch of the list; some programs drop the property, then what the sheet shows must do."""
    if kept and shown and kept != shown:
        raise ReplyContradicts(name=name, kept=kept, shown=shown)
    theirs, _, batch = (kept or shown).partition("/")
    if not batch:
        raise NotAReply(name=name)
    if theirs not in identities:
        raise ReplyOfAnother(name=name, theirs=theirs[:8], ours=identities[0][:8])
    return batch
