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
class Table:
    """Rows of cells, the head first; with borders. A row may be a group's name over all columns."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        return max(map(len, self.rows))


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
