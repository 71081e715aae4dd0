"""What the ribbon tab is made of: groups of buttons, each the twin of a verb."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Button:
    """One button: `name` is its control id and what Python is called with.

    `label` is read on the ribbon, `supertip` says what the task reads, what it writes and how to take it back.
    `image` is an imageMso name (present from Excel 2013 on); `keytip` the letters after Alt. `verb` are the words
    of the command line that do the same, empty where there is nothing to do but look (design.md, contract §2).
    """

    name: str
    label: str
    image: str
    supertip: str
    keytip: str
    verb: tuple[str, ...] = ()
    large: bool = False


@dataclass(frozen=True, kw_only=True)
class Group:
    """Buttons that belong together, in the order in which they are used."""

    name: str
    label: str
    buttons: tuple[Button, ...]


@dataclass(frozen=True, kw_only=True)
class Tab:
    """The tab as a whole; `after` is the built-in tab it stands behind (idMso)."""

    name: str
    label: str
    keytip: str
    after: str
    groups: tuple[Group, ...]

    @property
    def buttons(self) -> Iterator[Button]:
        """All buttons in order."""
        return (button for group in self.groups for button in group.buttons)
