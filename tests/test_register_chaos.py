"""Many processes issue the same papers at once and are really killed; the numbers stay right.

``PINZHI_CHAOS=10000`` sets how many kills the long run makes (default 60).
"""

import json
import multiprocessing
import os
import random
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

import pinzhi_xl.register.journal as register
from pinzhi_xl.register.errors import RegisterDamaged
from pinzhi_xl.register.journal import Journal

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")

KILLS = int(os.environ.get("PINZHI_CHAOS", "60"))
PROCESSES = 6
KEYS_A_ROUND = 12
ROUNDS_A_REGISTER = 30
DAY = date(2014, 8, 11)
SERIES = "penalty"

Given = tuple[int, int]
"""A year and a number in it."""
Allocator = Callable[[Path, int, str], Given]


def journal(root: Path, year: int, key: str) -> Given:
    entry = Journal(root).issue(SERIES, year, key, {"姓名": "员工甲"}, DAY).entry
    return entry.year, entry.number


def folder_journal(root: Path, year: int, key: str) -> Given:
    """The journal where half of the computers know no hard links."""
    if os.getpid() % 2:
        os.link = _refuse
    return journal(root, year, key)


def _refuse(*_: object, **__: object) -> None:
    raise OSError(95, "Operation not supported")


def unclaimed_journal(root: Path, year: int, key: str) -> Given:
    """The journal without its claims: nothing decides in which year a paper is numbered."""
    vars(register)["settled"] = lambda _folder, _key, wish, _turn: wish
    return journal(root, year, key)


def max_plus_one(root: Path, year: int, key: str) -> Given:
    """Naive: look the key up, else write the highest number plus one."""
    taken = _naive_keys(root)
    if key in taken:
        return taken[key]
    number = max((number for of, number in taken.values() if of == year), default=0) + 1
    _naive_path(root, year, number).write_text(json.dumps({"key": key}), "utf-8")
    return year, number


def counter_file(root: Path, year: int, key: str) -> Given:
    """Naive: a file that holds the last number."""
    taken = _naive_keys(root)
    if key in taken:
        return taken[key]
    counter = _naive_path(root, year, 1).with_name("counter")
    number = int(counter.read_text() or 0) + 1 if counter.exists() else 1
    counter.write_text(str(number))
    _naive_path(root, year, number).write_text(json.dumps({"key": key}), "utf-8")
    return year, number


def exclusive_claim(root: Path, year: int, key: str) -> Given:
    """Naive: claim the next free name, then write into it, blind to who claimed the others."""
    taken = _naive_keys(root)
    if key in taken:
        return taken[key]
    number = 1
    while True:
        try:
            with _naive_path(root, year, number).open("x", encoding="utf-8") as file:
                file.write(json.dumps({"key": key}))
        except FileExistsError:
            number += 1
        else:
            return year, number


def _naive_path(root: Path, year: int, number: int) -> Path:
    folder = root / SERIES / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{number:06d}.json"


def _naive_keys(root: Path) -> dict[str, Given]:
    """What every key of any year has got."""
    return {
        key: (int(folder.name), number)
        for folder in (root / SERIES).glob("20*")
        for number, key in _keys_in(folder).items()
        if key
    }


def _keys_in(folder: Path) -> dict[int, str]:
    """Number and key of every file; an unreadable one has the key ''."""
    found: dict[int, str] = {}
    for path in folder.glob("*.json"):
        content = path / "entry.json" if path.is_dir() else path
        try:
            found[int(path.stem)] = json.loads(content.read_bytes())["key"]
        except ValueError:
            found[int(path.stem)] = ""
    return found


def work(allocate: Allocator, root: Path, seed: int, report: Path) -> None:
    """A user: issues all papers of the round in an order and with years of their own, and notes each number."""
    chance = random.Random(seed)
    keys = [f"{root.name}-{report.stem.split('-')[0]}-{paper}" for paper in range(KEYS_A_ROUND)]
    chance.shuffle(keys)
    with report.open("ab", buffering=0) as file:
        for key in keys:
            year, number = allocate(root, chance.choice((2014, 2015)), key)
            file.write(f"{key} {year} {number}\n".encode())


@dataclass
class Audit:
    """What went wrong over all registers of a run."""

    kills: int = 0
    keys: int = 0
    duplicate_numbers: int = 0
    keys_with_two_numbers: int = 0
    gaps: int = 0
    torn: int = 0

    @property
    def wrong(self) -> int:
        return self.duplicate_numbers + self.keys_with_two_numbers + self.gaps + self.torn


def run(allocate: Allocator, home: Path, kills: int, seed: int = 1, patience: int = 400) -> Audit:
    """Rounds of processes, killed at random moments, until `kills` have hit; then everybody clicks again."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.test_register_chaos"])
    chance = random.Random(seed)
    audit = Audit()
    for batch in range(patience):
        root = home / f"r{batch}"
        root.mkdir()
        for round_ in range(ROUNDS_A_REGISTER):
            reports = [home / f"{round_}-{batch}-{turn}-{n}.txt" for turn in "xy" for n in range(PROCESSES)]
            crowd = [
                context.Process(target=work, args=(allocate, root, chance.random(), report)) for report in reports
            ]
            audit.kills += _kill_some(crowd[:PROCESSES], chance)
            _join(crowd[PROCESSES:])
            if audit.kills >= kills:
                break
        _inspect(root, home.glob(f"*-{batch}-*.txt"), audit)
        if audit.kills >= kills:
            break
    return audit


def _kill_some(crowd: Sequence[BaseProcess], chance: random.Random) -> int:
    for process in crowd:
        process.start()
    time.sleep(chance.uniform(0.0, 0.03))
    for process in chance.sample(crowd, len(crowd) - 1):
        time.sleep(chance.uniform(0.0, 0.012))
        process.kill()
    for process in crowd:
        process.join()
    return sum(process.exitcode == -signal.SIGKILL for process in crowd)


def _join(crowd: Sequence[BaseProcess]) -> None:
    """The users click again and let it finish."""
    for process in crowd:
        process.start()
    for process in crowd:
        process.join()
        assert process.exitcode == 0


def _inspect(root: Path, reports: Iterable[Path], audit: Audit) -> None:
    papers: dict[Given, set[str]] = defaultdict(set)
    for folder in (root / SERIES).glob("20*"):
        numbers = _keys_in(folder)
        for number, key in numbers.items():
            papers[int(folder.name), number].add(key)
        audit.torn += sum(not key for key in numbers.values())
        audit.gaps += max(numbers, default=0) - len(numbers)
    for report in reports:
        for line in report.read_text().splitlines():
            paper, year, place = line.split()
            if int(place):
                papers[int(year), int(place)].add(paper)
    numbers_of: dict[str, set[Given]] = defaultdict(set)
    for given, keys in papers.items():
        for key in keys:
            numbers_of[key].add(given)
    audit.keys += len(numbers_of)
    audit.duplicate_numbers += sum(len(keys) > 1 for keys in papers.values())
    audit.keys_with_two_numbers += sum(len(numbers) > 1 for numbers in numbers_of.values())


@pytest.mark.parametrize("allocate", [journal, folder_journal])
def test_killed_processes_never_spoil_the_numbers(tmp_path: Path, allocate: Allocator) -> None:
    audit = run(allocate, tmp_path, KILLS)
    print(allocate.__name__, audit)  # noqa: T201 - the figures of the run
    assert audit.kills >= KILLS
    assert audit.keys >= KEYS_A_ROUND
    assert audit.wrong == 0, audit
    for root in tmp_path.glob("r*"):
        assert Journal(root).verify() == []


@pytest.mark.parametrize("allocate", [max_plus_one, counter_file, exclusive_claim, unclaimed_journal])
def test_the_same_chaos_finds_weaker_allocators_out(tmp_path: Path, allocate: Allocator) -> None:
    """Sensitivity: the harness is worth its zeros only if it counts faults where there are some."""
    for seed in range(20):
        home = tmp_path / str(seed)
        home.mkdir()
        audit = run(partial(again_if_torn, allocate), home, 10, seed)
        if audit.wrong:
            print(allocate.__name__, audit)  # noqa: T201
            return
    pytest.fail(f"{allocate.__name__} came through: the harness is blind")


def again_if_torn(allocate: Allocator, root: Path, year: int, key: str) -> Given:
    """The user clicks again when a half-written file made it fail, or the register says that it is damaged.

    After a while the user gives up (number 0, which the audit leaves out).
    """
    for _ in range(20):
        try:
            return allocate(root, year, key)
        except (ValueError, RegisterDamaged):
            time.sleep(0.001)
    return year, 0
