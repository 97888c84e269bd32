"""The grid of a table's cells."""

from __future__ import annotations

from bisect import bisect_left

from extract.read.flow.drafts import Table


def narrowed(table: Table) -> None:
    """Leaves only columns that some cell begins at: converters cut grids finer than cells are."""
    begins = sorted({cell.column for cell in table.cells})
    given = table.widths if sum(table.widths) else [1.0] * (begins[-1] + 1 if begins else 0)
    widths = [0.0] * len(begins)
    for i, width in enumerate(given):
        if begins:
            widths[max(0, bisect_left(begins, i + 1) - 1)] += width
    table.widths = widths
    for cell in table.cells:
        end = bisect_left(begins, cell.column + cell.columns)
        cell.column = bisect_left(begins, cell.column)
        cell.columns = max(1, end - cell.column)
