"""Tables without ruled lines: below a head that begins with "TT", columns by the gaps between them,
rows by their numbers. On the next page they may go on with or without their head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extract.read.page.columns import parted
from extract.read.page.grid import Grid, GridCell
from extract.read.page.items import Item, rows
from extract.read.page.table import Table, fill

_HEAD = re.compile(r"(?:S?TT|Stt|Số TT)\.?")
_NUMBER = re.compile(r"\d{1,3}\.?|[IVX]{1,5}\.?")
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_GUTTER = 0.6
"""Sizes of the font: the least gap between two columns."""

_OUTSIDE = 12.0
"""Points: what begins further left than a table is no part of it."""

_FAR = 4.0
"""Sizes of the font: what stands so far below a row is no part of its table."""

_SOON = 3
"""Lines behind a group's heading, among which its first row begins."""

_FEWEST_COLUMNS, _FEWEST_NUMBERS = 3, 2
_MOST = 2_000
"""Lines of a page that is looked at."""


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without rules, or the part of one on a page: what its next page is told by.

    `gaps` are left and right edge of what is between its columns, in points, `head` the lines of
    its head, `last` the number of its last row, `ends_page` whether no text stands below it.
    """

    table: Table
    gaps: list[tuple[float, float]]
    head: int
    last: str
    ends_page: bool


def unruled_table(
    page: int, items: Sequence[Item], before: Unruled | None = None
) -> tuple[Unruled | None, list[Item]]:
    """The first table without rules among a page's lines, and all other lines. `before` is the one
    of the page before, if any, which may go on."""
    few = items if len(items) <= _MOST else []
    lines = rows(part for one in few for part in parted(one, stretched=False))
    if before and before.ends_page and before.table.page + 1 == page:
        first = 1 if lines and _is_page_number(lines[0], before.gaps[0][0]) else 0
        stretch = _rest(lines[first:], before)
        if stretch:
            return _filled(page, items, stretch, before)
    for place, row in enumerate(lines):
        if len(row) >= _FEWEST_COLUMNS and _HEAD.fullmatch(_text(row)):
            stretch = _stretch(lines[place:], _free(row))
            stretch.starts += _numbered(stretch.rows[1:], stretch.gaps)
            if len(stretch.starts) > _FEWEST_NUMBERS:
                return _filled(page, items, stretch)
    return None, list(items)


@dataclass(slots=True)
class _Stretch:
    """The rows of lines that leave the gaps free, and those of them that begin a table's row.
    `groups` are the places of the headings that stand across all columns behind their number."""

    rows: Sequence[list[Item]]
    gaps: list[tuple[float, float]]
    starts: list[list[Item]]
    groups: set[int]


def _stretch(lines: Sequence[list[Item]], gaps: list[tuple[float, float]]) -> _Stretch:
    # heads of two lines reach above and below the row of "TT"
    end = 0
    groups: set[int] = set()
    for row in lines:
        narrowed = _narrowed(gaps, row)
        if (
            narrowed is None
            and _is_group(row, gaps)
            and _goes_on(lines[end + 1 : end + 1 + _SOON], gaps)
        ):
            narrowed = gaps
            groups.add(end)
        if narrowed is None or (end and _far(lines[end - 1], row)):
            break
        gaps = narrowed
        end += 1
    return _Stretch(lines[:end], gaps, [lines[0]] if end else [], groups)


def _is_group(row: Sequence[Item], gaps: Sequence[tuple[float, float]]) -> bool:
    low, high = gaps[0]
    number = _NUMBER.fullmatch(_text(row)) is not None and row[0].box[2] <= high
    return number and len(row) == 2 and row[1].box[0] > max(low, row[0].box[2])


def _goes_on(lines: Sequence[list[Item]], gaps: list[tuple[float, float]]) -> bool:
    """Whether a numbered row of the columns is among the next `lines`."""
    fits = takewhile(lambda row: _narrowed(gaps, row) is not None, lines)
    return any(len(row) >= _FEWEST_COLUMNS for row in _numbered(list(fits), gaps))


def _rest(lines: Sequence[list[Item]], before: Unruled) -> _Stretch | None:
    """What goes on with `before` on top of the next page: its head again or not, the rest of a row
    that the page break cut, rows that count on."""
    left = before.table.xs[0] - _OUTSIDE
    inside = list(takewhile(lambda row: row[0].box[0] >= left, lines))
    stretch = _stretch(inside, before.gaps)
    if not stretch.rows:
        return None
    head = before.head if _HEAD.fullmatch(_text(stretch.rows[0])) else 0
    body = stretch.rows[head:]
    numbered = _numbered(body, stretch.gaps)
    if not numbered or not _counts_on(before.last, _text(numbered[0])):
        return None
    if head and body[0] is not numbered[0]:
        stretch.starts.append(body[0])
    stretch.starts += numbered if head or body[0] is not numbered[0] else numbered[1:]
    return stretch


def _filled(
    page: int, items: Sequence[Item], stretch: _Stretch, before: Unruled | None = None
) -> tuple[Unruled, list[Item]]:
    parts = [one for row in stretch.rows for one in row]
    xs = [min(one.box[0] for one in parts) - 1]
    xs += [(low + high) / 2 for low, high in stretch.gaps]
    xs.append(max(one.box[2] for one in parts) + 1)
    tops = [row[0].box[1] - 0.3 * row[0].height for row in stretch.starts[1:]]
    ys = [min(one.box[1] for one in stretch.rows[0]) - 1, *tops]
    ys.append(max(one.box[3] for one in parts) + 1)
    across = {id(stretch.rows[place]) for place in stretch.groups}
    cells: list[GridCell] = []
    for r, row in enumerate(stretch.starts):
        wide = len(xs) - 2 if id(row) in across else 1
        cells += [GridCell(r, 0, 1, 1), GridCell(r, 1, 1, wide)]
        cells += [GridCell(r, c, 1, 1) for c in range(1 + wide, len(xs) - 1)]
    table, rest = fill(Grid(tuple(xs), tuple(ys), tuple(cells)), page, items)
    head = before.head if before else _index(stretch.rows, stretch.starts[1])
    if before:
        table.xs = before.table.xs  # edges without rules are not the same on each page
    below = [one for one in rest if one.middle > table.bottom]
    ends_page = all(_PAGE_NUMBER.fullmatch(one.text.strip()) for one in below)
    return Unruled(table, stretch.gaps, head, _text(stretch.starts[-1]), ends_page), rest


def _numbered(lines: Sequence[list[Item]], gaps: Sequence[tuple[float, float]]) -> list[list[Item]]:
    border = sum(gaps[0]) / 2
    return [row for row in lines if row[0].box[2] <= border and _NUMBER.fullmatch(_text(row))]


def _counts_on(last: str, number: str) -> bool:
    """Whether `number` comes next; of Roman numbers and those below them that is not asked."""
    last, number = last.rstrip("."), number.rstrip(".")
    return not (last.isdigit() and number.isdigit()) or int(number) == int(last) + 1


def _is_page_number(row: Sequence[Item], edge: float) -> bool:
    """Whether a page's first row is its number and not that of a row, left of `edge`."""
    alone = len(row) == 1 and row[0].box[0] > edge
    return alone and _PAGE_NUMBER.fullmatch(_text(row)) is not None


def _text(row: Sequence[Item]) -> str:
    return row[0].text.strip()


def _far(row: Sequence[Item], following: Sequence[Item]) -> bool:
    return following[0].box[1] - max(one.box[3] for one in row) > _FAR * following[0].height


def _index(lines: Sequence[list[Item]], row: list[Item]) -> int:
    return next(i for i, one in enumerate(lines) if one is row)


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
