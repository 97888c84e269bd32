"""Tables that the plan was not read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.assemble.tables import cells, read_head, understand
from extract.clean.text import Block, ReadingText
from extract.segment.parts import Body, parts
from schemas.plan import Plan

_ROWS = 3
"""A header and two rows: with fewer it is layout."""

_HEAD = 4
_CAPTION = 100


def unread_tables(plan: Plan, reading: ReadingText) -> Iterator[list[Block]]:
    """The rows of each table in the plan's content in which no target or task was read.

    A table that is understood to be something else (a budget, a list of members, what has been
    reached) is none.
    """
    read = sorted([t.span.start for t in plan.targets] + [t.span.start for t in plan.tasks])
    for body in parts(reading.blocks).bodies:
        before: Block | None = None
        for is_row, run in groupby(body.blocks, key=_is_row):
            rows = list(run)
            if not is_row:
                before = rows[-1]
            elif (
                len(rows) >= _ROWS
                and not _was_read(rows, reading, read)
                and not _is_other(rows, reading, body, before)
            ):
                yield rows


def _was_read(rows: Sequence[Block], reading: ReadingText, read: Sequence[int]) -> bool:
    start, end = reading.raw_span(rows[0].start, rows[-1].end)
    place = bisect_left(read, start)
    return place < len(read) and read[place] < end


def _is_other(
    rows: Sequence[Block], reading: ReadingText, body: Body, before: Block | None
) -> bool:
    held = [cells(row, reading) for row in rows]
    head = read_head(held[:_HEAD])
    if head is None:
        return False
    columns, taken = head
    said = [*body.title, *([before] if before and len(before.text) <= _CAPTION else [])]
    caption = "\n".join(block.text for block in said)
    return understand(columns, held[taken:], caption).kind == "other"


def _is_row(block: Block) -> bool:
    return "\t" in block.text
