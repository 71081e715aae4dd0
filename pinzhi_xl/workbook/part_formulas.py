"""Shared formulas whose first cell is overwritten: the cells that lean on it get their own text."""

import re
from collections.abc import Mapping

from pinzhi_xl.model import Cell
from pinzhi_xl.workbook.change import Position
from pinzhi_xl.workbook.part_cells import CELL, Formula, column_number, formula_of
from pinzhi_xl.workbook.part_text import escaped, unescaped

_ADDRESS = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')


def leaning_cells(xml: bytes, masters: Mapping[str, tuple[str, Formula]]) -> dict[Position, tuple[bytes, str]]:
    """Cells that share a formula with an overwritten first cell: position → (cell, its own formula).

    `masters` gives address and formula of the overwritten cells by their share index.
    """
    if not masters:
        return {}
    from openpyxl.formula.translate import Translator  # a fifth of a second that hardly any writing needs

    found: dict[Position, tuple[bytes, str]] = {}
    for index, (origin, formula) in masters.items():
        text = "=" + unescaped(formula.text)
        at = xml.find(b'si="%s"' % index.encode())
        while at >= 0:
            cell = CELL.match(xml, xml.rfind(b"<c ", 0, at))
            position = _leaning(cell[0], index) if cell else None
            if cell and position:
                own = Translator(text, origin=origin).translate_formula(_name(position))
                found[position] = (cell[0], own.removeprefix("="))
            at = xml.find(b'si="%s"' % index.encode(), at + 1)
    return found


def formula_markup(text: str) -> bytes:
    """XML bytes of a formula."""
    return escaped(text)


def _leaning(cell: bytes, index: str) -> Position | None:
    formula, address = formula_of(cell), _ADDRESS.search(cell)
    if not formula or not address or formula.text or formula.attribute("t") != "shared":
        return None
    if formula.attribute("si") != index:
        return None
    return int(address[2]), column_number(address[1].decode())


def _name(position: Position) -> str:
    return Cell("", *position).address
