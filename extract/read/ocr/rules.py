"""Finds the drawn lines of a scanned page: long dark runs, across and down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Ink = NDArray[np.bool_]

_STEP = 2
"""Pixels of the image, at 300 dpi, that are looked at as one."""

_ACROSS = 60
_DOWN = 40
"""How long a rule is at least, in steps: 10 mm across; 7 mm down, more than letters are high."""

_FULL = 0.9
"""How much of it is dark: scans break lines."""

_THICK = 7
"""Steps. Thicker is no rule but a picture, or the dark edge of the paper."""

_GAP = 24
"""Steps. Pieces of one line stand no farther apart."""

_MOST_RUNS = 40_000
_DARK = 170


@dataclass(frozen=True, slots=True)
class Bar:
    """A rule in pixels; `x0 <= x1`, `y0 <= y1`."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def across(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0


def bars(image: Image.Image) -> list[Bar]:
    """The rules of a level page at 300 dpi, in grey; none where there is nothing but lines."""
    size = (max(1, image.width // _STEP), max(1, image.height // _STEP))
    ink = np.asarray(image.resize(size, Image.Resampling.BOX)) < _DARK
    level = _found(ink, _ACROSS)
    upright = [_turned(bar) for bar in _found(np.ascontiguousarray(ink.T), _DOWN)]
    return [
        Bar(bar.x0 * _STEP, bar.y0 * _STEP, bar.x1 * _STEP, bar.y1 * _STEP)
        for bar in [*level, *upright]
    ]


def without(image: Image.Image, found: Sequence[Bar]) -> Image.Image:
    """The image with its rules wiped out."""
    grey = np.asarray(image).copy()
    around = 3
    for bar in found:
        grey[
            max(0, bar.y0 - around) : bar.y1 + around + 1,
            max(0, bar.x0 - around) : bar.x1 + around + 1,
        ] = 255
    return Image.fromarray(grey)


def _found(ink: Ink, length: int) -> list[Bar]:
    """The level bars of at least `length`, pieces of one line put together."""
    pieces = [bar for bar in _pieces(_opened(ink, length)) if bar.y1 - bar.y0 < _THICK]
    pieces.sort(key=lambda bar: (bar.x0, bar.y0))
    joined: list[Bar] = []
    ending: dict[int, list[int]] = {}
    for piece in pieces:
        last = next(
            (
                i
                for near in range(piece.y0 // 4 - 1, piece.y0 // 4 + 2)
                for i in ending.get(near, ())
                if abs(joined[i].y0 - piece.y0) <= 3 and piece.x0 - joined[i].x1 <= _GAP
            ),
            None,
        )
        if last is None:
            ending.setdefault(piece.y0 // 4, []).append(len(joined))
            joined.append(piece)
        else:
            one = joined[last]
            y0, y1 = min(one.y0, piece.y0), max(one.y1, piece.y1)
            joined[last] = Bar(one.x0, y0, max(one.x1, piece.x1), y1)
    return joined


def _opened(ink: Ink, length: int) -> Ink:
    """The dark points that lie in a row of `length` points which is dark but for a few."""
    if ink.shape[1] <= length:
        return np.zeros_like(ink)
    sums = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    full = sums[:, length:] - sums[:, :-length] >= _FULL * length
    covered = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    covered[:, : full.shape[1]] += full
    covered[:, length:] -= full
    reached: Ink = np.cumsum(covered, axis=1)[:, :-1] > 0
    return reached & ink


def _pieces(mask: Ink) -> Iterator[Bar]:
    """The bars of connected dark runs, row by row; nothing where there are too many."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    ys, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    if len(ys) > _MOST_RUNS:
        return
    rows: dict[int, list[tuple[int, int]]] = {}
    for y, x0, x1 in zip(ys.tolist(), starts.tolist(), ends.tolist(), strict=True):
        rows.setdefault(y, []).append((x0, x1))
    growing: list[Bar] = []
    for y, following in pairwise([*sorted(rows), mask.shape[0] + 2]):
        grown: list[Bar] = []
        for x0, x1 in rows[y]:
            near = [bar for bar in growing if bar.x0 <= x1 + 2 and bar.x1 >= x0 - 2]
            growing = [bar for bar in growing if bar not in near]
            grown.append(
                Bar(
                    min([x0, *(bar.x0 for bar in near)]),
                    min([y, *(bar.y0 for bar in near)]),
                    max([x1, *(bar.x1 for bar in near)]),
                    y,
                )
            )
        yield from growing
        growing = _merged(grown)
        if following > y + 1:
            yield from growing
            growing = []


def _merged(found: Sequence[Bar]) -> list[Bar]:
    """Bars of one row that came to overlap, as one."""
    merged: list[Bar] = []
    for bar in sorted(found, key=lambda bar: bar.x0):
        if merged and bar.x0 <= merged[-1].x1 + 2:
            last = merged[-1]
            merged[-1] = Bar(last.x0, min(last.y0, bar.y0), max(last.x1, bar.x1), bar.y1)
        else:
            merged.append(bar)
    return merged


def _turned(bar: Bar) -> Bar:
    return Bar(bar.y0, bar.x0, bar.y1, bar.x1)
