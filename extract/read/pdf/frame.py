"""The page as shown: its size, and where a point of the file's own coordinates stands on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import degrees

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.read.source import Box

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

_ASKED = 16
"""Letters of a page that are asked how they stand."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page (`left`, `bottom`, `right`, `top` in points of the file, whose y
    axis points up) and the clockwise turn, in degrees, with which it is shown (ISO 32000-1,
    14.11.2 and 7.7.3.3)."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as shown."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.turn in (90, 270) else (across, up)

    def shown(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Points of the file as points from the top left corner of the page as shown."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def own(self, box: Box) -> tuple[float, float, float, float]:
        """A box of the page as shown as left, bottom, right, top in points of the file."""
        x0, y0, x1, y1 = box
        if self.turn == 90:
            return self.left + y0, self.bottom + x0, self.left + y1, self.bottom + x1
        if self.turn == 180:
            return self.right - x1, self.bottom + y0, self.right - x0, self.bottom + y1
        if self.turn == 270:
            return self.right - y1, self.top - x1, self.right - y0, self.top - x0
        return self.left + x0, self.top - y1, self.left + x1, self.top - y0


def frame(page: pdfium.PdfPage) -> Frame:
    """The frame of a page: what of its media box the crop box leaves."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if left >= right or bottom >= top:
        left, bottom, right, top = media
    return Frame(left, bottom, right, top, page.get_rotation())


def reading_frame(text_page: pdfium.PdfTextPage, shown: Frame) -> Frame:
    """The frame in which most of the page's text stands upright: that of the page as shown, but for
    a sheet across that was put on an upright page."""
    count = text_page.count_chars()
    step = max(1, count // _ASKED)
    angles = Counter(
        round(-degrees(pdfium_c.FPDFText_GetCharAngle(text_page.raw, i))) % 360
        for i in range(step // 2, count, step)
        if not pdfium_c.FPDFText_IsGenerated(text_page.raw, i)
    )
    turn, votes = angles.most_common(1)[0] if angles else (shown.turn, 0)
    if turn % 90 or turn == shown.turn or 2 * votes <= angles.total():
        return shown
    return replace(shown, turn=turn)


def moved(box: Box, reading: Frame, shown: Frame) -> Box:
    """A box of one frame as a box of another."""
    left, bottom, right, top = reading.own(box)
    x, y = shown.shown(np.array([left, right]), np.array([bottom, top]))
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
