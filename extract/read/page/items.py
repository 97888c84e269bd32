"""Pieces of pages on their way into the source document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.read.page.model import TextLine
from extract.read.source import Box, Cell, LineKind, Word


@dataclass(slots=True)
class Item:
    """A line to be, with what composing has found out about it.

    `side` is 0 for a line of the page's full width, 1 and 2 for the left and the right one of two
    columns side by side.
    """

    page: int
    text: str
    box: Box
    words: tuple[Word, ...] = ()
    bold: bool = False
    size: float = 0.0
    kind: LineKind = "text"
    cell: Cell | None = None
    opens: bool | None = None
    side: int = 0

    @property
    def height(self) -> float:
        """Of its letters, in points; the font's size where that is known."""
        return self.size or 0.75 * (self.box[3] - self.box[1])

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def item(page: int, line: TextLine) -> Item:
    """The item of a page's line; its words are dropped where they do not fit its text."""
    words = line.words if len(line.words) == len(line.text.split()) else ()
    return Item(page, line.text, line.box, words, line.bold, line.size)


def part(whole: Item, first: int, last: int) -> Item:
    """The words `first` to `last` (excluded) of an item."""
    words = whole.words[first:last]
    box = (words[0].x0, whole.box[1], max(word.x1 for word in words), whole.box[3])
    text = " ".join(whole.text.split()[first:last])
    return Item(whole.page, text, box, words, whole.bold, whole.size)


def rows(items: Iterable[Item]) -> list[list[Item]]:
    """The items in rows from top to bottom, those of one height left to right."""
    found: list[list[Item]] = []
    for one in sorted(items, key=lambda one: one.middle):
        if found and one.middle - found[-1][0].middle < 0.5 * min(one.height, found[-1][0].height):
            found[-1].append(one)
        else:
            found.append([one])
    for row in found:
        row.sort(key=lambda one: one.box[0])
    return found


def joined(row: Sequence[Item]) -> Item:
    """One item of those that stand in one row, a space between two."""
    if len(row) == 1:
        return row[0]
    longest = max(row, key=lambda one: len(one.text))
    return Item(
        row[0].page,
        " ".join(one.text for one in row),
        hull([one.box for one in row]),
        tuple(word for one in row for word in one.words) if all(o.words for o in row) else (),
        longest.bold,
        longest.size,
        row[0].kind,
    )


def hull(boxes: Sequence[Box]) -> Box:
    """The smallest box around all."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
