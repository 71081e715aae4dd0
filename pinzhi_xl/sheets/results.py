"""What tasks write: 得分, 校验结果, 发文登记, 运行记录. Everything here is computed."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Place, Row, column, declare
from pinzhi_xl.sheets.terms import Grade, ScoreStatus


@declare("score", "得分", "每月各项目、各部门的得分与排名", key=("month", "community", "department"), place=Place.VISIBLE, serves=("B15", "A02", "A18", "A19"))
class ScoreRow(Row):
    """A month's score of a department, or of the community where 部门 is 合计."""

    month: str | None = column("月份", Kind.TEXT, "如 2014-08", computed=True, width=10)
    community: str | None = column("项目", Kind.TEXT, "项目名称", computed=True, width=16)
    department: str | None = column("部门", Kind.TEXT, "合计为整个项目", computed=True, width=14)
    days: int | None = column("检查日数", Kind.WHOLE, "计分的检查日", computed=True, width=9)
    deduction: Decimal | None = column("扣分", Kind.POINTS, "当月扣分合计", computed=True, width=8)
    score: Decimal | None = column("得分", Kind.POINTS, "百分制，一位小数", computed=True, width=8)
    grade: Grade | None = column("等级", Kind.CHOICE, "优良中差", choices=Grade, computed=True, width=7)
    rank: int | None = column("排名", Kind.WHOLE, "检查日不足不排名", computed=True, width=7)
    red_lines: int | None = column("红线数", Kind.WHOLE, "已确认的红线", computed=True, width=8)
    unvisited_rate: Decimal | None = column("未检率", Kind.POINTS, "%", computed=True, width=8)
    status: ScoreStatus | None = column("状态", Kind.CHOICE, "计分状态", choices=ScoreStatus, computed=True, width=13)


@declare("check_result", "校验结果", "最近一次校验发现的问题；改完再校验", place=Place.VISIBLE, serves=("B13",))
class CheckResult(Row):
    """One problem of the last check."""

    level: str | None = column("级别", Kind.TEXT, "●错误须改，▲提醒请看", computed=True, width=9)
    sheet_name: str | None = column("工作表", Kind.TEXT, "所在工作表", computed=True, width=11)
    cell: str | None = column("单元格", Kind.TEXT, "点击跳转", computed=True, width=9)
    label: str | None = column("栏目", Kind.TEXT, "所在栏目", computed=True, width=12)
    value: str | None = column("现值", Kind.TEXT, "现在填的", computed=True, width=20)
    message: str | None = column("问题", Kind.TEXT, "错在哪里", computed=True, width=48)
    fix: str | None = column("怎么改", Kind.TEXT, "建议的改法", computed=True, width=48)


@declare("issued_paper", "发文登记", "已编号的文书，由发文登记册导出", key=("number", "edition"), serves=("Z07", "Z09"))
class IssuedPaper(Row):
    """A numbered paper as the register has it."""

    number: str | None = column("编号", Kind.TEXT, "文书编号", computed=True, width=20)
    kind: str | None = column("种类", Kind.TEXT, "文书种类", computed=True, width=16)
    edition: int | None = column("版次", Kind.WHOLE, "版次", computed=True, width=7)
    community: str | None = column("项目", Kind.TEXT, "项目", computed=True, width=14)
    subject: str | None = column("对象", Kind.TEXT, "当事人或部门", computed=True, width=14)
    finding: str | None = column("来源", Kind.TEXT, "问题或检查编号", computed=True, width=20)
    issued_on: date | None = column("签发日期", Kind.DATE, "签发日期", computed=True, width=12)
    path: str | None = column("文件", Kind.TEXT, "文书文件", computed=True, width=44)
    mark: str | None = column("校验码", Kind.TEXT, "与纸面一致", computed=True, width=11)
    head: str | None = column("登记摘要", Kind.TEXT, "登记册该条的完整摘要，用于核对", computed=True, width=20)
    state: str | None = column("状态", Kind.TEXT, "有效或作废", computed=True, width=8)


@declare("run_log", "运行记录", "每次写入总表留一行", serves=("J12",))
class RunLog(Row):
    """One task that wrote into the workbook."""

    at: str | None = column("时间", Kind.TEXT, "运行时间", computed=True, width=18)
    user: str | None = column("用户", Kind.TEXT, "电脑用户名", computed=True, width=12)
    task: str | None = column("操作", Kind.TEXT, "做了什么", computed=True, width=14)
    scope: str | None = column("范围", Kind.TEXT, "月份或项目", computed=True, width=18)
    result: str | None = column("结果", Kind.TEXT, "写了什么", computed=True, width=50)
    version: str | None = column("程序版本", Kind.TEXT, "程序版本", computed=True, width=10)
