"""build, setup and doctor: what they put where, what they refuse, what they find. Windows' answers are made up."""

import io
import re
import subprocess
import sys
import types
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from pinzhi_xl.addin import XLWINGS_VERSION, build_addin
from pinzhi_xl.addin.modules import own_module
from pinzhi_xl.archive import deterministic_zip, unpack
from pinzhi_xl.documents import store
from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.tasks import doctor_machine
from pinzhi_xl.tasks import setup as setup_task
from pinzhi_xl.tasks.checked import Checked, State, checked_lines
from pinzhi_xl.tasks.doctor import examine
from pinzhi_xl.tasks.machine import UNUSABLE, Machine, com_server, fonts_of, this_machine, unusable_in
from pinzhi_xl.tasks.setup import install, remove
from pinzhi_xl.wording import machine as words
from tests.masters import call, master_with

EXCEL = r'"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE" /automation'
WPS = r"C:\Users\a\AppData\Local\Kingsoft\WPS Office\12.1\office6\et.exe /automation"
WINDOWS_FONTS = frozenset({"simsun.ttc", "simfang.ttf", "times.ttf", "msyh.ttc"})
FACTS = "项目\n项目名称\n凤鸣华府\n"
NAME = "品质管理.xlam"


@pytest.fixture
def windows(tmp_path: Path) -> Machine:
    """A Windows as it should be: Excel, fonts, Python in a plain folder."""
    python = tmp_path / "py" / "python.exe"
    python.parent.mkdir()
    python.touch()
    (tmp_path / "Roaming").mkdir()
    return Machine(
        system="win32",
        environment={"APPDATA": str(tmp_path / "Roaming")},
        executable=python,
        base=python.parent,
        logs=tmp_path / "logs",
        fonts=lambda machine: WINDOWS_FONTS,
        server={"Excel.Application": EXCEL}.get,  # type: ignore[arg-type]
    )


@pytest.fixture
def linux(windows: Machine) -> Machine:
    return replace(windows, system="linux", environment={}, server=lambda program: "")


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", FACTS)


def found(checks: list[Checked]) -> dict[str, Checked]:
    assert len({one.name for one in checks}) == len(checks)
    for one in checks:
        assert one.state is State.FINE or re.search("请|改用|可以不管", one.fix + one.message), one
    return {one.name: one for one in checks}


def start_folder(machine: Machine) -> Path:
    return Path(machine.environment["APPDATA"], "Microsoft", "Excel", "XLSTART")


def fail(error: OSError) -> Callable[..., object]:
    def failing(*arguments: object, **options: object) -> object:
        raise error

    return failing


# build


def test_two_builds_are_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("a", "b"):
        code, made = call(capsys, "build", "--out", tmp_path / folder, "--json")
        assert (code, made["unchanged"]) == (0, [])
        assert len(made["written"]) == 2 + len(BUILDERS)
    one, two = (
        {p.relative_to(f): p.read_bytes() for p in f.rglob("*.*")} for f in (tmp_path / "a", tmp_path / "b")
    )
    assert one == two
    assert {path.as_posix() for path in one} == {
        "workbooks/品质管理总表.xlsx",
        f"workbooks/{NAME}",
        *(f"word_templates/{name}" for name in BUILDERS),
    }


def test_a_second_build_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(capsys, "build")[0] == 0
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")}
    code, text = call(capsys, "build")
    assert (code, text.splitlines()[-1]) == (0, f"写了 0 个文件，{2 + len(BUILDERS)} 个没有变化。")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*")} == before
    (tmp_path / "word_templates" / "违纪处罚单.docx").write_bytes(b"old")
    assert "写了 1 个文件" in call(capsys, "build")[1]


@pytest.mark.parametrize("kind", ["master", "stranger"])
def test_build_never_replaces_somebodys_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = tmp_path / "workbooks" / "品质管理总表.xlsx"
    path.parent.mkdir()
    master_with(path, FACTS)
    if kind == "stranger":
        parts = unpack(path.read_bytes())
        path.write_bytes(deterministic_zip({k: v for k, v in parts.items() if "custom" not in k}))
    content = path.read_bytes()
    code, answer = call(capsys, "build", "--out", tmp_path, "--json")
    assert code == 2
    assert answer["error"].endswith("请把它移到别处，或用 --out 换一个文件夹。")
    assert path.read_bytes() == content
    assert [item.name for item in tmp_path.rglob("*.*")] == [path.name]


def test_build_replaces_a_damaged_master(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "workbooks" / "品质管理总表.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04 torn")
    assert call(capsys, "build", "--out", tmp_path)[0] == 0
    assert ZipFile(path).testzip() is None


def test_build_into_a_file_or_without_xlwings_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    code, answer = call(capsys, "build", "--out", tmp_path / "file", "--json")
    assert (code, "不是文件夹" in answer["error"]) == (2, True)
    no_xlwings(monkeypatch)
    code, answer = call(capsys, "build", "--out", tmp_path / "new", "--json")
    assert (code, "没有安装 xlwings" in answer["error"]) == (2, True)
    assert not (tmp_path / "new").exists()


def no_xlwings(monkeypatch: pytest.MonkeyPatch, version: str = "") -> None:
    real = metadata.version

    def other(name: str) -> str:
        if name != "xlwings":
            return real(name)
        if not version:
            raise metadata.PackageNotFoundError(name)
        return version

    monkeypatch.setattr(metadata, "version", other)
    monkeypatch.setattr("pinzhi_xl.addin.xlwings_text.version", other)


# setup


def test_setup_puts_the_addin_where_excel_loads_it(windows: Machine) -> None:
    done = install(machine=windows)
    assert done.path == start_folder(windows) / NAME
    assert (done.changed, done.at_start) == (True, True)
    assert done.path.read_bytes() == build_addin(str(windows.executable))
    before = done.path.stat().st_mtime_ns
    assert not install(machine=windows).changed
    assert done.path.stat().st_mtime_ns == before
    assert [file.name for file in done.path.parent.iterdir()] == [NAME]


def test_setup_through_the_command_line(
    windows: Machine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_task, "this_machine", lambda: windows)
    path = start_folder(windows) / NAME
    code, text = call(capsys, "setup")
    assert (code, text) == (0, f"已装好 Excel 加载项：{path}\n{words.NEXT_STEPS}\n")
    assert call(capsys, "setup")[1].startswith("Excel 加载项已是最新")
    assert call(capsys, "setup", "--json") == (0, {"path": str(path), "changed": False})
    assert call(capsys, "setup", "--remove")[1].startswith("已取下 Excel 加载项")
    assert call(capsys, "setup", "--remove")[1].startswith("这里没有 Excel 加载项")
    assert list(path.parent.iterdir()) == []


def test_setup_elsewhere_needs_a_folder(
    linux: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_task, "this_machine", lambda: linux)
    for more in ((), ("--remove",)):
        code, answer = call(capsys, "setup", *more, "--json")
        assert (code, answer) == (2, {"error": words.ONLY_WINDOWS})
    code, text = call(capsys, "setup", "--to", tmp_path / "新" / "加载项")
    assert (code, words.NEXT_STEPS_ELSEWHERE in text) == (0, True)
    assert (tmp_path / "新" / "加载项" / NAME).read_bytes() == build_addin(str(linux.executable))
    assert call(capsys, "setup", "--to", tmp_path / "新" / "加载项", "--remove", "--json")[1]["changed"]


def test_setup_on_this_very_computer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever this computer is, the add-in names its own interpreter."""
    code, answer = call(capsys, "setup", "--to", tmp_path, "--json")
    assert code == 0
    assert Path(answer["path"]).read_bytes() == build_addin(sys.executable)


def test_pythonw_is_no_interpreter_for_buttons(windows: Machine) -> None:
    quiet = replace(windows, executable=windows.executable.with_name("PythonW.exe"))
    assert quiet.interpreter == windows.executable
    assert install(machine=quiet).path.read_bytes() == build_addin(str(windows.executable))
    windows.executable.unlink()
    assert quiet.interpreter == quiet.executable


@pytest.mark.parametrize("character", UNUSABLE)
def test_an_interpreter_that_buttons_cannot_start_is_refused(
    windows: Machine, tmp_path: Path, character: str
) -> None:
    odd = replace(windows, executable=tmp_path / f"a{character}b" / "python.exe")
    with pytest.raises(setup_task.BadInterpreter, match=re.escape(f"里有 {character}，")):
        install(machine=odd)
    assert not start_folder(windows).exists()
    assert found(examine(machine=odd))["Python 位置"].state is State.ACT
    assert found(examine(machine=replace(odd, system="linux")))["Python 位置"].state is State.NOTE


def test_the_callback_refuses_the_same_characters() -> None:
    quoted = re.search(r'BAD_CHARACTERS As String = "((?:[^"]|"")*)"', own_module("PzRibbon").source)
    assert quoted is not None
    assert set(quoted[1].replace('""', '"')) == set(UNUSABLE)
    assert unusable_in(Path("C:/a%b/c%'d")) == "% '"


def test_python_of_the_store_is_refused_for_the_start_folder_only(windows: Machine, tmp_path: Path) -> None:
    store_python = replace(windows, base=tmp_path / "WindowsApps" / "PythonSoftwareFoundation.Python.3.11_x")
    with pytest.raises(setup_task.StorePython, match="微软商店"):
        install(machine=store_python)
    assert found(examine(machine=store_python))["Python 位置"].state is State.ACT
    assert install(tmp_path / "own", machine=store_python).changed
    assert not replace(store_python, system="linux").is_store_python


def test_windows_without_its_settings_folder(windows: Machine, tmp_path: Path) -> None:
    bare = replace(windows, environment={})
    for task in (install, remove):
        with pytest.raises(setup_task.NoStartFolder, match="--to"):
            task(machine=bare)
    assert found(examine(machine=bare))["加载项"].state is State.ACT
    assert install(tmp_path / "own", machine=bare).changed


def test_excel_holding_the_old_one(windows: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    path = start_folder(windows) / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail(PermissionError(13, "held")))
        patch.setattr(Path, "unlink", _unlink_all_but(path))
        for task in (install, remove):
            with pytest.raises(setup_task.AddinHeld, match="请先关闭 Excel 再运行"):
                task(machine=windows)
    owner = path.with_name(f"~${NAME}")
    owner.touch()
    with pytest.raises(setup_task.AddinOwned, match=re.escape(f"~${NAME}")):
        install(machine=windows)
    owner.unlink()
    assert path.read_bytes() == b"old"
    assert [file.name for file in path.parent.iterdir()] == [NAME]


def _unlink_all_but(held: Path) -> Callable[..., None]:
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self == held:
            raise PermissionError(13, "held")
        real(self, missing_ok)

    return unlink


def test_a_folder_that_cannot_be_written(
    windows: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(setup_task.NoFolder, match="不是文件夹"):
        install(tmp_path / "file", machine=windows)
    assert not remove(tmp_path / "file", machine=windows).changed
    monkeypatch.setattr(store, "_write_through", fail(PermissionError(13, "no")))
    with pytest.raises(setup_task.Denied, match="没有权限"):
        install(machine=windows)


def test_an_addin_that_cannot_be_deleted(windows: Machine) -> None:
    (start_folder(windows) / NAME).mkdir(parents=True)
    if sys.platform == "linux":
        with pytest.raises(setup_task.AddinStays, match="自己删除"):
            remove(machine=windows)


@pytest.mark.parametrize("version", ["", "0.30.0"])
def test_without_the_right_xlwings(windows: Machine, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    no_xlwings(monkeypatch, version)
    with pytest.raises(PinzhiError, match=f"pip install xlwings=={XLWINGS_VERSION}"):
        install(machine=windows)
    assert not start_folder(windows).exists()
    checks = found(examine(machine=windows))
    assert (checks["xlwings"].state, "请运行" in checks["xlwings"].fix) == (State.ACT, True)
    checks = found(examine(machine=replace(windows, system="linux")))
    assert checks["xlwings"].state is State.NOTE


# doctor: the computer


def test_a_windows_as_it_should_be(windows: Machine, master: Path) -> None:
    install(machine=windows)
    checks = examine(master, machine=windows)
    assert {one.state for one in checks} == {State.FINE}, checked_lines(checks)
    assert [one.name for one in checks] == [
        *("程序", "xlwings", "Python 位置", "加载项", "Excel", "字体", "模板", "日志"),
        *("总表", "总表位置", "总表文件夹", "占用", "登记册"),
    ]
    assert checked_lines(checks)[-1] == "检查完毕，没有要处理的。"
    assert all(line.startswith("✓ ") for line in checked_lines(checks)[:-1])


def addin_check(machine: Machine, to: Path | None = None) -> Checked:
    return found(examine(machine=machine, to=to))["加载项"]


def test_an_addin_that_is_not_there(windows: Machine, linux: Machine, tmp_path: Path) -> None:
    assert (addin_check(windows).state, "请关闭 Excel，运行 pinzhi setup，" in addin_check(windows).fix) == (
        State.ACT,
        True,
    )
    without_excel = replace(windows, server=lambda program: "")
    assert addin_check(without_excel).state is State.NOTE
    assert addin_check(linux).state is State.FINE
    assert addin_check(linux, tmp_path).state is State.ACT
    assert f'--to "{tmp_path}"' in addin_check(linux, tmp_path).fix


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    parts = unpack(content)
    assert old in parts[part]
    return deterministic_zip({**parts, part: parts[part].replace(old, new)})


ELSEWHERE = Path("/somewhere/else/python.exe")
FRESH = build_addin(str(ELSEWHERE))
STORED = io.BytesIO()
with ZipFile(STORED, "w") as _package:
    for _name, _part in unpack(FRESH).items():
        _package.writestr(_name, _part)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "文件损坏"),
        (b"no zip at all", "文件损坏"),
        (FRESH[:-200], "文件损坏"),
        (FRESH[:300] + bytes(64) + FRESH[364:], "文件损坏"),
        (FRESH, f"另一个 Python（{ELSEWHERE}）"),
        (build_addin(), "另一个 Python（没有写明）"),
        (deterministic_zip({"x": b""}), "另一个 Python（没有写明）"),
    ],
)
def test_an_addin_that_is_not_right(windows: Machine, content: bytes, says: str) -> None:
    path = install(machine=windows).path
    path.write_bytes(content)
    check = addin_check(windows)
    assert (check.state, says in check.message) == (State.ACT, True), check
    install(machine=windows)
    assert addin_check(windows).state is State.FINE


def test_an_addin_of_another_version_or_packed_otherwise(windows: Machine) -> None:
    python = replace(windows, executable=ELSEWHERE)
    path = install(machine=python).path
    path.write_bytes(changed(FRESH, "docProps/core.xml", b"<cp:version>", b"<cp:version>9."))
    assert "不是这个版本的程序装的" in addin_check(python).message
    path.write_bytes(STORED.getvalue())
    assert addin_check(python).state is State.FINE


def test_an_addin_that_cannot_be_compared(windows: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    install(machine=windows)
    no_xlwings(monkeypatch)
    assert (addin_check(windows).state, "无法核对" in addin_check(windows).message) == (State.NOTE, True)


@pytest.mark.parametrize(("command", "state"), [(EXCEL, State.FINE), (WPS, State.NOTE), ("", State.NOTE)])
def test_who_answers_for_excel(windows: Machine, command: str, state: State) -> None:
    check = found(examine(machine=replace(windows, server=lambda program: command)))["Excel"]
    assert check.state is state
    assert ("WPS 顶替了 Excel" in check.message) == (command == WPS)


def test_the_registry_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up registry; a 32-bit program stands in the other part of it."""
    keys = {r"Excel.Application\CLSID": "{1}", r"WOW6432Node\CLSID\{1}\LocalServer32": EXCEL}

    def query(root: object, name: str) -> str:
        if name not in keys:
            raise FileNotFoundError(2, name)
        return keys[name]

    winreg = types.SimpleNamespace(HKEY_CLASSES_ROOT=0, QueryValue=query)
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    assert com_server("Excel.Application") == EXCEL
    assert com_server("KET.Application") == ""
    monkeypatch.setitem(sys.modules, "winreg", None)
    assert com_server("Excel.Application") == ""


def test_fonts_of_windows_and_of_the_user(windows: Machine, tmp_path: Path) -> None:
    user = tmp_path / "Local" / "Microsoft" / "Windows" / "Fonts"
    for folder in (tmp_path / "Windows" / "Fonts", user):
        folder.mkdir(parents=True)
    (tmp_path / "Windows" / "Fonts" / "SimSun.TTC").touch()
    (user / "STFANGSO.TTF").touch()
    places = {"WINDIR": str(tmp_path / "Windows"), "LOCALAPPDATA": str(tmp_path / "Local")}
    machine = replace(windows, environment=places, fonts=fonts_of)
    assert fonts_of(machine) == frozenset({"simsun.ttc", "stfangso.ttf"})
    check = found(examine(machine=machine))["字体"]
    assert check.state is State.NOTE
    assert "仿宋（用 华文仿宋 代替）" in check.message
    assert "Times New Roman（用 默认字体 代替）" in check.message
    assert fonts_of(replace(machine, environment={})) == frozenset()


def test_fonts_elsewhere(linux: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def listed(*arguments: object, **options: object) -> types.SimpleNamespace:
        return types.SimpleNamespace(stdout="宋体,SimSun\nFangSong\n\nTimes New Roman,Times\n微软雅黑\n".encode())

    monkeypatch.setattr(subprocess, "run", listed)
    machine = replace(linux, fonts=fonts_of)
    assert found(examine(machine=machine))["字体"].state is State.FINE
    monkeypatch.setattr(subprocess, "run", fail(FileNotFoundError(2, "fc-list")))
    assert found(examine(machine=machine))["字体"].message == words.FONTS_UNKNOWN


def test_every_font_of_papers_and_master_is_looked_for() -> None:
    used = set()
    for build in BUILDERS.values():
        for name, part in unpack(build()).items():
            if name.endswith(".xml"):
                tags = etree.fromstring(part).iter("{*}rFonts", "{*}latin", "{*}ea")
                used |= {
                    str(v) for tag in tags for k, v in tag.attrib.items() if re.search("ascii|Asia|face", str(k))
                }
    from pinzhi_xl.wording.master import FONT

    assert used - {"+mn-lt", "+mn-ea"} | {FONT} == set(words.FONT_ALTERNATIVES)
    for name, others in words.FONT_ALTERNATIVES.items():
        assert {name, *others} <= set(words.FONT_SIGNS)
    signs = [sign for signs in words.FONT_SIGNS.values() for sign in signs]
    assert len(set(signs)) == len(signs)
    assert all(sign == sign.casefold() for sign in signs)


def test_templates_missing_unreadable_damaged(
    windows: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    for name, build in BUILDERS.items():
        (folder / name).write_bytes(build())
    monkeypatch.setattr("pinzhi_xl.documents.templates._SHIPPED", (folder,))
    assert found(examine(machine=windows))["模板"].state is State.FINE
    (folder / "检查表.docx").write_bytes(b"PK torn")
    (folder / "检查周报.docx").unlink()
    check = found(examine(machine=windows))["模板"]
    assert (check.state, check.message.startswith("自带的 Word 模板有 2 个不能用：")) == (State.ACT, True)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fail(PermissionError(13, "no")))
        assert "读不出来" in doctor_machine.template_flaw("检查表.docx")


def test_a_log_folder_that_cannot_be_written(windows: Machine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    check = found(examine(machine=replace(windows, logs=tmp_path / "file")))["日志"]
    assert (check.state, str(tmp_path / "file") in check.message) == (State.NOTE, True)


def test_a_check_that_fails_is_told_of(windows: Machine) -> None:
    check = found(examine(machine=replace(windows, fonts=fail(PermissionError(13, "no")))))["字体"]  # type: ignore[arg-type]
    assert (check.state, check.message.startswith("没能检查（")) == (State.NOTE, True)


# doctor: a master


def test_not_a_master(windows: Machine, tmp_path: Path) -> None:
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 torn")
    (tmp_path / "text.txt").write_text("x")
    for path in (tmp_path / "bad.xlsx", tmp_path / "text.txt", tmp_path / "none.xlsx", tmp_path):
        checks = found(examine(path, machine=windows))
        assert checks["总表"].state is State.ACT
        assert "登记册" not in checks


def test_the_blank_master_is_not_for_work(windows: Machine) -> None:
    path = Path(__file__).parent.parent / "workbooks" / "品质管理总表.xlsx"
    checks = found(examine(path, machine=windows))
    assert (checks["总表"].state, "空白样表" in checks["总表"].message) == (State.ACT, True)


def test_problems_are_counted_not_listed(windows: Machine, tmp_path: Path) -> None:
    path = master_with(
        tmp_path / "错.xlsx", FACTS + "\n检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 无此项目 | 某天\n"
    )
    check = found(examine(path, machine=windows))["总表"]
    assert (check.state, "2 处错误" in check.message) == (State.NOTE, True)


def test_a_name_that_buttons_cannot_take(windows: Machine, tmp_path: Path) -> None:
    check = found(examine(master_with(tmp_path / "A&B 50%.xlsx", FACTS), machine=windows))["总表位置"]
    assert (check.state, "里有 & %，" in check.message) == (State.ACT, True)


def test_a_folder_or_file_that_cannot_be_written(
    windows: Machine, master: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    master.chmod(0o444)
    check = found(examine(master, machine=windows))["总表文件夹"]
    assert (check.state, "只读文件" in check.message) == (State.ACT, True)
    monkeypatch.setattr("tempfile.TemporaryFile", fail(OSError(30, "read-only")))
    check = found(examine(master, machine=windows))["总表文件夹"]
    assert (check.state, "写不进去" in check.message) == (State.ACT, True)


def test_an_owner_file(windows: Machine, master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    master.with_name(f"~${master.name}").write_bytes(b"")
    check = found(examine(master, machine=windows))["占用"]
    assert (check.state, f"~${master.name}" in check.fix) == (State.NOTE, True)
    check = found(examine(master, machine=windows, in_excel=True))["占用"]
    assert check.state is State.FINE
    monkeypatch.setattr("pinzhi_xl.workbook.holding.check_not_held", lambda path: None)
    check = found(examine(master, machine=windows))["占用"]
    assert (check.state, check.message.startswith("没有程序开着总表")) == (State.NOTE, True)


def test_the_register_is_verified(windows: Machine, master: Path) -> None:
    assert "还没有登记册" in found(examine(master, machine=windows))["登记册"].message
    assert not (master.parent / "登记").exists()
    journal = Journal(master.parent / "登记")
    for key in "ab":
        journal.issue("penalty", 2014, key, {"姓名": "员工甲"}, date(2014, 8, 11))
    check = found(examine(master, machine=windows))["登记册"]
    assert (check.state, "2 个编号" in check.message) == (State.FINE, True)
    (master.parent / "登记" / "penalty" / "2014" / "000001.json").unlink()
    check = found(examine(master, machine=windows))["登记册"]
    assert (check.state, "有 1 处不对" in check.message) == (State.ACT, True)


@pytest.mark.parametrize(
    ("place", "says"), [("OneDrive/登记", "同步盘"), ("无/此/处", "找不到"), ("总表.xlsx", "不是")]
)
def test_a_place_that_can_be_no_register(windows: Machine, tmp_path: Path, place: str, says: str) -> None:
    (tmp_path / "OneDrive").mkdir()
    path = master_with(tmp_path / "总表.xlsx", f"{FACTS}\n参数\n名称 | 取值\n登记位置 | {place}\n")
    check = found(examine(path, machine=windows))["登记册"]
    assert (check.state, says in check.message) == (State.ACT, True), check


def test_the_departments_own_templates(windows: Machine, tmp_path: Path) -> None:
    path = master_with(tmp_path / "总表.xlsx", f"{FACTS}\n参数\n名称 | 取值\n模板位置 | 我的模板\n")
    check = found(examine(path, machine=windows))["部门模板"]
    assert (check.state, "不存在" in check.message) == (State.ACT, True)
    folder = tmp_path / "我的模板"
    folder.mkdir()
    own = folder / "违纪处罚单.docx"
    own.write_bytes(BUILDERS["违纪处罚单.docx"]())
    check = found(examine(path, machine=windows))["部门模板"]
    assert (check.state, "其中 1 个" in check.message) == (State.FINE, True)
    own.write_bytes(b"")
    check = found(examine(path, machine=windows))["部门模板"]
    assert (check.state, "1 个不能用" in check.message) == (State.ACT, True)


# doctor: the command line


def test_doctor_through_the_command_line(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(master.parent.rglob("*"))
    code, answer = call(capsys, "doctor", master, "--json")
    assert set(answer) == {"checks"}
    assert all(set(one) == {"state", "name", "message", "fix"} for one in answer["checks"])
    assert {one["state"] for one in answer["checks"]} <= {"正常", "注意", "要处理"}
    assert code == any(one["state"] == "要处理" for one in answer["checks"])
    assert sorted(master.parent.rglob("*")) == before
    code, text = call(capsys, "doctor", master.with_name("没有.xlsx"))
    assert code == 1
    assert "● 总表：找不到文件" in text
    assert re.fullmatch(r"检查完毕：\d 项要处理，\d 项要注意。", text.splitlines()[-1])


def test_this_computer_is_described() -> None:
    here = this_machine()
    assert (here.system, here.executable) == (sys.platform, Path(sys.executable))
    assert here.interpreter.is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("setup", "--json", "--to"), "后面要带一个值"),
        (("setup", "x", "--json"), "多出了“x”"),
        (("doctor", "--off", "--json"), "没有“--off”这个选项"),
        (("doctor", "a", "b", "--json"), "多出了“b”"),
        (("build", "here", "--json"), "多出了“here”"),
    ],
)
def test_a_wrong_call(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str) -> None:
    code, answer = call(capsys, *arguments)
    assert code == 2
    assert says in answer["error"]
