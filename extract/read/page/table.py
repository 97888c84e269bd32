"""A page's table: which lines stand in which of its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.read.page.grid import Grid, GridCell
from extract.read.page.items import Item, joined, part, rows


@dataclass(slots=True)
class FilledCell:
    """A cell and its lines, top to bottom."""

    row: int
    column: int
    rows: int
    columns: int
    lines: list[Item]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Table:
    """A table, or the part of one that stands on a page. `xs` are the borders of its columns in
    points, `height` the number of its rows."""

    page: int
    top: float
    bottom: float
    xs: tuple[float, ...]
    height: int
    cells: list[FilledCell]

    def row(self, number: int) -> list[FilledCell]:
        """The cells that begin in a row, left to right."""
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.column)

    @property
    def filled(self) -> bool:
        """Whether two cells at least hold text."""
        return sum(bool(cell.lines) for cell in self.cells) > 1


def fill(grid: Grid, page: int, items: Iterable[Item]) -> tuple[Table, list[Item]]:
    """The table of `grid` with those of `items` that stand in it, and all others."""
    inside: dict[GridCell, list[Item]] = {cell: [] for cell in grid.cells}
    where = {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    outside: list[Item] = []
    for one in items:
        row = bisect_right(grid.ys, one.middle) - 1
        if not 0 <= row < len(grid.ys) - 1:
            outside.append(one)
            continue
        for column, piece in _by_column(one, grid.xs):
            cell = where.get((row, column))
            if cell is None:
                outside.append(piece)
            else:
                inside[cell].append(piece)
    cells = [
        FilledCell(c.row, c.column, c.rows, c.columns, [joined(row) for row in rows(lines)])
        for c, lines in inside.items()
    ]
    table = Table(page, grid.ys[0], grid.ys[-1], grid.xs, len(grid.ys) - 1, cells)
    return table, outside


def _by_column(one: Item, xs: Sequence[float]) -> list[tuple[int, Item]]:
    """The parts of a line that stand in one column each; words stay whole."""
    if not one.words:
        return [(bisect_right(xs, (one.box[0] + one.box[2]) / 2) - 1, one)]
    columns = [bisect_right(xs, (word.x0 + word.x1) / 2) - 1 for word in one.words]
    cuts = [0, *(i for i in range(1, len(columns)) if columns[i] != columns[i - 1]), len(columns)]
    if len(cuts) == 2:
        return [(columns[0], one)]
    return [(columns[a], part(one, a, b)) for a, b in pairwise(cuts)]
