"""The last step of a master, kept among its backups so that the next process can take it back."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pinzhi_xl.model import Value
from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.backups import discard, sync_folder, written
from pinzhi_xl.workbook.holding import os_failure
from pinzhi_xl.workbook.steps import Change, Step

_TYPES: dict[str, Callable[[str], Value]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "number": Decimal,
}


def step_file(master: Path) -> Path:
    """Where the last step of a master is kept."""
    return master.absolute().parent / words.BACKUP_FOLDER / words.STEP_FILE.format(name=master.stem)


def take_step(master: Path, step: Step, act: Callable[[], bool]) -> bool:
    """Keep `step`, then `act`; when that fails or changes nothing the step before stands again.

    Where the new one cannot be kept there is none to take back: the old one would be the wrong one.
    """
    if not step.cells:
        return act()
    path = step_file(master)
    before = path.read_bytes() if path.is_file() else None
    _put(master, _packed(step))
    done = False
    try:
        done = act()
    finally:
        if not done:
            _put(master, before)
    return done


def forget_step(master: Path) -> None:
    """No step to take back any more."""
    _put(master, None)


def last_step(master: Path) -> Step | None:
    """The step kept; None when there is none that could be read."""
    try:
        kept = json.loads(step_file(master).read_text("utf-8"))
        changes = [Change(s, int(r), int(c), _unpacked(b), _unpacked(a)) for s, r, c, b, a in kept["changes"]]
        return Step(kept["identity"], kept["title"], kept["at"], changes)
    except (OSError, ValueError, ArithmeticError, KeyError, TypeError):
        return None


def _put(master: Path, content: bytes | None) -> None:
    """Replace the kept step as a whole, or remove it; raises only when an old one can neither be."""
    path = step_file(master)
    if content is not None:
        temporary = None
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            temporary = written(path.parent, [content], master)
            temporary.replace(path)
            sync_folder(path.parent)
            return
        discard(temporary)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise os_failure(error, path) from error


def _packed(step: Step) -> bytes:
    changes = [[c.sheet, c.row, c.column, _json(c.before), _json(c.after)] for c in step.changes]
    kept = {"identity": step.identity, "title": step.title, "at": step.at, "changes": changes}
    return json.dumps(kept, ensure_ascii=False).encode()


def _json(value: Value) -> Any:  # noqa: ANN401 - what JSON holds
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    return {"number": str(value)} if isinstance(value, Decimal | int) else value


def _unpacked(kept: Any) -> Value:  # noqa: ANN401 - what JSON holds
    if isinstance(kept, dict):
        ((name, text),) = kept.items()
        return _TYPES[name](text)
    return None if kept is None else str(kept)
