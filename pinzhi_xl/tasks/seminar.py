"""专题会准备: the agenda of a month's seminar drafted, and its resolutions turned into assignments."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.seminar import Preparation, prepare_seminar
from pinzhi_xl.sheets.seminar import AgendaItem, Resolution, Seminar
from pinzhi_xl.tasks.run import Run, require_columns, write
from pinzhi_xl.wording import seminar as words
from pinzhi_xl.workbook.port import Workbook


@dataclass(frozen=True)
class SeminarPrepared:
    """What was prepared for a month, and whether the master was changed."""

    month: Month
    preparation: Preparation
    written: bool

    @property
    def problems(self) -> Sequence[Problem]:
        """What kept a resolution from becoming an assignment."""
        return self.preparation.problems

    @property
    def errors(self) -> list[Problem]:
        """Those that block."""
        return errors_of(self.preparation.problems)

    def as_json(self) -> dict[str, Any]:
        """The meeting, what is new on its agenda, the new assignments and the problems."""
        made = self.preparation
        return {
            "month": str(self.month),
            "meeting": made.meeting,
            "topics": [
                {
                    "source": str(topic.source),
                    "number": topic.number,
                    "community": topic.community,
                    "department": topic.department,
                    "content": topic.content,
                }
                for topic in made.topics
            ],
            "tasks": [
                {"number": row.number, "resolution": row.source_number, "content": row.content}
                for row in made.assignments
            ],
            "written": self.written,
            "problems": [problem.as_json() for problem in made.problems],
        }

    def lines(self) -> list[str]:
        """One topic and one assignment a line, then what happened."""
        made = self.preparation
        found = [
            words.TOPIC_LINE.format(
                source=topic.source,
                community=topic.community or "",
                department=topic.department or "",
                content=topic.content,
            )
            for topic in made.topics
        ]
        found += [
            words.TASK_LINE.format(
                number=row.number, resolution=row.source_number, department=row.department, content=row.content
            )
            for row in made.assignments
        ]
        if made.recorded:
            found.append(words.RECORDED.format(meeting=made.meeting))
        if not made.edits:
            return [*found, words.NOTHING_NEW.format(month=self.month, meeting=made.meeting)]
        return [*found, _sentence(made)]


def prepare_month(workbook: Workbook, month: Month, run: Run) -> SeminarPrepared:
    """Prepare a month's seminar; preparing again adds nothing and leaves what people typed as it is."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    require_columns(book, (Seminar, AgendaItem, Resolution))
    made = prepare_seminar(book, month, run.as_of)
    if made.edits:
        new = sum(edit.sheet == Seminar.sheet.label for edit in made.edits)
        tasks = len(made.assignments)
        run.confirm(words.ASK.format(month=month, meetings=new, topics=len(made.topics), tasks=tasks))
    written = write(workbook, book, made.edits, run, words.SEMINAR, str(month), _sentence(made))
    return SeminarPrepared(month, made, written)


def _sentence(made: Preparation) -> str:
    return words.DONE.format(meeting=made.meeting, topics=len(made.topics), tasks=len(made.assignments))
