"""The compression of VBA sources (MS-OVBA 2.4.1): chunks of 4096 bytes, copies stay within their chunk."""

from collections import defaultdict

CHUNK = 4096
SHORTEST = 3
_SIGNATURE = 0x01
_COMPRESSED = 0xB000
_RAW = 0x3FFF


def compress(content: bytes) -> bytes:
    """`content` as a compressed container.

    The format cannot say how long a raw chunk is: a last chunk that does not compress at all (no repetition in
    more than 3,640 bytes) comes back padded with zeros, as the specification says. Source text always compresses.
    """
    chunks = (content[start : start + CHUNK] for start in range(0, len(content), CHUNK))
    return bytes([_SIGNATURE]) + b"".join(map(_container, chunks))


def offset_bits(position: int) -> int:
    """How many bits of a copy token hold the offset at `position` of a chunk."""
    return max(4, (position - 1).bit_length())


def _container(chunk: bytes) -> bytes:
    """A chunk behind its header."""
    packed = _packed(chunk)
    if len(packed) > CHUNK:
        return _RAW.to_bytes(2, "little") + chunk.ljust(CHUNK, b"\0")
    return (_COMPRESSED | len(packed) - 1).to_bytes(2, "little") + packed


def _packed(chunk: bytes) -> bytes:
    """Groups of a flag byte and up to eight tokens: a byte as it is, or a copy of what stands before."""
    groups = bytearray()
    seen: dict[bytes, list[int]] = defaultdict(list)
    position = 0
    while position < len(chunk):
        flags, tokens = 0, bytearray()
        for bit in range(8):
            if position >= len(chunk):
                break
            start, length = _longest(chunk, position, seen)
            if length:
                flags |= 1 << bit
                tokens += _copy_token(position, position - start, length)
            else:
                tokens.append(chunk[position])
                length = 1
            for place in range(position, position + length):
                seen[chunk[place : place + SHORTEST]].append(place)
            position += length
        groups.append(flags)
        groups += tokens
    return bytes(groups)


def _longest(chunk: bytes, position: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """Where the longest copy for `position` begins, and its length; the nearest of equals, length 0 for none."""
    limit = min(len(chunk) - position, (0xFFFF >> offset_bits(position)) + SHORTEST)
    best, longest = 0, 0
    for start in reversed(seen.get(chunk[position : position + SHORTEST], ()) if limit >= SHORTEST else ()):
        length = SHORTEST
        while length < limit and chunk[start + length] == chunk[position + length]:
            length += 1
        if length > longest:
            best, longest = start, length
        if longest == limit:
            break
    return best, longest


def _copy_token(position: int, offset: int, length: int) -> bytes:
    """Offset and length in 16 bits, divided according to the position."""
    return (offset - 1 << 16 - offset_bits(position) | length - SHORTEST).to_bytes(2, "little")
