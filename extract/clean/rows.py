"""Rows of tables as lines of reading text: their cells one behind the other, a tab between two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.clean.joints import is_cut
from extract.clean.lines import Line
from extract.clean.markers import BULLETS, Style, marker
from extract.lexicons.load import table

Cell = Sequence[Line]
BREAK = "\n"
"""Stands between two paragraphs of one cell."""

_ENDED = re.compile(r"[.;:]$")


def row(
    cells: Sequence[Cell], *, grid: bool = False, paragraphs: bool = False, open_end: bool = False
) -> Line:
    """One line of the cells; an empty one keeps its tab. With `open_end` a tab ends the line.
    `grid` says that each cell stands in its column, `paragraphs` that a cell's lines are
    paragraphs and not broken by a page's width.

    At least one cell must hold text.
    """
    first = next(cell[0] for cell in cells if cell)
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for number, cell in enumerate(cells):
        if number:
            text.append("\t")
            place = ends[-1] if ends else first.starts[0]
            starts.append(place)
            ends.append(cell[0].starts[0] if cell and cell[0].starts[0] >= place else place)
        for i, line in enumerate(cell):
            opens = i > 0 and _opens(cell, i, paragraphs)
            if i and (opens or not is_cut(text[-1], line.text)):
                text.append(BREAK if opens else " ")
                starts.append(ends[-1])
                ends.append(line.starts[0])
            text.append(line.text)
            starts += line.starts
            ends += line.ends
    if open_end:
        text.append("\t")
        starts.append(ends[-1])
        ends.append(ends[-1])
    return Line(
        number=first.number,
        text="".join(text),
        starts=starts,
        ends=ends,
        level=0,
        bold=False,
        hard_break=False,
        gap=first.gap,
        cells=True,
        grid=grid,
    )


def _opens(cell: Cell, i: int, paragraphs: bool) -> bool:
    """Whether line `i` begins a paragraph of its cell, not a wrapped part of one."""
    before, line = cell[i - 1], cell[i]
    if line.opens is not None:
        return line.opens
    found = marker(line.text)
    if found and not (found.style is Style.DASH and _is_name_dash(cell, i)):
        return before.text[-1] not in ",("
    if line.text[0].islower() or before.text[-1] in ",(-–/" or found:
        return False
    return paragraphs or bool(_ENDED.search(before.text))


def _is_name_dash(cell: Cell, i: int) -> bool:
    """Whether line `i` begins with a dash that is no bullet: "Sở Lao động" / "- Thương binh và Xã
    hội", "2021" / "- 2025". Bullets follow a bullet, or what introduces or ends one."""
    before, text = cell[i - 1].text, cell[i].text[1:].lstrip()
    if before[-1].isdigit() and text[:1].isdigit():
        return True
    if text.startswith(tuple(table("columns")["dash_tails"])):
        return True
    listed = any((found := marker(line.text)) and found.style in BULLETS for line in cell[:i])
    return not (listed or _ENDED.search(before))
