"""Runs in LibreOffice's Python: opens a master, does to it what people do, and saves it as .xlsx.

Columns of 问题登记 are moved, a column of the user's own is put in the middle, rows are typed as text through the
program's own input parser, a row is left blank, rows are hidden as a filter hides them.
"""

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(soffice, folder):
    pipe = f"pinzhi{time.time_ns()}"
    process = subprocess.Popen(
        [
            soffice,
            f"-env:UserInstallation={Path(folder, 'uno-profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:  # noqa: BLE001 - not listening yet
            time.sleep(0.05)
    else:
        raise SystemExit("LibreOffice did not start")
    return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def headings(sheet):
    found = {}
    for column in range(60):
        text = sheet.getCellByPosition(column, 0).String
        if text:
            found[text] = column
    return found


def move_column(sheet, label, to):
    """Cut a column and insert it at `to`, as dragging with Shift does."""
    sheet.Columns.insertByIndex(to, 1)
    column = headings(sheet)[label]
    area = sheet.getCellRangeByPosition(column, 0, column, 400).RangeAddress
    sheet.moveRange(sheet.getCellByPosition(to, 0).CellAddress, area)
    sheet.Columns.removeByIndex(column, 1)


def type_rows(sheet, first, rows):
    """Type each cell through the input line's parser; a leading ' keeps text."""
    where = headings(sheet)
    for offset, row in enumerate(rows):
        for label, text in row.items():
            sheet.getCellByPosition(where[label], first + offset).setFormula(text)


def main(soffice, folder, source, target):
    process, desktop = connect(soffice, folder)
    try:
        document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (prop("Hidden", True),))
        findings = document.Sheets.getByName("问题登记")
        move_column(findings, "条款编码", 0)
        move_column(findings, "处数", 3)
        findings.Columns.insertByIndex(2, 1)
        findings.getCellByPosition(2, 0).setFormula("我的备注")
        findings.getCellByPosition(2, 1).setFormula("自己看的")
        inspections = document.Sheets.getByName("检查记录")
        move_column(inspections, "检查日期", 0)
        type_rows(
            inspections,
            1,
            [
                {
                    "检查编号": "J1",
                    "项目": "凤鸣华府",
                    "检查日期": "2014-8-4",
                    "未检部门": "设备维护部、管理处、秩序部、监控室",
                },
                {
                    "检查编号": "J2",
                    "项目": "凤鸣华府",
                    "检查日期": "2014/8/11",
                    "未检部门": "工程维修部,管理处,秩序部,监控室",
                },
                {
                    "检查编号": "J3",
                    "项目": "凤鸣华府",
                    "检查日期": "'2014年8月18日",
                    "未检部门": "设备维护部;管理处;秩序部;监控室",
                },
            ],
        )
        common = {"问题描述": "现场所见如实记录在案"}
        type_rows(
            findings,
            1,
            [
                {
                    "问题编号": "1",
                    "检查编号": "J1",
                    "部门": "客服部",
                    "条款编码": "KF01",
                    "结论": "不合格",
                    "处数": "3",
                    "位置": "客服中心",
                    "处置": "当场纠正",
                }
                | common,
                {
                    "问题编号": "2",
                    "检查编号": "J1",
                    "部门": "客服中心",
                    "条款编码": "kf01",
                    "结论": "不合格",
                    "处数": "'３",
                    "位置": "客服中心 ",
                    "处置": "当场纠正",
                }
                | common,
                {},
                {"问题编号": "3", "检查编号": "J1", "部门": "客服部", "条款编码": "KF12", "结论": "不适用"}
                | common,
                {
                    "问题编号": "4",
                    "检查编号": "J1",
                    "部门": "公共环境",
                    "条款编码": "HJ06",
                    "结论": "不合格",
                    "位置": "3栋大堂",
                    "处置": "整改",
                }
                | common,
                {
                    "问题编号": "5",
                    "检查编号": "j2",
                    "部门": "客服部",
                    "条款编码": "KF01",
                    "结论": "不合格",
                    "处数": "1",
                    "位置": "客服中心",
                    "处置": "整改",
                }
                | common,
                {
                    "问题编号": "10",
                    "检查编号": "J3",
                    "部门": "环境部",
                    "条款编码": "HJ06",
                    "结论": "不合格",
                    "处数": "1",
                    "位置": "３栋大堂",
                    "处置": "整改",
                }
                | common,
            ],
        )
        findings.Rows.getByIndex(1).IsVisible = False
        findings.Rows.getByIndex(5).IsVisible = False
        document.storeToURL(Path(target).as_uri(), (prop("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
    finally:
        with contextlib.suppress(Exception):  # it may be gone already
            desktop.terminate()
        process.wait(30)


main(*sys.argv[1:])
