"""What came from the master of the year before: 结转."""

from datetime import date

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare


@declare("carried", "结转", "从上年总表结转来的检查、问题和空白单；它们的文书仍是原来的编号", key=("number",), serves=("A20",))
class Carried(Row):
    """An inspection, finding or blank that was taken along: its papers keep the numbers they have."""

    sheet_name: str | None = column("工作表", Kind.TEXT, "检查记录、问题登记或空白单", computed=True, width=12)
    number: str | None = column("编号", Kind.TEXT, "检查编号、问题编号或空白单编号", computed=True, width=18)
    origin: str | None = column("原总表标识", Kind.TEXT, "第一次登记它的总表", computed=True, width=38)
    file: str | None = column("结转自", Kind.TEXT, "上年总表的文件名", computed=True, width=28)
    carried_on: date | None = column("结转日期", Kind.DATE, "新总表开始的日期", computed=True, width=12)
