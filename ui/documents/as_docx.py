"""A document as DOCX: real headings and lists, language, header, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

import docx
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from ui.documents.model import (
    Block,
    Document,
    Heading,
    ItemList,
    Paragraph,
    Passage,
    Run,
    Table,
    WritingLines,
    printable,
)

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_FONT: Final = "Georgia"
_INK, _SOFT, _ACCENT, _WARNING = (RGBColor.from_string(code) for code in ("1F2328", "52585F", "0F5257", "8F2F10"))
_MODEL, _PERSON, _LABEL, _SMALL = "Modelltext", "Eigener Text", "Herkunft", "Kleingedrucktes"
_DEEPEST_LIST = 2


def as_docx(document: Document) -> bytes:
    """The document as a DOCX file."""
    written = docx.Document()
    _page(written)
    _styles(written, document.language)
    _properties(written, document)
    _head_and_foot(written, document)
    written.add_paragraph(printable(document.title), style="Title")
    if document.subtitle:
        written.add_paragraph(printable(document.subtitle), style="Subtitle")
    for block in document.blocks:
        _block(written, block)
    file = BytesIO()
    written.save(file)
    return file.getvalue()


def _page(written: DocxDocument) -> None:
    section = written.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.3)


def _styles(written: DocxDocument, language: str) -> None:
    for lang in written.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    for name, size, color, bold in (
        ("Normal", 11, _INK, None),
        ("Title", 22, _INK, True),
        ("Subtitle", 11, _SOFT, None),
        ("Heading 1", 16, _INK, True),
        ("Heading 2", 13, _ACCENT, True),
        ("Heading 3", 11, _INK, True),
    ):
        _font(written.styles[name], size, color, bold=bold)
    normal = written.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.25
    _without(written.styles["Title"], "w:pBdr")
    written.styles["Subtitle"].font.italic = False
    for name in ("Title", "Subtitle"):
        _without(written.styles[name], "w:spacing", "w:kern")
    for name, bar, fill in ((_PERSON, "8B857A", None), (_MODEL, "0F5257", "E6F0EE")):
        style = _added(written, name)
        style.paragraph_format.left_indent = Cm(0.4)
        style.paragraph_format.space_after = Pt(10)
        _left_border(style, bar, fill)
    label = _added(written, _LABEL)
    _font(label, 9, _SOFT, bold=True)
    label.paragraph_format.space_after, label.paragraph_format.keep_with_next = Pt(2), True
    _font(_added(written, _SMALL), 9, _SOFT)


def _properties(written: DocxDocument, document: Document) -> None:
    properties = written.core_properties
    properties.title, properties.language = printable(document.title), document.language
    properties.author = properties.last_modified_by = printable(document.header)
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _head_and_foot(written: DocxDocument, document: Document) -> None:
    section = written.sections[0]
    head = section.header.paragraphs[0]
    head.style = written.styles[_SMALL]
    head.text = printable(f"{document.header} · {document.title}")
    foot = section.footer.paragraphs[0]
    foot.style, foot.alignment = written.styles[_SMALL], 1
    foot.add_run(f"{document.page_word} ")
    _field(foot, "PAGE")
    foot.add_run(f" {document.of_word} ")
    _field(foot, "NUMPAGES")


def _block(written: DocxDocument, block: Block) -> None:
    match block:
        case Heading(level, text, new_page):
            heading = written.add_heading(printable(text), level)
            heading.paragraph_format.page_break_before = new_page
        case Paragraph(runs, style):
            paragraph = written.add_paragraph(style=_SMALL if style == "small" else None)
            _runs(paragraph, runs)
            if style == "large":
                for run in paragraph.runs:
                    run.font.size, run.font.bold = Pt(15), True
        case ItemList():
            _list(written, block)
        case Passage(label, runs, author):
            source = written.add_paragraph(printable(label), style=_LABEL)
            if author == "model":
                source.runs[0].font.color.rgb = _WARNING
            _runs(written.add_paragraph(style=_MODEL if author == "model" else _PERSON), runs)
        case Table():
            _table(written, block)
        case WritingLines(labels):
            for text in labels:
                # The empty paragraph keeps two lines apart: neighbours with the same border share one.
                written.add_paragraph(style=_SMALL).paragraph_format.space_before = Pt(24)
                line = written.add_paragraph(printable(text), style=_SMALL)
                _border(line._p.get_or_add_pPr(), "top", "1F2328")


def _list(written: DocxDocument, block: ItemList) -> None:
    numbering: dict[int, int] = {}
    for item in block.items:
        depth = min(item.level, _DEEPEST_LIST)
        for deeper in [level for level in numbering if level > depth]:
            del numbering[deeper]
        name = "List Number" if item.ordered else "List Bullet"
        paragraph = written.add_paragraph(style=f"{name} {depth + 1}" if depth else name)
        _runs(paragraph, item.runs)
        if item.ordered:
            if depth not in numbering:
                numbering[depth] = _fresh_numbering(written, paragraph.style)
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering[depth]


def _fresh_numbering(written: DocxDocument, style: Any) -> int:
    """A numbering like that of the style which begins at 1: without it, a list goes on where the last one ended."""
    numbers = written.part.numbering_part.element
    of_style = style.element.pPr.numPr.numId.val
    made = numbers.add_num(numbers.num_having_numId(of_style).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _runs(paragraph: DocxParagraph, runs: Sequence[Run]) -> None:
    for run in runs:
        added = paragraph.add_run(printable(run.text))  # line feeds become breaks
        added.bold, added.italic = run.strong or None, run.emphasis or None
        if run.placeholder:
            added.font.color.rgb = _ACCENT
            added.bold = True


def _table(written: DocxDocument, table: Table) -> None:
    made = written.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(printable(column)).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in table.rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = printable(text)
    written.add_paragraph()


def _field(paragraph: DocxParagraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _added(written: DocxDocument, name: str) -> Any:
    style: Any = written.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = written.styles["Normal"]
    return style


def _font(style: Any, size: float, color: RGBColor, *, bold: bool | None = None) -> None:
    style.font.name, style.font.size, style.font.color.rgb, style.font.bold = _FONT, Pt(size), color, bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _without(style: Any, *names: str) -> None:
    """Takes the template's borders or spacing of letters out of a style."""
    for name in names:
        holder = style.element.pPr if name == "w:pBdr" else style.element.rPr
        for found in holder.findall(qn(name)):
            holder.remove(found)


def _left_border(style: Any, color: str, fill: str | None) -> None:
    properties = style.element.get_or_add_pPr()
    _border(properties, "left", color, width=24, space=8)
    if fill:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shade.set(qn(f"w:{name}"), value)
        properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _border(properties: Any, side: str, color: str, *, width: int = 6, space: int = 4) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(width)), ("space", str(space)), ("color", color)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
