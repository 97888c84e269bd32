"""The cells of a table's row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.assemble.spans import trim
from extract.clean.rows import BREAK
from extract.clean.text import Block, ReadingText
from extract.lexicons.load import table
from extract.segment.outline import Node

_AROUND = " .\"'”“"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, at `start` to `end` of the reading text.

    `origin` is where it begins in the raw text, -1 where it is empty: a merged cell stands in each
    row that it covers, with one origin.
    """

    start: int
    end: int
    text: str
    origin: int = -1

    @property
    def repeats(self) -> bool:
        """Whether it only says that it repeats the cell above ("nt", "như trên")."""
        low = self.text.lower()
        return low in _words("repeats") or low.strip(_AROUND) in _words("repeats")

    @property
    def marked(self) -> bool:
        """Whether it is only marked, as in a schedule ("x")."""
        return self.text.strip().lower() in _words("marks")

    @property
    def blank(self) -> bool:
        """Whether it holds nothing, or says so ("-")."""
        return not self.text or self.text in _words("blanks") or not self.text.strip(" .…_-–/")

    def paragraphs(self) -> Iterator[Cell]:
        """The cell's paragraphs, each as a cell; a label keeps its colon."""
        place = 0
        for part in self.text.split(BREAK):
            start, end = trim(part, 0, len(part))
            if part[end : end + 1] == ":":
                end += 1
            if start < end:
                at = self.start + place
                yield Cell(at + start, at + end, part[start:end], self.origin)
            place += len(part) + 1


def cells(row: Node | Block, reading: ReadingText) -> list[Cell]:
    """The cells of a row, trimmed; an empty one keeps its place."""
    found: list[Cell] = []
    place = row.start
    for part in row.text.split("\t"):
        start, end = _bounds(part)
        origin = reading.starts[place + start] if start < end else -1
        found.append(Cell(place + start, place + end, part[start:end], origin))
        place += len(part) + 1
    return found


def _bounds(part: str) -> tuple[int, int]:
    """A cell without what ends an item; a mark that says "as above" stays whole."""
    if part.strip().lower() in _words("repeats"):
        start = len(part) - len(part.lstrip())
        return start, len(part.rstrip())
    return trim(part, 0, len(part))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("columns")[name])
