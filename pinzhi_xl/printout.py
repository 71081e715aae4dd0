"""Outcomes as text for the console: scores as a table, problems and papers as lines."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.wording import appraisal as review_words
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording.problems import problem_line

if TYPE_CHECKING:  # the outcome's own module is loaded by the verb that has one
    from pinzhi_xl.scoring import CommunityScore
    from pinzhi_xl.tasks.demo import Demo
    from pinzhi_xl.tasks.demo_year import DemoYear
    from pinzhi_xl.tasks.month_end import MonthEnd
    from pinzhi_xl.tasks.papers import Paper
    from pinzhi_xl.tasks.review import MonthReview


def show_problems(problems: Sequence[Problem], *, reminders: bool = False, err: bool = False) -> None:
    """Errors one a line; reminders too, or only their number."""
    shown = [problem for problem in problems if problem.is_error or reminders]
    for problem in shown:
        click.echo(problem_line(problem), err=err)
    if len(shown) < len(problems):
        click.echo(words.MORE_REMINDERS.format(count=len(problems) - len(shown)), err=err)


def show_check_summary(problems: Sequence[Problem], *, dry_run: bool) -> None:
    """How many of each."""
    errors = sum(problem.is_error for problem in problems)
    if not problems:
        click.echo(words.CHECK_CLEAN)
        return
    text = words.CHECK_SUMMARY_DRY if dry_run else words.CHECK_SUMMARY
    click.echo(text.format(errors=errors, reminders=len(problems) - errors))


def show_scores(month: Month, scores: "Sequence[CommunityScore]") -> None:
    """The ranking as a table, best first, the unranked last."""
    ordered = sorted(scores, key=lambda score: (score.rank is None, score.rank or 0))
    click.echo(words.SCORE_TITLE.format(month=month))
    show_table(
        words.SCORE_HEADINGS,
        [
            (
                score.rank,
                score.name,
                score.score,
                score.grade,
                score.days,
                score.deduction,
                score.red_lines,
                score.unvisited_rate,
                score.status,
            )
            for score in ordered
        ],
    )


def show_blocked(blocked: Mapping[str, Sequence[Problem]]) -> None:
    """Communities that were not scored, and why."""
    for community, problems in blocked.items():
        click.echo(words.BLOCKED_LINE.format(community=community, count=len(problems)))


def show_papers(papers: "Sequence[Paper]", *, dry_run: bool = False) -> None:
    """One paper a line, and how many numbered ones are new."""
    for paper in papers:
        click.echo(
            words.PAPER_LINE.format(
                mark=_mark_of(paper, dry_run),
                number=paper.number or paper.kind,
                community=paper.community,
                subject=paper.subject,
                path=paper.path,
            )
        )
    numbered = [paper for paper in papers if paper.number or dry_run]
    new = sum(paper.new for paper in numbered)
    if not papers:
        click.echo(words.PAPERS_NONE)
    elif numbered:
        text = words.DRY_SUMMARY if dry_run else words.ISSUE_SUMMARY
        click.echo(text.format(new=new, old=len(numbered) - new))


def _mark_of(paper: "Paper", dry_run: bool) -> str:
    if not paper.number and not dry_run:
        return words.REPORT_NEW if paper.new else words.REPORT_OLD
    if not paper.new:
        return words.PAPER_OLD
    return words.PAPER_PLANNED if dry_run else words.PAPER_NEW


def show_reports(papers: "Sequence[Paper]", *, dry_run: bool = False) -> None:
    """One report a line."""
    for paper in papers:
        fresh = words.REPORT_NEW if paper.new else words.REPORT_OLD
        mark = words.REPORT_PLANNED if dry_run else fresh
        click.echo(words.REPORT_LINE.format(mark=mark, kind=paper.kind, name=paper.subject, path=paper.path))
    if not papers:
        click.echo(words.REPORTS_NONE)


def show_month_end(outcome: "MonthEnd", *, dry_run: bool = False) -> None:
    """Scores of every master, papers, indexes, and what failed."""
    for path, scores in outcome.scores:
        click.echo(path.name)
        show_scores(outcome.month, scores)
    if outcome.papers or not outcome.failed:
        show_papers(outcome.papers, dry_run=dry_run)
    for index in outcome.indexes:
        click.echo(words.INDEX_LINE.format(path=index))
    for failure in outcome.failed:
        click.echo(words.FAILED_LINE.format(path=failure.path, message=failure.sentence))


def show_demo(demo: "Demo") -> None:
    """The month's outcome, then what the program says of planted errors."""
    show_month_end(demo.month_end)
    click.echo(words.DEMO_STEP_WRONG)
    show_problems(demo.wrong.errors)
    click.echo(
        words.DEMO_REFUSALS.format(text=demo.refusals.text, count=len({one.row for one in demo.refusals.said}))
    )
    index = demo.month_end.indexes[0] if demo.month_end.indexes else words.NONE_YET
    click.echo(words.DEMO_DONE.format(folder=demo.folder, index=index))


def show_review(reviewed: "MonthReview", *, dry_run: bool = False) -> None:
    """The review of a month, one line a department."""
    show_table(
        review_words.REVIEW_HEADINGS,
        [
            (
                row.community,
                row.department,
                row.inspection,
                row.rectification,
                row.service,
                row.satisfaction,
                row.total,
                row.grade,
                row.rank,
                row.missing,
            )
            for row in reviewed.reviews
        ],
    )
    fresh = review_words.WRITTEN if reviewed.written else review_words.UNCHANGED
    counts = {"indicators": len(reviewed.indicators), "reviews": len(reviewed.reviews)}
    written = review_words.WOULD if dry_run else fresh
    click.echo(review_words.DONE.format(month=reviewed.month, written=written, **counts))


def show_demo_year(demo: "DemoYear") -> None:
    """How many papers of each kind the sample year made, and what could not be made."""
    for kind, count in demo.kinds.items():
        click.echo(words.DEMO_YEAR_KIND.format(kind=kind, count=count))
    for failure in demo.failed:
        click.echo(words.FAILED_LINE.format(path=failure.path, message=failure.sentence))
    click.echo(
        words.DEMO_YEAR_DONE.format(
            folder=demo.folder, master=demo.master.name, count=len(demo.papers), kinds=len(demo.kinds)
        )
    )


def show_schema(description: Mapping[str, Any]) -> None:
    """Every sheet with a table of its columns."""
    for sheet in description["sheets"]:
        click.echo(words.SCHEMA_SHEET.format(label=sheet["label"], meaning=sheet["meaning"]))
        rows = [
            (
                col["label"],
                col["identifier"],
                words.KINDS[col["kind"]],
                words.TICK if col["required"] else "",
                words.TICK if col["computed"] or col["numbered"] else "",
                " ".join(col["choices"]),
                col["meaning"],
            )
            for col in sheet["columns"]
        ]
        show_table(words.SCHEMA_HEADINGS, rows)
        click.echo("")


def show_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Aligned columns; Chinese characters are two wide."""
    lines = [list(headings), *([_cell(value) for value in row] for row in rows)]
    widths = [max(_width(line[index]) for line in lines) for index in range(len(headings))]
    for line in lines:
        padded = (text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def _cell(value: object) -> str:
    return words.NONE_YET if value is None else str(value)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
