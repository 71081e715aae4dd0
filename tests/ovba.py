"""Reading VBA projects independently of the code that writes them: decompression by MS-OVBA 2.4.1.3, `PROJECT`."""

import io
import math
import re
import warnings

import olefile  # type: ignore[import-untyped]

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # oletools is not up to date with pyparsing
    from oletools.olevba import VBA_Parser  # type: ignore[import-untyped]


def decompressed(container: bytes) -> bytes:
    """The bytes behind a compressed container; ValueError for what breaks the format."""
    if container[:1] != b"\x01":
        raise ValueError("signature")
    out = bytearray()
    place = 1
    while place < len(container):
        header = int.from_bytes(container[place : place + 2], "little")
        size = (header & 0x0FFF) + 3
        chunk = container[place + 2 : place + size]
        if header >> 12 & 0b111 != 0b011 or len(chunk) != size - 2:
            raise ValueError("chunk header")
        if header & 0x8000:
            out += decompressed_chunk(chunk)
        elif len(chunk) != 4096:
            raise ValueError("raw chunk")
        else:
            out += chunk
        place += size
    return bytes(out)


def decompressed_chunk(chunk: bytes) -> bytes:
    out = bytearray()
    place = 0
    while place < len(chunk):
        flags = chunk[place]
        place += 1
        for bit in range(8):
            if place >= len(chunk):
                break
            if flags & (1 << bit):
                copy(out, int.from_bytes(chunk[place : place + 2], "little"))
                place += 2
            else:
                out.append(chunk[place])
                place += 1
    if len(out) > 4096:
        raise ValueError("chunk too long")
    return bytes(out)


def copy(out: bytearray, token: int) -> None:
    """Append what a copy token names."""
    bits = max(math.ceil(math.log2(len(out))), 4) if out else 4
    length = (token & (0xFFFF >> bits)) + 3
    offset = (token >> (16 - bits)) + 1
    if offset > len(out):
        raise ValueError("offset before the chunk")
    for _ in range(length):
        out.append(out[-offset])


def sources(file: bytes) -> dict[str, str]:
    """Module → source as olevba extracts it from a workbook or a vbaProject.bin."""
    parser = VBA_Parser("file", data=file)
    try:
        return {name.rpartition(".")[0]: text for _, _, name, text in parser.extract_macros()}
    finally:
        parser.close()


def document_modules(project: bytes) -> list[str]:
    """The names that `PROJECT` lists as modules of documents."""
    with olefile.OleFileIO(io.BytesIO(project)) as file:
        text = file.openstream("PROJECT").read().decode("ascii")
    return re.findall(r"^Document=(\w+)/&H00000000\r$", text, re.MULTILINE)
