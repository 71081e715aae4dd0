"""The shared strings of a workbook, decoded one by one when asked for."""

import re

from pinzhi_xl.workbook.package import DamagedPackage, Package
from pinzhi_xl.workbook.part_cells import rich_text

_ITEM = re.compile(rb"<(?:\w+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?si\s*>)", re.DOTALL)
_PREFIX = re.compile(rb"<(/?)\w+:")


class SharedStrings:
    """Texts by index; the part is read at the first question."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._package = package
        self._part = part
        self._items: list[bytes] | None = None

    def __call__(self, index: int) -> str:
        """The text at `index`."""
        if self._items is None:
            self._items = self._load()
        try:
            return rich_text(self._items[index])
        except IndexError as error:
            raise DamagedPackage(self._part or "sharedStrings.xml") from error

    def _load(self) -> list[bytes]:
        xml = self._package.read(self._part) if self._part else b""
        pieces = xml.split(b"<si>")[1:]
        if len(pieces) == xml.count(b"</si>"):
            return pieces
        return [_PREFIX.sub(rb"<\1", item) for item in _ITEM.findall(xml)]
