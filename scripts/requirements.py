"""Prints every requirement of the regulations: what serves it, and which tests speak of that.

``python scripts/requirements.py`` for all, with ids for some. They stand in requirements.tsv beside
this file; one that nothing serves has its reason there.
"""

import csv
import inspect
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pinzhi_xl.documents.served import PAPERS_SERVE
from pinzhi_xl.indicators import INDICATORS
from pinzhi_xl.rules import RULES, Rule
from pinzhi_xl.rules.base import SERVED
from pinzhi_xl.sheets import FORMS, SHEETS
from pinzhi_xl.summary.kinds import REPORTS
from pinzhi_xl.wording.problems import CATALOGUE

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_name("requirements.tsv")


@dataclass(frozen=True)
class Requirement:
    """One requirement: its id, its name, and why nothing of the program serves it, if so."""

    number: str
    name: str
    reason: str


@dataclass(frozen=True)
class Server:
    """What serves requirements: a sheet, rule, paper or figure; `words` are those by which tests speak of it."""

    kind: str
    name: str
    serves: Sequence[str]
    words: Sequence[str]


def requirements() -> list[Requirement]:
    """All of them, in their own order."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Requirement(row["id"], row["name"], row["reason"] or "") for row in rows]


def servers() -> Iterator[Server]:
    """Everything that says which requirements it serves."""
    for kind in (*FORMS, *SHEETS):
        yield Server("sheet", kind.sheet.label, kind.sheet.serves, (kind.sheet.label, kind.__name__))
    for rule in RULES:
        yield Server("rule", rule.__name__, SERVED.get(rule.__name__, ()), (rule.__name__, *_codes(rule)))
    for report in REPORTS:
        yield Server("paper", report.name, report.serves, (report.name,))
    for paper, ids in PAPERS_SERVE.items():
        yield Server("paper", paper, ids, (paper,))
    for indicator in INDICATORS:
        yield Server("figure", indicator.name, indicator.serves, (indicator.name,))


def _codes(rule: Rule) -> list[str]:
    """The problem codes that a rule may find, as far as its module's text names them."""
    codes = re.findall(r'"([a-z0-9-]+)"', "".join(_sources(rule, set())))
    return [code for code in codes if code in CATALOGUE]


def _sources(function: Callable[..., object], seen: set[str]) -> Iterator[str]:
    """The text of a function, and of those of the program that it calls."""
    source = inspect.getsource(function)
    yield source
    for name in re.findall(r"\b[a-z_]+\b", source):
        called = vars(inspect.getmodule(function)).get(name)
        if not inspect.isfunction(called) or not called.__module__.startswith("pinzhi_xl"):
            continue
        if name not in seen | {"make_problem"}:
            seen.add(name)
            yield from _sources(called, seen)


def served() -> Mapping[str, list[Server]]:
    """Requirement id → what serves it."""
    found: dict[str, list[Server]] = defaultdict(list)
    for server in servers():
        for number in server.serves:
            found[number].append(server)
    return found


@cache
def _tests() -> Mapping[str, str]:
    paths = sorted((ROOT / "tests").glob("test_*.py"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def tests_of(server: Server) -> list[str]:
    """The test files that speak of a server."""
    wanted = [re.compile(_whole(word)) for word in server.words]
    return [name for name, text in _tests().items() if any(pattern.search(text) for pattern in wanted)]


def _whole(word: str) -> str:
    """An identifier or code as a whole word; Chinese words have no bounds."""
    return rf"(?<![\w-]){re.escape(word)}(?![\w-])" if word.isascii() else re.escape(word)


def main(wanted: Sequence[str]) -> None:
    """Print the table."""
    by_id = served()
    for requirement in requirements():
        if wanted and requirement.number not in wanted:
            continue
        print(f"{requirement.number} {requirement.name}")
        for server in by_id.get(requirement.number, ()):
            print(f"    {server.kind} {server.name} -> {', '.join(tests_of(server)) or '-'}")
        if requirement.reason:
            print(f"    reason: {requirement.reason}")
    missing = [r.number for r in requirements() if r.number not in by_id and not r.reason]
    print(f"{len(requirements())} requirements, {len(missing)} without server or reason: {' '.join(missing)}")


if __name__ == "__main__":
    main(sys.argv[1:])
