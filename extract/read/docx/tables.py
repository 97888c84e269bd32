"""Tables as grids of cells (section 17.4)."""

from __future__ import annotations

from typing import Protocol

from extract.read.docx.names import Element, W, number, switch, unwrapped, value
from extract.read.docx.styles import Styles
from extract.read.flow.drafts import Draft, Grid, Table

_MOST_COLUMNS = 200
_SIDES = tuple(W + name for name in ("top", "left", "start", "bottom", "right", "end"))
_INNER = (W + "insideH", W + "insideV")
_NO_LINE = frozenset({"none", "nil"})
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class Reads(Protocol):
    """Who reads what stands in a cell."""

    styles: Styles

    def blocks(self, parent: Element, path: str) -> list[Draft | Table]: ...


def read_table(story: Reads, element: Element, number_: int, path: str = "") -> Table:
    """The table `element`, the `number_`-th of the body; `path` is that of the cell around it."""
    cells: list[Grid] = []
    open_cells: dict[int, Grid] = {}
    edged = filled = 0
    headed = False
    row = 0
    for tr in _within(element, "tr"):
        properties = tr.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        headed = headed or bool(switch(properties, "tblHeader"))
        column = _bounded(number(_find(properties, "gridBefore")) or 0)
        for tc in _within(tr, "tc"):
            about = tc.find(W + "tcPr")
            if about is not None and about.find(W + "cellDel") is not None:
                continue
            span = max(1, _bounded(number(_find(about, "gridSpan")) or 1))
            where = path or f"t{number_}/r{row + 1}/c{column + 1}"
            blocks = story.blocks(tc, where)
            if above := _merged_into(about, open_cells, column, cells, row):
                if above.row + above.rows == row:
                    above.rows += 1
                elif above.row == row:
                    above.columns += span
                above.blocks += blocks
                open_cells[column] = above
            else:
                cell = Grid(row, column, 1, span, blocks)
                cells.append(cell)
                open_cells[column] = cell
            filled += bool(blocks)
            edged += bool(blocks) and _edged(about)
            column = _bounded(column + span)
        row += 1
    ruled = _ruled(story.styles, element) or (filled > 0 and edged >= filled / 2)
    return Table(number_, cells, _widths(element), ruled, headed)


def _merged_into(
    about: Element | None, open_cells: dict[int, Grid], column: int, cells: list[Grid], row: int
) -> Grid | None:
    """The cell that this one goes on with: above it (17.4.84), or left of it (`w:hMerge`)."""
    down = _find(about, "vMerge")
    if down is not None and value(down) != "restart":
        above = open_cells.get(column)
        return above if above is not None and above.row + above.rows == row else None
    across = _find(about, "hMerge")
    if across is not None and value(across) != "restart" and cells and cells[-1].row == row:
        return cells[-1]
    return None


def _within(parent: Element, name: str) -> list[Element]:
    """The rows of a table, the cells of a row, also within content controls."""
    found: list[Element] = []
    for child in unwrapped(parent):
        if child.tag == W + name:
            found.append(child)
        elif child.tag in _THROUGH:
            found += _within(child, name)
    return found


def _find(properties: Element | None, name: str) -> Element | None:
    return None if properties is None else properties.find(W + name)


def _bounded(column: int) -> int:
    return max(0, min(column, _MOST_COLUMNS))


def _widths(element: Element) -> list[float]:
    columns = element.findall(f"{W}tblGrid/{W}gridCol")[:_MOST_COLUMNS]
    return [float(max(0, number(column, "w") or 0)) for column in columns]


def _ruled(styles: Styles, element: Element) -> bool:
    """Whether lines are drawn between the table's cells: its own borders, else its style's."""
    about = element.find(W + "tblPr")
    own = _find(about, "tblBorders")
    given = styles.table(value(_find(about, "tblStyle"))).borders
    for name in _INNER:
        side = _find(own, name[len(W) :])
        if side is None:
            side = _find(given, name[len(W) :])
        if side is not None and value(side) not in _NO_LINE:
            return True
    return False


def _edged(about: Element | None) -> bool:
    """Whether a cell has lines of its own on two sides; one alone underlines a heading."""
    borders = _find(about, "tcBorders")
    if borders is None:
        return False
    return sum(side.tag in _SIDES and value(side) not in _NO_LINE for side in borders) >= 2
