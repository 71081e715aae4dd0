"""An empty A4 document of our own: the styles and fonts of the papers and nothing else.

python-docx would start from its default template with 160 latent and 40 unused styles, a theme, a thumbnail
and custom XML; papers from that are ten times as large and four times as slow.
"""

import io
from typing import TYPE_CHECKING

from pinzhi_xl.documents.package import CORE_XML, read_package, write_package

if TYPE_CHECKING:
    from docx.document import Document

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"'

# Style: name, East Asian font, half-points, bold, alignment, exact line in twentieths of a point.
_STYLES = (
    ("Company", "宋体", 28, False, "center", 400),
    ("Paper Title", "宋体", 44, True, "center", 640),
    ("Heading Line", "仿宋", 21, False, "left", 340),
    ("Label", "宋体", 21, False, "center", 290),
    ("Value", "仿宋", 21, False, "left", 290),
    ("Writing", "仿宋", 21, False, "left", 440),
    ("Deciding", "仿宋", 21, False, "left", 390),
    ("Notice", "仿宋", 19, False, "left", 270),
    ("Sample", "宋体", 28, True, "left", 320),
    ("Margin", "宋体", 18, False, "left", 240),
    ("Tail", "宋体", 2, False, "left", 20),
)
# Where a font is missing the next name is taken: (name, alternatives, PANOSE, family).
_FONTS = (
    ("宋体", "SimSun,方正小标宋简体,Songti SC,Noto Serif CJK SC", "02010600030101010101", "auto"),
    ("仿宋", "FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC", "02010609060101010101", "modern"),
    ("Times New Roman", "Liberation Serif", "02020603050405020304", "roman"),
)


def blank_document() -> "Document":
    """A document without a paragraph, A4, with the styles of the papers."""
    from docx import Document

    return Document(io.BytesIO(write_package(_parts())))


def finished(document: "Document") -> bytes:
    """The document as a file, the same bytes for the same content."""
    buffer = io.BytesIO()
    document.save(buffer)
    return write_package(read_package(buffer.getvalue()))


def _parts() -> dict[str, bytes]:
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": (
            f'<w:document {_NAMESPACES}><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="400" w:footer="400"'
            ' w:gutter="0"/></w:sectPr></w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{kind}", f"{kind}.xml") for kind in ("styles", "settings", "fontTable"))
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
    }
    return {name: (_HEAD + text).encode() for name, text in texts.items()} | {"docProps/core.xml": CORE_XML}


def _content_types() -> str:
    overrides = [
        (f"/word/{name}.xml", f"{_WORD_TYPE}.{kind}+xml")
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
        )
    ]
    overrides.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _styles() -> str:
    listed = "".join(_style(*style) for style in _STYLES)
    return (
        f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman"'
        ' w:cs="Times New Roman"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/>'
        '<w:left w:w="80" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr></w:style>{listed}</w:styles>"
    )


def _style(name: str, font: str, size: int, bold: bool, align: str, line: int) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        f'<w:jc w:val="{align}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="{font}" w:hAnsi="Times New Roman"/>{weight}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _settings() -> str:
    return (
        f'<w:settings {_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="{"86" if family != "roman" else "00"}"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, others, panose, family in _FONTS
    )
    return f"<w:fonts {_NAMESPACES}>{listed}</w:fonts>"
