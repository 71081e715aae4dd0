"""The verbs around a master as such: demo, new, schema."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import FAILED, FINE, say
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import MonthType, YearType
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording import turning


@verb(
    "demo",
    click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.DEMO_OUT_OPTION),
    click.option("--year", is_flag=True, help=words.DEMO_YEAR_OPTION),
    AS_OF,
    JSON,
)
def demo(out: Path | None, year: bool, as_of: date | None, as_json: bool) -> int:
    """生成一个示例月（三个小区，2014 年 8 月），走完校验、评分、开单。

    示例的登记册放在示例文件夹里，不会碰你自己的登记册。

    例：pinzhi demo --out 示例
    """
    if year:
        return _demo_year(out, as_json)
    from pinzhi_xl.tasks.demo import DEMO_DAY, DEMO_MONTH, run_demo
    from pinzhi_xl.wording.tasks import DEMO_FOLDER

    outcome = run_demo(out or Path(DEMO_FOLDER), DEMO_MONTH, make_run(as_of or DEMO_DAY), say)
    if as_json:
        print_json(outcome.month_end.as_json())
    else:
        printout.show_demo(outcome)
    return FINE if not outcome.month_end.failed else FAILED


def _demo_year(out: Path | None, as_json: bool) -> int:
    from pinzhi_xl.tasks.demo_year import DEMO_YEAR, run_demo_year
    from pinzhi_xl.wording.tasks import DEMO_YEAR_FOLDER

    run = make_run(date(DEMO_YEAR, 12, 31))
    outcome = run_demo_year(out or Path(DEMO_YEAR_FOLDER), DEMO_YEAR, run, say)
    if as_json:
        print_json(outcome.as_json())
    else:
        printout.show_demo_year(outcome)
    return FINE if not outcome.failed else FAILED


@verb(
    "new",
    MASTER,
    click.option("--sample", metavar="YYYY-MM", type=MonthType(), help=words.SAMPLE_OPTION),
    click.option("--from", "old", metavar="OLD.xlsx", type=click.Path(path_type=Path), help=turning.FROM_OPTION),
    click.option("--year", metavar="YYYY", type=YearType(), help=turning.YEAR_OPTION),
    AS_OF,
    JSON,
)
def new(
    file: Path, sample: Month | None, old: Path | None, year: date | None, as_of: date | None, as_json: bool
) -> int:
    """新建一份总表：空白的、带一个示例月的，或从上年总表结转的。

    结转（--from、--year）要求上年各月都已定稿；基础资料、参数、未关闭的整改、未了结的处罚和申诉、
    重复问题的来历、各模块未办结的事项都带到新总表，已编号的文书保持原号。上年总表不改动。
    旧版总表缺新的工作表时，--year 写今年，就换成新版：今年的记录和得分全部带过来。

    例：pinzhi new 品质管理总表.xlsx；pinzhi new 2027总表.xlsx --from 2026总表.xlsx --year 2027
    """
    from pinzhi_xl.tasks.new import new_master

    if (old is None) is not (year is None):
        raise click.UsageError(turning.NEEDS_BOTH)
    if old is not None and year is not None:
        if sample is not None:
            raise click.UsageError(turning.NOT_WITH_SAMPLE)
        return _turn(old, file, year.year, as_of, as_json)
    path = new_master(file, sample).absolute()
    if as_json:
        print_json({"path": str(path)})
    else:
        click.echo(words.NEW_DONE.format(path=path))
    return FINE


def _turn(old: Path, file: Path, year: int, as_of: date | None, as_json: bool) -> int:
    from pinzhi_xl.tasks.turn import turn_year
    from pinzhi_xl.workbook.port import ClosedFile

    run = make_run(as_of)
    turned = turn_year(ClosedFile(old, run.now), file, year, run)
    if as_json:
        counts = {"rows": turned.rows, "rectifications": turned.open_rectifications}
        print_json({"path": str(turned.path), **counts, "penalties": turned.open_penalties})
    else:
        click.echo(turning.DONE.format(old=old.name, path=turned.path, result=turned.sentence(old.name)))
        click.echo(turning.OWN_COLUMNS)
    return FINE


@verb("schema", JSON)
def schema(as_json: bool) -> int:
    """列出总表的每个工作表、每个栏目及其含义。

    例：pinzhi schema --json
    """
    from pinzhi_xl.tasks.describe import describe_sheets

    if as_json:
        print_json(describe_sheets())
    else:
        printout.show_schema(describe_sheets())
    return FINE
