"""The text of WordprocessingML parts: of a finished paper, or of a template as plain Jinja source."""

import re

from lxml import etree

_BREAKS = frozenset({"br", "cr", "tab", "p", "noBreakHyphen"})
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WRAPPED = re.compile(r"(\{[{%]-?)(?:p|tr|tc|r)\s")
_SHOWN_ONCE = re.compile(r"\{%\s*[vh]m\s*%\}")
_CELL_TAG = re.compile(r"\{%\s*(?:colspan|cellbg)\s[^%]*%\}")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def parse(xml: bytes) -> "etree._Element":
    """The root of a part; ValueError when it is not well-formed or declares entities."""
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DTD")
    return root


def local_name(element: "etree._Element") -> str:
    """The name of an element without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(xml: bytes) -> str:
    """All visible text of a part in order, paragraphs and breaks as line breaks."""
    return "".join(_pieces(parse(xml)))


def squeeze(text: str) -> str:
    """`text` without any white space: what must be equal in a template and its paper."""
    return "".join(text.split())


def literal_braces(source: str) -> str:
    """docxtpl's ``{_{`` as an expression that prints ``{{``, so that it never touches a value."""
    for written, printed in _BRACES:
        source = source.replace(written, f"{{{{ '{printed}' }}}}")
    return source


def jinja_source(xml: bytes) -> str:
    """The text of a template part as Jinja source: docxtpl's own marks resolved, no XML left."""
    source = literal_braces("".join(_pieces(parse(xml), once=True)))
    source = _CELL_TAG.sub("", source)
    return _TAG.sub(lambda tag: _WRAPPED.sub(r"\1 ", tag.group().translate(_QUOTES)), source)


def _pieces(element: "etree._Element", *, once: bool = False) -> list[str]:
    name = local_name(element)
    if name == "t":
        return [element.text or ""]
    pieces = ["\n"] if name in _BREAKS else []
    for child in element:
        pieces += _pieces(child, once=once)
    if once and name == "tc" and _SHOWN_ONCE.search(cell := "".join(pieces)):
        return ["{% if loop.first %}", _SHOWN_ONCE.sub("", cell), "{% endif %}"]
    return pieces
