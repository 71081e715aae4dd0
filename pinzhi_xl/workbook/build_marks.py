"""Marks on the sheets: a cell named in 校验结果 shows a colour, and loses it when the list is renewed or cleared.

Conditional formats read the list through defined names, so nothing that people formatted is ever touched.
"""

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.schema import Sheet
from pinzhi_xl.sheets.results import CheckResult
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build_styles import AMBER_MARK, RED_MARK
from pinzhi_xl.workbook.build_tables import LAST_ROW

NAMES = {"level": words.MARK_LEVELS, "sheet_name": words.MARK_SHEETS, "cell": words.MARK_CELLS}
"""Column of 校验结果 → the defined name of its filled part."""


def name_marks(book: Workbook) -> None:
    """Define the names through which the sheets see the list of problems."""
    sheet = quote_sheetname(CheckResult.sheet.label)
    identifiers = [col.identifier for col in CheckResult.sheet.columns]
    level = get_column_letter(identifiers.index("level") + 1)
    filled = f"MAX(2,COUNTA({sheet}!${level}:${level}))"
    for identifier, name in NAMES.items():
        letter = get_column_letter(identifiers.index(identifier) + 1)
        column = f"{sheet}!${letter}:${letter}"  # whole columns: nobody can delete the cell a name begins with
        text = f"INDEX({column},2):INDEX({column},{filled})"
        book.defined_names[name] = DefinedName(name, attr_text=text)


def mark_problems(sheet: Worksheet, declared: Sheet, first_row: int, columns: int) -> None:
    """Colour the cells from `first_row` on that the list names, errors before reminders; a whole row as well."""
    area = f"A{first_row}:{get_column_letter(columns)}{LAST_ROW}"
    for sign, colour in ((words.ERROR_SIGN, RED_MARK), (words.REMINDER_SIGN, AMBER_MARK)):
        shown = DifferentialStyle(fill=PatternFill(bgColor=f"FF{colour}"))
        listed = (
            f'SUMPRODUCT((LEFT({words.MARK_LEVELS},1)="{sign}")*({words.MARK_SHEETS}="{declared.label}")'
            f'*(({words.MARK_CELLS}=ADDRESS(ROW(),COLUMN(),4))+({words.MARK_CELLS}=ROW()&":"&ROW())))>0'
        )
        sheet.conditional_formatting.add(area, Rule("expression", dxf=shown, formula=[listed], stopIfTrue=True))
