"""Changes a few cells of a sheet part: bytes in, bytes out, every other row copied as it is."""

from dataclasses import dataclass

from pinzhi_xl.model import Cell, Link, Value
from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.change import Position, SheetChange
from pinzhi_xl.workbook.errors import CellArrayFormula, CellMerged, KeyChanged, SheetUnreadable
from pinzhi_xl.workbook.part_cells import (
    Formula,
    IrregularSheet,
    address,
    all_cells,
    cell_xml,
    content_in,
    formula_of,
    formula_xml,
    style_of,
    with_formula,
)
from pinzhi_xl.workbook.part_formulas import formula_markup, leaning_cells
from pinzhi_xl.workbook.part_frame import Range
from pinzhi_xl.workbook.part_links import location_of, locations, relink
from pinzhi_xl.workbook.part_normal import normalised
from pinzhi_xl.workbook.part_rows import row_with
from pinzhi_xl.workbook.part_sheet import Sheet
from pinzhi_xl.workbook.part_strings import SharedStrings
from pinzhi_xl.workbook.part_text import unescaped
from pinzhi_xl.workbook.part_values import Content, content_of, same_content, same_key


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rest of the workbook says about its cells."""

    strings: SharedStrings
    dated: frozenset[int]
    date1904: bool


@dataclass(frozen=True, slots=True)
class Operated:
    """A changed sheet: the bytes it came from, its new pieces, what each written cell must read as.

    `starts` says where in the old bytes each written row begins, or would.
    """

    old: bytes
    pieces: list[bytes | memoryview]
    expected: dict[int, dict[int, Content]]
    starts: dict[int, int]
    formulas_changed: bool


def operate(sheet: Sheet, change: SheetChange, rules: Rules) -> Operated:
    """The sheet with a change applied; nothing in `expected` when every cell read so already."""
    try:
        try:
            return _Operation(sheet, change, rules).run()
        except IrregularSheet:
            return _Operation(Sheet(normalised(sheet.xml)), change, rules).run()
    except ValueError as error:
        raise SheetUnreadable(sheet=change.sheet, detail=words.DETAIL_CELLS) from error


def opened(xml: bytes, name: str) -> Sheet:
    """The sheet of a part, normalised first when it is written in an unusual way."""
    try:
        try:
            sheet = Sheet(xml)
            _probe(sheet)
        except IrregularSheet:
            sheet = Sheet(normalised(xml))
            _probe(sheet)
    except IrregularSheet as error:
        raise SheetUnreadable(sheet=name, detail=words.DETAIL_ROWS) from error
    return sheet


def _probe(sheet: Sheet) -> None:
    """Writers are consistent: two rows tell whether cells carry addresses."""
    for number in sheet.numbers[:1] + sheet.numbers[-1:]:
        all_cells(sheet.row(number), number)


class _Operation:
    def __init__(self, sheet: Sheet, change: SheetChange, rules: Rules) -> None:
        self.sheet, self.change, self.rules = sheet, change, rules
        self.new: dict[int, dict[int, bytes]] = {}
        self.expected: dict[int, dict[int, Content]] = {}
        self.links: dict[Position, Link | None] = {}
        self.masters: dict[str, tuple[str, Formula]] = {}
        self.formulas_changed = False
        self._known: dict[int, tuple[int, int | None]] = {}
        self._locations = locations(sheet.frame)

    def run(self) -> Operated:
        """Check, compute, splice; errors before anything is built."""
        self._check_keys()
        self._clear()
        for row in sorted(self.change.cells):
            for column in sorted(self.change.cells[row]):
                self._write(row, column, self.change.cells[row][column])
        self._add_formulas()
        self._check_merges()
        self._unshare()
        starts = {row: self.sheet.start(row) for row in self.expected}
        return Operated(self.sheet.xml, self._pieces(), self.expected, starts, self.formulas_changed)

    def _check_keys(self) -> None:
        for key in self.change.keys:
            cell = self.sheet.cell(key.row, key.column)
            found = content_in(cell, self.rules.strings) if cell else Content()
            if not same_key(key.value, found, date1904=self.rules.date1904):
                raise KeyChanged(
                    sheet=self.change.sheet,
                    cell=Cell("", key.row, key.column).address,
                    label=key.label,
                    found=found.text,
                    expected="" if key.value is None else key.value,
                )

    def _clear(self) -> None:
        if not self.change.cleared:
            return
        for number in self.sheet.rows_below(self.change.header_row):
            row_xml = self.sheet.row(number)
            for span in all_cells(row_xml, number):
                cell = row_xml[span.start : span.end]
                if span.column in self.change.cleared and (b"<v" in cell or b"<is" in cell or b"<f" in cell):
                    self.change.cells.setdefault(number, {}).setdefault(span.column, None)

    def _write(self, row: int, column: int, value: Value) -> None:
        cell = self.sheet.cell(row, column)
        style = style_of(cell) if cell else self._style_above(row, column)
        self._known[column] = (row, style)
        content = content_of(value, dated=style in self.rules.dated, date1904=self.rules.date1904)
        formula = formula_of(cell) if cell else None
        if formula:
            self._note_formula(row, column, formula)
        elif self._reads_so(cell, content, value, row, column) and (style is None or self.sheet.row(row)):
            return  # in a row of its own a blank cell still carries its column's style
        self._put(row, column, cell_xml(row, column, style, content), content)
        self.links[row, column] = value if isinstance(value, Link) and content.kind else None

    def _reads_so(self, cell: bytes | None, content: Content, value: Value, row: int, column: int) -> bool:
        old = content_in(cell, self.rules.strings) if cell else Content()
        if not same_content(old, content):
            return False
        location = self._locations.get(address(row, column))
        if self.change.cleared and not isinstance(value, Link):
            return location is None
        return not isinstance(value, Link) or location == location_of(value)

    def _put(self, row: int, column: int, xml: bytes, content: Content) -> None:
        self.new.setdefault(row, {})[column] = xml
        self.expected.setdefault(row, {})[column] = content

    def _note_formula(self, row: int, column: int, formula: Formula) -> None:
        self.formulas_changed = True
        kind, ref = formula.attribute("t"), formula.attribute("ref")
        cell = Cell("", row, column).address
        if kind == "dataTable" or (kind == "array" and ref not in {"", cell, f"{cell}:{cell}"}):
            raise CellArrayFormula(sheet=self.change.sheet, cell=cell)
        if kind == "shared" and formula.text:
            self.masters[formula.attribute("si")] = (cell, formula)

    def _style_above(self, row: int, column: int) -> int | None:
        floor, style = self._known.get(column, (self.change.header_row, None))
        found, nearer = self.sheet.style_above(row, column, max(floor, self.change.header_row))
        if found:
            return nearer
        return style if column in self._known else self.sheet.frame.column_style(column)

    def _add_formulas(self) -> None:
        for (row, column), formula in sorted(self.change.formulas.items()):
            cell = self.sheet.cell(row, column)
            if cell and (formula_of(cell) or content_in(cell, self.rules.strings).kind):
                continue
            style = style_of(cell) if cell else self._style_above(row, column)
            self._known[column] = (row, style)
            self._put(row, column, formula_xml(row, column, style, formula), _formula_content(formula))
            self.formulas_changed = True

    def _check_merges(self) -> None:
        merges = self.sheet.frame.merges
        if not merges:
            return
        for row, cells in self.new.items():
            for column in cells:
                spot = Range(column, row, column, row)
                block = next((merge for merge in merges if merge.meets(spot)), None)
                if block:
                    raise CellMerged(sheet=self.change.sheet, cell=spot.ref, merged=block.ref)

    def _unshare(self) -> None:
        if not self.masters:
            return
        for (row, column), (cell, own) in leaning_cells(self.sheet.xml, self.masters).items():
            if column not in self.new.get(row, {}):
                formula = formula_markup(own)
                self._put(row, column, with_formula(cell, formula), _formula_content(formula))

    def _pieces(self) -> list[bytes | memoryview]:
        view, frame = memoryview(self.sheet.xml), self.sheet.frame
        if not self.new:
            return [view]
        columns = [column for cells in self.new.values() for column in cells]
        frame.widen(Range(min(columns), min(self.new), max(columns), max(self.new)))
        relink(frame, self.links, drop_external=bool(self.change.cleared))
        pieces: list[bytes | memoryview] = [frame.head]
        at = frame.start
        for row in sorted(self.new):
            start, row_xml = self.sheet.start(row), self.sheet.row(row)
            spans = [self.sheet.cell_span(row, column) for column in sorted(self.new[row])]
            pieces += [view[at:start], row_with(row_xml, row, self.new[row], spans)]
            at = start + len(row_xml)
        return [*pieces, view[at : frame.end], frame.tail]


def _formula_content(formula: bytes) -> Content:
    return Content("f", unescaped(formula))
