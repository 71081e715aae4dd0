"""What the tests of reports share: a small month worked out by hand, and a scene for a day."""

from datetime import date, datetime

from pinzhi_xl.papers import Report, ReportScene
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.tasks.report import report_scene
from pinzhi_xl.tasks.run import Run
from tests.tables import book_of

WEEK33 = date(2014, 8, 13)
AS_OF = date(2014, 8, 29)

# 8-04  客服部 50/50 = 100      环境部 46/50 = 92   day .3·100 + .7·92 = 94.4
# 8-11  客服部 30/40 = 75 (cap) 环境部 46/50 = 92   day .3·75 + .7·92 = 86.9
# 8-14  客服部 not inspected    环境部 100          day 100
# month 客服部 87.5             环境部 94.666…      .3·87.5 + .7·94.666… = 92.516… → 92.5
MONTH = """
人员
工号 | 姓名
R1 | 张三丰
R2 | 李四
R3 | 欧阳明月

检查记录
检查编号 | 项目 | 检查日期 | 开始时间 | 结束时间 | 班次 | 检查人 | 未检部门
J0 | 凤鸣华府 | 2014-8-4 | 9:00 | 11:00 | 白班 | 张三丰 |
J1 | 凤鸣华府 | 2014-8-11 | 9:00 | 11:30 | 白班 | 张三丰 |
J2 | 凤鸣华府 | 2014-8-14 | 14:00 | | 白班 | 李四 | 客服部
J3 | 瑞景华庭 | 2014-8-12 | 9:00 | 11:00 | 白班 | 李四 |

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 整改责任人 | 原因分类
W1 | J0 | 环境部 | B1 | 不合格 | 2 | 1栋大堂 | 楼梯口堆放杂物，保洁员李四在场 | 整改 | 欧阳明月 | 培训不到位
W2 | J1 | 环境部 | B1 | 不合格 | 1 | 1栋大堂 | 楼梯口又堆放杂物 | 整改 | R2 | 培训不到位
W3 | J1 | 客服部 | A1 | 不合格 | 6 | 客服中心 | 前台六人未着工装 | 处罚 | |

整改跟踪
问题编号 | 整改期限 | 完成日期 | 复查日期 | 复查结论 | 整改编号 | 签发日期
W1 | 2014-8-8 | | | | 品改〔2014〕1号 | 2014-8-5
W2 | 2014-8-15 | 2014-8-14 | 2014-8-18 | 整改完成 | 品改〔2014〕2号 | 2014-8-12

处罚登记
问题编号 | 工号 | 姓名 | 部门 | 奖惩条款编号 | 建议处理 | 建议扣分 | 建议金额 | 处罚编号 | 状态
W3 | R3 | 欧阳明月 | 客服部 | 5.1 | 罚款五十元 | 2 | 50 | 品罚〔2014〕1号 | 已开具

节假日
日期 | 类型
2014-9-8 | 休

督导计划
计划编号 | 项目 | 计划日期 | 时段 | 检查人 | 状态 | 取消原因
P1 | 凤鸣华府 | 2014-8-11 | 上午 | 张三丰 |
P2 | 凤鸣华府 | 2014-8-18 | 上午 | 张三丰 |
P3 | 凤鸣华府 | 2014-8-20 | 上午 | 张三丰 | 已取消 | 改由月检
P4 | 凤鸣华府 | 2014-9-1 | 上午 | 张三丰 |
"""

SIGNED = """
位置
项目 | 位置名称 | 是否应签岗位
凤鸣华府 | 东门岗 | 是
凤鸣华府 | 西门岗 | 是
凤鸣华府 | 监控中心 | 是
凤鸣华府 | 3栋大堂 |

岗位签署
项目 | 日期 | 岗位 | 班次 | 当值人 | 签署时间 | 在岗状态
凤鸣华府 | 2014-8-11 | 3栋大堂 | 白班 | 李四 | 9:30 | 在岗
凤鸣华府 | 2014-8-11 | 东门岗 | 白班 | 李四 | 9:10 | 在岗
凤鸣华府 | 2014-8-11 | 西门岗 | 夜班 | | | 缺岗
"""


def scene_of(text: str | Book, as_of: date = AS_OF, *, final: bool = False) -> ReportScene:
    """The scene of the sheets shown in `text`."""
    book = book_of(text) if isinstance(text, str) else text
    return report_scene(book, Run(as_of, datetime(2014, 8, 29)), final=final)


def rows_of(report: Report, name: str) -> list[dict[str, str]]:
    """A list of rows among a report's values."""
    rows = report.values[name]
    assert isinstance(rows, list)
    return rows


def column(report: Report, name: str, field: str) -> list[str]:
    """One field of every row."""
    return [row[field] for row in rows_of(report, name)]


def text_of(report: Report) -> str:
    """Every text of a report's values."""
    found: list[str] = []
    for value in report.values.values():
        if isinstance(value, str):
            found.append(value)
        elif not isinstance(value, bool):
            for item in value:
                found += [item] if isinstance(item, str) else item.values()
    return "\n".join(found)
