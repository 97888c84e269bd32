"""Rows of indicator tables: one target for each year or level that they fill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.assemble.tables.cells import Cell
from extract.assemble.tables.heads import Column
from extract.assemble.tables.kinds import Understood
from extract.assemble.tables.levels import is_number, level
from extract.assemble.tables.stream import Table, filled
from extract.assemble.tables.tasks import unlisted
from extract.clean.columns import column_role
from extract.find.analysis import Analysis
from extract.find.mentions import QuantityMention
from extract.segment.outline import Node

_BRACKETS = re.compile(
    r"\((?:đvt|đơn vị tính|đơn vị)?\s*:?\s*(?P<unit>[^()]{1,40})\)\s*$", re.IGNORECASE
)
_UNIT = re.compile(r"(?:đvt|đơn vị tính)\s*:?\s*(?P<unit>[^();,.\n]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level of an indicator: the indicator's cell, what is to be reached (None where no number
    says it), the column that says when, and the cells of the row that do."""

    node: Node
    indicator: Cell
    measure: QuantityMention | None
    column: Column
    time: tuple[Cell, ...] = ()


def level_rows(
    table: Table, understood: Understood, analysis: Analysis, caption: Cell | None
) -> Iterator[LevelRow]:
    """The levels that the rows of `table` fill, in order. `caption` may name the unit of all."""
    shared = _captioned(caption)
    above: dict[int, Cell] = {}
    for row in table.rows:
        held = filled(row, understood.columns, analysis)
        for place, cell in list(held.items()):
            held[place] = above[place] = above.get(place, cell) if cell.repeats else cell
        indicator = held.get(understood.content)
        if indicator is None or not any(map(str.isalpha, indicator.text)):
            continue
        if column_role(indicator.text) == "total":
            continue
        indicator = unlisted(indicator)
        unit = _unit(held, understood, indicator) or shared
        time = tuple(held[place] for place in understood.of("time", "end") if place in held)
        for place in understood.of("level", "total"):
            if place not in held or (level_cell := held[place]).blank or level_cell.marked:
                continue
            column = understood.columns[place]
            own = _bracketed(column.parts) or unit
            yield LevelRow(row.node, indicator, level(level_cell, own), column, time)


def _unit(held: Mapping[int, Cell], understood: Understood, indicator: Cell) -> Cell | None:
    """The unit that the row names: in its column, or in brackets behind the indicator."""
    for place in understood.of("unit"):
        cell = held.get(place)
        if cell and not cell.blank:
            return cell
    return _bracketed([indicator])


def _bracketed(cells: Sequence[Cell]) -> Cell | None:
    for cell in cells:
        found = _BRACKETS.search(cell.text)
        if found and not is_number(found["unit"]) and not found["unit"][:1].isupper():
            return _part(cell, found)
    return None


def _captioned(caption: Cell | None) -> Cell | None:
    found = _UNIT.search(caption.text) if caption else None
    return _part(caption, found) if caption and found else None


def _part(cell: Cell, found: re.Match[str]) -> Cell:
    start, end = found.span("unit")
    return Cell(cell.start + start, cell.start + end, cell.text[start:end], cell.origin)
