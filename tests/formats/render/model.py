"""A decision as a typist sees it: what stands where on the page, before any file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "draft",  # "DỰ THẢO" above the header
    "title",  # "QUYẾT ĐỊNH", and what it is about below
    "attached",  # "(Ban hành kèm theo Quyết định số …)"
    "centred",  # the issuer above the recitals, "QUYẾT ĐỊNH:"
    "recital",
    "heading",
    "text",
]


_FEW = 3
"""A table of so few columns has no groups."""
_LONG = 8
"""Shorter texts are written again in each row."""


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: Kind = "text"
    new_page: bool = False


@dataclass(frozen=True)
class Header:
    """Two columns without borders: the issuer with the number, the Quốc hiệu with the date."""

    issuer: tuple[str, ...]
    number: str
    motto: tuple[str, str]
    date: str


@dataclass(frozen=True)
class Signature:
    """Two columns without borders: the recipients, and who signs."""

    recipients: tuple[str, ...]
    signers: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A cell at its first row and column, which count from 0, and how many of both it covers."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of texts, the head first, each as long as the table is wide; with borders."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        return max(map(len, self.rows))

    def cells(self) -> Iterator[Cell]:
        """The cells as a typist merges them: a group's name over the columns behind its number, an
        agency, date or product that is the same in several rows over those rows."""
        for i, row in enumerate(self.rows):
            named = i > 0 and not any(row[2:]) and self.width > _FEW
            for column, text in enumerate(row):
                if named and column > 1:
                    break
                if column > 1 and i > 1 and self._goes_on(i, column):
                    continue
                below = 1
                while i and column > 1 and self._goes_on(i + below, column):
                    below += 1
                across = self.width - 1 if named and column == 1 else 1
                yield Cell(i, column, text, below, across)

    def _goes_on(self, row: int, column: int) -> bool:
        """Whether the cell is one with the one above."""
        if row >= len(self.rows):
            return False
        text = self.rows[row][column]
        return len(text) >= _LONG and text == self.rows[row - 1][column]


Element = Paragraph | Header | Signature | Table


@dataclass(frozen=True)
class Decision:
    name: str
    elements: tuple[Element, ...]

    def texts(self) -> Iterator[str]:
        """All its texts, in the order of reading."""
        for element in self.elements:
            match element:
                case Paragraph(text=text):
                    yield text
                case Header():
                    yield from (*element.issuer, element.number, *element.motto, element.date)
                case Signature():
                    yield from (*element.recipients, *element.signers)
                case Table():
                    for row in element.rows:
                        yield from row
