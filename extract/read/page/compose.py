"""Composes pages: their lines in the order of reading, as raw text and where each line stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from extract.read.page.cells import mark_cells
from extract.read.page.columns import in_order
from extract.read.page.continued import append, continues
from extract.read.page.furniture import mark_furniture
from extract.read.page.grid import grids
from extract.read.page.items import Item, item, part
from extract.read.page.model import NoteMark, Page
from extract.read.page.notes import mark_notes
from extract.read.page.paragraphs import mark_paragraphs
from extract.read.page.recipients import carry_over
from extract.read.page.table import Table, fill
from extract.read.page.unruled import Unruled, unruled_table
from extract.read.source import Cell, SourceLine


@dataclass(slots=True)
class _Laid:
    """A page's tables, and its other lines."""

    page: Page
    tables: list[Table]
    others: list[Item] = field(default_factory=list)
    unruled: Unruled | None = None


def compose(pages: Sequence[Page]) -> tuple[str, tuple[SourceLine, ...]]:
    """The raw text of `pages` and its lines, as `SourceDocument` wants them.

    Lines stand in the order of reading, cells of tables row by row; page numbers, running heads
    and stamps are kept as `furniture`. Each line of the raw text ends with a line feed.
    """
    laid: list[_Laid] = []
    for page in pages:
        laid.append(_lay(page, laid[-1].unruled if laid else None))
    mark_furniture(pages, [one.others for one in laid])
    for one in laid:
        mark_notes(one.others)
    blocks = _joined([block for one in laid for block in _blocks(one)])
    for block, following in pairwise(blocks):
        if isinstance(block, list) and isinstance(following, list):
            carry_over(block, following)
    edges = {
        one.page.number: (min(t.xs[0] for t in one.tables), max(t.xs[-1] for t in one.tables))
        for one in laid
        if one.tables
    }
    for block in blocks:
        if isinstance(block, Table):
            mark_cells(block)
    mark_paragraphs(_runs(blocks), {page.number: page.width for page in pages}, edges)
    return _source(_items(blocks))


def _lay(page: Page, before: Unruled | None) -> _Laid:
    """The page's lines, those of its tables in their cells. `before` is a table without rules on
    the page before."""
    others = [item(page.number, line) for line in page.lines if line.text.strip()]
    tables: list[Table] = []
    for grid in grids(page.rules):
        table, rest = fill(grid, page.number, others)
        if table.filled:
            tables.append(table)
            others = rest
    unruled = None
    if not tables:
        unruled, others = unruled_table(page.number, others, before)
        if unruled:
            tables.append(unruled.table)
    return _Laid(page, tables, others, unruled)


def _blocks(laid: _Laid) -> Iterator[Table | list[Item]]:
    """What stands on a page from top to bottom: tables, and the lines between them in order."""
    rest = laid.others
    for table in laid.tables:
        above = [one for one in rest if one.middle < table.top]
        rest = [one for one in rest if one.middle >= table.top]
        if above:
            yield _ordered(above)
        yield table
    if rest:
        yield _ordered(rest)


def _ordered(items: list[Item]) -> list[Item]:
    """The lines in the order of reading; notes and furniture before and behind them."""
    text = in_order(one for one in items if one.kind == "text")
    top = min((one.middle for one in text), default=0.0)
    furniture = sorted((one for one in items if one.kind != "text"), key=lambda one: one.middle)
    head = [one for one in furniture if one.middle < top]
    return [*head, *text, *(one for one in furniture if one.middle >= top)]


def _joined(blocks: Sequence[Table | list[Item]]) -> list[Table | list[Item]]:
    """The blocks, tables that go on over pages as one; what is between is furniture."""
    found: list[Table | list[Item]] = []
    last: Table | None = None
    for block in blocks:
        if isinstance(block, list):
            if any(one.kind == "text" for one in block):
                last = None
            found.append(block)
        elif last is not None and continues(last, block):
            found.append([_furniture(line) for line in append(last, block)])
        else:
            found.append(block)
            last = block
    return found


def _runs(blocks: Iterable[Table | list[Item]]) -> list[list[Item]]:
    """The lines of text before, between and behind the tables."""
    runs: list[list[Item]] = [[]]
    for block in blocks:
        if isinstance(block, Table):
            runs.append([])
        else:
            runs[-1] += (one for one in block if one.kind == "text")
    return runs


def _furniture(one: Item) -> Item:
    one.kind = "furniture"
    return one


def _items(blocks: Sequence[Table | list[Item]]) -> Iterator[Item]:
    number = 0
    for block in blocks:
        if isinstance(block, list):
            yield from block
            continue
        for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
            for line in cell.lines:
                line.cell = Cell(number, cell.row, cell.column, cell.rows, cell.columns)
                yield line
        number += 1


def _source(items: Iterator[Item]) -> tuple[str, tuple[SourceLine, ...]]:
    raw: list[str] = []
    lines: list[SourceLine] = []
    length = 0
    for whole in items:
        parts = _without_marks(whole)
        for one in parts:
            end = length + len(one.text)
            lines.append(
                SourceLine(
                    length,
                    end,
                    page=one.page,
                    box=one.box,
                    cell=one.cell,
                    kind=one.kind,
                    opens=one.opens,
                    bold=one.bold,
                    words=one.words,
                )
            )
            raw.append(one.text)
            raw.append("\n" if one is parts[-1] else " ")
            length = end + 1
    return "".join(raw), tuple(lines)


def _without_marks(whole: Item) -> list[Item]:
    """The item in parts where the marks of footnotes stand in it, which are notes."""
    if not any(isinstance(word, NoteMark) for word in whole.words):
        return [whole]
    found: list[Item] = []
    for is_mark, group in groupby(
        range(len(whole.words)), key=lambda i: isinstance(whole.words[i], NoteMark)
    ):
        places = list(group)
        one = part(whole, places[0], places[-1] + 1)
        one.kind = "note" if is_mark else whole.kind
        one.cell, one.side = whole.cell, whole.side
        one.opens = False if found else whole.opens
        found.append(one)
    return found
