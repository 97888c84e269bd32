"""Tables that only arrange: the header, the signature, frames. They hold no data (form)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from extract.lexicons.load import table as words
from extract.read.flow.drafts import Draft, Grid, Table
from extract.read.flow.grid import narrowed

_HEADER_ROWS = 8
_SIGNATURE_ROWS = 4


def arranges(table: Table) -> bool:
    """Whether `table` only arranges what it holds. Its texts must be settled.

    Its form decides: a header and a signature begin with words of their own, a table of data has
    lines between its cells, or, without any, a head over three rows or more.
    """
    filled = [cell for cell in table.cells if text(cell)]
    if len(filled) <= 1 or len({cell.column for cell in filled}) == 1:
        return True
    if is_header(table) or is_signature(table):
        return True
    return not table.ruled and not _has_head(filled, table)


def is_header(table: Table) -> bool:
    """Whether the table is the header of a decision: issuer and number beside the motto."""
    rows = {cell.row for cell in table.cells}
    heads = tuple(words("word_files")["heads"])
    return len(rows) <= _HEADER_ROWS and any(
        _small(draft).startswith(heads) for cell in table.cells for draft in drafts(cell.blocks)
    )


def is_signature(table: Table) -> bool:
    """Whether the table has recipients or who signs."""
    filled = _filled(table)
    rows = {cell.row for cell in filled}
    starts = tuple(words("word_files")["signatures"])
    return len(rows) <= _SIGNATURE_ROWS and any(
        text(cell).startswith(starts) for cell in filled if cell.row == min(rows)
    )


def ordered(table: Table) -> Iterator[Grid]:
    """The cells in the order of reading: header and signature column by column, others by row."""
    if not (is_header(table) or is_signature(table)):
        yield from table.cells
        return
    narrowed(table)
    width = len(table.widths)
    total = sum(table.widths) or 1.0
    most = max(
        (len(list(cells)) for _, cells in groupby(_filled(table), key=lambda c: c.row)), default=1
    )

    def side(cell: Grid) -> int:
        left = sum(table.widths[: cell.column])
        middle = left + sum(table.widths[cell.column : cell.column + cell.columns]) / 2
        return min(most - 1, int(middle / total * most))

    section: list[Grid] = []
    for cell in table.cells:
        if cell.columns >= width > 1:  # a line across: what stands above it comes before it
            yield from sorted(section, key=side)
            yield cell
            section.clear()
        else:
            section.append(cell)
    yield from sorted(section, key=side)


def text(cell: Grid) -> str:
    """All letters of a cell, small, each space one."""
    return " ".join(_small(draft) for draft in drafts(cell.blocks))


def drafts(blocks: list[Draft | Table]) -> Iterator[Draft]:
    """The drafts of `blocks`, also those of the tables in them."""
    for block in blocks:
        if isinstance(block, Draft):
            yield block
        else:
            for cell in block.cells:
                yield from drafts(cell.blocks)


def _small(draft: Draft) -> str:
    return " ".join(draft.text.lower().split())


def _filled(table: Table) -> list[Grid]:
    return [cell for cell in table.cells if text(cell)]


def _has_head(filled: list[Grid], table: Table) -> bool:
    """Whether a first row names three columns or more, and most rows fill as many."""
    if table.headed:
        return True
    sizes = [len(list(cells)) for _, cells in groupby(filled, key=lambda cell: cell.row)]
    if len(sizes) < 3 or sizes[0] < 3:
        return False
    return sum(size >= min(3, sizes[0]) for size in sizes) > len(sizes) / 2
