"""The VBA project: compression, compound file, streams; each read by other code than that which wrote it."""

import io
import random
import re
import struct
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import olefile  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.addin import project, xlwings_text
from pinzhi_xl.addin.compound import CUTOFF, compound_file
from pinzhi_xl.addin.compression import CHUNK, compress
from pinzhi_xl.addin.errors import (
    ModuleNameUnusable,
    ModuleTextUnusable,
    XlwingsChanged,
    XlwingsMissing,
    XlwingsOther,
)
from pinzhi_xl.addin.modules import addin_modules, own_module, with_crlf
from pinzhi_xl.addin.project import Kind, Module, document_module, vba_project
from pinzhi_xl.sheets import MASTER_PROPERTY
from tests.ovba import decompressed, document_modules, sources

SIZES = sorted({0, 1, 2, 3, 4, 15, 16, 17, 18, *(k * 4096 + d for k in (1, 2, 3) for d in (-2, -1, 0, 1, 2))})


def noise(size: int) -> bytes:
    """Bytes without a repetition worth a copy."""
    return random.Random(size).randbytes(size)


# Compression


@pytest.mark.parametrize("size", SIZES)
def test_compression_round_trip_at_the_borders_of_chunks(size: int) -> None:
    for content in (b"a" * size, (b"Sub A()\r\n" * size)[:size], bytes(range(256)) * (size // 256)):
        assert decompressed(compress(content)) == content


@given(st.binary(max_size=300), st.sampled_from(SIZES), st.binary(max_size=40))
def test_compression_round_trip(piece: bytes, size: int, end: bytes) -> None:
    content = (piece * (size // max(1, len(piece)) + 1))[:size] + end
    assert decompressed(compress(content)) == content


@given(st.text(alphabet="abc XY\r\n", max_size=9000))
def test_compression_of_text(text: str) -> None:
    content = text.encode()
    assert decompressed(compress(content)) == content


@pytest.mark.parametrize("size", [100, 3640, 4096, 8192, 12288, 8192 + 3640])
def test_what_does_not_compress_is_kept_raw(size: int) -> None:
    packed = compress(noise(size))
    assert decompressed(packed) == noise(size)
    assert len(packed) <= size + 3 * (size // CHUNK + 1) + 3640 // 8


def test_the_format_pads_a_last_raw_chunk() -> None:
    assert decompressed(compress(noise(4000))) == noise(4000).ljust(CHUNK, b"\0")


def test_the_example_of_the_specification() -> None:
    """MS-OVBA 3.2.2 and 3.2.3."""
    normal = bytes.fromhex(
        "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C 00 30 6D 6E 6F 70 06 71"
        "02 70 04 10 72 73 74 75 76 10 77 78 79 7A 00 3C"
    )
    text = b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"
    assert decompressed(normal) == text
    assert len(compress(text)) == len(normal)  # it takes other copies of the same length
    assert decompressed(compress(text)) == text
    assert compress(b"a" * 73) == bytes.fromhex("01 03 B0 02 61 45 00")


@pytest.mark.parametrize("planted", [b"", b"\x02\x00\xb0\x00", b"\x01\x03\xb0\x02", b"\x01\x03\xb0\x01\x00\x00"])
def test_the_decompressor_notices_what_is_broken(planted: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decompressed(planted)


# Compound file


@given(st.lists(st.sampled_from([0, 1, 63, 64, 65, 511, 512, 4095, 4096, 4097, 70_000]), max_size=20))
def test_every_stream_is_found_in_the_compound_file(sizes: list[int]) -> None:
    streams = {f"VBA/M{number * 7 % 20}": noise(size) for number, size in enumerate(sizes)}
    streams["PROJECT"] = noise(len(sizes))
    content = compound_file(streams)
    assert len(content) % 512 == 0
    with olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_POTENTIAL) as file:
        assert {"/".join(path) for path in file.listdir()} == set(streams)
        for name, stream in streams.items():
            assert file.openstream(name).read() == stream
        assert file.parsing_issues == []


def test_siblings_stand_in_order_and_every_one_is_reached() -> None:
    """By name length, then by capitals: walking the tree in order gives the sorted names."""
    names = ["dir", "_VBA_PROJECT", "ThisWorkbook", "PzTell", "PzBook", "xlwings", "PzRibbon"]
    content = compound_file({f"VBA/{name}": b"x" * CUTOFF for name in names})
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        entries = file.direntries
        storage = next(entry for entry in entries if entry and entry.name == "VBA")
        found = in_order(content, storage.sid_child)
    assert found == ["dir", "PzBook", "PzTell", "xlwings", "PzRibbon", "ThisWorkbook", "_VBA_PROJECT"]


def in_order(content: bytes, number: int) -> list[str]:
    """Names of a tree of siblings from left to right, read from the bytes of the directory."""
    if number == 0xFFFFFFFF:
        return []
    directory = (struct.unpack_from("<I", content, 48)[0] + 1) * 512
    entry = content[directory + number * 128 : directory + number * 128 + 128]
    length, _, _, left, right = struct.unpack_from("<HBBII", entry, 64)
    name = entry[: length - 2].decode("utf-16-le")
    return [*in_order(content, left), name, *in_order(content, right)]


def test_a_project_too_large_for_the_header_is_refused() -> None:
    with pytest.raises(ValueError, match="MB"):
        compound_file({"big": bytes(8 * 2**20)})


# Project


def test_olevba_extracts_every_module_exactly() -> None:
    modules = addin_modules()
    assert sources(vba_project(modules)) == {module.name: module.source for module in modules}


def test_olevba_would_notice_another_text() -> None:
    module = own_module("PzTell")
    content = vba_project([module])
    assert sources(content) != {"PzTell": module.source.replace("PzSay", "PzTold")}


def test_project_streams_name_the_modules() -> None:
    modules = [document_module("ThisWorkbook", "00020819"), Module("A", "\r\n"), Module("B", "")]
    content = vba_project(modules)
    assert document_modules(content) == ["ThisWorkbook"]
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        text = file.openstream("PROJECT").read().decode("ascii")
        names = file.openstream("PROJECTwm").read()
        directory = decompressed(file.openstream("VBA/dir").read())
        assert file.openstream("VBA/_VBA_PROJECT").read() == bytes.fromhex("CC61FFFF000100")
    assert "Module=A\r\nModule=B\r\n" in text
    assert (
        names == b"".join(m.name.encode() + b"\0" + f"{m.name}\0".encode("utf-16-le") for m in modules) + b"\0\0"
    )
    assert [number for number, _ in records(directory)].count(0x22) == 1
    assert dict(records(directory))[0x0F] == b"\x03\x00"
    assert {name: plain(value) for name, value in re.findall(r'(CMG|DPB|GC)="([0-9A-F]+)"', text)} == {
        "CMG": (2, bytes(4)),
        "DPB": (2, bytes(1)),
        "GC": (2, b"\xff"),
    }


def records(directory: bytes) -> list[tuple[int, bytes]]:
    """The records of `dir`; that of the version is two bytes longer than it says."""
    found, place = [], 0
    while place < len(directory):
        number, length = struct.unpack_from("<HI", directory, place)
        length += 2 * (number == 0x09)
        found.append((number, directory[place + 6 : place + 6 + length]))
        place += 6 + length
    assert place == len(directory)
    assert found[-1] == (0x10, b"")
    return found


def plain(value: str) -> tuple[int, bytes]:
    """Version and data behind an obscured value (MS-OVBA 2.4.3.3); the key must be that of the project."""
    hidden = bytes.fromhex(value)
    seed, version, key = hidden[0], hidden[0] ^ hidden[1], hidden[0] ^ hidden[2]
    assert key == sum(project._IDENTITY.encode()) & 0xFF
    decoded, before, last, shown = bytearray(), hidden[1], hidden[2], key
    for byte in hidden[3:]:
        shown = byte ^ (before + shown & 0xFF)
        before, last = last, byte
        decoded.append(shown)
    content = decoded[(seed & 6) // 2 :]
    assert int.from_bytes(content[:4], "little") == len(content) - 4
    return version, bytes(content[4:])


@pytest.mark.parametrize("name", ["", "_A", "1A", "A-B", "A B", "模块", "A" * 32, "dir", "DIR", project.PROJECT])
def test_names_that_excel_would_not_take_are_refused(name: str) -> None:
    with pytest.raises(ModuleNameUnusable) as refused:
        vba_project([Module(name, "")])
    assert f"“{name}”" in str(refused.value)


def test_the_same_name_twice_is_refused() -> None:
    with pytest.raises(ModuleNameUnusable):
        vba_project([Module("A", ""), Module("a", "", Kind.DOCUMENT)])


@pytest.mark.parametrize(
    ("text", "line"),
    [("A\r\n' 中\r\n", 2), ("A\r\nB\nC\r\n", 2), ("A\r\rB\r\n", 1), ("A\r\nB", 2), ("A\r\nA", 2), ("A\0\r\n", 1)],
)
def test_texts_that_excel_would_garble_are_refused(text: str, line: int) -> None:
    with pytest.raises(ModuleTextUnusable) as refused:
        vba_project([Module("A", text)])
    assert f"A 第 {line} 行" in str(refused.value)


# The modules of the add-in


def test_lines_are_crlf_whatever_the_checkout_made_of_them() -> None:
    assert with_crlf("a\nb\n") == with_crlf("a\r\nb\r\n") == with_crlf("a\r\nb") == "a\r\nb\r\n"
    for module in addin_modules():
        assert module.source.isascii()
        assert set(re.sub("\r\n", "", module.source)) <= {"\t", *map(chr, range(32, 127))}
        assert module.source.startswith(f'Attribute VB_Name = "{module.name}"\r\n')


def test_the_callback_knows_the_property_of_a_master() -> None:
    assert f'MASTER_PROPERTY As String = "{MASTER_PROPERTY}"' in own_module("PzRibbon").source


def test_xlwings_keeps_its_licence_and_gets_our_name() -> None:
    source = {module.name: module.source for module in addin_modules()}["xlwings"]
    assert source.count('Public Const PROJECT_NAME As String = "pinzhi_xl"\r\n') == 1
    assert "myaddin" not in source
    licence = str(distribution("xlwings").read_text("licenses/LICENSE.txt"))
    text = re.sub("^'", "", source.replace("\r\n", "\n"), flags=re.MULTILINE)
    assert "Copyright (C) 2014-present, Zoomer Analytics LLC." in text
    assert one_line(licence[licence.index("Redistribution and use") :]) in one_line(text)


def one_line(text: str) -> str:
    return " ".join(text.split())


LINE = 'Public Const PROJECT_NAME As String = "myaddin"\r\n'


@pytest.mark.parametrize("text", ["", LINE + LINE, LINE.replace("myaddin", "other"), f"' {LINE}"])
def test_another_xlwings_text_is_refused(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / xlwings_text.FILE
    file.write_bytes(f'Attribute VB_Name = "xlwings"\r\n{text}'.encode())
    monkeypatch.setattr(xlwings_text, "_file", lambda: file)
    with pytest.raises(XlwingsChanged, match=r"xlwings==0\.37\.8"):
        xlwings_text.xlwings_text()


def test_another_version_or_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlwings_text, "version", lambda _name: "0.30.0")
    with pytest.raises(XlwingsOther, match=r"0\.30\.0.*0\.37\.8"):
        xlwings_text.xlwings_text()

    def none(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(xlwings_text, "version", none)
    with pytest.raises(XlwingsMissing, match=r"0\.37\.8"):
        xlwings_text.xlwings_text()
    monkeypatch.undo()
    monkeypatch.setattr(xlwings_text, "find_spec", lambda _name: None)
    with pytest.raises(XlwingsChanged):
        xlwings_text.xlwings_text()
