"""A VBA project as Office keeps it (MS-OVBA): source text only, Office compiles it when it is opened."""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pinzhi_xl.addin.compound import compound_file
from pinzhi_xl.addin.compression import compress
from pinzhi_xl.addin.errors import ModuleNameUnusable, ModuleTextUnusable

PROJECT = "PinzhiAddin"
_IDENTITY = "{5D0B1E0C-6A63-4C8E-9B1F-3A7E4D2C9F10}"
_SEED = 0x5A
_NO_CACHE = bytes.fromhex("CC61FFFF000100")
_CODE_PAGE = 1252
_LANGUAGE = 0x409
_COOKIE = 0xFFFF
_LONGEST_NAME = 31
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_HOST = "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000"
_REFERENCES = {
    "stdole": r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation",
    "Office": r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\Program Files\Common Files\Microsoft Shared"
    r"\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library",
}
"""Libraries besides those of VBA and Excel: Office declares IRibbonControl."""


class Kind(Enum):
    """What a module is to the project: its record in `dir` and its word in `PROJECT`."""

    STANDARD = (0x21, "Module={name}")
    DOCUMENT = (0x22, "Document={name}/&H00000000")


@dataclass(frozen=True)
class Module:
    """A module: `source` is what an exported file holds, ASCII with CRLF."""

    name: str
    source: str
    kind: Kind = Kind.STANDARD


def document_module(name: str, base: str) -> Module:
    """The empty module of the workbook or a sheet; `base` is the first part of its class."""
    lines = {
        "VB_Name": f'"{name}"',
        "VB_Base": f'"0{{{base}-0000-0000-C000-000000000046}}"',
        "VB_GlobalNameSpace": "False",
        "VB_Creatable": "False",
        "VB_PredeclaredId": "True",
        "VB_Exposed": "True",
        "VB_TemplateDerived": "False",
        "VB_Customizable": "True",
    }
    return Module(name, "".join(f"Attribute {key} = {value}\r\n" for key, value in lines.items()), Kind.DOCUMENT)


def vba_project(modules: Sequence[Module]) -> bytes:
    """The content of vbaProject.bin."""
    check(modules)
    streams = {f"VBA/{module.name}": compress(module.source.encode("ascii")) for module in modules}
    return compound_file(
        {
            **streams,
            "VBA/_VBA_PROJECT": _NO_CACHE,
            "VBA/dir": compress(_directory(modules)),
            "PROJECT": _project(modules).encode("ascii"),
            "PROJECTwm": _names(modules),
        }
    )


def check(modules: Sequence[Module]) -> None:
    """Refuse names and texts that Office would not take."""
    taken = {PROJECT.lower(), "dir", "_vba_project"}
    for module in modules:
        name = module.name
        if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME or name.lower() in taken:
            raise ModuleNameUnusable(module=name)
        taken.add(name.lower())
        lines = module.source.split("\r\n")
        for number, line in enumerate(lines, start=1):
            unended = number == len(lines) and line
            if unended or not line.isascii() or set(line) & {"\r", "\n", "\0"}:
                raise ModuleTextUnusable(module=name, line=number)


def _record(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(content)) + content


def _text(narrow: int, wide: int, text: str) -> bytes:
    """A text as its two records: in the code page, and in UTF-16."""
    return _record(narrow, text.encode("ascii")) + _record(wide, text.encode("utf-16-le"))


def _directory(modules: Sequence[Module]) -> bytes:
    """The stream `dir`: the project, its libraries, its modules."""
    number = struct.Struct("<I").pack
    project = [
        _record(0x01, number(1)),
        _record(0x02, number(_LANGUAGE)),
        _record(0x14, number(_LANGUAGE)),
        _record(0x03, struct.pack("<H", _CODE_PAGE)),
        _record(0x04, PROJECT.encode("ascii")),
        _text(0x05, 0x40, ""),
        _record(0x06) + _record(0x3D),
        _record(0x07, number(0)),
        _record(0x08, number(0)),
        struct.pack("<HIIH", 0x09, 4, 1, 0),
        _text(0x0C, 0x3C, ""),
    ]
    counted = [_record(0x0F, struct.pack("<H", len(modules))), _record(0x13, struct.pack("<H", _COOKIE))]
    end = [_record(0x10)]
    return b"".join([*project, *map(_reference, _REFERENCES), *counted, *map(_module, modules), *end])


def _reference(name: str) -> bytes:
    library = _REFERENCES[name].encode("ascii")
    return _text(0x16, 0x3E, name) + _record(0x0D, struct.pack("<I", len(library)) + library + bytes(6))


def _module(module: Module) -> bytes:
    parts = [
        _text(0x19, 0x47, module.name),
        _text(0x1A, 0x32, module.name),
        _text(0x1C, 0x48, ""),
        _record(0x31, bytes(4)),
        _record(0x1E, bytes(4)),
        _record(0x2C, struct.pack("<H", _COOKIE)),
        _record(module.kind.value[0]),
        _record(0x2B),
    ]
    return b"".join(parts)


def _project(modules: Sequence[Module]) -> str:
    """The stream `PROJECT`: a text that lists the modules and says that nothing is protected."""
    lines = [
        f'ID="{_IDENTITY}"',
        *(module.kind.value[1].format(name=module.name) for module in modules),
        f'Name="{PROJECT}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{_obscured(bytes(4))}"',
        f'DPB="{_obscured(bytes(1))}"',
        f'GC="{_obscured(bytes([0xFF]))}"',
        "",
        "[Host Extender Info]",
        _HOST,
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _obscured(content: bytes) -> str:
    """Data as MS-OVBA 2.4.3 hides it: each byte depends on the two before, seeded."""
    key = sum(_IDENTITY.encode("ascii")) & 0xFF
    hidden = [_SEED, _SEED ^ 2, _SEED ^ key]
    plain = key
    for byte in (*bytes((_SEED & 6) // 2), *struct.pack("<I", len(content)), *content):
        hidden.append(byte ^ (hidden[-2] + plain & 0xFF))
        plain = byte
    return bytes(hidden).hex().upper()


def _names(modules: Sequence[Module]) -> bytes:
    """The stream `PROJECTwm`: each name in the code page and in UTF-16."""
    pairs = (module.name.encode("ascii") + b"\0" + f"{module.name}\0".encode("utf-16-le") for module in modules)
    return b"".join(pairs) + bytes(2)
