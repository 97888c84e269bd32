"""Tables that go on over pages: one table, its repeated head told apart, cut rows joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.page.items import Item
from extract.read.page.table import FilledCell, Table

_SHIFT = 6.0
"""Points that the columns of one table may differ by from page to page."""

_HIGHEST_HEAD = 4
"""Rows."""

_ENDED = re.compile(r"[.;:!?…][\"”’)]*$")
_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[a-zđA-ZĐ])\W*")


def continues(table: Table, following: Table) -> bool:
    """Whether `following`, the first thing of a page, has the columns of `table`, the last one of
    the page before."""
    return following.page == table.page + 1 and _shared(table.xs, following.xs) is not None


def append(table: Table, following: Table) -> list[Item]:
    """Adds the rows of `following` to `table`; the lines of its repeated head.

    A row that the page break cut is joined; a merged cell that it cut covers the rows of both.
    """
    borders = _shared(table.xs, following.xs)
    assert borders is not None
    _spread(table, borders)
    shift = following.xs[0] - table.xs[0]
    _spread(following, tuple(x + shift for x in borders))
    head = _repeated_head(table, following)
    repeated = [line for cell in following.cells if cell.row < head for line in cell.lines]
    rest = [cell for cell in following.cells if cell.row >= head]
    cut = _is_cut(table, [cell for cell in rest if cell.row == head])
    start = table.height - cut
    for cell in rest:
        cell.row += start - head
        above = _above(table, cell, start, cut)
        if above is None:
            table.cells.append(cell)
        else:
            above.lines += cell.lines
            above.rows = max(above.rows, cell.row + cell.rows - above.row)
    table.height = start + following.height - head
    table.page = following.page
    return repeated


def _shared(xs: Sequence[float], others: Sequence[float]) -> tuple[float, ...] | None:
    """The borders of both, as those of `xs`; None where they are of different tables.

    A page whose cells are merged may lack some of the borders.
    """
    shift = others[0] - xs[0]
    if abs(shift) > 4 * _SHIFT or abs(others[-1] - shift - xs[-1]) > _SHIFT:
        return None
    moved = [x - shift for x in others]
    few, many = sorted((list(xs), moved), key=len)
    if any(min(abs(x - y) for y in many) > _SHIFT for x in few):
        return None
    return tuple(xs) if len(xs) >= len(moved) else tuple(moved)


def _spread(table: Table, borders: tuple[float, ...]) -> None:
    """Counts the table's columns by `borders`, which hold its own."""
    if len(borders) == len(table.xs):
        return
    new = [min(range(len(borders)), key=lambda i: abs(borders[i] - x)) for x in table.xs]
    for cell in table.cells:
        last = new[cell.column + cell.columns]
        cell.column = new[cell.column]
        cell.columns = max(1, last - cell.column)
    table.xs = borders


def _repeated_head(table: Table, following: Table) -> int:
    """How many of the first rows of `following` are those of `table` again."""
    for row in range(min(_HIGHEST_HEAD, table.height, following.height)):
        first, again = _texts(table, row), _texts(following, row)
        if first != again or not (any(first) or row):
            return row
    return min(_HIGHEST_HEAD, table.height, following.height)


def _texts(table: Table, row: int) -> list[str]:
    return ["".join(cell.text.lower().split()) for cell in table.row(row)]


def _is_cut(table: Table, row: Sequence[FilledCell]) -> bool:
    """Whether `row`, the first of a page, is the rest of the last row of `table`.

    It has no number where the rows of the table have one, and one of its cells goes on in the
    middle of a sentence, or is alone. Where rows have no numbers, a cell must go on in lower case.
    """
    row = sorted(row, key=lambda cell: cell.column)
    if not any(cell.lines for cell in row):
        return False
    last = {cell.column: cell for cell in table.cells if cell.row + cell.rows == table.height}
    if [cell.columns for cell in row] != [
        last[cell.column].columns for cell in row if cell.column in last
    ]:
        return False
    numbers = [c.text for c in table.cells if c.column == 0 and c.columns == 1 and c.lines]
    if row[0].lines:
        in_words = not any(_NUMBER.fullmatch(number) for number in (*numbers, row[0].text))
        return in_words and _goes_on([c for c in row if c.text[:1].islower()], last)
    if not numbers or not _NUMBER.fullmatch(numbers[-1]):
        return _goes_on(row, last)
    empty = sum(not cell.lines for cell in row)
    return (
        _goes_on(row, last)
        or empty >= len(row) - 1
        or not any(cell.lines and not last[cell.column].lines for cell in row)
    )


def _goes_on(row: Sequence[FilledCell], last: dict[int, FilledCell]) -> bool:
    """Whether a cell of `row` goes on with the sentence of the one above it."""
    for cell in row:
        above = last[cell.column].text
        if cell.lines and above and (cell.text[:1].islower() or not _ENDED.search(above)):
            return True
    return False


def _above(table: Table, cell: FilledCell, start: int, cut: bool) -> FilledCell | None:
    """The cell of `table` that `cell` is a part of: of the row that was cut, or a merged one."""
    if cut and cell.row == start:
        return next(
            (c for c in table.cells if c.column == cell.column and c.row + c.rows == start + 1),
            None,
        )
    if cell.row != start or cell.lines or cell.rows == 1:
        return None
    return next(
        (
            c
            for c in table.cells
            if c.column == cell.column
            and c.columns == cell.columns
            and c.rows > 1
            and c.row + c.rows == start
        ),
        None,
    )
