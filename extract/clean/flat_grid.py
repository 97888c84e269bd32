"""Flattened tables whose empty cells left blank lines: every cell finds its column.

An export of a web page writes a cell as a line and a blank one; an empty cell leaves the blank
ones only. Their number says how many cells were left out, and the head how many make a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.clean.columns import column_role, heads_numbers
from extract.clean.grouped import settled
from extract.clean.lines import Line
from extract.clean.markers import Style, bare_marker, marker
from extract.clean.rows import row

Cells = list[list[Line]]
_YEAR = re.compile(
    r"(?:(?:đến|hết|năm|kh|sau|giai đoạn)\s*){0,3}(?:19|20)\d\d(?:\s*[-–]?\s*(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-–+*•]")
_SPANS = frozenset({"time", "goal", "level", "funding", "quantity", "current", "total", "period"})
_OPENERS = frozenset({Style.ANNEX, Style.PART, Style.CHAPTER, Style.ARTICLE})
_MOST_LINES = 4000
_LONGEST = 400
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The head's cells, row by row, the number of columns, and the rows read below it."""

    lines: list[Line]
    end: int


def read_grid(lines: Sequence[Line], place: int, head: Cells) -> Grid | None:
    """The table whose `head` ends before line `place`, or None where its rows do not fit it."""
    best: Grid | None = None
    for heads in (_plain_head(head), _spanned_head(head)):
        if heads is None:
            continue
        width = len(heads[0])
        rows, end = _rows(lines, place, width)
        if len(rows) >= _FEWEST and (best is None or end > best.end):
            all_rows = [row(cells, grid=True) for cells in [*heads, *rows]]
            best = Grid(settled(all_rows), end)
    return best


def _plain_head(head: Cells) -> list[Cells]:
    return [head]


def _spanned_head(head: Cells) -> list[Cells] | None:
    """The head as two rows, one cell of the upper spanned over the years that end the lower."""
    years = 0
    while years < len(head) and _YEAR.fullmatch(_text(head[-1 - years])):
        years += 1
    upper, lower = head[: len(head) - years], head[len(head) - years :]
    if years < _FEWEST or len(upper) < _FEWEST:
        return None
    spanning = [i for i, cell in enumerate(upper) if i and column_role(_text(cell)) in _SPANS]
    if not spanning:
        return None
    at = spanning[-1]
    behind = len(upper) - at - 1
    empty: Cells = [[] for _ in range(years - 1)]
    return [
        [*upper[: at + 1], *empty, *upper[at + 1 :]],
        [*([] for _ in range(at)), *lower, *([] for _ in range(behind))],
    ]


def _rows(lines: Sequence[Line], place: int, width: int) -> tuple[list[Cells], int]:
    """The rows of `width` cells from line `place` on, and the line behind the last that fits."""
    found: list[Cells] = []
    pieces = list(_pieces(lines, place))
    at, end = 0, place
    while at < len(pieces):
        if _titles(pieces, at):
            cell, stop = pieces[at][0], pieces[at][1]
            found.append([cell, *([] for _ in range(width - 1))])
            at, end = _next_filled(pieces, at + 1), stop
            continue
        chunk = pieces[at : at + width]
        if not _fits([cell for cell, _ in chunk], width):
            break
        found.append([cell for cell, _ in chunk] + [[] for _ in range(width - len(chunk))])
        end = max(stop for _, stop in chunk)
        at += width
    return found, end


def _fits(cells: Cells, width: int) -> bool:
    """Whether these may be the cells of one row: a number, a bullet or nothing, then a text."""
    if len(cells) < _FEWEST or not cells[1] or not any(map(str.isalpha, _text(cells[1]))):
        return False
    label = _text(cells[0])
    if label and not bare_marker(label) and not _BULLET.fullmatch(label):
        return False
    if len(cells) < width and any(bare_marker(_text(cell)) for cell in cells[1:2] if cell):
        return False
    return all(len(_text(cell)) <= _LONGEST for cell in cells)


def _titles(pieces: Sequence[tuple[list[Line], int]], at: int) -> bool:
    """A cell over the whole width: a text in capitals where a number should stand."""
    text = _text(pieces[at][0])
    if not text or not text.isupper() or bare_marker(text):
        return False
    behind = _next_filled(pieces, at + 1)
    return behind < len(pieces) and bare_marker(_text(pieces[behind][0])) is not None


def _next_filled(pieces: Sequence[tuple[list[Line], int]], at: int) -> int:
    while at < len(pieces) and not pieces[at][0]:
        at += 1
    return at


def _pieces(lines: Sequence[Line], place: int) -> Iterator[tuple[list[Line], int]]:
    """The cells from line `place` on, empty ones too, each with the line behind it."""
    stop = min(len(lines), place + _MOST_LINES)
    starts = [i for i in range(place, stop) if i == place or not _goes_on(lines, i)]
    usual = {tabbed: _usual(lines, starts[1:200], tabbed) for tabbed in (False, True)}
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else stop
        if _ends(lines[start]):
            return
        if number:
            blanks = _blanks(lines, start)
            missing = max(0, blanks - usual[lines[start].tabbed]) // (usual[False] + 1)
            for _ in range(missing):
                yield [], start
        yield list(lines[start:end]), end


def _ends(line: Line) -> bool:
    """Whether no table goes on with `line`: another table, an annex, a long paragraph."""
    found = marker(line.text)
    opens = found is not None and found.style in _OPENERS
    return line.cells or opens or len(line.text) > _LONGEST or heads_numbers(line.text)


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is a wrapped part of the cell before it."""
    before, line = lines[i - 1], lines[i]
    if bare_marker(before.text) or _BULLET.fullmatch(before.text):
        return False
    return line.indent > before.indent or (line.text[0].islower() and not _blanks(lines, i))


def _usual(lines: Sequence[Line], starts: Sequence[int], tabbed: bool) -> int:
    """Blank lines that part two cells of which none is empty."""
    counts = Counter(_blanks(lines, i) for i in starts if lines[i].tabbed == tabbed)
    plain = Counter(_blanks(lines, i) for i in starts if not lines[i].tabbed)
    if not counts or (tabbed and plain and sum(counts.values()) < 0.3 * len(starts)):
        return min(plain, default=0) + 2 if tabbed else 0
    return min(number for number, count in counts.items() if count >= 0.1 * sum(counts.values()))


def _blanks(lines: Sequence[Line], i: int) -> int:
    return lines[i].number - lines[i - 1].number - 1


def _text(cell: Sequence[Line]) -> str:
    return " ".join(line.text for line in cell)
