"""A Word template made ready once: every part with tags compiled twice, as XML and as expected text."""

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from jinja2 import Template, TemplateSyntaxError, meta
from lxml import etree

from pinzhi_xl.documents.errors import TemplateDamaged, TemplateSyntax, TemplateUnsafe
from pinzhi_xl.documents.package import (
    MOST_BYTES,
    MOST_PARTS,
    PackageEncryptedError,
    PackageTooLargeError,
    read_package,
)
from pinzhi_xl.documents.sandbox import environment, forbidden_node
from pinzhi_xl.documents.text import jinja_source, literal_braces, local_name, parse
from pinzhi_xl.wording import documents as wording

_CONTENT_TYPES = "[Content_Types].xml"
_DOCUMENT = "word/document.xml"
_WITH_TAGS = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
_FULL_WIDTH = re.compile(r"｛｛|｛%|｛％|｝｝|%｝|％｝")
_XML_TAG = re.compile(r"<[^>]*>")
_LINE = re.compile(r"(<w:p[ >])")


class Repairs(Protocol):
    """What is used of docxtpl's DocxTemplate: its reading of tags and its repairs of the rendered XML."""

    docx_ids_index: int

    def patch_xml(self, src_xml: str) -> str:
        """Tags gathered from split runs, row and paragraph tags taken out of their rows and paragraphs."""

    def resolve_listing(self, xml: str) -> str:
        """Line breaks of values as Word's breaks."""

    def fix_tables(self, xml: str) -> "etree._Element":
        """The parsed part, every table grid as wide as its rows."""

    def fix_docpr_ids(self, tree: "etree._Element") -> None:
        """Drawings numbered anew."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part that holds tags: `xml` renders it, `expected` renders the text it must then have."""

    name: str
    xml: Template
    expected: Template


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """All parts of a template file, those with tags compiled; `fields` are the names it uses."""

    file: str
    members: dict[str, bytes]
    parts: tuple[Part, ...]
    fields: frozenset[str]
    docxtpl: Repairs


@lru_cache(maxsize=32)
def compile_template(file: str, content: bytes) -> CompiledTemplate:
    """The template of `content`; `file` is its name for sentences. Compiled once while it stays the same."""
    from docxtpl import DocxTemplate  # 0.1 s, so only when a paper is really made

    members = _members(file, content)
    tools = DocxTemplate(io.BytesIO(content))
    parts: list[Part] = []
    fields: set[str] = set()
    for name in _names_with_tags(file, members):
        part, used = _compile_part(file, name, members[name], tools)
        parts.append(part)
        fields |= used
    return CompiledTemplate(file, members, tuple(parts), frozenset(fields), tools)


def _members(file: str, content: bytes) -> dict[str, bytes]:
    try:
        members = read_package(content)
    except PackageTooLargeError as error:
        reason = wording.REASON_TOO_LARGE.format(limit=MOST_BYTES // 2**20, count=MOST_PARTS)
        raise TemplateDamaged(file=file, reason=reason) from error
    except PackageEncryptedError as error:
        raise TemplateDamaged(file=file, reason=wording.REASON_ENCRYPTED) from error
    except ValueError as error:
        raise TemplateDamaged(file=file, reason=wording.REASON_NOT_ZIP) from error
    for needed in (_CONTENT_TYPES, _DOCUMENT):
        if needed not in members:
            raise TemplateDamaged(file=file, reason=wording.REASON_PART_MISSING.format(part=needed))
    return members


def _names_with_tags(file: str, members: dict[str, bytes]) -> list[str]:
    try:
        overrides = parse(members[_CONTENT_TYPES])
    except ValueError as error:
        raise _bad_xml(file, _CONTENT_TYPES) from error
    names = [
        str(override.get("PartName", "")).lstrip("/")
        for override in overrides
        if str(override.get("ContentType", "")).endswith(_WITH_TAGS)
    ]
    return sorted(name for name in names if name in members)


def _bad_xml(file: str, part: str) -> TemplateDamaged:
    return TemplateDamaged(file=file, reason=wording.REASON_BAD_XML.format(part=part))


def _compile_part(file: str, name: str, xml: bytes, tools: Repairs) -> tuple[Part, set[str]]:
    try:
        root = parse(xml)
        text = jinja_source(xml)
    except (ValueError, RecursionError) as error:
        raise _bad_xml(file, name) from error
    if any(table.find("{*}tblGrid") is None for table in root.iter() if local_name(table) == "tbl"):
        raise TemplateDamaged(file=file, reason=wording.REASON_NO_GRID.format(part=name))
    if mistake := _FULL_WIDTH.search(text):
        line = text.count("\n", 0, mistake.start())
        raise TemplateSyntax(file=file, reason=wording.REASON_FULL_WIDTH, where=_excerpt(text, line))
    source = literal_braces(tools.patch_xml(etree.tostring(root, encoding="unicode")))
    expected, _ = _compile(file, text, escape=False)
    rendered, used = _compile(file, _LINE.sub(r"\n\1", source), escape=True)
    return Part(name, rendered, expected), used


def _compile(file: str, source: str, *, escape: bool) -> tuple[Template, set[str]]:
    sandbox = environment(escape=escape)
    try:
        tree = sandbox.parse(source)
        if node := forbidden_node(tree):
            reason = wording.REASON_FORBIDDEN_NODE.format(line=node.lineno, node=type(node).__name__)
            raise TemplateUnsafe(file=file, reason=reason)
        return sandbox.from_string(tree), meta.find_undeclared_variables(tree)
    except TemplateSyntaxError as error:
        where = _excerpt(source, error.lineno - 1)
        raise TemplateSyntax(file=file, reason=error.message, where=where) from error
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise TemplateUnsafe(file=file, reason=str(error)) from error


def _excerpt(source: str, line: int) -> str:
    lines = source.splitlines()[max(line, 0) : line + 2]
    return _XML_TAG.sub("", " ".join(lines)).strip()[:60]
