"""The paragraphs and tables of a document, in order, as drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.read.docx.names import Element, W, number, unwrapped, value
from extract.read.docx.numbering import Label, Numbering
from extract.read.docx.runs import content
from extract.read.docx.styles import Style, Styles, look
from extract.read.docx.tables import read_table
from extract.read.flow.drafts import Draft, Piece, Table
from extract.read.flow.look import Look
from extract.read.problems import problem

_THROUGH = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
MOST_BLOCKS = 200_000
"""Paragraphs, cells and text boxes. 400 pages of a table have some 40,000."""

_LONGEST_HEADING = 300
"""Characters; what is longer is body text in a heading's style."""


@dataclass(slots=True)
class Story:
    """Reads the blocks of one document, of the file `path`. `notes` are those referred to so far,
    as (part, id).

    Raises:
        ReadError: `too_complex`, whatever is read.
    """

    path: Path
    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str]] = field(default_factory=list)
    _blocks: int = 0
    _paragraphs: int = 0
    _tables: int = 0
    _kept: list[Piece] = field(default_factory=list)
    _number: Label | None = None

    def body(self, parent: Element) -> list[Draft | Table]:
        """The blocks of the document's body; its paragraphs and tables are counted."""
        found: list[Draft | Table] = []
        previous = ""
        for element, contents in _blocks(parent):
            if element.tag == W + "tbl":
                self._tables += 1
                table = read_table(self, element, self._tables)
                table.goes_on = previous == element.tag
                found.append(table)
            else:
                self._paragraphs += 1
                drafts = self.paragraph(element, f"p{self._paragraphs}")
                for draft in drafts:
                    if isinstance(draft, Draft):
                        draft.hidden = draft.hidden or contents
                found += drafts
            previous = str(element.tag)
        return found + self._lines([], None, f"p{self._paragraphs}")

    def blocks(self, parent: Element, path: str) -> list[Draft | Table]:
        """The blocks of a cell, a text box or a note, all of one `path`.

        Of one that holds nothing, the automatic number that it shows: rows count themselves so.
        """
        self._count()
        found: list[Draft | Table] = []
        self._number = None
        for element, _ in _blocks(parent):
            if element.tag == W + "tbl":
                found.append(read_table(self, element, 0, path))
            else:
                found += self.paragraph(element, path)
        number, self._number = self._number, None
        if not found and number:
            found.append(Draft([Piece(number.text, number.look)], path))
        return found + self._lines([], None, path)

    def paragraph(self, element: Element, path: str) -> list[Draft | Table]:
        """The drafts of a paragraph: one for each line that somebody typed, then its text boxes."""
        self._count()
        properties = element.find(W + "pPr")
        name = None if properties is None else value(properties.find(W + "pStyle"))
        style = self.styles.paragraph(name)
        base = style.look.over(self.styles.base)
        found = content(element, base, self.styles)
        self.notes += found.notes
        drafts: list[Draft | Table] = []
        label = None
        if _is_deleted(properties):  # its words go on in the next paragraph
            self._kept += found.pieces
        else:
            label = self._label(properties, name, style, base)
            drafts += self._lines(found.pieces, label, path)
        if label and not drafts and any(char.isalnum() for char in label.text):
            self._number = label
        for draft in drafts:
            if isinstance(draft, Draft):
                draft.hidden = style.contents
                if style.heading and _size(draft) <= _LONGEST_HEADING:
                    draft.level = style.heading
        if label and drafts and isinstance(drafts[0], Draft):
            drafts[0].opens = True
        for box in found.boxes:
            drafts += self.blocks(box, path)
        return drafts

    def _count(self) -> None:
        self._blocks += 1
        if self._blocks > MOST_BLOCKS:
            raise problem("too_complex", self.path, reason=f"over {MOST_BLOCKS} paragraphs")

    def _lines(self, own: list[Piece], label: Label | None, path: str) -> list[Draft | Table]:
        """The lines of a paragraph, with what was kept of deleted ones before it."""
        pieces = [*self._kept, *own]
        self._kept.clear()
        lines: list[list[Piece]] = [[]]
        for piece in pieces:
            head, *tail = piece.text.split("\n")
            lines[-1].append(Piece(head, piece.look))
            lines += [[Piece(part, piece.look)] for part in tail]
        filled = [line for line in lines if any(piece.text.strip() for piece in line)]
        if label and filled:
            gap = "" if filled[0][0].text[:1].isspace() else " "
            filled[0].insert(0, Piece(label.text.rstrip() + gap, label.look))
        return [Draft(line, path, broken=i > 0) for i, line in enumerate(filled)]

    def _label(
        self, properties: Element | None, name: str | None, style: Style, base: Look
    ) -> Label | None:
        """The paragraph's automatic number: its own or its style's (17.3.1.19, 17.7.4.14)."""
        own = None if properties is None else properties.find(W + "numPr")
        numbering = None if own is None else value(own.find(W + "numId"))
        level = None if own is None else number(own.find(W + "ilvl"))
        if own is not None and own.find(W + "del") is not None:
            return None
        if numbering is None:
            numbering = style.numbering
            if numbering is not None and level is None:
                level = style.numbering_level
                if level is None:
                    level = self.numbering.level_of_style(numbering, name)
        if numbering is None or numbering == "0":
            return None
        label = self.numbering.label(numbering, level or 0)
        if label is None:
            return None
        mark = None if properties is None else properties.find(W + "rPr")
        return Label(label.text, label.look.over(look(mark).over(base)))


def _blocks(parent: Element, contents: bool = False) -> Iterator[tuple[Element, bool]]:
    """Paragraphs and tables below `parent`, and whether they are of a table of contents."""
    for child in unwrapped(parent):
        if child.tag in (W + "p", W + "tbl"):
            yield child, contents
        elif child.tag in _THROUGH:
            gallery = value(child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"))
            yield from _blocks(child, contents or gallery == "Table of Contents")


def _is_deleted(properties: Element | None) -> bool:
    """Whether the end of the paragraph is a tracked deletion (17.13.5.15)."""
    marks = None if properties is None else properties.find(W + "rPr")
    return marks is not None and (
        marks.find(W + "del") is not None or marks.find(W + "moveFrom") is not None
    )


def _size(draft: Draft) -> int:
    return sum(len(piece.text) for piece in draft.pieces)
