"""A compound file (MS-CFB version 3) from named streams: the container of vbaProject.bin.

Every sector, time and identifier is fixed by the streams alone, so the same streams are the same bytes.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

SECTOR = 512
MINI_SECTOR = 64
CUTOFF = 4096
_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
_FREE, _END, _IS_FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_BLACK = 1
_TABLES_IN_HEADER = 109
_ENTRY = struct.Struct("<64sHBBIII16sIQQIQ")
_NUMBERS = SECTOR // 4
"""Sector numbers that fit a sector."""


class _Run(NamedTuple):
    """Sectors one behind the other."""

    start: int
    size: int


@dataclass
class _Node:
    """A directory entry; `left`, `right` and `child` are numbers of other entries."""

    name: str
    kind: int
    content: bytes = b""
    children: list["_Node"] = field(default_factory=list)
    number: int = 0
    left: int = _FREE
    right: int = _FREE
    child: int = _FREE
    start: int = 0
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        links = (self.left, self.right, self.child)
        return _ENTRY.pack(name, len(name), self.kind, _BLACK, *links, b"", 0, 0, 0, self.start, self.size)


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """The file that holds `streams`; a name is ``stream`` or ``storage/stream``."""
    root = _tree(streams)
    nodes = _numbered(root)
    big = [node for node in nodes if len(node.content) >= CUTOFF]
    small, mini_table = _mini_stream(nodes)
    lengths = [len(nodes) * _ENTRY.size, len(mini_table), len(small), *(len(node.content) for node in big)]
    tables, runs = _placed(lengths)
    for node, run in zip((root, *big), runs[2:], strict=True):
        node.start = run.start
    root.size = len(small)
    numbers = [_IS_FAT] * tables + [number for run in runs for number in _chain(run)]
    content = [_directory(nodes), mini_table, small, *(node.content for node in big)]
    return _header(tables, *runs[:2]) + _packed(numbers) + b"".join(_padded(part, SECTOR) for part in content)


def _placed(lengths: list[int]) -> tuple[int, list[_Run]]:
    """How many sectors the allocation table takes, and the runs behind it that hold contents of these lengths."""
    sizes = [ceil(length / SECTOR) for length in lengths]
    tables = 1
    while tables * _NUMBERS < tables + sum(sizes):
        tables += 1
    if tables > _TABLES_IN_HEADER:
        raise ValueError("more than 6.8 MB")
    return tables, [_Run(tables + sum(sizes[:place]) if size else _END, size) for place, size in enumerate(sizes)]


def _tree(streams: Mapping[str, bytes]) -> _Node:
    """Root, storages and streams, not yet numbered."""
    root = _Node("Root Entry", _ROOT)
    storages: dict[str, _Node] = {}
    for path, content in streams.items():
        storage, _, name = path.rpartition("/")
        parent = root
        if storage:
            if storage not in storages:
                storages[storage] = _Node(storage, _STORAGE)
                root.children.append(storages[storage])
            parent = storages[storage]
        parent.children.append(_Node(name, _STREAM, content, size=len(content)))
    return root


def _numbered(root: _Node) -> list[_Node]:
    """All nodes in the order of the directory, siblings linked as a balanced tree."""
    nodes = [root]
    waiting = [root]
    while waiting:
        parent = waiting.pop(0)
        parent.children.sort(key=_sibling_order)
        for node in parent.children:
            node.number = len(nodes)
            nodes.append(node)
        parent.child = _balanced(parent.children)
        waiting += [node for node in parent.children if node.kind == _STORAGE]
    return nodes


def _sibling_order(node: _Node) -> tuple[int, str]:
    """Shorter names first, then by their capitals: names here are ASCII."""
    return len(node.name), node.name.upper()


def _balanced(nodes: list[_Node]) -> int:
    """Link sorted siblings; the number of the topmost."""
    if not nodes:
        return _FREE
    middle = len(nodes) // 2
    top = nodes[middle]
    top.left, top.right = _balanced(nodes[:middle]), _balanced(nodes[middle + 1 :])
    return top.number


def _mini_stream(nodes: list[_Node]) -> tuple[bytes, bytes]:
    """The small streams one behind the other, and the table of their mini sectors."""
    content, numbers = b"", list[int]()
    for node in nodes:
        if node.kind == _STREAM and len(node.content) < CUTOFF:
            run = _Run(len(numbers), ceil(len(node.content) / MINI_SECTOR))
            node.start = run.start if run.size else _END
            numbers += _chain(run)
            content += _padded(node.content, MINI_SECTOR)
    return content, _packed(numbers)


def _chain(run: _Run) -> list[int]:
    """The entries of a run in the table: each names the next sector, the last says that it is the last."""
    return [*range(run.start + 1, run.start + run.size), _END] if run.size else []


def _directory(nodes: list[_Node]) -> bytes:
    """All entries, and as many unused ones as fill a sector."""
    unused = _ENTRY.pack(b"", 0, 0, 0, _FREE, _FREE, _FREE, b"", 0, 0, 0, 0, 0)
    return b"".join(node.packed() for node in nodes) + unused * (-len(nodes) % (SECTOR // _ENTRY.size))


def _header(tables: int, directory: _Run, mini_table: _Run) -> bytes:
    fixed = struct.pack("<8s16sHHHHH6x", _SIGNATURE, b"", 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<9I", 0, tables, directory.start, 0, CUTOFF, *mini_table, _END, 0)
    numbers = [*range(tables), *[_FREE] * (_TABLES_IN_HEADER - tables)]
    return fixed + places + struct.pack(f"<{_TABLES_IN_HEADER}I", *numbers)


def _packed(numbers: list[int]) -> bytes:
    """Sector numbers in whole sectors, the rest marked free."""
    filled = [*numbers, *[_FREE] * (-len(numbers) % _NUMBERS)]
    return struct.pack(f"<{len(filled)}I", *filled)


def _padded(content: bytes, size: int) -> bytes:
    return content.ljust(ceil(len(content) / size) * size, b"\0")
