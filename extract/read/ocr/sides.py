"""The places of a page where two texts stand side by side: issuer and national title at its head,
recipients and signature at its end (Nghị định 30/2020/NĐ-CP, annex I). Their lines overlap in
height, so each side is read by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Ink = NDArray[np.bool_]

_STEP = 4
"""Pixels of the image, at 300 dpi, that are looked at as one."""

_DARK = 190
_SPECK = 2
"""Steps of ink in a row of text at the least; fewer are dirt."""

_LINE, _MARKS = 6, 3
"""Steps that a line of text is high at the least, and those between it and marks above it."""

_MIDDLE = 0.25, 0.75
"""Of the page's width: where the gutter is."""

_GUTTER = 8
"""Steps that it is wide at the least, 2.7 mm; spaces between words are half of that."""

_SHORT, _CENTRED = 0.3, 0.06
"""Of the page's width: how wide the inner half of a title is at most, and how far from the middle
it stands."""

_NUMBER = 0.06
"""Of the page's width: what is alone on its height and narrower is the page's number."""

_EMPTY = 130
"""Steps of white, 44 mm: what follows is another text."""

_AROUND = 3
"""Steps of white that are cut out with a text."""


Side = tuple[int, int, int, int]
"""A part of the page in pixels: left, top, right, bottom."""


@dataclass(slots=True)
class _Stretch:
    """Rows of ink `top` to `bottom` (excluded) that share the white columns `white`."""

    top: int
    bottom: int
    white: NDArray[np.bool_]


def sides(image: Image.Image) -> list[Side]:
    """The sides of the head and of the end of a level grey page at 300 dpi: left, right, of each.

    None where the page begins or ends with lines from margin to margin, or with a table.
    """
    size = (max(1, image.width // _STEP), max(1, image.height // _STEP))
    ink = np.asarray(image.resize(size, Image.Resampling.BOX)) < _DARK
    bands = [band for band in _bands(ink) if not _is_number(ink, band)]
    found: list[Side] = []
    stretches = _stretches(ink, bands)
    for place in sorted({0, len(stretches) - 1}) if stretches else ():
        above = stretches[place - 1].bottom if place else 0
        below = stretches[place + 1].top if place + 1 < len(stretches) else ink.shape[0]
        for x0, y0, x1, y1 in _parted(ink, stretches[place]):
            y0, y1 = max(above, y0 - _AROUND), min(below, y1 + _AROUND)
            found.append((x0 * _STEP, y0 * _STEP, x1 * _STEP, y1 * _STEP))
    return found


def _bands(ink: Ink) -> Iterator[tuple[int, int]]:
    """The rows of text, from their marks down to the next white row."""
    filled = np.concatenate(([False], ink.sum(axis=1) >= _SPECK, [False]))
    edges = np.flatnonzero(np.diff(filled.astype(np.int8))).tolist()
    top = 0
    for i in range(0, len(edges), 2):
        start, end, *following = edges[i : i + 3]
        top = top or start
        if not following or end - top >= _LINE or following[0] - end > _MARKS:
            yield top, end
            top = 0


def _is_number(ink: Ink, band: tuple[int, int]) -> bool:
    columns = np.flatnonzero(ink[band[0] : band[1]].any(axis=0))
    return bool(columns[-1] - columns[0] < _NUMBER * ink.shape[1])


def _stretches(ink: Ink, bands: list[tuple[int, int]]) -> list[_Stretch]:
    """The page from top to bottom in stretches with a gutter, or of single rows without one."""
    found: list[_Stretch] = []
    for top, bottom in bands:
        white: NDArray[np.bool_] = np.logical_not(ink[top:bottom].any(axis=0))
        if _is_centred(ink[top:bottom]):
            white[:] = False
        last = found[-1] if found else None
        if (
            last
            and top - last.bottom < _EMPTY
            and _gutters(both := np.logical_and(last.white, white))
        ):
            last.bottom, last.white = bottom, both
        else:
            found.append(_Stretch(top, bottom, white))
    return found


def _is_centred(row: Ink) -> bool:
    """Whether a row is short and in the middle of the page, as titles are; dirt does not count."""
    low, high = np.quantile(np.nonzero(row)[1], (0.25, 0.75)) / row.shape[1]
    return bool(high - low < _SHORT and abs((low + high) / 2 - 0.5) < _CENTRED)


def _gutters(white: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The wide white stretches between columns with ink, in the middle of the page."""
    inked = np.flatnonzero(~white)
    low, high = (int(share * len(white)) for share in _MIDDLE)
    return [
        (a + 1, b) for a, b in pairwise(inked.tolist()) if b - a > _GUTTER and b > low and a < high
    ]


def _parted(ink: Ink, stretch: _Stretch) -> Iterator[Side]:
    """The two sides of a stretch; nothing where it has not one gutter, or no rows of both sides."""
    gutters = _gutters(stretch.white)
    if len(gutters) != 1:
        return
    rows = slice(stretch.top, stretch.bottom)
    middle = sum(gutters[0]) // 2
    left, right = ink[rows, :middle], ink[rows, middle:]
    if int((left.any(axis=1) & right.any(axis=1)).sum()) < _LINE:
        return
    for part, edge in ((left, 0), (right, middle)):
        if found := _text(part):
            x0, y0, x1, y1 = found
            x0, x1 = max(0, x0 - _AROUND), min(part.shape[1], x1 + _AROUND)
            yield x0 + edge, stretch.top + y0, x1 + edge, stretch.top + y1


def _text(part: Ink) -> Side | None:
    """Where the ink of a side is, without dirt at the paper's edges; None if there is none."""
    inked = np.flatnonzero(part.any(axis=0))
    groups = np.split(inked, np.flatnonzero(np.diff(inked) > _GUTTER) + 1)
    wide = [group for group in groups if len(group) and group[-1] - group[0] >= _LINE]
    if not wide:
        return None
    x0, x1 = int(wide[0][0]), int(wide[-1][-1]) + 1
    rows = np.flatnonzero(part[:, x0:x1].any(axis=1))
    return x0, int(rows[0]), x1, int(rows[-1]) + 1
