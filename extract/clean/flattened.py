"""Flattened annex tables, a cell a line, put back into rows.

Texts saved from web pages hold a table as its cells one below the other:

    TT / Nhiệm vụ / Cơ quan chủ trì / Thời gian / 1 / Xây dựng … / Sở Y tế / 2024 / 2 / …

A row begins where a line holds nothing but the next number. The lines of a cell that was wrapped
are indented deeper than its first, or go on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.clean.columns import column_role, heads_numbers, states_tasks
from extract.clean.flat_grid import read_grid
from extract.clean.grouped import holds
from extract.clean.lines import Line
from extract.clean.markers import BULLETS, Marker, Style, bare_marker, marker
from extract.clean.rows import row

_MOST_COLUMNS = 12
_SPARE = 10
_SHORT = 80
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)")
_HEADINGS = frozenset({Style.ROMAN, Style.UPPER, Style.PART, Style.CHAPTER, Style.ANNEX})


def restore_tables(lines: Sequence[Line]) -> list[Line]:
    """`lines` with each flattened table as rows; all others as they are."""
    out: list[Line] = []
    place = 0
    while place < len(lines):
        head = _head(lines, place)
        if head is None:
            out.append(lines[place])
            place += 1
            continue
        cells, place = head
        rows = [row(cells)]
        end = _Rows(lines, len(cells), rows).read(place)
        grid = read_grid(lines, place, cells)
        if grid and (grid.end >= end or not _states_tasks(cells)):
            rows, end = grid.lines, grid.end
        out += rows
        place = end
    return out


def _head(lines: Sequence[Line], place: int) -> tuple[list[list[Line]], int] | None:
    """The head cells of the table that begins at `place`, and where its first row begins."""
    if lines[place].cells or not heads_numbers(lines[place].text):
        return None
    cells: list[list[Line]] = []
    at = place
    last = min(place + 3 * _MOST_COLUMNS, len(lines))
    while at < last:
        line = lines[at]
        if len(cells) > 2 and (behind := _column_numbers(lines, at)):
            at = behind
            continue
        if (len(cells) > 2 and bare_marker(line.text)) or marker(line.text):
            return (cells, at) if _heads(cells, line) else None
        if not _COLUMN_NUMBER.fullmatch(line.text):
            _add(cells, line)
        at += 1
    return None


def _heads(cells: list[list[Line]], first: Line) -> bool:
    """Whether these are the heads of a table whose first row begins with `first`."""
    if len(cells) > _MOST_COLUMNS:
        return False
    if _states_tasks(cells):
        return True
    label = bare_marker(first.text)
    title = first.text.isupper()
    short = all(len(_text(cell)) <= _SHORT and _text(cell)[-1] not in ".;:" for cell in cells)
    return len(cells) > 2 and short and ((label is not None and label.number == 1) or title)


def _states_tasks(cells: list[list[Line]]) -> bool:
    return states_tasks([column_role(_text(cell)) for cell in cells])


def _column_numbers(lines: Sequence[Line], place: int) -> int:
    """Where a row "1", "2", "3" … that numbers the columns ends; 0 where there is none."""
    at = place
    while at < len(lines) and lines[at].text.strip("()") == str(at - place + 1):
        at += 1
    return at if at - place > 2 else 0


@dataclass(slots=True)
class _Rows:
    """Reads the rows below a head of `width` cells into `out`."""

    lines: Sequence[Line]
    width: int
    out: list[Line]
    last: dict[Style, int] = field(default_factory=dict)

    def read(self, place: int) -> int:
        """Where the table that goes on at `place` ends."""
        while place < len(self.lines):
            label = bare_marker(self.lines[place].text)
            if label and self._follows(label):
                place = self._add_row(label, place)
            elif heading := self._heading(place):
                self.last[heading.style] = heading.number
                end = self._heading_end(place)
                self.out += self.lines[place:end]
                place = end
            else:
                break
        return place

    def _heading_end(self, place: int) -> int:
        """Where the heading at `place` ends: one line, or two or three before the next row."""
        for end in range(place + 1, min(place + 4, len(self.lines))):
            if bare_marker(self.lines[end].text):
                return end
        return place + 1

    def _add_row(self, label: Marker, place: int) -> int:
        cells, end, following = self._cells(place)
        self.last[label.style] = label.number
        groups = len(cells) == 2 and holds(label, following)
        self.out.append(row(cells, open_end=len(cells) == 2 and not groups))
        return end

    def _cells(self, place: int) -> tuple[list[list[Line]], int, Marker | None]:
        """The cells of the row at `place`, where it ends, and the number of the next row."""
        cells = [[self.lines[place]]]
        full = len(self.lines)
        for at in range(place + 1, len(self.lines)):
            line = self.lines[at]
            found = bare_marker(line.text)
            if found and len(cells) > 1 and self._follows(found, bare_marker(cells[0][0].text)):
                return cells, at, found
            if self._heading(at) and len(cells) > 1:
                full = min(full, at)
                break
            _add(cells, line)
            count = sum(not _listed(cell[0]) for cell in cells)
            if count > self.width:
                full = min(full, at)
            if count > self.width + _SPARE:
                break
        kept = [[line for line in cell if line.number < self._number(full)] for cell in cells]
        return [cell for cell in kept if cell], full, None

    def _number(self, place: int) -> int:
        return self.lines[place].number if place < len(self.lines) else self.lines[-1].number + 1

    def _follows(self, found: Marker, before: Marker | None = None) -> bool:
        """Whether a row of this number may come next: the first of a level, or the one after."""
        last = dict(self.last)
        if before:
            last[before.style] = before.number
        return found.number == 1 or found.number - last.get(found.style, 0) in (1, 2)

    def _heading(self, place: int) -> Marker | None:
        """The marker of a line between rows that heads those below it: "I. VỀ TUYÊN TRUYỀN"."""
        found = marker(self.lines[place].text)
        if found is None or found.style in BULLETS:
            return None
        before_row = place + 1 < len(self.lines) and bare_marker(self.lines[place + 1].text)
        return found if found.style in _HEADINGS or before_row else None


def _add(cells: list[list[Line]], line: Line) -> None:
    """Add `line` to the last cell where it goes on with it, else as a new cell."""
    goes_on = cells and (line.indent > cells[-1][0].indent or line.text[0].islower())
    if goes_on and not bare_marker(cells[-1][0].text):
        cells[-1].append(line)
    else:
        cells.append([line])


def _listed(line: Line) -> bool:
    """A bullet: a cell may hold any number of them."""
    found = marker(line.text)
    return found is not None and found.style in BULLETS


def _text(cell: Sequence[Line]) -> str:
    return " ".join(line.text for line in cell)
