"""The verb of the monthly seminar."""

from datetime import date
from pathlib import Path

from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, MONTH, make_run, tell, verb
from pinzhi_xl.month import Month
from pinzhi_xl.workbook.port import ClosedFile


@verb("seminar", MASTER, MONTH, AS_OF, DRY_RUN, JSON)
def seminar(file: Path, month: Month, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """准备月度专题会：把红线、逾期、重复、高发问题和上次未落实的决议列为议题；把会后登记的决议转为任务。

    会前运行一次列议题（可在“专题会议题”里改、加、不列入），会后登记“专题会决议”再运行一次转任务；
    重复运行不会多出议题和任务。

    例：pinzhi seminar 品质管理总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.seminar import prepare_month

    run = make_run(as_of, dry_run=dry_run)
    outcome = prepare_month(ClosedFile(file, run.now), month, run)
    return tell(outcome, as_json=as_json)
