"""Papers on the disk: whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from pinzhi_xl.documents.errors import (
    DiskFull,
    FolderDenied,
    NotAFolder,
    PaperNotWritten,
    PaperOpen,
    PaperOwned,
    PathTooLong,
    WriteFailed,
)
from pinzhi_xl.documents.store import write_paper


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_paper_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "2014-08" / "违纪处罚单" / "品罚〔2014〕1号 员工甲.docx"
    assert write_paper(path, b"one") is True
    before = path.stat().st_mtime_ns
    assert write_paper(path, b"one") is False
    assert path.stat().st_mtime_ns == before
    assert write_paper(path, b"two") is True
    assert path.read_bytes() == b"two"
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, FolderDenied),
        (errno.ENAMETOOLONG, PathTooLong),
        (errno.EACCES, PaperOpen),
        (errno.EIO, WriteFailed),
    ],
)
@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_refusal_leaves_the_old_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[PaperNotWritten], call: str
) -> None:
    path = tmp_path / "单.docx"
    write_paper(path, b"old")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(call, refuse)
    with pytest.raises(kind) as caught:
        write_paper(path, b"new")
    assert "请" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["单.docx"]


def test_no_permission_for_a_new_paper_is_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FolderDenied, match="--out"):
        write_paper(tmp_path / "单.docx", b"new")


@pytest.mark.parametrize("owner", ["~$处罚单.docx", "~$罚单.docx", "~$单.docx", ".~lock.处罚单.docx#"])
def test_an_open_paper_is_left_alone(tmp_path: Path, owner: str) -> None:
    path = tmp_path / "处罚单.docx"
    write_paper(path, b"old")
    (tmp_path / owner).write_bytes(b"")
    assert write_paper(path, b"old") is False
    with pytest.raises(PaperOwned) as caught:
        write_paper(path, b"new")
    assert owner in str(caught.value)
    assert path.read_bytes() == b"old"


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "2014-08").write_bytes(b"")
    with pytest.raises(NotAFolder):
        write_paper(tmp_path / "2014-08" / "单.docx", b"new")
    with pytest.raises(NotAFolder):
        write_paper(tmp_path / "2014-08" / "违纪" / "单.docx", b"new")


def test_a_folder_where_the_paper_should_be(tmp_path: Path) -> None:
    (tmp_path / "单.docx").mkdir()
    with pytest.raises(WriteFailed):
        write_paper(tmp_path / "单.docx", b"new")


def test_a_path_too_long(tmp_path: Path) -> None:
    with pytest.raises(PathTooLong):
        write_paper(tmp_path / ("长" * 200) / "单.docx", b"new")
