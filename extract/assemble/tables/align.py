"""Lays the cells of a row over the columns of its table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.assemble.tables.cells import Cell
from extract.assemble.tables.levels import is_number
from extract.clean.columns import ASSIGNING
from extract.clean.markers import bare_marker
from extract.find.agencies import read_agencies
from extract.find.analysis import Analysis

_SHARED = 1.5  # what it costs to stand in the column of the cell before
_CLEARLY = 1.0
_LONG = 80
_MOST_CELLS = 40
_TIMES = frozenset({"time", "start", "end"})
_AGENCIES = frozenset({"lead", "coordinating"})
_NUMBERS = frozenset({"level", "total", "current", "quantity"})


def align(
    held: Sequence[Cell], columns: Sequence[str | None], analysis: Analysis
) -> dict[int, Cell]:
    """The cell of each column that a row of a flattened table fills.

    A row with as many cells as columns fills them in order, unless they clearly look otherwise. Of
    another one, whose empty cells are gone or whose cells hold several lines, what a cell looks
    like decides: the best way to lay the cells over the columns in order.
    """
    if len(held) > _MOST_CELLS or len(columns) > _MOST_CELLS:
        return dict(enumerate(held[: len(columns)]))
    fits = [[_fit(cell, role, analysis) for role in columns] for cell in held]
    score, places = _best(fits)
    if len(held) == len(columns) and score - sum(fits[i][i] for i in range(len(held))) < _CLEARLY:
        return dict(enumerate(held))
    filled: dict[int, list[Cell]] = {}
    for cell, column in zip(held, places, strict=True):
        if cell.text:
            filled.setdefault(column, []).append(cell)
    return {column: _joined(parts, analysis.text) for column, parts in filled.items()}


def _best(fits: Sequence[Sequence[float]]) -> tuple[float, tuple[int, ...]]:
    """The best score and the column of each cell: never left of the cell before, seldom the same.

    `fits[i][j]` says how well cell `i` fits column `j`.
    """

    @cache
    def best(cell: int, column: int) -> tuple[float, tuple[int, ...]]:
        """The best way to place the cells from `cell` on, at `column` or behind it."""
        if cell == len(fits):
            return 0.0, ()
        ways: list[tuple[float, tuple[int, ...]]] = []
        for at in range(column, len(fits[cell])):
            shared = _SHARED if cell and at == column else 0.0
            score, rest = best(cell + 1, at)
            ways.append((fits[cell][at] - shared + score, (at, *rest)))
        return max(ways, key=lambda way: way[0])

    return best(0, 0)


def _fit(cell: Cell, role: str | None, analysis: Analysis) -> float:
    """How well a cell fits a column, by what it looks like."""
    if not cell.text:
        return 0.0
    if cell.repeats:
        return 1.0 if role in ASSIGNING else -1.0
    if role == "number":
        return 3.0 if bare_marker(cell.text) else -3.0
    if role in _NUMBERS or (role == "funding" and is_number(cell.text)):
        return 2.0 if is_number(cell.text) else -2.0
    agency = looks_like_agency(cell.text)
    if role in _AGENCIES:
        return 2.0 if agency else -2.0 if len(cell.text) > _LONG else -0.5
    timed = looks_like_time(cell, analysis)
    if role in _TIMES:
        return 2.0 if timed else -2.0
    if role == "content":
        return -1.0 if agency or timed else 1.0
    if role == "unit":
        return -1.0 if agency or is_number(cell.text) or len(cell.text) > _LONG else 0.5
    if role == "approval":
        return 1.0 if agency else -0.5
    return -0.5 if timed else 0.0 if agency else 0.2


def looks_like_agency(text: str) -> bool:
    """Whether the cell is an agency or a list that begins with one, not a sentence about it."""
    found, behind = read_agencies(text)
    return bool(found) and (behind >= 0.6 * len(text) or text[behind:].lstrip()[:1] in (",", ";"))


def looks_like_time(cell: Cell, analysis: Analysis) -> bool:
    """Whether most of the cell says when."""
    found = analysis.schedule(cell.start, cell.end)
    return sum(m.end - m.start for m in found) >= 0.5 * len(cell.text)


def _joined(parts: Sequence[Cell], text: str) -> Cell:
    start, end = parts[0].start, parts[-1].end
    return Cell(start, end, text[start:end], parts[0].origin)
