"""What each button of the ribbon does: the task behind its verb, and what is said afterwards."""

from collections.abc import Callable, Mapping

from pinzhi_xl.actions import entries, modules, papers
from pinzhi_xl.actions.click import Action, Click, Said
from pinzhi_xl.buttons import Button
from pinzhi_xl.wording.ribbon import TAB

__all__ = ["ACTIONS", "WRITERS", "Click", "Said"]

VERBS: Mapping[tuple[str, ...], Action] = {
    ("plan",): entries.plan,
    ("prepare",): papers.checklists,
    ("enter",): entries.enter,
    ("check",): entries.check,
    ("check", "--clear"): entries.clear_marks,
    ("score",): entries.score,
    ("month-end",): papers.month_end,
    ("modules", "--apply"): modules.apply,
    ("review",): modules.review,
    ("seminar",): modules.seminar,
    ("survey",): modules.survey,
    ("draw",): modules.draw,
    ("report", "--modules"): modules.reports,
    ("undo",): entries.undo,
    ("doctor",): entries.doctor,
}
"""The words of a verb → what a button of that verb does."""

OF_KINDS: Mapping[str, Callable[..., Action]] = {"issue": papers.issuing, "report": papers.reporting}
"""Verbs with ``--kind``: one action for each kind."""

WITHOUT_VERB: Mapping[str, Action] = {"PzNextProblem": entries.next_problem, "PzHelp": entries.guide}
"""Buttons that only show something."""


def action_of(button: Button) -> Action:
    """What a button does; KeyError for one that nobody has taught anything."""
    if not button.verb:
        return WITHOUT_VERB[button.name]
    if button.verb in VERBS:
        return VERBS[button.verb]
    verb, *options = button.verb
    return OF_KINDS[verb](*options[1:])


WRITING = frozenset(
    {"plan", "enter", "check", "score", "issue", "month-end", "review", "seminar", "survey", "draw"}
)
"""Verbs that write the master."""

WRITERS = frozenset(
    button.name for button in TAB.buttons if button.verb and button.verb[0] in WRITING and len(button.verb) != 2
)
"""Buttons whose task needs every column: they offer to add one that is lacking."""

ACTIONS: Mapping[str, Action] = {button.name: action_of(button) for button in TAB.buttons}
"""Control id → what it does."""
