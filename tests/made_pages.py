"""Pages of the page model, made by hand."""

from __future__ import annotations

from collections.abc import Iterable

from extract.read.page import Page, Rule, TextLine
from extract.read.source import Word

SIZE = 13.0
LETTER = 6.5
"""Width of a letter and of a space, in points."""

LEFT, RIGHT = 85.0, 540.0


def typed(text: str, x: float, y: float, *, size: float = SIZE, bold: bool = False) -> TextLine:
    """A line that begins at `x`, the top of its letters at `y`."""
    place, words = x, []
    for word in text.split():
        words.append(Word(place, place + LETTER * len(word)))
        place += LETTER * (len(word) + 1)
    return TextLine(text, (x, y, words[-1].x1, y + size), tuple(words), bold, size)


def centred(text: str, middle: float, y: float, *, bold: bool = False) -> TextLine:
    return typed(text, middle - LETTER * len(text) / 2, y, bold=bold)


def full(text: str, x: float, y: float) -> TextLine:
    """A line that is stretched from `x` to the right margin, as justified ones are."""
    parts = text.split()
    gap = (RIGHT - x - LETTER * sum(map(len, parts))) / (len(parts) - 1)
    place, words = x, []
    for part in parts:
        words.append(Word(place, place + LETTER * len(part)))
        place += LETTER * len(part) + gap
    return TextLine(text, (x, y, RIGHT, y + SIZE), tuple(words), False, SIZE)


def page(*lines: TextLine, number: int = 1, rules: Iterable[Rule] = ()) -> Page:
    """A page of A4."""
    return Page(number, 595.0, 842.0, tuple(lines), tuple(rules))


def ruled(xs: list[float], ys: list[float]) -> list[Rule]:
    """The rules of a table without merged cells."""
    across = [Rule(xs[0], y, xs[-1], y) for y in ys]
    return across + [Rule(x, ys[0], x, ys[-1]) for x in xs]
