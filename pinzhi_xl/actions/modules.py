"""The buttons of the modules: 启用模块, 月度评估, 专题会准备, 满意度改进, 抽查抽签, 模块报告."""

from pinzhi_xl.actions.click import PLACES, Click, Said
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.tasks.choosing import day_of, half_year_of, month_of
from pinzhi_xl.wording import clicks as words


class ModuleOff(PinzhiError):
    """The button belongs to a module that is not switched on."""

    sentence = words.MODULE_OFF


def _require(book: Book, module: Module) -> None:
    """Refuse a button of a module that is off: its sheets are hidden, nobody would see what was written."""
    if not book.settings.has(module):
        raise ModuleOff(module=module)


def apply(click: Click) -> Said:
    """启用模块."""
    from pinzhi_xl.tasks.modules import apply_modules, setting_row

    row = setting_row(click.book)
    address = click.book.cell(row, "value").address if row is not None else ""
    typed = (SettingRow.sheet.label, address or "A1")
    outcome = apply_modules(click.workbook, click.run)
    if outcome.problems:
        return Said(words.MODULES_WRONG, outcome.problems, show=typed)
    hidden = len(outcome.hidden)
    if not outcome.on:
        how = words.MODULES_HOW.format(names=LIST_MARK.join(Module))
        return Said(words.MODULES_OFF.format(hidden=hidden), show=typed, lines=[how])
    names = LIST_MARK.join(line.module for line in outcome.on)
    lines = [words.MODULES_SHOWN.format(names=LIST_MARK.join(outcome.shown))] if outcome.shown else []
    lines += [
        words.MODULE_LACKING.format(module=line.module, names=LIST_MARK.join(line.lacking))
        for line in outcome.on
        if line.lacking
    ]
    summary = words.MODULES_ON.format(names=names, shown=len(outcome.shown), hidden=hidden)
    return Said(summary, lines=lines)


def review(click: Click) -> Said:
    """月度评估."""
    from pinzhi_xl.tasks.review import review_master
    from pinzhi_xl.wording.appraisal import STATUS_ERRORS

    _require(click.book, Module.APPRAISAL)
    month = month_of(click.book, None, click.run.as_of)
    outcome = review_master(click.workbook, month, click.run)
    counts = {"reviews": len(outcome.reviews), "indicators": len(outcome.indicators)}
    sentence = words.REVIEWED if outcome.written else words.REVIEWED_AGAIN
    blocked = sum(row.status == STATUS_ERRORS for row in outcome.reviews)
    lines = [words.REVIEWED_BLOCKED.format(month=month, blocked=blocked)] if blocked else []
    return Said(sentence.format(month=month, **counts), lines=lines)


def seminar(click: Click) -> Said:
    """专题会准备."""
    from pinzhi_xl.tasks.seminar import prepare_month

    _require(click.book, Module.SEMINAR)
    month = month_of(click.book, None, click.run.as_of)
    outcome = prepare_month(click.workbook, month, click.run)
    return Said(outcome.lines()[-1], outcome.problems)


def survey(click: Click) -> Said:
    """满意度改进, for the half year of the row with the cursor, else of the month."""
    from pinzhi_xl.tasks.survey import improve

    _require(click.book, Module.SURVEY)
    half = half_year_of(click.book, click.selection, click.run.as_of)
    outcome = improve(click.workbook, half, click.run)
    told = [one.message + one.fix for one in outcome.problems if not one.is_error]
    return Said(outcome.lines()[-1], outcome.problems, lines=told)


def draw(click: Click) -> Said:
    """抽查抽签, for the day of the row with the cursor, else today; asked again it says whether it repeats."""
    from pinzhi_xl.tasks.draw import Wish
    from pinzhi_xl.tasks.draw import draw as draw_task

    _require(click.book, Module.SPECIAL)
    day, _ = day_of(click.book, click.selection, click.run.as_of)
    outcome = draw_task(click.workbook, Wish(day), click.run)
    if not outcome.rows:
        return Said(words.NOT_DRAWN.format(day=day), outcome.problems)
    if not outcome.new:
        return Said(outcome.lines()[-1])
    first = outcome.rows[0]
    facts = {"population": first.population, "unit": first.unit, "count": len(outcome.rows)}
    return Said(words.DRAWN.format(day=day, **facts))


def reports(click: Click) -> Said:
    """模块报告: the monthly reports of every module that is on."""
    from pinzhi_xl.tasks.report import module_reports
    from pinzhi_xl.wording.reports import MODULE_REPORTS

    month = month_of(click.book, None, click.run.as_of)
    outcome = module_reports(click.workbook, month, PLACES, click.run)
    new = sum(paper.new for paper in outcome.papers)
    sentence = words.REPORTED if outcome.papers else words.REPORTED_NONE
    folder = str(outcome.papers[0].path.parent.parent) if outcome.papers else ""
    kind = f"{month} {MODULE_REPORTS}"
    summary = sentence.format(kind=kind, new=new, old=len(outcome.papers) - new, folder=folder)
    told = [problem.message + problem.fix for problem in outcome.problems if not outcome.papers]
    return Said(summary, outcome.problems, lines=told)
