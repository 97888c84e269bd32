"""Ruled tables of a scanned page: each cell is read by itself, so that columns never mix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from extract.read.ocr.rules import Bar, without
from extract.read.ocr.words import ReadLine, ReadWord
from extract.read.page.grid import grids
from extract.read.page.model import Rule
from extract.read.source import Box

_MARGIN = 30
"""White around a cell's picture, in pixels; text at the very edge is not read well."""

_INSET = 3
"""Pixels of a cell's border that are left out of its picture."""

_AROUND = 12
"""Pixels of paper that are kept around the ink of a cell."""

_ONE_LINE = 75
"""Pixels: ink that is not higher is one line; letters with their marks are 60 high."""

_LEAST_INK = 12
"""Dark pixels. A cell with fewer is empty."""

_DARK = 140

_WIDE = 0.25
"""Of the page: what is narrower is no table."""

_WHOLE = 0.8
"""Of the table's width: two borders at least are drawn so far in one."""


@dataclass(frozen=True, slots=True)
class PartImage:
    """The picture of a part of a page, such as a cell, and where its top left corner stands on the
    page."""

    image: Image.Image
    left: int
    top: int
    one_line: bool = False

    def placed(self, lines: Sequence[ReadLine]) -> list[ReadLine]:
        """Lines that were read in the picture, where they stand on the page."""
        return [
            ReadLine(self._box(line.box), tuple(self._word(word) for word in line.words))
            for line in lines
        ]

    def _word(self, word: ReadWord) -> ReadWord:
        box = self._box(word.box)
        return replace(word, x0=box[0], x1=box[2], box=box)

    def _box(self, box: Box) -> Box:
        x0, y0, x1, y1 = box
        return x0 + self.left, y0 + self.top, x1 + self.left, y1 + self.top


@dataclass(frozen=True, slots=True)
class Cut:
    """The page without its ruled tables, the cells of these that hold ink, and their rules."""

    page: Image.Image
    cells: list[PartImage]
    rules: tuple[Rule, ...]


def cut_out(image: Image.Image, found: Sequence[Bar], scale: float) -> Cut:
    """Takes the tables that the bars draw out of a page; `scale` points are a pixel."""
    tables = []
    drawn: list[Bar] = []
    for grid in grids(rules(found, scale)):
        box = _pixels((grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]), scale)
        inside = [bar for bar in found if _inside(bar, box)]
        if _is_table(inside, box, image.width):
            tables.append((grid, box))
            drawn += inside
    if not tables:
        return Cut(image, [], ())
    clean = without(image, _borders(drawn))
    cells = []
    for grid, _ in tables:
        for cell in grid.cells:
            place = (
                grid.xs[cell.column],
                grid.ys[cell.row],
                grid.xs[cell.column + cell.columns],
                grid.ys[cell.row + cell.rows],
            )
            if picture := _part(clean, *_pixels(place, scale)):
                cells.append(picture)
    page = clean.copy()
    for _, box in tables:
        page.paste(255, box)
    return Cut(page, cells, tuple(rules(drawn, scale)))


def apart(
    image: Image.Image, boxes: Sequence[tuple[int, int, int, int]]
) -> tuple[Image.Image, list[PartImage]]:
    """The page without what is written in the boxes, given in pixels, and the pictures of that."""
    parts = [part for box in boxes if (part := _part(image, *box))]
    page = image.copy()
    for box in boxes:
        page.paste(255, box)
    return page, parts


def _is_table(found: Sequence[Bar], box: Sequence[int], page: int) -> bool:
    """Whether bars draw a table, and not a stamp or a signature: a wide one with whole borders."""
    width = box[2] - box[0]
    whole = sum(bar.across and bar.x1 - bar.x0 > _WHOLE * width for bar in found)
    return width > _WIDE * page and whole > 1


def rules(found: Sequence[Bar], scale: float) -> list[Rule]:
    """The bars as the rules of a page: lines without width, in points."""
    told = []
    for bar in found:
        x0, y0, x1, y1 = (place * scale for place in (bar.x0, bar.y0, bar.x1, bar.y1))
        if bar.across:
            told.append(Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
        else:
            told.append(Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))
    return told


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (round(place / scale) for place in box)
    return x0, y0, x1, y1


def _borders(found: Sequence[Bar]) -> list[Bar]:
    """Those that meet one across them; the others may be strokes of letters."""
    near = 10

    def meets(bar: Bar, other: Bar) -> bool:
        return (
            bar.across != other.across
            and bar.x0 - near <= other.x1
            and other.x0 - near <= bar.x1
            and bar.y0 - near <= other.y1
            and other.y0 - near <= bar.y1
        )

    return [bar for bar in found if any(meets(bar, other) for other in found)]


def _inside(bar: Bar, box: Sequence[int]) -> bool:
    near = 15
    x0, y0, x1, y1 = box
    return (
        bar.x0 >= x0 - near and bar.x1 <= x1 + near and bar.y0 >= y0 - near and bar.y1 <= y1 + near
    )


def _part(image: Image.Image, x0: int, y0: int, x1: int, y1: int) -> PartImage | None:
    """What is written in a part of the page, with white around it; None where nothing is."""
    x0, y0, x1, y1 = x0 + _INSET, y0 + _INSET, x1 - _INSET, y1 - _INSET
    if x1 - x0 < 8 or y1 - y0 < 8:
        return None
    cell = image.crop((x0, y0, x1, y1))
    pixels = np.asarray(cell)
    ink = pixels < _DARK
    rows, columns = np.flatnonzero(ink.sum(axis=1) > 1), np.flatnonzero(ink.sum(axis=0) > 1)
    if int(ink.sum()) < _LEAST_INK or not len(rows) or not len(columns):
        return None
    left, right = max(0, int(columns[0]) - _AROUND), int(columns[-1]) + _AROUND
    top, bottom = max(0, int(rows[0]) - _AROUND), int(rows[-1]) + _AROUND
    kept = cell.crop((left, top, min(right, cell.width), min(bottom, cell.height)))
    paper = int(np.median(pixels))
    framed = Image.new("L", (kept.width + 2 * _MARGIN, kept.height + 2 * _MARGIN), paper)
    framed.paste(kept, (_MARGIN, _MARGIN))
    one_line = int(rows[-1]) - int(rows[0]) < _ONE_LINE
    return PartImage(framed, x0 + left - _MARGIN, y0 + top - _MARGIN, one_line)
