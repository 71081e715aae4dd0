"""Raw deflate and CRC-32: isal when it is installed (extra `fast`), else zlib."""

import zlib
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Protocol

_engine: ModuleType
try:
    from isal import isal_zlib as _engine
except ImportError:  # the plain installation
    _engine = zlib

_RAW = -15
_CHUNK = 1 << 20


class _Deflater(Protocol):
    def compress(self, data: bytes | memoryview, /) -> bytes: ...

    def flush(self) -> bytes: ...


class _Inflater(Protocol):
    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes | memoryview, max_length: int, /) -> bytes: ...


crc32: Callable[..., int] = _engine.crc32
"""CRC-32 of bytes, continued from an earlier value."""


def deflate(pieces: Iterable[bytes | memoryview]) -> tuple[list[bytes], int, int]:
    """Compressed chunks, CRC-32 and plain size of the joined pieces."""
    deflater: _Deflater = _engine.compressobj(1, zlib.DEFLATED, _RAW)
    crc = size = 0
    packed: list[bytes] = []
    for piece in _batches(pieces):
        crc = crc32(piece, crc)
        size += len(piece)
        packed.append(deflater.compress(piece))
    packed.append(deflater.flush())
    return packed, crc, size


def inflate(data: bytes | memoryview, size: int) -> bytes:
    """`size` plain bytes of a raw deflate stream; ValueError when the stream holds anything else."""
    inflater: _Inflater = _engine.decompressobj(_RAW)
    try:
        plain = inflater.decompress(data, size + 1)
    except _engine.error as error:
        raise ValueError(str(error)) from error
    if len(plain) != size or not inflater.eof:
        raise ValueError(size)
    return plain


def _batches(pieces: Iterable[bytes | memoryview]) -> Iterable[bytes | memoryview]:
    """The same bytes in pieces of a size that is worth a call."""
    small: list[bytes | memoryview] = []
    waiting = 0
    for piece in pieces:
        small.append(piece)
        waiting += len(piece)
        if waiting >= _CHUNK:
            yield small[0] if len(small) == 1 else b"".join(small)
            small, waiting = [], 0
    if small:
        yield b"".join(small)
