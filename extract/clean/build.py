"""Builds the reading text: lines, joined into blocks, joined into one text."""

from __future__ import annotations

from collections.abc import Sequence

from extract.clean.flattened import restore_tables
from extract.clean.grouped import settle_rows
from extract.clean.joints import is_cut
from extract.clean.layout import layout_lines
from extract.clean.lines import Line
from extract.clean.tagged import tagged_lines
from extract.clean.text import Block, ReadingText
from extract.clean.unwrap import unwrap
from extract.read.source import Layout, SourceLine


def clean(raw: str, layout: Sequence[SourceLine] = ()) -> ReadingText:
    """The reading text of `raw`; its blocks are separated by one line feed each.

    `layout` are the lines of a format that has one, as in `SourceDocument`.
    """
    plain = [] if layout else restore_tables(settle_rows(tagged_lines(raw)))
    found = layout_lines(raw, layout) if layout else plain
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[Block] = []
    length = 0
    for block in unwrap(found):
        joined = _join(block, starts, ends)
        blocks.append(
            Block(
                start=length,
                end=length + len(joined),
                text=joined,
                line=block[0].number,
                level=block[0].level,
                bold=block[0].bold,
                gap=block[0].gap,
                grid=block[0].grid,
            )
        )
        place = ends[-1]
        starts.append(place)
        ends.append(place)
        text.append(joined)
        length += len(joined) + 1
    joined = "\n".join(text) + ("\n" if text else "")
    return ReadingText(raw, Layout(raw, layout), joined, starts, ends, blocks)


def _join(block: Sequence[Line], starts: list[int], ends: list[int]) -> str:
    """The lines as one text, a space for each break; their places are added to the maps."""
    parts: list[str] = []
    for line in block:
        if parts and not is_cut(parts[-1], line.text):
            parts.append(" ")
            starts.append(ends[-1])
            ends.append(line.starts[0])
        parts.append(line.text)
        starts.extend(line.starts)
        ends.extend(line.ends)
    return "".join(parts)
