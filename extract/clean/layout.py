"""Lines of a format that has a layout: paragraphs as they are, the cells of a table as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extract.clean.grouped import settled
from extract.clean.lines import Line, plain_line
from extract.clean.markers import marker
from extract.clean.rows import row
from extract.read.source import Cell, SourceLine

_MOST_COLUMNS = 200
_MOST_REPEATED = 500_000
"""Letters that a merged cell may come to in all the rows that it covers."""


def layout_lines(raw: str, layout: Sequence[SourceLine]) -> list[Line]:
    """The lines of text, without page furniture and footnotes; a table's rows are lines too."""
    shown = [(i, line) for i, line in enumerate(layout) if line.kind == "text"]
    found: list[Line] = []
    for table, group in groupby(shown, key=lambda item: item[1].cell and item[1].cell.table):
        if table is None:
            found += [line for i, item in group if (line := _line(raw, i, item))]
        else:
            found += settled(list(_rows(raw, list(group))))
    _end_headings(found)
    return found


def _end_headings(lines: Sequence[Line]) -> None:
    """A line in plain type behind a numbered one in bold is no part of it."""
    for last, line in pairwise(lines):
        plain = last.bold and not line.bold and line.opens is None and line.text[0].isupper()
        if plain and marker(last.text) is not None:
            line.opens = True


def _line(raw: str, number: int, source: SourceLine) -> Line | None:
    line = plain_line(raw[source.start : source.end], source.start, number)
    if line:
        line.level, line.bold, line.opens = source.level, source.bold, source.opens
    return line


def _rows(raw: str, lines: Sequence[tuple[int, SourceLine]]) -> Iterator[Line]:
    """The rows of one table that hold text. A merged cell stands in each row that it covers."""
    grid: dict[int, dict[int, list[Line]]] = {}
    width = 0
    last = max((source.cell.row for _, source in lines if source.cell), default=0)
    for number, source in lines:
        cell = source.cell
        line = _line(raw, number, source)
        if cell is None or line is None:
            continue
        width = max(width, min(cell.column + cell.columns, _MOST_COLUMNS))
        for covered in range(cell.row, cell.row + _covered(cell, line, last)):
            grid.setdefault(covered, {}).setdefault(cell.column, []).append(line)
    paragraphs = all(source.page is None for _, source in lines)
    for number in sorted(grid):
        held = [grid[number].get(column, []) for column in range(width)]
        yield row(held, grid=True, paragraphs=paragraphs)


def _covered(cell: Cell, line: Line, last: int) -> int:
    """How many rows a cell is repeated in: those it covers, no further than the table's last, and
    so that its text does not grow beyond measure."""
    return max(1, min(cell.rows, last - cell.row + 1, _MOST_REPEATED // len(line.text)))
