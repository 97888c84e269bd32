"""What is read from a Word file before it is known what its fonts' letters are."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.read.flow.look import Look


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look, as the file has them."""

    text: str
    look: Look


@dataclass(slots=True)
class Draft:
    """A paragraph, or the part of one up to a typed line break.

    `path` as in `Place`; `level` that of a heading, else 0; `text` is empty until the letters are
    settled. `opens` as in `SourceLine`; `hidden` is said of lines of a table of contents, `broken`
    of lines that follow a typed line break.
    """

    pieces: list[Piece]
    path: str
    opens: bool | None = None
    level: int = 0
    hidden: bool = False
    text: str = ""
    broken: bool = False

    @property
    def bold(self) -> bool:
        """Whether its letters are bold, all but a few."""
        letters = bold = 0
        for piece in self.pieces:
            size = sum(char.isalnum() for char in piece.text)
            letters += size
            bold += size if piece.look.bold else 0
        return letters > 0 and bold >= 0.9 * letters


@dataclass(slots=True)
class Grid:
    """A cell of a table: where it stands, what it covers (from 0), and what it holds."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: list[Draft | Table] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table. `number` counts all tables of the body from 1, `ruled` is one with lines around its
    cells, `headed` one with a row that is repeated on each page; one that `goes_on` follows
    another with nothing between them, and both are shown as one."""

    number: int
    cells: list[Grid]
    widths: list[float]
    ruled: bool
    headed: bool = False
    goes_on: bool = False
