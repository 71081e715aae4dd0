"""The verbs of what comes unannounced: draw, and the group mystery."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, make_run, pinzhi, print_json, tell, verb
from pinzhi_xl.console import DATA_ERRORS, FINE, ChineseGroup
from pinzhi_xl.parameters import DayType
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.wording import special as words
from pinzhi_xl.workbook.port import ClosedFile


@verb(
    "draw",
    MASTER,
    click.option(
        "--date", "day", metavar="YYYY-MM-DD", type=DayType(), required=True, help=words.DRAW_DATE_OPTION
    ),
    click.option("--count", metavar="N", type=click.IntRange(1, 500), help=words.COUNT_OPTION),
    click.option("--seed", metavar="TEXT", help=words.SEED_OPTION),
    click.option(
        "--unit", metavar="UNIT", type=click.Choice([one.value for one in DrawUnit]), help=words.UNIT_OPTION
    ),
    click.option("--waiting", is_flag=True, help=words.WAITING_OPTION),
    AS_OF,
    DRY_RUN,
    JSON,
)
def draw(
    file: Path,
    day: date,
    count: int | None,
    seed: str | None,
    unit: str | None,
    waiting: bool,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """抽签决定抽查什么：从项目×部门×检查项（或项目×位置）里抽取，写入“督导计划”和“抽查抽取”。

    每个候选按 SHA-256（种子|项目|部门|条款）排队，小的先中；知道种子的人都能重抽出同样的结果。
    加 --waiting 久未检的更容易抽中：排队数 −ln(1−v)÷权重，权重为距上次检查的天数。同一天只抽一次。

    例：pinzhi draw 品质管理总表.xlsx --date 2014-08-20 --count 6
    """
    from pinzhi_xl.tasks.draw import Wish
    from pinzhi_xl.tasks.draw import draw as draw_task

    run = make_run(as_of, dry_run=dry_run)
    chosen = DrawUnit(unit) if unit else None
    wish = Wish(day, count, (seed or "").strip() or None, chosen, DrawWay.WAITING if waiting else None)
    outcome = draw_task(ClosedFile(file, run.now), wish, run)
    return tell(outcome, as_json=as_json, reminders=False)


@pinzhi.group("mystery", cls=ChineseGroup, help=words.MYSTERY_HELP)
def mystery_group() -> None:
    """The group of the verbs of mystery visits."""


mystery_verb = partial(verb, group=mystery_group)
"""Declare a verb of the group."""

VISIT = click.argument("file", metavar=words.ARGUMENT_VISIT, type=click.Path(path_type=Path))


@mystery_verb(
    "new",
    VISIT,
    click.option(
        "--master", metavar="FILE", type=click.Path(path_type=Path), required=True, help=words.MASTER_OPTION
    ),
    JSON,
)
def new(file: Path, master: Path, as_json: bool) -> int:
    """新建一份暗访文件：脚本各触点、满分备好，填得分、情况、证据时间；总表只读，不留痕迹。

    例：pinzhi mystery new 暗访0815.xlsx --master 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.mystery import new_visit

    run = make_run(None, dry_run=True)
    path = new_visit(file, ClosedFile(master, run.now)).absolute()
    if as_json:
        print_json({"path": str(path)})
    else:
        click.echo(words.MYSTERY_MADE.format(path=path))
    return FINE


@mystery_verb(
    "check",
    VISIT,
    click.option("--master", metavar="FILE", type=click.Path(path_type=Path), help=words.MASTER_OPTION),
    AS_OF,
    JSON,
)
def check(file: Path, master: Path | None, as_of: date | None, as_json: bool) -> int:
    """校验暗访文件：逐处给出单元格、原因和改法；加 --master 连项目名称一起核对。什么都不写。

    例：pinzhi mystery check 暗访0815.xlsx --master 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.mystery import check_visit

    run = make_run(as_of, dry_run=True)
    looked = check_visit(file, ClosedFile(master, run.now) if master else None, run)
    if as_json:
        print_json(looked.as_json())
    else:
        printout.show_problems(looked.problems, reminders=True)
        click.echo(looked.sentence)
    return DATA_ERRORS if looked.errors else FINE


@mystery_verb(
    "release",
    VISIT,
    click.option(
        "--into", "master", metavar="FILE", type=click.Path(path_type=Path), required=True, help=words.INTO_OPTION
    ),
    AS_OF,
    DRY_RUN,
    JSON,
)
def release(file: Path, master: Path, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """放行一次暗访：写入“神秘客户”和“检查记录”（不计分）；再放行一次不会多出来。

    例：pinzhi mystery release 暗访0815.xlsx --into 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.mystery import release_visit

    run = make_run(as_of, dry_run=dry_run)
    outcome = release_visit(file, ClosedFile(master, run.now), run)
    if as_json:
        print_json(outcome.as_json())
    else:
        printout.show_problems(outcome.problems, reminders=True)
        click.echo(outcome.sentence)
    return DATA_ERRORS if outcome.errors else FINE
