"""Which folder may be a register, and what is said of those that may not."""

from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.register.errors import (
    RegisterForbidden,
    RegisterMissing,
    RegisterNotAFolder,
    RegisterSynchronised,
    RegisterUrlUnsupported,
)
from pinzhi_xl.register.locate import open_register, synchroniser_of


def test_the_default_lies_beside_the_master(tmp_path: Path) -> None:
    for blank in (None, "", "  "):
        assert open_register(blank, tmp_path / "品质管理总表.xlsx").root == tmp_path / "登记"
    assert list(tmp_path.iterdir()) == []


def test_a_setting_is_relative_to_the_master_or_absolute(tmp_path: Path) -> None:
    master = tmp_path / "总表.xlsx"
    assert open_register("发文", master).root == tmp_path / "发文"
    assert open_register(str(tmp_path / "共享"), Path("总表.xlsx")).root == tmp_path / "共享"


def test_a_relative_master_gives_an_absolute_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_register(None, Path("总表.xlsx")).root == tmp_path / "登记"


@pytest.mark.parametrize("url", ["postgresql://u:secret@host/db", "http://host/x", "file:///x", "POSTGRES://h"])
def test_a_url_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(RegisterUrlUnsupported, match="只能放在文件夹里") as refused:
        open_register(url, tmp_path / "总表.xlsx")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("part", "client"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - 某某物业公司", "OneDrive"),
        ("onedrive-公司", "OneDrive"),
        ("坚果云", "坚果云"),
        ("我的坚果云", "坚果云"),
        ("Nutstore Files", "坚果云"),
        ("Dropbox (Personal)", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("百度网盘", "百度网盘"),
        ("BaiduSyncdisk", "百度网盘"),
        ("WPS云盘", "WPS云盘"),
        ("WPSDrive", "WPS云盘"),
        ("腾讯微云", "腾讯微云"),
        ("Google Drive", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_refused_with_the_reason(tmp_path: Path, part: str, client: str) -> None:
    folder = tmp_path / part / "品质部" / "2014"
    folder.mkdir(parents=True)
    with pytest.raises(RegisterSynchronised, match="两台电脑会各自发出同一个号") as refused:
        open_register(None, folder / "总表.xlsx")
    assert client in str(refused.value)


@pytest.mark.parametrize("part", ["OneDriver", "百度网盘下载", "品质部", "Dropboxes", "box"])
def test_an_ordinary_name_is_not_mistaken(tmp_path: Path, part: str) -> None:
    (tmp_path / part).mkdir()
    assert open_register(None, tmp_path / part / "总表.xlsx").root == tmp_path / part / "登记"


def test_a_marker_file_gives_the_client_away(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synchroniser_of(tmp_path / "a" / "登记") == "Syncthing"


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "桌面").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(RegisterSynchronised):
        open_register(None, tmp_path / "桌面" / "总表.xlsx")


def test_a_file_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "登记").write_text("x")
    with pytest.raises(RegisterNotAFolder, match="不是可用的文件夹"):
        open_register(None, tmp_path / "总表.xlsx")


def test_an_unconnected_share_is_not_replaced_by_a_new_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterMissing, match="共享盘"):
        open_register(str(tmp_path / "mnt" / "share" / "登记"), tmp_path / "总表.xlsx")


def test_a_folder_that_may_not_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(RegisterForbidden, match="权限"):
        open_register(None, tmp_path / "总表.xlsx")


def test_a_file_in_the_way_of_a_year_is_a_sentence(tmp_path: Path) -> None:
    journal = open_register(None, tmp_path / "总表.xlsx")
    (tmp_path / "登记" / "penalty").mkdir(parents=True)
    (tmp_path / "登记" / "penalty" / "2014").write_text("x")
    with pytest.raises(RegisterNotAFolder):
        journal.issue("penalty", 2014, "a", {}, date(2014, 8, 11))
