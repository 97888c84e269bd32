"""Tables without ruled lines: below a head that begins with "TT", columns by the gaps between them,
rows by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.read.page.columns import parted
from extract.read.page.grid import Grid, GridCell
from extract.read.page.items import Item, rows
from extract.read.page.table import Table, fill

_HEAD = re.compile(r"(?:S?TT|Stt|Số TT)\.?")
_NUMBER = re.compile(r"\d{1,3}\.?|[IVX]{1,5}\.?")
_GUTTER = 0.6
"""Sizes of the font: the least gap between two columns."""

_FEWEST_COLUMNS = 3
_MOST = 2_000
"""Lines of a page that is looked at."""


def unruled_table(page: int, items: Sequence[Item]) -> tuple[Table | None, list[Item]]:
    """The first table without rules among a page's lines, and all other lines."""
    parts = [part for one in items for part in parted(one)] if len(items) <= _MOST else []
    lines = rows(parts)
    for place, row in enumerate(lines):
        if len(row) >= _FEWEST_COLUMNS and _HEAD.fullmatch(row[0].text.strip()):
            grid = _grid(lines, place)
            if grid:
                return fill(grid, page, items)
    return None, list(items)


def _grid(lines: Sequence[list[Item]], head: int) -> Grid | None:
    """The cells of the table whose head is row `head` of `lines`."""
    # heads of two lines reach above and below the row of "TT"
    gaps: list[tuple[float, float]] | None = None
    end = head
    for row in lines[head:]:
        narrowed = _free(row) if gaps is None else _narrowed(gaps, row)
        if narrowed is None:
            break
        gaps = narrowed
        end += 1
    if gaps is None:
        return None
    xs = [min(one.box[0] for row in lines[head:end] for one in row) - 1]
    xs += [(low + high) / 2 for low, high in gaps]
    xs.append(max(one.box[2] for row in lines[head:end] for one in row) + 1)
    numbered = [
        row[0].box[1] - 0.3 * row[0].height
        for row in lines[head + 1 : end]
        if row[0].box[2] <= xs[1] and _NUMBER.fullmatch(row[0].text.strip())
    ]
    if len(numbered) < 2:
        return None
    ys = [min(one.box[1] for one in lines[head]) - 1, *numbered]
    ys.append(max(one.box[3] for row in lines[head:end] for one in row) + 1)
    columns = range(len(xs) - 1)
    cells = [GridCell(r, c, 1, 1) for r in range(len(ys) - 1) for c in columns]
    return Grid(tuple(xs), tuple(ys), tuple(cells))


def _free(row: Sequence[Item]) -> list[tuple[float, float]]:
    return [(left.box[2], right.box[0]) for left, right in pairwise(row)]


def _narrowed(
    gaps: list[tuple[float, float]], row: Sequence[Item]
) -> list[tuple[float, float]] | None:
    """What the pieces of `row` leave of the gaps; None where one of them stands across a gap."""
    found: list[tuple[float, float]] = []
    for low, high in gaps:
        for one in row:
            if one.box[2] <= low or one.box[0] >= high:
                continue
            middle = (one.box[0] + one.box[2]) / 2
            if middle < (low + high) / 2:
                low = one.box[2]
            else:
                high = one.box[0]
        if high - low < _GUTTER * row[0].height:
            return None
        found.append((low, high))
    return found
