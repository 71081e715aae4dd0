"""A person at a spreadsheet program: types, selects, presses buttons of the ribbon, answers questions."""

from datetime import datetime
from pathlib import Path

import xlwings

from pinzhi_xl import ribbon
from pinzhi_xl.workbook.live import LiveWorkbook
from pinzhi_xl.workbook.live_program import Program
from tests.real.calc_engine import CalcProgram

NOW = datetime(2014, 8, 29, 16, 0)
ROWS = """
参数
名称 | 取值
当前月份 | 2014-08

项目
项目名称
凤鸣华府

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 客服部 | P1
凤鸣华府 | 环境部 | P2

位置
项目 | 位置名称
凤鸣华府 | 客服中心
凤鸣华府 | 3栋大堂

人员
工号 | 姓名 | 项目 | 部门 | 岗位
P1 | 员工甲 | 凤鸣华府 | 客服部 | 主管
P2 | 员工乙 | 凤鸣华府 | 环境部 | 主管
P3 | 员工丙 | 凤鸣华府 | 客服部 | 前台

奖惩条款
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 扣绩效分 | 民主程序日期 | 公示日期 | 生效日期
5.2 | 员工手册 | 1 | 当班应坚守岗位 | 口头警告 | 2 | 2014-1-1 | 2014-1-2 | 2014-1-3
"""
UNVISITED = "监控室、秩序维护部、管理处、设备维护部"


class Desk:
    """A person at the program: types, selects, presses, answers."""

    def __init__(self, program: CalcProgram, path: Path) -> None:
        self.calc = program
        self.path = path
        self.book: xlwings.Book = program.app.books.open(str(path))

    def type(self, sheet: str, row: int, **cells: str) -> None:
        shown = self.book.sheets[sheet]
        heading = shown.range((1, 1), (1, 60)).value
        for label, text in cells.items():
            address = shown.range((row, heading.index(label) + 1)).address.replace("$", "")
            self.calc.type_text(shown, address, text)

    def press(self, control: str, *answers: str) -> None:
        self.calc.impl.answers = list(answers)
        ribbon.press(control, Program(self.book), NOW)
        assert self.calc.impl.answers == [], f"{control} asked less than expected"

    @property
    def cursor(self) -> str:
        """Sheet and cell where the cursor stands."""
        chosen = self.calc.app.selection
        assert chosen is not None
        return f"{chosen.sheet.name}!{chosen.address.replace('$', '')}"

    def asked(self) -> list[str]:
        """What was asked or said since the last time."""
        said = [alert.prompt for alert in self.calc.impl.alerts]
        self.calc.impl.alerts.clear()
        return said

    @property
    def status(self) -> str:
        return str(self.calc.impl.status_bar)

    def read(self) -> LiveWorkbook:
        return LiveWorkbook(self.book, NOW)


def fill(desk: Desk) -> None:
    """Two visits and three findings, the second with two mistakes."""
    desk.type(
        "检查记录", 2, 检查编号="J1", 项目="凤鸣华府", 检查日期="2014-8-4", 检查人="员工丁", 未检部门=UNVISITED
    )
    desk.type(
        "检查记录", 3, 检查编号="J2", 项目="凤鸣华府", 检查日期="2014-8-11", 检查人="员工丁", 未检部门=UNVISITED
    )
    common = {"部门": "客服部", "结论": "不合格", "位置": "客服中心"}
    desk.type(
        "问题登记", 2, 问题编号="W1", 检查编号="J1", 条款编码="KF01", 处数="3",
        问题描述="前台无人值守时间较长", 处置="整改+处罚", 奖惩条款编号="5.2", **common,
    )  # fmt: skip
    desk.type("违纪人员", 2, 问题编号="W1", 工号="P3")
    desk.type(
        "问题登记",
        3,
        检查编号="J2",
        条款编码="KF99",
        处数="两",
        问题描述="前台无人值守时间较长",
        处置="仅记录",
        **common,
    )
    desk.type(
        "问题登记", 4, 检查编号="J2", 部门="环境部", 条款编码="HJ06", 结论="不合格", 位置="3栋大堂",
        问题描述="大堂地面有明显污渍", 处置="整改",
    )  # fmt: skip
