"""Tables of tasks: the columns of an annex fill a task's fields, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.assemble.cells import Cell, align, cells
from extract.assemble.labelled import Labelled, Line
from extract.clean.columns import column_role, states_tasks
from extract.find.analysis import Analysis
from extract.segment.outline import Node


@dataclass(frozen=True, slots=True)
class Row:
    """A row that asks for action: its task cell, and the other cells by what they fill.

    A cell that only repeats what stands above it ("nt") is that cell above.
    """

    node: Node
    task: Cell
    labels: Labelled


@dataclass(slots=True)
class Tables:
    """Reads the tables of one body: a table's columns hold until the next head."""

    analysis: Analysis
    columns: list[str | None] | None = None

    def task_rows(self, rows: Sequence[Node]) -> list[Row]:
        """The rows that state tasks; none where no head was understood."""
        for i, head in enumerate(rows[:3]):
            roles = [column_role(cell.text) for cell in cells(head)]
            if states_tasks(roles):
                self.columns = roles
                rows = rows[i + 1 :]
                break
        return list(self._rows(rows, self.columns)) if self.columns else []

    def _rows(self, rows: Sequence[Node], columns: Sequence[str | None]) -> Iterator[Row]:
        above: dict[int, Cell] = {}
        content = columns.index("content")
        for node in rows:
            held = align(cells(node), columns, self.analysis)
            if content not in held or not any(map(str.isalpha, held[content].text)):
                continue
            labels = Labelled()
            for place, cell in held.items():
                if cell.repeats:
                    cell = above.get(place, cell)
                above[place] = cell
                role = columns[place]
                if role and role != "number" and place != content and cell.text:
                    labels.lines.append(Line(role, cell.start, cell.end))
            yield Row(node, held[content], labels)
