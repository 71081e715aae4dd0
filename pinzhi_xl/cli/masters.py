"""The verbs around a master as such: demo, new, schema."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import FAILED, FINE, say
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import MonthType
from pinzhi_xl.wording import cli as words


@verb(
    "demo",
    click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.DEMO_OUT_OPTION),
    AS_OF,
    JSON,
)
def demo(out: Path | None, as_of: date | None, as_json: bool) -> int:
    """生成一个示例月（三个小区，2014 年 8 月），走完校验、评分、开单。

    示例的登记册放在示例文件夹里，不会碰你自己的登记册。

    例：pinzhi demo --out 示例
    """
    from pinzhi_xl.tasks.demo import DEMO_DAY, DEMO_MONTH, run_demo
    from pinzhi_xl.wording.tasks import DEMO_FOLDER

    outcome = run_demo(out or Path(DEMO_FOLDER), DEMO_MONTH, make_run(as_of or DEMO_DAY), say)
    if as_json:
        print_json(outcome.month_end.as_json())
    else:
        printout.show_demo(outcome)
    return FINE if not outcome.month_end.failed else FAILED


@verb(
    "new",
    MASTER,
    click.option("--sample", metavar="YYYY-MM", type=MonthType(), help=words.SAMPLE_OPTION),
    JSON,
)
def new(file: Path, sample: Month | None, as_json: bool) -> int:
    """新建一份总表：空白的，或带一个示例月。

    例：pinzhi new 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.new import new_master

    path = new_master(file, sample).absolute()
    if as_json:
        print_json({"path": str(path)})
    else:
        click.echo(words.NEW_DONE.format(path=path))
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
