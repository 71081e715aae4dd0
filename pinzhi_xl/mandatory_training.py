"""The themes that must be taught in every community each quarter (Z52), and whether they were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.quarter import Quarter
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.organisation import Department, Person
from pinzhi_xl.training import Session, Training
from pinzhi_xl.wording import training as words


@dataclass(frozen=True)
class Mandatory:
    """A theme of 参数.必选培训 and the department it is for; any department where that is empty."""

    theme: str
    department: str = ""


def mandatory_themes(facts: Facts) -> list[Mandatory]:
    """The themes as 参数 lists them; departments by their names, an unknown one as it is typed."""
    departments = (row for row in facts.book.rows(Department) if row.name)
    names = {fold(alias): row.name or "" for row in departments for alias in (row.name or "", *row.aliases)}
    found = []
    for text in facts.settings.mandatory_training:
        *before, theme = words.OF_DEPARTMENT.split(text, maxsplit=1)
        own = [names.get(fold(department), department.strip()) for department in before]
        found.append(Mandatory(theme.strip(), *own))
    return [one for one in found if one.theme]


class Coverage:
    """Which mandatory theme was taught, or is planned, where and when."""

    def __init__(self, training: Training, as_of: date) -> None:
        self.training = training
        self.facts = training.facts
        self.as_of = as_of
        self._people: Mapping[str, Person] = {
            row.number: row for row in self.facts.book.rows(Person) if row.number
        }

    def uncovered(self, quarter: Quarter) -> Iterator[tuple[str, Mandatory]]:
        """Community and theme for which the quarter has neither a session held nor, up to its end, one planned."""
        for theme in mandatory_themes(self.facts):
            for community in self.facts.communities:
                known = not theme.department or theme.department in self.facts.departments
                set_up = not theme.department or self.facts.is_set_up(community, theme.department)
                if (
                    known
                    and set_up
                    and not any(self._covers(s, theme, community, quarter) for s in self._on(theme))
                ):
                    yield community, theme

    def _on(self, theme: Mandatory) -> list[Session]:
        wanted = fold(theme.theme)
        return [s for s in self.training.sessions if s.plan.is_on and fold(s.plan.mandatory or "") == wanted]

    def _covers(self, session: Session, theme: Mandatory, community: str, quarter: Quarter) -> bool:
        plan = session.plan
        if plan.planned_on is not None and plan.planned_on >= self.as_of and plan.planned_on in quarter:
            here = plan.community in (None, community)
            return here and (not theme.department or plan.department in (None, theme.department))
        came = [row for row in session.present(self.as_of) if row.signed_on in quarter]
        return any(self._is_of(session, row.person or "", theme, community) for row in came)

    def _is_of(self, session: Session, number: str, theme: Mandatory, community: str) -> bool:
        """True for somebody of the community and the department, by the session or else by 人员."""
        person = self._people.get(number)
        own_community = session.plan.community or (person.community if person else None)
        own_department = session.plan.department or (person.department if person else None)
        return own_community == community and theme.department in ("", own_department)
