"""Every system call of an issue may fail, die, or be forgotten by a power cut; the register stays right."""

import errno
import os
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.register.errors import RegisterError, RegisterForbidden, RegisterFull, RegisterUnreachable
from pinzhi_xl.register.journal import Journal

DAY = date(2014, 8, 11)
CALLS = ("open", "write", "fsync", "link", "mkdir", "rename", "unlink", "rmdir", "scandir", "read")
ERRNOS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EMFILE)


@pytest.fixture(autouse=True)
def _no_real_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    """The power cuts here are acted out on what was fsynced (Disk), so the true disk need not be waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


class Dead(BaseException):
    """The process was killed here."""


class Disk:
    """Stands between the register and the system: counts calls, fails one, and knows what is not yet durable."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.steps = 0
        self.names: list[str] = []
        self.stop_at: int | None = None
        self.error: int | None = None
        self.links = True
        self.syncs = True
        self.unsynced_files: dict[int, Path] = {}
        self.unsynced_names: dict[Path, set[Path]] = {}
        self._handles: dict[int, Path] = {}
        self._real = {name: getattr(os, name) for name in CALLS}
        for name in CALLS:
            patch.setattr(os, name, self._wrapped(name))

    def _wrapped(self, name: str) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            self._step(name)
            if name == "link" and not self.links:
                raise OSError(errno.EPERM, "Operation not permitted")
            if name == "fsync" and not self.syncs:
                return None
            if name == "write":
                return self._short_write(*args)
            result = self._real[name](*args, **more)
            self._remember(name, args, result)
            return result

        return call

    def _step(self, name: str) -> None:
        self.steps += 1
        self.names.append(name)
        if self.stop_at is None or self.steps < self.stop_at:
            return
        if self.error is None:
            raise Dead
        if self.steps == self.stop_at:
            raise OSError(self.error, os.strerror(self.error))

    def _short_write(self, *args: object) -> object:
        """A system may take less than it was given; writes are cut to show that the rest follows."""
        handle, data = args
        assert isinstance(data, memoryview)
        assert isinstance(handle, int)
        path = self._handles[handle]
        self.unsynced_files[path.stat().st_ino] = path
        return self._real["write"](handle, data[:200])

    def _remember(self, name: str, args: tuple[object, ...], result: object) -> None:
        paths = [Path(str(arg)) for arg in args if isinstance(arg, str | Path)]
        if name == "open" and isinstance(result, int):
            self._handles[result] = paths[0]
            if isinstance(args[1], int) and args[1] & os.O_CREAT:
                self._new_name(paths[0])
        elif name in ("link", "rename", "mkdir"):
            self._new_name(paths[-1])
            for path in self.unsynced_names.pop(paths[0], set()) if name == "rename" else ():
                self._new_name(paths[-1] / path.name)
        elif name == "fsync" and isinstance(args[0], int):
            path = self._handles[args[0]]
            if path.is_dir():
                self.unsynced_names.pop(path, None)
            else:
                self.unsynced_files.pop(path.stat().st_ino, None)

    def _new_name(self, path: Path) -> None:
        self.unsynced_names.setdefault(path.parent, set()).add(path)

    def lose_power(self, root: Path, chance: random.Random | None = None) -> None:
        """Forget what was not fsynced: all of it, or a random part of the names."""
        for names in self.unsynced_names.values():
            for path in sorted(names):
                if chance is None or chance.random() < 0.5:
                    _remove(path)
        torn = {path.stat().st_ino: path for path in root.rglob("*") if path.is_file()}  # one name of each file
        for inode in self.unsynced_files.keys() & torn.keys():
            path = torn[inode]
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _issue(root: Path, key: str, year: int = 2014) -> int:
    return Journal(root).issue("penalty", year, key, {"姓名": f"员工{key}" * 40}, DAY).entry.number


def _void(root: Path) -> None:
    Journal(root).void("penalty", 2014, 1, "开错人", DAY)


def _assert_right(root: Path, key: str) -> None:
    """Sound; the key gets one number, the next key the next, and nothing is skipped."""
    assert Journal(root).verify() == []
    number = _issue(root, key)
    assert _issue(root, key) == number
    assert _issue(root, "following") == max(number, len(Journal(root).entries()))
    entries = Journal(root).entries("penalty", 2014)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert len({entry.key for entry in entries}) == len(entries)
    assert Journal(root).verify() == []


def _steps_of(root: Path, links: bool) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        disk.links = links
        _issue(root, "b")
    return disk.names


def _run(root: Path, links: bool, stop_at: int, error: int | None) -> tuple[Disk, BaseException | None]:
    """Issue key b with a fault at one call; the disk as it was left, and what was raised."""
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        disk.links, disk.stop_at, disk.error = links, stop_at, error
        try:
            _issue(root, "b")
        except (RegisterError, Dead) as raised:
            return disk, raised
    return disk, None


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("started", [True, False])
def test_an_error_of_any_call_is_a_sentence_and_a_retry_succeeds(
    tmp_path: Path, links: bool, started: bool
) -> None:
    steps = len(_steps_of(tmp_path / "count", links))
    fired = refused = 0
    for stop_at in range(1, steps + 2):
        for error in ERRNOS:
            root = tmp_path / f"{stop_at}-{error}"
            if started:
                _issue(root, "a")
            disk, raised = _run(root, links, stop_at, error)
            fired += disk.steps >= stop_at
            refused += raised is not None
            if raised:
                assert str(root) in str(raised)
                assert "再点一次" in str(raised)
            _assert_right(root, "b")
    assert fired >= 5 * 20
    assert refused >= fired // 2


@pytest.mark.parametrize(
    ("error", "expected", "words"),
    [
        (errno.ENOSPC, RegisterFull, "磁盘已满"),
        (errno.EDQUOT, RegisterFull, "配额"),
        (errno.EACCES, RegisterForbidden, "没有权限"),
        (errno.EROFS, RegisterForbidden, "没有权限"),
        (errno.EIO, RegisterUnreachable, "出错"),
    ],
)
def test_each_error_has_its_sentence(
    tmp_path: Path, error: int, expected: type[RegisterError], words: str
) -> None:
    names = _steps_of(tmp_path / "count", links=True)
    _, raised = _run(tmp_path / "登记", True, names.index("write") + 1, error)
    assert isinstance(raised, expected)
    assert words in str(raised)


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("started", [True, False])
@pytest.mark.parametrize("power", ["kept", "lost", "partly lost"])
def test_dying_after_any_call_leaves_a_register_that_goes_on(
    tmp_path: Path, links: bool, started: bool, power: str
) -> None:
    steps = len(_steps_of(tmp_path / "count", links))
    died = 0
    for stop_at in range(1, steps + 2):
        root = tmp_path / str(stop_at)
        before = [_issue(root, key) for key in "ax"] if started else []
        disk, raised = _run(root, links, stop_at, None)
        died += isinstance(raised, Dead)
        if power != "kept":
            disk.lose_power(root, random.Random(stop_at) if power == "partly lost" else None)
        if before:
            assert [_issue(root, key) for key in "ax"] == before
        if raised is None:
            number = len(before) + 1
            assert [entry.number for entry in Journal(root).entries() if entry.key == "b"] == [number]
        _assert_right(root, "b")
    assert died >= 20


@pytest.mark.parametrize("links", [True, False])
def test_a_number_told_after_anothers_death_survives_a_power_cut(tmp_path: Path, links: bool) -> None:
    """What a killed process left without fsync is made durable before its number goes on a paper."""
    steps = len(_steps_of(tmp_path / "count", links))
    for stop_at in range(1, steps + 1):
        root = tmp_path / str(stop_at)
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch)
            disk.links, disk.stop_at = links, stop_at
            with pytest.raises(Dead):
                _issue(root, "b")
            disk.stop_at = None
            told = _issue(root, "b")
        disk.lose_power(root)
        assert [(entry.number, entry.key) for entry in Journal(root).entries()] == [(told, "b")]
        _assert_right(root, "b")


def test_dying_while_voiding(tmp_path: Path) -> None:
    for stop_at in range(1, 60):
        root = tmp_path / str(stop_at)
        _issue(root, "a")
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch)
            disk.stop_at = stop_at
            try:
                _void(root)
            except Dead:
                pass
            else:
                break
            disk.stop_at = None
            _void(root)
        disk.lose_power(root)
        assert Journal(root).entries()[0].is_void
        _assert_right(root, "b")
    else:
        pytest.fail("voiding never came to its end")


def test_without_fsync_this_harness_finds_what_a_power_cut_does(tmp_path: Path) -> None:
    """Sensitivity: the same walk over a register that does not fsync loses a number that was given out."""
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        disk.syncs = False
        assert _issue(tmp_path / "登记", "b") == 1
    disk.lose_power(tmp_path / "登记")
    assert Journal(tmp_path / "登记").entries() == []


def test_without_fsync_of_content_this_harness_finds_torn_entries(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        disk.syncs = False
        _issue(tmp_path / "登记", "b")
    disk.unsynced_names.clear()
    disk.lose_power(tmp_path / "登记")
    torn = [path for path in (tmp_path / "登记").rglob("*.json") if not path.read_bytes().endswith(b"}\n")]
    assert torn


def test_a_full_disk_leaves_no_temporary_files_behind(tmp_path: Path) -> None:
    names = _steps_of(tmp_path / "count", links=True)
    _run(tmp_path / "登记", True, names.index("write") + 1, errno.ENOSPC)
    assert [path for path in (tmp_path / "登记").rglob("*") if path.is_file()] == []
