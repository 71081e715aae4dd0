"""The buttons that work on the sheets: planning, entering, checking and its marks, scoring, undoing, help."""

from pinzhi_xl.actions.click import Click, Said
from pinzhi_xl.sheets import GUIDE
from pinzhi_xl.sheets.results import CheckResult
from pinzhi_xl.tasks.choosing import month_of
from pinzhi_xl.wording import clicks as words


def plan(click: Click) -> Said:
    """生成计划."""
    from pinzhi_xl.tasks.plan import plan_inspections

    month = click.book.settings.current_month(click.run.as_of)
    outcome = plan_inspections(click.workbook, month, click.run)
    new = len(outcome.plan.new)
    return Said(words.PLANNED.format(month=month, new=new, old=len(outcome.plan.rows) - new), outcome.problems)


def enter(click: Click) -> Said:
    """录入检查."""
    from pinzhi_xl.tasks.enter import enter_form

    outcome = enter_form(click.workbook, click.run)
    entered = outcome.entered
    if entered.inspection is None:
        first = outcome.errors[0].cell
        summary = words.NOT_ENTERED.format(errors=len(outcome.errors))
        return Said(summary, outcome.problems, show=(first.sheet, first.address or "A1"))
    summary = words.ENTERED.format(
        community=entered.inspection.community,
        day=entered.inspection.day,
        number=entered.inspection.number,
        findings=len(entered.findings),
    )
    return Said(summary, outcome.problems)


def check(click: Click) -> Said:
    """校验数据."""
    from pinzhi_xl.tasks.check import check_master

    checked = check_master(click.workbook, click.run)
    failed = [checked.unwritten] if checked.unwritten else []
    if not checked.problems:
        return Said(words.CHECK_CLEAN, failed=failed)
    errors = len(checked.errors)
    summary = words.CHECKED.format(errors=errors, reminders=len(checked.problems) - errors)
    return Said(summary, failed=failed, show=(CheckResult.sheet.label, "A1"))


def next_problem(click: Click) -> Said:
    """下一处问题."""
    from pinzhi_xl.tasks import next_problem as walk

    here = click.program.cursor()
    found = walk.next_problem(click.book, *here)
    if found is None:
        rest = click.book.rows(CheckResult)
        lines = [words.PROBLEM.format(sheet=row.sheet_name or "", **_parts(row)) for row in rest]
        return Said(words.NO_PROBLEM if not rest else words.NOWHERE, lines=lines)
    row, place = found
    return Said(words.PROBLEM.format(sheet=row.sheet_name or "", **_parts(row)), show=place)


def _parts(row: CheckResult) -> dict[str, str]:
    return {name: getattr(row, name) or "" for name in ("level", "label", "message", "fix", "cell")}


def clear_marks(click: Click) -> Said:
    """清除标记."""
    from pinzhi_xl.tasks.check import clear_marks as clear

    return Said(words.CLEARED.format(lines=clear(click.workbook, click.run)))


def score(click: Click) -> Said:
    """计算扣分."""
    from pinzhi_xl.tasks.score import score_master

    month = month_of(click.book, None, click.run.as_of)
    scored = score_master(click.workbook, month, click.run)
    blocked = len(scored.blocked)
    counts = {"month": month, "scored": len(scored.scores.communities) - blocked, "blocked": blocked}
    sentence = words.SCORED if scored.written or blocked else words.SCORED_AGAIN
    return Said(sentence.format(**counts), scored.problems)


def undo(click: Click) -> Said:
    """撤回上一步."""
    from pinzhi_xl.tasks.undo import undo_last

    undone = undo_last(click.workbook, click.run)
    click.workbook.save_changes()
    return Said(words.UNDONE.format(line=undone.sentence))


def doctor(click: Click) -> Said:
    """检查本机."""
    from pinzhi_xl.tasks.checked import checked_lines
    from pinzhi_xl.tasks.doctor import examine

    lines = checked_lines(examine(click.workbook.path, in_excel=True))
    return Said(lines[-1], lines=lines[:-1])


def guide(click: Click) -> Said:
    """使用说明."""
    del click
    return Said(words.GUIDE, show=(GUIDE, "A1"))
