"""Rows of task tables: each asks for one action; the other columns fill its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extract.assemble.tables.cells import Cell
from extract.assemble.tables.kinds import Understood
from extract.assemble.tables.stream import Row, Table, filled
from extract.clean.columns import column_role
from extract.clean.markers import BULLETS, Style, marker
from extract.find.analysis import Analysis
from extract.segment.outline import Node

_LISTED = BULLETS | {
    Style.ROMAN,
    Style.UPPER,
    Style.ARABIC,
    Style.DECIMAL,
    Style.LETTER,
    Style.PAREN,
}
_FEWEST_LETTERS = 3
"""Of a task; less is a mark, or a number that OCR misread."""

_FILLS = ("lead", "coordinating", "time", "start", "end", "product", "quantity", "detail")


@dataclass(slots=True)
class TaskRow:
    """A task of a table: the cell that states it, and what other cells give it, by role.

    A cell that only repeats what stands above it ("nt") is that cell above. `marked` are the heads
    of the columns of a schedule that the row marks.
    """

    node: Node
    task: Cell
    given: dict[str, list[Cell]] = field(default_factory=dict)
    marked: list[Cell] = field(default_factory=list)

    def of(self, role: str) -> list[Cell]:
        """The cells that fill `role`, in order."""
        return self.given.get(role, [])


def task_rows(table: Table, understood: Understood, analysis: Analysis) -> Iterator[TaskRow]:
    """The tasks of `table`. Rows whose task cell is merged with the one above, or that leave
    number and task empty, give what they hold to the task above."""
    above: dict[int, Cell] = {}
    current: TaskRow | None = None
    for row in table.rows:
        held = _without_repeats(filled(row, understood.columns, analysis), above)
        task = held.get(understood.content)
        if current and _belongs(row, task, held, understood, current):
            _add(current, held, understood)
            continue
        if task is None or sum(map(str.isalpha, task.text)) < _FEWEST_LETTERS:
            continue
        if column_role(task.text) == "total":
            continue
        if current:
            yield current
        current = TaskRow(row.node, unlisted(task))
        _add(current, held, understood)
    if current:
        yield current


def unlisted(cell: Cell) -> Cell:
    """The cell without the marker that it begins with ("- ", "1.1. ")."""
    found = marker(cell.text)
    if found is None or found.style not in _LISTED or found.end >= len(cell.text):
        return cell
    return Cell(cell.start + found.end, cell.end, cell.text[found.end :], cell.origin)


def _without_repeats(held: Mapping[int, Cell], above: dict[int, Cell]) -> dict[int, Cell]:
    """The cells, those that say "as above" replaced; `above` is brought up to date."""
    found: dict[int, Cell] = {}
    for place, cell in held.items():
        found[place] = above[place] = above.get(place, cell) if cell.repeats else cell
    return found


def _belongs(
    row: Row, task: Cell | None, held: Mapping[int, Cell], understood: Understood, current: TaskRow
) -> bool:
    """Whether a row only says more about the task above it: its task cell is merged with that one,
    or empty, or goes on in its sentence without a number of its own."""
    if not row.grid:
        return False
    if task is not None and task.origin == current.task.origin:
        return True
    if any(i in held for i in understood.of("number")):
        return False
    return task is None or (task.text[0].islower() and not current.task.text.endswith((".", ";")))


def _add(row: TaskRow, held: Mapping[int, Cell], understood: Understood) -> None:
    for place, cell in held.items():
        column = understood.columns[place]
        if place == understood.content or cell.blank:
            continue
        if column.role == "schedule" and column.when and cell.marked:
            row.marked.append(column.when)
        elif column.role in _FILLS:
            cells = row.given.setdefault(column.role, [])
            if all(other.origin != cell.origin for other in cells):
                cells.append(cell)
