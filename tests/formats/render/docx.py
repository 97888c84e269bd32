"""DOCX as an office types it (Nghị định 30/2020/NĐ-CP, annex I): margins, fonts, indents, tables
without borders for the header and the signature, the page number centred at the top from page 2."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from render.lists import Numbering
from render.model import Decision, Element, Header, Kind, Paragraph, Signature, Table
from render.numbers import Lists

Typed = list[tuple[str, str]]
"""What stands in the file for a text, run by run, and the fonts that show it as that text."""

Automatic = Literal["restarts", "definitions"]
Columns = Literal["table", "rows", "tabs"]

FONT = "Times New Roman"
_SHORT = 60
"""Letters that fit into half a line."""
_WIDE = 5
"""Columns from which on a table stands on a page laid crosswise."""


def unicode_font(text: str) -> Typed:
    return [(text, FONT)]


def printed_font(text: str) -> Typed:
    """A font like Times that is free and has every Vietnamese letter; where it is not installed,
    LibreOffice takes letters from other fonts, which the reader must put together as well."""
    return [(text, "FreeSerif")]


def save_docx(
    decision: Decision,
    path: Path,
    *,
    automatic: Automatic | None = None,
    columns: Columns = "table",
    typed: Callable[[str], Typed] = unicode_font,
) -> None:
    """Writes the decision to `path`.

    With `automatic`, lists count and bullet themselves: see `Numbering` for the two ways.
    `columns` is how header and signature get two sides: a table of one row, one with a row for
    number and date, or tabs in lines that hold both sides.
    """
    page = _Typist(typed, automatic, columns)
    for i, element in enumerate(decision.elements):
        match element:
            case Paragraph():
                if element.new_page and _wide_table(decision.elements[i:]):
                    page.turn()
                page.paragraph(element)
            case Header():
                page.header(element)
            case Signature():
                page.signature(element)
            case Table():
                page.table(element)
    page.word.save(str(path))


def _wide_table(elements: Sequence[Element]) -> bool:
    """Whether the part that begins with the first element has a table of many columns."""
    for element in elements[1:]:
        if isinstance(element, Table) and element.width >= _WIDE:
            return True
        if isinstance(element, Paragraph) and element.new_page:
            return False
    return False


class _Typist:
    def __init__(
        self, typed: Callable[[str], Typed], automatic: Automatic | None, columns: Columns
    ) -> None:
        self.typed = typed
        self.columns = columns
        self.word: Word = Document()
        self.numbering = (
            Numbering(self.word, restarts=automatic == "restarts") if automatic else None
        )
        self.lists = Lists()
        self.turned = False
        font = typed("a")[0][1]
        style = self.word.styles["Normal"]
        style.font.name, style.font.size = font, Pt(14)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        _page_number(section.header.paragraphs[0])

    def paragraph(self, source: Paragraph) -> None:
        target = self.word.add_paragraph()
        if source.new_page and not self.turned:
            target.paragraph_format.page_break_before = True
        _shape(target, source.kind)
        place = self.numbering and self.lists.numbered(source.text)
        if self.numbering and place:
            self.numbering.apply(target, place)
            self._write(target, place.text, source.kind)
        else:
            self._write(target, source.text, source.kind)

    def turn(self) -> None:
        """The pages from here on lie crosswise."""
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.different_first_page_header_footer = False
        self.turned = True

    def header(self, source: Header) -> None:
        if self.columns == "tabs":
            sides = [*source.issuer, source.number], [*source.motto, source.date]
            self._tabbed(*sides, bold=True, size=12)
            return
        left, right = self._side_by_side(Cm(6.2), Cm(9.8))
        for i, text in enumerate(source.issuer):
            self._line(left, text, first=i == 0, bold=True, size=12)
        self._rule(left, Cm(1.8))
        if self.columns == "table":
            self._line(left, source.number, size=13)
        self._line(right, source.motto[0], first=True, bold=True, size=12)
        self._line(right, source.motto[1], bold=True, size=13)
        self._rule(right, Cm(2.2))
        if self.columns == "rows":
            left, right = self.word.tables[-1].add_row().cells
            self._line(left, source.number, first=True, size=13)
        self._line(right, source.date, first=self.columns == "rows", italic=True, size=13)
        self.word.add_paragraph()

    def signature(self, source: Signature) -> None:
        self.word.add_paragraph()
        if self.columns == "tabs" and max(map(len, source.recipients)) <= _SHORT:
            *posts, name = source.signers
            room = [""] * max(4, len(source.recipients) - len(source.signers))
            self._tabbed(source.recipients, [*posts, *room, name], size=12)
            return
        left, right = self._side_by_side(Cm(8), Cm(8))
        for i, text in enumerate(source.recipients):
            head = i == 0
            line = self._line(
                left, text, first=head, bold=head, italic=head, size=12 if head else 11
            )
            line.alignment = ALIGN.LEFT
        for i, text in enumerate(source.signers):
            last = i == len(source.signers) - 1
            if last:  # room for the seal and the signature
                for _ in range(4):
                    self._line(right, "")
            self._line(right, text, first=i == 0, bold=True)

    def table(self, source: Table) -> None:
        grid = self.word.add_table(rows=len(source.rows), cols=source.width)
        grid.style = "Table Grid"
        _widths(grid, source, Cm(24.7 if self.turned else 16))
        for one in source.cells():
            cell = grid.cell(one.row, one.column)
            if one.rows > 1 or one.columns > 1:
                last = grid.cell(one.row + one.rows - 1, one.column + one.columns - 1)
                cell = cell.merge(last)
            bold = one.row == 0 or one.columns > 1
            line = self._line(cell, one.text, first=True, bold=bold, size=12)
            line.alignment = ALIGN.CENTER if one.row == 0 or len(one.text) < 4 else ALIGN.LEFT
        _repeat_head(grid)

    def _tabbed(
        self, left: Sequence[str], right: Sequence[str], *, bold: bool = False, size: int
    ) -> None:
        """Both sides in one line each, a tab before either, as typists without tables do it."""
        for texts in zip_longest(left, right, fillvalue=""):
            line = self.word.add_paragraph()
            line.paragraph_format.space_after = Pt(0)
            stops = line.paragraph_format.tab_stops
            stops.add_tab_stop(Cm(3), WD_TAB_ALIGNMENT.CENTER)
            stops.add_tab_stop(Cm(11.3), WD_TAB_ALIGNMENT.CENTER)
            for text in texts:
                line.add_run("\t")
                self._run(line, text, bold=bold, size=size)

    def _side_by_side(self, *widths: int) -> Sequence[_Cell]:
        grid = self.word.add_table(rows=1, cols=len(widths))
        grid.autofit = False
        for column, cell, width in zip(grid.columns, grid.rows[0].cells, widths, strict=True):
            column.width = cell.width = width
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        return grid.rows[0].cells

    def _line(
        self,
        cell: _Cell,
        text: str,
        *,
        first: bool = False,
        bold: bool = False,
        italic: bool = False,
        size: int = 14,
    ) -> WordParagraph:
        line = cell.paragraphs[0] if first else cell.add_paragraph()
        line.alignment = ALIGN.CENTER
        line.paragraph_format.space_after = Pt(0)
        self._run(line, text, bold=bold, italic=italic, size=size)
        return line

    def _rule(self, cell: _Cell, indent: int) -> None:
        """The short line that offices draw below the issuer and the motto."""
        line = self._line(cell, "")
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = indent
        line.paragraph_format.line_spacing = Pt(3)
        _border_below(line)

    def _write(self, target: WordParagraph, text: str, kind: Kind) -> None:
        bold = kind in ("title", "heading", "centred", "draft")
        article, point, rest = text.partition(". ")
        if kind == "text" and article.startswith("Điều ") and point and len(article) < 9:
            self._run(target, f"{article}.", bold=True)  # only its number is bold
            self._run(target, f" {rest}")
            return
        self._run(target, text, bold=bold, italic=kind in ("recital", "attached"))

    def _run(
        self,
        target: WordParagraph,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: int = 14,
    ) -> None:
        if not text:
            return
        for written, font in self.typed(text):
            run = target.add_run(written)
            run.font.name, run.font.size = font, Pt(size)
            run.font.bold, run.font.italic = bold, italic


def _shape(target: WordParagraph, kind: Kind) -> None:
    shape = target.paragraph_format
    if kind in ("title", "attached", "centred"):
        shape.alignment = ALIGN.CENTER
        shape.space_after = Pt(0 if kind == "title" else 6)
        return
    if kind == "draft":
        shape.alignment = ALIGN.RIGHT
        return
    shape.alignment = ALIGN.JUSTIFY
    shape.first_line_indent = Cm(1.27)
    shape.space_after = Pt(6)
    shape.line_spacing = 1.1


def _page_number(target: WordParagraph) -> None:
    target.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    target._p.append(field)


def _border_below(target: WordParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    below = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
        below.set(qn(f"w:{name}"), value)
    borders.append(below)
    properties = target._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def _widths(grid: WordTable, source: Table, total: int) -> None:
    """Columns as wide as their texts ask for."""
    grid.autofit = False
    longest = [
        max(len(row[column]) if column < len(row) else 0 for row in source.rows)
        for column in range(source.width)
    ]
    weights = [min(max(length, 6), 60) + 8 for length in longest]
    for column, weight in zip(grid.columns, weights, strict=True):
        column.width = int(total * weight / sum(weights))
        for cell in column.cells:
            cell.width = column.width


def _repeat_head(grid: WordTable) -> None:
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
