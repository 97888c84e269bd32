"""Paragraphs within the cells of a table."""

from __future__ import annotations

from itertools import pairwise

from extract.read.page.items import Item
from extract.read.page.paragraphs import MARKER
from extract.read.page.table import Table

_SURE = 0.3
"""Sizes of the font that must be left beside the next word to say that it would have fitted."""

_FILLED = 0.98
"""Share of the usual width: a line as wide was broken by it."""


def mark_cells(table: Table) -> None:
    """Sets `opens` of the lines of cells. A line opens a paragraph where its first word would have
    found room on the line before, as wide as lines of that column are elsewhere."""
    widest: dict[tuple[int, int], float] = {}
    for cell in table.cells:
        key = (cell.column, cell.columns)
        for line in cell.lines:
            widest[key] = max(widest.get(key, 0.0), line.box[2] - line.box[0])
    for cell in table.cells:
        width = widest.get((cell.column, cell.columns), 0.0)
        for last, one in pairwise(cell.lines):
            one.opens = _opens(last, one, width)


def _opens(last: Item, one: Item, width: float) -> bool | None:
    if not one.words:
        return None
    first = one.words[0].x1 - one.words[0].x0 + 0.25 * one.height
    room = width - (last.box[2] - last.box[0]) - first
    lower = one.text[:1].islower()
    if room > _SURE * one.height:
        return None if lower else True
    filled = last.box[2] - last.box[0] > _FILLED * width
    return False if lower or (filled and not MARKER.match(one.text)) else None
