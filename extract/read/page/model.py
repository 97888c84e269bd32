"""What a page is made of, whether a PDF's text layer or OCR told it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.read.source import Box, Word


class NoteMark(Word):
    """The raised number of a footnote within a line: a word of its own that is no text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A piece of text on one height of a page: a line, or a part of one that a wide gap ends.

    `words` has one entry for each white-space separated word of `text`; without them a line
    cannot be cut where a table's columns or a header's two sides meet, so give them wherever they
    are known. `bold` is what most of its letters are. `size` is the font's size in points, 0 where
    nothing tells it.
    """

    text: str
    box: Box
    words: tuple[Word, ...] = ()
    bold: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, horizontal or vertical: from `(x0, y0)` to `(x1, y1)` in points from the top
    left corner, `x0 <= x1` and `y0 <= y1`. A rectangle is its four sides."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points as shown, its lines and ruled lines in any
    order. A scan's pixels at `dpi` are points times `dpi / 72`."""

    number: int
    width: float
    height: float
    lines: tuple[TextLine, ...]
    rules: tuple[Rule, ...] = ()
