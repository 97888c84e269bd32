"""Cells of a table in their columns (HTML Living Standard, section 4.9.12)."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.read.flow.drafts import Draft, Grid, Table

MOST_COLUMNS = 200
_MOST_ROWS = 5_000


@dataclass(slots=True)
class Rows:
    """A table as it is read. `path` is that of the cell around it, if one is.

    A cell with `rows` 0 or more than the table has ends with the table.
    """

    number: int
    path: str | None
    ruled: bool = False
    headed: bool = False
    cells: list[Grid] = field(default_factory=list)
    _row: int = -1
    _column: int = 0
    _taken: dict[int, int] = field(default_factory=dict)
    """Column → the first row in which it is free again."""

    def row(self) -> None:
        """Begins a row."""
        self._row += 1
        self._column = 0

    def cell(self, rows: int, columns: int) -> tuple[list[Draft | Table], str]:
        """Places a cell; gives the list for its blocks, and its path."""
        if self._row < 0:
            self.row()
        while self._taken.get(self._column, 0) > self._row:
            self._column += 1
        start = self._column
        columns = max(1, min(columns, MOST_COLUMNS - start)) if columns > 1 else 1
        rows = max(1, min(rows or _MOST_ROWS, _MOST_ROWS))
        for column in range(start, start + columns):
            self._taken[column] = self._row + rows
        self._column = start + columns
        found = Grid(self._row, start, rows, columns)
        self.cells.append(found)
        return found.blocks, self.path or f"t{self.number}/r{self._row + 1}/c{start + 1}"

    def table(self) -> Table:
        """The table, complete."""
        last = self._row + 1
        for cell in self.cells:
            cell.rows = max(1, min(cell.rows, last - cell.row))
        return Table(self.number, self.cells, [], self.ruled, self.headed)
