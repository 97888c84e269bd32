"""Rows of tables as lines of reading text: their cells one behind the other, a tab between two."""

from __future__ import annotations

from collections.abc import Sequence

from extract.clean.lines import Line

Cell = Sequence[Line]


def row(cells: Sequence[Cell], *, open_end: bool = False) -> Line:
    """One line of the cells; an empty one keeps its tab. With `open_end` a tab ends the line.

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
            if i:
                text.append(" ")
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
    )
