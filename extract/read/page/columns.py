"""The order of reading outside tables: two columns side by side are read one after the other.

Nghị định 30/2020/NĐ-CP, annex I, sets two such places: the issuer beside the national title at the
head, and the recipients beside the signature at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.read.page.items import Item, joined, part, rows

_GAP = 0.9
"""Sizes of the font: pieces of one height that stand nearer are one line."""

_WIDE, _TIMES = 1.2, 2.5
"""Sizes of the font, and times the usual space of a line: a gap that may be between columns."""

_SPACE = 0.5
"""Sizes of the font: a space that is not stretched is not wider."""

_APART = 8.0
"""Sizes of the font: what stands further below does not go on with two columns."""

_NEXT = 2.0
"""Sizes of the font: what is no further from a line is the next one of its column."""

_TAB = 5.0
"""Sizes of the font: the tab behind an item's mark is not wider."""

_TABBED = 3.0
"""Sizes of the font: two pieces of a single line with a smaller gap are one."""

_MOST = 3_000
"""Pieces on a page: a page with more is no page of text."""

ALIGNED = 3.0
"""Points: lines that begin so near are of one column."""

_GUTTER = 2.0
"""Points that are left between two columns at the least."""

_MARK = re.compile(r"[-–—+•●▪■*o➢✓]|(?:\d{1,2}\.){0,3}\d{1,2}[.)]?|[a-zđ][.)]|[IVX]{1,6}[.)]?")
_BROKEN_NUMBER = re.compile(
    r"số\s*:[\d.…\s]{0,60}(?:[^\W_]{0,4}/(?:[^\W_]{1,20}[-/&.])*)?", re.IGNORECASE
)
_SYMBOL = re.compile(r"[^\W_a-z][^\W_]*(?:[-/&.][^\W_]+)*")
RECIPIENTS = re.compile(r"\W*nơi nhận", re.IGNORECASE)


@dataclass(slots=True)
class _Columns:
    """Items `first` to `last` (included) are two columns with a gutter from `low` to `high`."""

    first: int
    last: int
    low: float
    high: float

    def side(self, one: Item) -> int:
        """1 or 2 for an item left or right of the gutter, 0 for one that stands in it."""
        middle = (one.box[0] + one.box[2]) / 2
        if middle < (self.low + self.high) / 2:
            return 1 if one.box[2] <= self.high - _GUTTER else 0
        return 2 if one.box[0] >= self.low + _GUTTER else 0

    def take(self, one: Item) -> bool:
        """Narrows the gutter for `one`; False where it stands in it."""
        side = self.side(one)
        if side == 1:
            self.low = max(self.low, one.box[2])
        elif side == 2:
            self.high = min(self.high, one.box[0])
        return side > 0 and self.high - self.low >= _GUTTER


def in_order(items: Iterable[Item]) -> list[Item]:
    """The items in the order of reading, those of one line joined; `side` tells the columns."""
    parts = [part for one in items for part in parted(one)]
    pieces = [one for row in rows(parts) for one in _pieces(row)]
    if len(pieces) > _MOST:
        return _lines(pieces)
    found: list[Item] = []
    place = 0
    for columns in _all_columns(pieces):
        found += _lines(pieces[place : columns.first])
        found += _in_columns(pieces[columns.first : columns.last + 1], columns)
        place = columns.last + 1
    return found + _lines(pieces[place:])


def number_goes_on(last: Item, one: Item) -> bool:
    """Whether `last` is a document's number that its column broke at a hyphen or a stroke, and
    `one` the rest of it ("Số: 88/NQLT/CP-", "ĐCTUBTWMTTQVN")."""
    near = 0 <= one.middle - last.middle < _NEXT * one.height
    if not near or not _BROKEN_NUMBER.fullmatch(last.text.strip()):
        return False
    rest = one.text.strip()
    return _SYMBOL.fullmatch(rest) is not None and (last.text[-1] in "-/" or rest[0].isdigit())


def parted(one: Item, *, stretched: bool = True) -> list[Item]:
    """An item in parts where two of its words are much further apart than the others, or than
    words are that are not `stretched` to the margins."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(one.words)]
    least = _WIDE * one.height
    if not gaps or max(gaps) < least:
        return [one]
    usual = sorted(gaps)[len(gaps) // 2]
    least = max(least, _TIMES * (usual if stretched else min(usual, _SPACE * one.height)))
    cuts = [0, *(i + 1 for i, gap in enumerate(gaps) if gap >= least), len(one.words)]
    return [part(one, a, b) for a, b in pairwise(cuts)] if len(cuts) > 2 else [one]


def _pieces(row: list[Item]) -> list[Item]:
    """A row's pieces, those joined between which there is no gap."""
    found = [row[0]]
    for one in row[1:]:
        height = max(one.height, found[-1].height)
        near = _TAB if _MARK.fullmatch(found[-1].text.strip()) else _GAP
        if one.box[0] - found[-1].box[2] < near * height:
            found[-1] = joined([found[-1], one])
        else:
            found.append(one)
    return found


def _lines(pieces: Sequence[Item]) -> list[Item]:
    return [joined(row) for row in rows(pieces)]


def _in_columns(pieces: Sequence[Item], columns: _Columns) -> list[Item]:
    lines = _lines(pieces)
    if len(lines) == 1 and not _stand_apart(pieces, columns):
        return lines
    found: list[Item] = []
    for side in (1, 2):
        for line in _lines([one for one in pieces if columns.side(one) == side]):
            line.side = side
            found.append(line)
    return found


def _stand_apart(row: Sequence[Item], columns: _Columns) -> bool:
    """Whether the two sides of a single row are no stretched line, nor one with a tab."""
    goes_on = any(columns.side(one) == 2 and one.text[:1].islower() for one in row)
    return not goes_on and columns.high - columns.low >= _TABBED * row[0].height


def _all_columns(pieces: Sequence[Item]) -> list[_Columns]:
    """The stretches of a page that are two columns, from top to bottom."""
    found: list[_Columns] = []
    for seed in _seeds(pieces):
        if not (found and _extend(found[-1], seed, pieces)) and (
            not found or seed.first > found[-1].last
        ):
            found.append(seed)
    start = 0
    for columns, following in pairwise([*found, None]):
        if columns:
            _grow(columns, pieces, start, following.first if following else len(pieces))
            start = columns.last + 1
    return found


def _seeds(pieces: Sequence[Item]) -> Iterable[_Columns]:
    """Each two neighbours in the order that stand on one height side by side."""
    for i, one in enumerate(pieces):
        for j in range(i + 1, min(i + 4, len(pieces))):
            other = pieces[j]
            shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
            if shared < 0.3 * min(one.height, other.height):
                continue
            left, right = sorted((one, other), key=lambda item: item.box[0])
            seed = _Columns(i, j, left.box[2], right.box[0])
            if seed.high - seed.low >= _GUTTER and all(seed.take(p) for p in pieces[i : j + 1]):
                yield seed


def _extend(columns: _Columns, seed: _Columns, pieces: Sequence[Item]) -> bool:
    """Whether `seed` goes on with `columns`, which then hold it and what is between."""
    if seed.last <= columns.last:
        return True
    first = pieces[seed.first]
    before = pieces[columns.first : max(columns.last + 1, seed.first)]
    bottom = max(one.box[3] for one in before)
    if first.box[1] - bottom > _APART * first.height:
        return False
    tried = _Columns(columns.first, seed.last, columns.low, columns.high)
    if not all(tried.take(one) for one in pieces[columns.last + 1 : seed.last + 1]):
        return False
    if any(not tried.side(one) for one in pieces[columns.first : columns.last + 1]):
        return False
    columns.last, columns.low, columns.high = tried.last, tried.low, tried.high
    return True


def _grow(columns: _Columns, pieces: Sequence[Item], start: int, end: int) -> None:
    """Takes in lines above of the right column, and below the rest of a number or of recipients;
    none before `start`, and none from `end` on, which other columns hold."""
    while columns.first > start:
        one, below = pieces[columns.first - 1], pieces[columns.first]
        near = below.box[1] - one.box[3] < _NEXT * one.height
        if not (near and columns.side(one) == 2 and columns.take(one)):
            break
        columns.first -= 1
    whole = pieces[columns.first : columns.last + 1]
    recipients = any(RECIPIENTS.match(one.text) for one in whole)
    while columns.last + 1 < end:
        one = pieces[columns.last + 1]
        above = _last_of_side(pieces[columns.first : columns.last + 1], columns, one)
        if above is None:
            break
        gap = one.box[1] - above.box[3]
        goes_on = gap < 0.5 * one.height and abs(one.box[0] - above.box[0]) < ALIGNED
        listed = recipients and gap < _APART * one.height
        goes_on = columns.side(one) == 2 and goes_on
        if not (listed or goes_on or number_goes_on(above, one)):
            break
        if not columns.take(one):
            break
        columns.last += 1


def _last_of_side(pieces: Sequence[Item], columns: _Columns, one: Item) -> Item | None:
    side = columns.side(one)
    return next((p for p in reversed(pieces) if side and columns.side(p) == side), None)
