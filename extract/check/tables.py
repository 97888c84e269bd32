"""Tables that the plan was not read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from extract.clean.text import Block, ReadingText
from extract.segment.parts import parts
from schemas.plan import Plan

_ROWS = 3
"""A header and two rows: with fewer it is layout."""


def unread_tables(plan: Plan, reading: ReadingText) -> Iterator[list[Block]]:
    """The rows of each table in the plan's content in which no target or task was read."""
    read = sorted([t.span.start for t in plan.targets] + [t.span.start for t in plan.tasks])
    for body in parts(reading.blocks).bodies:
        for is_row, run in groupby(body.blocks, key=_is_row):
            rows = list(run)
            if not is_row or len(rows) < _ROWS:
                continue
            start, end = reading.raw_span(rows[0].start, rows[-1].end)
            place = bisect_left(read, start)
            if place == len(read) or read[place] >= end:
                yield rows


def _is_row(block: Block) -> bool:
    return "\t" in block.text
