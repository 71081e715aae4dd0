"""From a Word template and values to a paper: docxtpl's semantics, sandboxed, strict, escaped, re-read."""

import difflib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Template, TemplateError, UndefinedError
from lxml import etree

from pinzhi_xl.documents.cleaning import CleanValue, FieldValue, clean_values
from pinzhi_xl.documents.compiled import CompiledTemplate, Part, compile_template
from pinzhi_xl.documents.errors import (
    PaperIncomplete,
    TemplateMissing,
    TemplateUnreadable,
    TemplateUnsafe,
    UnknownField,
)
from pinzhi_xl.documents.package import write_package
from pinzhi_xl.documents.reread import check_paper
from pinzhi_xl.documents.text import parse
from pinzhi_xl.wording import documents as wording

__all__ = ["FieldValue", "render"]

_MOST_TEXT = 32 * 2**20
_MISSING_NAME = re.compile(r"has no (?:attribute|element) '([^']*)'|^'([^']*)' is undefined")
_LINE = re.compile(r"\n(<w:p[ >])")


def render(template: Path, values: Mapping[str, FieldValue]) -> bytes:
    """The paper of `template` filled with `values`, checked by reading it again; same input, same bytes."""
    compiled = compile_template(template.name, _content(template))
    clean = clean_values(values)
    for field in sorted(compiled.fields - clean.keys()):
        raise _unknown(compiled.file, field, clean.keys())
    members = dict(compiled.members)
    for part in compiled.parts:
        members[part.name] = _rendered(compiled, part, clean)
    paper = write_package(members)
    check_paper(compiled, clean, paper)
    return paper


def _content(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except FileNotFoundError as error:
        raise TemplateMissing(file=template.name, places=template.parent) from error
    except OSError as error:
        raise TemplateUnreadable(file=template.name, reason=error.strerror or error) from error


def _rendered(compiled: CompiledTemplate, part: Part, values: Mapping[str, CleanValue]) -> bytes:
    """One part as bytes, with docxtpl's repairs of line breaks, table grids and drawing ids."""
    tools = compiled.docxtpl
    xml = _LINE.sub(r"\1", _filled(compiled.file, part.xml, values))
    xml = tools.resolve_listing(xml)
    try:
        parse(xml.encode())
        root = tools.fix_tables(xml)
    except ValueError as error:
        reason = wording.REASON_BAD_XML.format(part=part.name)
        raise PaperIncomplete(file=compiled.file, field=wording.FIXED_TEXT, excerpt=reason) from error
    tools.docx_ids_index = 1000
    tools.fix_docpr_ids(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _filled(file: str, template: Template, values: Mapping[str, CleanValue]) -> str:
    pieces: list[str] = []
    size = 0
    try:
        for piece in template.generate(values):
            size += len(piece)
            if size > _MOST_TEXT:
                raise TemplateUnsafe(file=file, reason=wording.REASON_TOO_MUCH_TEXT)
            pieces.append(piece)
    except UndefinedError as error:
        raise _undefined(file, error, values) from error
    except (TemplateError, TypeError, ValueError, RecursionError) as error:
        raise TemplateUnsafe(file=file, reason=str(error)) from error
    return "".join(pieces)


def _undefined(file: str, error: UndefinedError, values: Mapping[str, CleanValue]) -> UnknownField:
    found = _MISSING_NAME.search(str(error))
    field = next(filter(None, found.groups()), str(error)) if found else str(error)
    return _unknown(file, field, {*values, *_item_keys(values)})


def _item_keys(values: Mapping[str, CleanValue]) -> set[str]:
    lists = [value for value in values.values() if isinstance(value, list)]
    return {key for items in lists for item in items if isinstance(item, dict) for key in item}


def _unknown(file: str, field: str, valid: Iterable[str]) -> UnknownField:
    close = difflib.get_close_matches(field, sorted(valid), n=1, cutoff=0.4)
    return UnknownField(file=file, field=field, nearest=wording.NEAREST.format(name=close[0]) if close else "")
