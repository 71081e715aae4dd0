"""The verb of the satisfaction survey."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import DATA_ERRORS, FINE
from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.parameters import HalfYearType
from pinzhi_xl.wording import survey as words
from pinzhi_xl.workbook.port import ClosedFile


@verb(
    "survey",
    MASTER,
    click.option("--period", metavar="PERIOD", type=HalfYearType(), required=True, help=words.PERIOD_OPTION),
    AS_OF,
    DRY_RUN,
    JSON,
)
def survey(file: Path, period: HalfYear, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """评价一期满意度调查：算出满意率、得分，为低于目标的维度起草“满意度改进”。

    每次调查每个维度只起草一次，再运行不会多出来，已填的内容不动。目标在“参数”满意率目标。
    问卷和报告用 pinzhi report 生成：--kind 满意度问卷、--kind 满意度报告，--date 写该半年内的一天。

    例：pinzhi survey 品质管理总表.xlsx --period 2026上半年
    """
    from pinzhi_xl.tasks.survey import improve

    run = make_run(as_of, dry_run=dry_run)
    outcome = improve(ClosedFile(file, run.now), period, run)
    if as_json:
        print_json(outcome.as_json())
    else:
        for line in outcome.lines():
            click.echo(line)
        if outcome.new or outcome.old:
            click.echo(words.NEXT.format(file=file.name, day=period.last))
    printout.show_problems(outcome.problems, reminders=True, err=as_json)
    return DATA_ERRORS if outcome.errors else FINE
