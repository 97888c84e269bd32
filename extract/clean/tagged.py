"""HTML tables within Markdown: converters write them where cells are merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.clean.lines import Line, lines, marked_line
from extract.clean.rows import row

_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_PART = re.compile(r"<(/?)(table|tr|td|th)\b([^<>]{0,1000})>", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s?=\s?[\"']?(\d{1,4})", re.IGNORECASE)
_BREAK = re.compile(r"\r\n|\r|\n")
_MOST_COLUMNS = 200
_MOST_SPREAD = 1_000_000
"""Characters that merged cells may add in the rows that they cover."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """`raw[start:end]` is its content, the tags in it included."""

    start: int
    end: int
    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class _Table:
    """`raw[start:end]`, its outermost tags included; tables within its cells belong to the cell."""

    start: int
    end: int
    cells: list[_Cell] = field(default_factory=list)


def tagged_lines(raw: str) -> list[Line]:
    """The lines of `raw` as `lines` gives them, the rows of HTML tables as rows."""
    tables = list(_tables(raw)) if "<" in raw else []
    out: list[Line] = []
    place = number = 0
    for found in tables:
        out += lines(raw, place, found.start, number)
        number += len(_BREAK.findall(raw, place, found.start))
        out += _rows(raw, found, number)
        number += len(_BREAK.findall(raw, found.start, found.end))
        place = found.end
    out += lines(raw, place, len(raw), number)
    return out


def _tables(raw: str) -> Iterator[_Table]:
    place = 0
    while match := _TABLE.search(raw, place):
        found = _table(raw, match.start())
        place = found.end
        if found.cells:
            yield found


def _table(raw: str, start: int) -> _Table:
    found = _Table(start, start)
    taken: dict[int, int] = {}
    depth = column = 0
    number = -1
    opened: tuple[int, int, int] | None = None

    def close(end: int) -> None:
        nonlocal opened, column
        if opened is None:
            return
        begin, rows, columns = opened
        while column < _MOST_COLUMNS and taken.get(column, 0) > number:
            column += 1
        column = min(column, _MOST_COLUMNS - 1)
        columns = max(1, min(columns, _MOST_COLUMNS - column))
        found.cells.append(_Cell(begin, end, number, column, rows, columns))
        for covered in range(column, column + columns):
            taken[covered] = number + rows
        column += columns
        opened = None

    for part in _PART.finditer(raw, start):
        closing, name = bool(part.group(1)), part.group(2).lower()
        found.end = part.end()
        if name == "table":
            depth += -1 if closing else 1
            if depth == 0:
                close(part.start())
                break
        elif depth == 1:
            close(part.start())
            if name == "tr" and not closing:
                number, column = number + 1, 0
            elif name in ("td", "th") and not closing:
                number = max(number, 0)
                spans = {kind.lower(): int(size) for kind, size in _SPAN.findall(part.group(3))}
                opened = part.end(), max(1, spans.get("row", 1)), max(1, spans.get("col", 1))
    else:
        close(len(raw))
        found.end = len(raw)
    return found


def _rows(raw: str, table: _Table, number: int) -> Iterator[Line]:
    """The rows that hold text. A merged cell stands in each row that it covers."""
    grid: dict[int, dict[int, list[Line]]] = {}
    last = max(cell.row for cell in table.cells)
    spread = sum((cell.end - cell.start) * (cell.rows - 1) for cell in table.cells)
    if spread > _MOST_SPREAD:  # nobody merges that much
        last = -1
    width = 0
    for cell in table.cells:
        width = max(width, cell.column + cell.columns)
        line = marked_line(raw[cell.start : cell.end], cell.start, number, False, paragraphs=True)
        if line.text:
            for covered in range(cell.row, max(cell.row, min(cell.row + cell.rows - 1, last)) + 1):
                grid.setdefault(covered, {}).setdefault(cell.column, []).append(line)
    for covered in sorted(grid):
        yield row([grid[covered].get(column, []) for column in range(width)], grid=True)
