"""The tables of a body: heads, and the rows that stand under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.assemble.tables.align import align
from extract.assemble.tables.cells import Cell, cells
from extract.assemble.tables.heads import Column, read_head, same_head
from extract.clean.text import ReadingText
from extract.find.analysis import Analysis
from extract.segment.outline import Node

_NEAR = 3
_LOOK = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table's body: its cells as written, and whether each stands in its column."""

    node: Node
    cells: tuple[Cell, ...]
    grid: bool


@dataclass(slots=True)
class Table:
    """A head, the rows below it up to the next head, and the paragraph before it."""

    columns: list[Column]
    head: list[Node]
    rows: list[Row] = field(default_factory=list)
    before: Node | None = None


def tables(root: Node, reading: ReadingText) -> list[Table]:
    """The tables below `root`, in the order of the text.

    A head holds until the next one, over headings between rows and over a table without a head of
    its own. Rows that no head covers make a table without columns.
    """
    found: list[Table] = []
    between: list[Node] = []
    for run, gap in _runs(root):
        between = gap
        _read_run(run, reading, found, between)
    return found


def filled(row: Row, columns: Sequence[Column], analysis: Analysis) -> dict[int, Cell]:
    """The cells of a row by the place of the column that they fill."""
    if row.grid and len(row.cells) <= len(columns):
        return {i: cell for i, cell in enumerate(row.cells) if cell.text}
    found = align(row.cells, [column.role for column in columns], analysis)
    return {i: cell for i, cell in found.items() if cell.text}


def _runs(root: Node) -> Iterator[tuple[list[Node], list[Node]]]:
    """Runs of rows with nothing but each other between, and what stood between it and the last."""
    run: list[Node] = []
    before: list[Node] = []
    gap: list[Node] = []
    for node in root.walk():
        if not node.row:
            if node.block is not None:
                gap.append(node)
            continue
        if gap:
            if run:
                yield run, before
            run, before, gap = [], gap, []
        run.append(node)
    if run:
        yield run, before


def _read_run(
    run: Sequence[Node], reading: ReadingText, found: list[Table], between: Sequence[Node]
) -> None:
    held = [tuple(cells(node, reading)) for node in run]
    place = 0
    goes_on = bool(found) and _may_go_on(found[-1], run, held, between)
    while place < len(run):
        table = found[-1] if found and (goes_on or place) else None
        if table and same_head(table.columns, held[place]):
            table.head.append(run[place])
            place += 1
            continue
        head = read_head(
            held[place : place + _LOOK], opens=place == 0 or not (table and table.columns)
        )
        if head:
            columns, taken = head
            nodes = list(run[place : place + taken])
            found.append(Table(columns, nodes, before=between[-1] if between else None))
            place += taken
            continue
        if table is None:
            found.append(Table([], [], before=between[-1] if between else None))
        node = run[place]
        grid = node.block is not None and node.block.grid
        found[-1].rows.append(Row(node, held[place], grid))
        place += 1


def _may_go_on(
    table: Table, run: Sequence[Node], held: Sequence[Sequence[Cell]], between: Sequence[Node]
) -> bool:
    """Whether rows without a head of their own may go on with `table`: after headings or a title
    or two, and not where they surely have another number of cells. The last column, often
    "Ghi chú", may be empty."""
    if sum(not node.numbered for node in between) > _NEAR:
        return False
    if not all(node.block and node.block.grid for node in run):
        return True
    return {len(row) for row in held} <= {len(table.columns), len(table.columns) - 1}
