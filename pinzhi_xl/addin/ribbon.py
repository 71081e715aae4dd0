"""The ribbon tab as customUI XML, in the namespaces of Excel 2007 and of Excel 2010 and later."""

from collections.abc import Iterator, Mapping
from enum import Enum
from xml.sax.saxutils import quoteattr

from pinzhi_xl.buttons import Button, Group, Tab

ACTION = "PzRibbonAction"
"""The VBA procedure behind every button."""


class Edition(Enum):
    """A namespace of customUI: its URI, its part, the type of the relationship that leads to the part."""

    OFFICE_2007 = (
        "http://schemas.microsoft.com/office/2006/01/customui",
        "customUI/customUI.xml",
        "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
    )
    OFFICE_2010 = (
        "http://schemas.microsoft.com/office/2009/07/customui",
        "customUI/customUI14.xml",
        "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
    )

    @property
    def namespace(self) -> str:
        """The URI of the elements."""
        return self.value[0]

    @property
    def part(self) -> str:
        """The name in the package."""
        return self.value[1]

    @property
    def relationship(self) -> str:
        """The type by which the package finds the part."""
        return self.value[2]


def ribbon_xml(tab: Tab, edition: Edition) -> bytes:
    """The part that shows `tab`."""
    return "".join(_pieces(tab, edition)).encode("utf-8")


def _pieces(tab: Tab, edition: Edition) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    yield f"<customUI xmlns={quoteattr(edition.namespace)}><ribbon><tabs>"
    yield _opened("tab", id=tab.name, label=tab.label, keytip=tab.keytip, insertAfterMso=tab.after)
    for group in tab.groups:
        yield from _group(group)
    yield "</tab></tabs></ribbon></customUI>"


def _group(group: Group) -> Iterator[str]:
    yield _opened("group", id=group.name, label=group.label)
    yield from map(_button, group.buttons)
    yield "</group>"


def _button(button: Button) -> str:
    attributes = {
        "id": button.name,
        "label": button.label,
        "imageMso": button.image,
        "size": "large" if button.large else "normal",
        "screentip": button.label,
        "supertip": button.supertip,
        "keytip": button.keytip,
        "onAction": ACTION,
    }
    return f"<button{_attributes(attributes)}/>"


def _opened(element: str, **attributes: str) -> str:
    return f"<{element}{_attributes(attributes)}>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
