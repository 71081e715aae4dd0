"""The buttons that make papers: 准备检查表, 生成通知单, the reports, 月末处理."""

from collections.abc import Sequence
from pathlib import Path

from pinzhi_xl.actions.click import PLACES, Action, Click, Said
from pinzhi_xl.tasks.choosing import chosen_findings, day_of, month_of
from pinzhi_xl.wording import clicks as words


def checklists(click: Click) -> Said:
    """准备检查表."""
    from pinzhi_xl.tasks.prepare import prepare_papers

    day, communities = day_of(click.book, click.selection, click.run.as_of)
    outcome = prepare_papers(click.workbook, day, communities, PLACES, click.run)
    new = sum(paper.new for paper in outcome.papers)
    folder = _folder([paper.path for paper in outcome.papers])
    summary = words.PREPARED.format(day=day, new=new, old=len(outcome.papers) - new, folder=folder)
    failed = [words.FAILED.format(message=one.sentence) for one in outcome.failed]
    told = [problem.message + problem.fix for problem in outcome.problems if not outcome.papers]
    return Said(summary, outcome.problems, failed, lines=told)


def issuing(*kinds: str) -> Action:
    """生成通知单, of all kinds or of those named."""

    def issue(click: Click) -> Said:
        from pinzhi_xl.tasks.issue import issue_papers
        from pinzhi_xl.tasks.notices import NOTICE_KINDS

        month = month_of(click.book, click.selection, click.run.as_of)
        chosen = chosen_findings(click.book, click.selection)
        wanted = [kind for kind in NOTICE_KINDS if kind.name in kinds or not kinds]
        outcome = issue_papers(click.workbook, month, PLACES, click.run, wanted, chosen)
        click.workbook.save_changes()
        new = sum(paper.new for paper in outcome.papers)
        sentence = words.ISSUED if outcome.papers else words.ISSUED_NONE
        summary = sentence.format(month=month, new=new, old=len(outcome.papers) - new, folder=outcome.month_folder)
        return Said(summary, outcome.problems)

    return issue


def reporting(kind: str) -> Action:
    """A report of one kind: for the month, or for the day or week of the row where the cursor stands."""

    def report(click: Click) -> Said:
        from pinzhi_xl.summary.kinds import REPORT_KINDS
        from pinzhi_xl.tasks.report import make_reports

        chosen = REPORT_KINDS[kind]
        day, _ = day_of(click.book, click.selection, click.run.as_of)
        period = month_of(click.book, None, click.run.as_of) if chosen.period == "month" else day
        outcome = make_reports(click.workbook, chosen, period, PLACES, click.run)
        new = sum(paper.new for paper in outcome.papers)
        sentence = words.REPORTED if outcome.papers else words.REPORTED_NONE
        folder = _folder([paper.path for paper in outcome.papers])
        summary = sentence.format(kind=kind, new=new, old=len(outcome.papers) - new, folder=folder)
        told = [problem.message + problem.fix for problem in outcome.problems if not outcome.papers]
        return Said(summary, outcome.problems, lines=told)

    return report


def month_end(click: Click) -> Said:
    """月末处理."""
    from pinzhi_xl.tasks.month_end import Wanted, close_month

    month = month_of(click.book, None, click.run.as_of)
    path = click.workbook.path
    outcome = close_month([path], Wanted(month, PLACES), click.run, opened=lambda *_: click.workbook)
    click.workbook.save_changes()
    failed = [words.FAILED.format(message=one.sentence) for one in outcome.failed]
    if failed:
        return Said(words.CLOSED_PARTLY.format(month=month), outcome.problems, failed)
    new = sum(paper.new for paper in outcome.papers)
    index = next(iter(outcome.indexes), "")
    old = len(outcome.papers) - new
    return Said(words.CLOSED.format(month=month, new=new, old=old, index=index), outcome.problems)


def _folder(paths: Sequence[Path]) -> str:
    """The folder in which papers lie."""
    return str(paths[0].parent) if paths else ""
