"""The mechanism by which a sheet is declared once: a dataclass whose fields are columns.

A declaration serves six uses: the master is built from it, sheets are read by its labels, checked against it,
edits are located by it, templates are told what they may use, and ``pinzhi schema`` prints it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, ClassVar, TypeVar, dataclass_transform

from pinzhi_xl.kinds import Kind

R = TypeVar("R", bound="Row")


class Holds(Enum):
    """What of a person a column holds: names, an employee number, either of them, an owner (name or
    room), or text that may name one."""

    NAME = "name"
    NUMBER = "number"
    EITHER = "either"
    OWNER = "owner"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its label on the sheet, the field it fills, and what it may hold.

    `required` means a blank cell is an error; `computed` that only tasks write it; `numbered` (⚙) that the
    program numbers it when left blank. `choices` are the allowed texts, `aliases` other spellings of them.
    `refers` names the sheet (identifier) whose key the cell must quote; with `lenient` a value unknown there
    is a reminder and kept, otherwise an error. `low` and `high` bound numbers, inclusive. An `optional` column
    may be lacking: masters made before it was declared do not have it. `holds` says what of a person it holds:
    such columns are masked on circulated papers and pseudonymised when they are archived.
    """

    identifier: str = ""
    label: str
    kind: Kind
    meaning: str
    required: bool = False
    computed: bool = False
    numbered: bool = False
    choices: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    refers: str = ""
    lenient: bool = False
    optional: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    width: float = 0
    holds: Holds | None = None

    @property
    def code_like(self) -> bool:
        """True where digits are names, not amounts: kept as text in the sheet."""
        return self.kind is Kind.CODE or (self.kind in (Kind.REFERENCE, Kind.LIST) and self.refers in CODE_KEYED)


CODE_KEYED = frozenset(
    {
        "standard_item",
        "clause",
        "inspection",
        "inspection_plan",
        "finding",
        "person",
        "seminar",
        "resolution",
        "equipment",
    }
)
"""Sheets (identifiers) whose key is a code rather than a name."""


def column(
    label: str,
    kind: Kind,
    meaning: str,
    *,
    choices: type[StrEnum] | tuple[str, ...] = (),
    low: int | str | None = None,
    high: int | str | None = None,
    default: Any = None,  # noqa: ANN401 - of the field's own type
    **rest: Any,  # noqa: ANN401 - the remaining fields of Column, passed through
) -> Any:  # noqa: ANN401 - stands as a default of every field type, like dataclasses.field
    """Declare a field of a sheet's row as a column; `default` is what a blank cell means (None; () for lists)."""
    texts = choices if isinstance(choices, tuple) else tuple(choices)  # members of a StrEnum are texts
    made = Column(
        label=label,
        kind=kind,
        meaning=meaning,
        choices=texts,
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        **rest,
    )
    blank = () if kind is Kind.LIST and default is None else default
    return field(default=blank, metadata={"column": made})


class Place(Enum):
    """Where a sheet stands in the workbook at first."""

    VISIBLE = "visible"
    BEHIND = "behind"


@dataclass(frozen=True)
class Numbering:
    """How rows left without a key are numbered: `pattern` takes the row's day, `digits` is the least width of the
    running number behind it, `day` the field that holds the day."""

    pattern: str
    digits: int = 1
    day: str = "day"


@dataclass(frozen=True)
class Sheet:
    """The declaration of one sheet: label, columns in order, key and place.

    `key` are field identifiers that together name a row; `all_computed` sheets are replaced by tasks as a whole.
    `module` names the module that brings the sheet (empty: it belongs to every master); a master made before the
    module was declared may lack it. `numbering` is given where the program numbers the key.
    `serves` are the requirement ids that the sheet serves.
    """

    identifier: str
    label: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    place: Place
    module: str = ""
    numbering: Numbering | None = None
    serves: tuple[str, ...] = ()

    @property
    def all_computed(self) -> bool:
        """True when people type nothing into this sheet."""
        return all(col.computed for col in self.columns)

    def column(self, identifier: str) -> Column:
        """The column of a field identifier; KeyError when there is none."""
        return self._by_identifier[identifier]

    @property
    def _by_identifier(self) -> dict[str, Column]:
        return {col.identifier: col for col in self.columns}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a sheet as read: typed fields, and the sheet row it stands in.

    A field whose cell is blank or could not be read is None (an empty tuple for lists).
    """

    sheet: ClassVar[Sheet]
    row: int = 0


@dataclass_transform(frozen_default=True, kw_only_default=True)
def declare(
    identifier: str,
    label: str,
    meaning: str,
    *,
    key: tuple[str, ...] = (),
    place: Place = Place.BEHIND,
    module: str = "",
    numbering: Numbering | None = None,
    serves: tuple[str, ...] = (),
) -> Callable[[type[R]], type[R]]:
    """Class decorator: make the class a frozen dataclass and attach its `Sheet`."""

    def decorate(cls: type[R]) -> type[R]:
        made = dataclass(frozen=True, kw_only=True)(cls)
        made.sheet = Sheet(identifier, label, meaning, columns_of(made), key, place, module, numbering, serves)
        return made

    return decorate


def columns_of(cls: type[Any]) -> tuple[Column, ...]:
    """The columns that a dataclass declares through `column`, in order."""
    found = []
    for item in fields(cls):
        if "column" in item.metadata:
            declared: Column = item.metadata["column"]
            found.append(Column(**{**declared.__dict__, "identifier": item.name}))
    return tuple(found)
