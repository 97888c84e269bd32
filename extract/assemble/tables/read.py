"""Reads all tables of a body at once, and gives what its rows state, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from extract.assemble.sections import Sections
from extract.assemble.tables.cells import Cell
from extract.assemble.tables.indicators import LevelRow, level_rows
from extract.assemble.tables.kinds import Understood, understand
from extract.assemble.tables.stream import Table, tables
from extract.assemble.tables.tasks import TaskRow, task_rows
from extract.clean.text import ReadingText
from extract.find.analysis import Analysis
from extract.segment.outline import Node

_CAPTION = 100
"""Letters in the longest line that is the caption of a table and no paragraph before it."""


class TableReader:
    """What the rows of the tables below `root` state."""

    def __init__(
        self, root: Node, reading: ReadingText, analysis: Analysis, sections: Sections
    ) -> None:
        self._tasks: dict[Node, list[TaskRow]] = {}
        self._levels: dict[Node, list[LevelRow]] = {}
        for table in tables(root, reading):
            caption = _caption(table, reading, sections)
            found = understand(table.columns, [row.cells for row in table.rows], caption)
            self._read(table, found, analysis)

    def _read(self, table: Table, found: Understood, analysis: Analysis) -> None:
        if found.kind == "tasks":
            for task in task_rows(table, found, analysis):
                self._tasks.setdefault(task.node, []).append(task)
        elif found.kind == "indicators":
            for row in level_rows(table, found, analysis, _before(table)):
                self._levels.setdefault(row.node, []).append(row)

    def tasks(self, row: Node) -> Sequence[TaskRow]:
        """The tasks that begin in `row`."""
        return self._tasks.get(row, ())

    def levels(self, row: Node) -> Sequence[LevelRow]:
        """The levels that `row` states."""
        return self._levels.get(row, ())


def _caption(table: Table, reading: ReadingText, sections: Sections) -> str:
    """The title of the annex or section that the table stands in, and the line before it."""
    nodes = [*table.head, *(row.node for row in table.rows[:1])]
    heading = nearest = sections.above.get(nodes[0]) if nodes else None
    while heading and heading.parent:
        heading = heading.parent
    about = [h for h in (nearest, heading) if h and (h is nearest or h.rule == "sections.annex")]
    said = [reading.text[h.start : h.end] for h in about]
    before = table.before.text if table.before else ""
    return "\n".join([*said, before] if len(before) <= _CAPTION else said)


def _before(table: Table) -> Cell | None:
    node = table.before
    return Cell(node.start, node.end, node.text, 0) if node else None
