"""The zip package of a workbook, with members copied raw when they do not change."""

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pinzhi_xl.workbook.deflate import crc32, deflate, inflate

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8 = 0x800
_LIMIT = 0xFFFFFFFF
_STORED, _DEFLATED = 0, 8

Pieces = Iterable[bytes | memoryview]


class DamagedPackage(ValueError):
    """The bytes are no zip package that can be rewritten safely; the argument names the part or is empty."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the package and where its local record lies in the file."""

    name: str
    central: bytes
    start: int
    end: int
    method: int
    crc: int
    packed: int
    size: int


class Package:
    """A zip file held in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        try:
            self._members = {member.name: member for member in _members(data)}
        except (struct.error, UnicodeDecodeError) as error:
            raise DamagedPackage("") from error

    @property
    def names(self) -> list[str]:
        """Names of all members in their order."""
        return list(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def record(self, name: str) -> memoryview:
        """The member's local record as it lies in the file: header, compressed bytes, descriptor."""
        member = self._members[name]
        return memoryview(self.data)[member.start : member.end]

    def central(self, name: str) -> bytes:
        """The member's directory entry without its offset."""
        entry = self._members[name].central
        return entry[:42] + entry[46:]

    def read(self, name: str) -> bytes:
        """Plain bytes of a member, its CRC checked."""
        if name not in self._members:
            raise DamagedPackage(name)
        member = self._members[name]
        lengths = struct.unpack_from("<2H", self.data, member.start + 26)
        start = member.start + _LOCAL.size + sum(lengths)
        packed = memoryview(self.data)[start : start + member.packed]
        if len(packed) != member.packed or member.method not in {_STORED, _DEFLATED}:
            raise DamagedPackage(name)
        try:
            plain = inflate(packed, member.size) if member.method == _DEFLATED else bytes(packed)
        except ValueError as error:
            raise DamagedPackage(name) from error
        if crc32(plain) != member.crc:
            raise DamagedPackage(name)
        return plain

    def rewritten(self, changed: Mapping[str, Pieces], dropped: Collection[str] = ()) -> Iterator[bytes]:
        """The file's new bytes: members in their old order, `changed` ones deflated anew, others raw."""
        directory: list[bytes] = []
        offset = 0
        for name, member in self._members.items():
            if name in dropped:
                continue
            if name in changed:
                chunks, entry = _fresh(member, changed[name])
            else:
                chunks, entry = [bytes(self.record(name))], member.central
            directory.append(entry[:42] + struct.pack("<L", offset) + entry[46:])
            for chunk in chunks:
                offset += len(chunk)
                yield chunk
        central = b"".join(directory)
        count = len(directory)
        yield central + _END.pack(b"PK\5\6", 0, 0, count, count, len(central), offset, 0)


def _fresh(member: Member, pieces: Pieces) -> tuple[list[bytes], bytes]:
    """Local record and directory entry of a member with new content; name, time and attributes stay."""
    fields = list(_CENTRAL.unpack_from(member.central))
    raw_name = member.central[_CENTRAL.size : _CENTRAL.size + fields[10]]
    packed, crc, size = deflate(pieces)
    length = sum(map(len, packed))
    fields[2:5] = [20, fields[3] & _UTF8, _DEFLATED]
    fields[7:10] = [crc, length, size]
    fields[11:13] = [0, 0]
    local = _LOCAL.pack(b"PK\3\4", *fields[2:10], len(raw_name), 0)
    return [local + raw_name, *packed], _CENTRAL.pack(*fields) + raw_name


def _members(data: bytes) -> list[Member]:
    at = data.rfind(b"PK\5\6")
    if at < 0:
        raise DamagedPackage("")
    *_, count, size, offset, _comment = _END.unpack_from(data, at)
    if count == 0xFFFF or _LIMIT in {size, offset} or offset + size > at:
        raise DamagedPackage("")
    entries = list(_entries(data, offset, count))
    ends = _ends(sorted(start for _, start, _ in entries), offset)
    members = [_member(data, name, entry, start, ends[start]) for name, start, entry in entries]
    if len({member.name for member in members}) != len(members) or len(ends) != len(members):
        raise DamagedPackage("")
    return members


def _entries(data: bytes, at: int, count: int) -> Iterator[tuple[str, int, bytes]]:
    for _ in range(count):
        fields = _CENTRAL.unpack_from(data, at)
        lengths = fields[10:13]
        end = at + _CENTRAL.size + sum(lengths)
        if fields[0] != b"PK\1\2" or end > len(data) or _LIMIT in {fields[8], fields[9], fields[16]}:
            raise DamagedPackage("")
        raw = data[at + _CENTRAL.size : at + _CENTRAL.size + lengths[0]]
        yield raw.decode("utf-8" if fields[3] & _UTF8 else "cp437"), fields[16], data[at:end]
        at = end


def _ends(starts: list[int], directory: int) -> dict[int, int]:
    return dict(zip(starts, [*starts, directory][1:], strict=True))


def _member(data: bytes, name: str, entry: bytes, start: int, end: int) -> Member:
    fields = _CENTRAL.unpack_from(entry)
    if data[start : start + 4] != b"PK\3\4" or fields[3] & 1:
        raise DamagedPackage(name)
    return Member(name, entry, start, end, fields[4], fields[7], fields[8], fields[9])
