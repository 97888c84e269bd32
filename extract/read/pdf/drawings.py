"""What is drawn on a page beside its text: ruled lines, and how much of it images cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.read.page.model import Rule
from extract.read.pdf.frame import Floats, Frame

THIN = 3.0
"""Points: a filled rectangle as thin as this is a line."""

SHORTEST = 4.0
"""Points: what is shorter is a dot or a corner."""

MOST_OBJECTS = 200_000
"""On one page, forms within included."""

_MOST_SEGMENTS = 2_000
"""Of one path; maps and signatures have more, tables do not."""

_DEEPEST = 4

Matrix = Floats


@dataclass(frozen=True, slots=True)
class Drawings:
    """A page's ruled lines, the share of the page that images cover, 0 to 1, and how many boxes
    are filled."""

    rules: tuple[Rule, ...]
    images: float
    filled: int = 0


class TooManyObjectsError(Exception):
    """A page holds more than `MOST_OBJECTS` objects."""


def drawings(page: pdfium.PdfPage, frame: Frame) -> Drawings:
    """The drawings of a page.

    Raises TooManyObjectsError.
    """
    boxes: list[tuple[float, float, float, float]] = []
    covered = 0.0
    filled = 0
    width, height = frame.size
    for kind, handle, matrix in _objects(page):
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            found = _path(handle, matrix)
            boxes += found
            filled += not found
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and (box := _bounds(handle)):
            points = _moved(np.array([box[:2], box[2:]]), matrix)
            left, bottom = np.maximum(points.min(0), (frame.left, frame.bottom))
            right, top = np.minimum(points.max(0), (frame.right, frame.top))
            covered += max(0.0, right - left) * max(0.0, top - bottom)
    return Drawings(_rules(boxes, frame), min(1.0, covered / max(1.0, width * height)), filled)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, ctypes.c_void_p, Matrix]]:
    """All paths and images of the page, those in forms too, each with the matrix of its form."""
    wanted = (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM)
    seen = 0
    todo = [(page.raw, True, np.array([1.0, 0, 0, 1, 0, 0]), 0)]
    while todo:
        holder, is_page, matrix, depth = todo.pop()
        if is_page:
            count, get = pdfium_c.FPDFPage_CountObjects(holder), pdfium_c.FPDFPage_GetObject
        else:
            count, get = pdfium_c.FPDFFormObj_CountObjects(holder), pdfium_c.FPDFFormObj_GetObject
        seen += max(0, count)
        if seen > MOST_OBJECTS:
            raise TooManyObjectsError
        for i in range(count):
            item = get(holder, i)
            kind = pdfium_c.FPDFPageObj_GetType(item)
            if kind not in wanted:
                continue
            if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
                yield kind, item, matrix
            elif depth < _DEEPEST:
                todo.append((item, False, _times(_matrix(item), matrix), depth + 1))


def _path(handle: ctypes.c_void_p, matrix: Matrix) -> list[tuple[float, float, float, float]]:
    """The straight lines of a drawn path: thin rectangles as one line, others as their sides."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not (fill.value or stroke.value) or not (box := _bounds(handle)):
        return []
    if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        corners = _moved(np.array([box[:2], box[2:]]), matrix)
        return [(*corners[0].tolist(), *corners[1].tolist())]
    if not stroke.value:
        return []  # shading behind cells or text
    return _sides(handle, _times(_matrix(handle), matrix))


def _sides(handle: ctypes.c_void_p, matrix: Matrix) -> list[tuple[float, float, float, float]]:
    count = pdfium_c.FPDFPath_CountSegments(handle)
    if not 0 < count <= _MOST_SEGMENTS:
        return []
    points: list[tuple[float, float]] = []
    starts: list[int] = []
    closed: list[bool] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(handle, i)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            return []
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            starts.append(len(points))
            closed.append(False)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if closed and pdfium_c.FPDFPathSegment_GetClose(segment):
            closed[-1] = True
    moved = _moved(np.array(points), matrix).tolist()
    found = []
    for start, end, is_closed in zip(starts, [*starts[1:], len(points)], closed, strict=True):
        part = moved[start:end]
        if is_closed:
            part.append(part[0])
        found += [(*a, *b) for a, b in pairwise(part)]
    return found


def _rules(boxes: list[tuple[float, float, float, float]], frame: Frame) -> tuple[Rule, ...]:
    """The horizontal and vertical ones as rules of the page as shown."""
    if not boxes:
        return ()
    array = np.array(boxes, float)
    x, y = frame.shown(array[:, 0::2], array[:, 1::2])
    x0, x1, y0, y1 = x.min(1), x.max(1), y.min(1), y.max(1)
    wide, high = x1 - x0, y1 - y0
    straight = ((wide <= THIN) & (high >= SHORTEST)) | ((high <= THIN) & (wide >= SHORTEST))
    kept = np.stack([x0, y0, x1, y1], axis=1)[straight]
    return tuple(Rule(*row) for row in kept.tolist())


def _bounds(handle: ctypes.c_void_p) -> tuple[float, float, float, float] | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(handle, *sides):
        return None
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _matrix(handle: ctypes.c_void_p) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(handle, found):
        return np.array([1.0, 0, 0, 1, 0, 0])
    return np.array([found.a, found.b, found.c, found.d, found.e, found.f])


def _times(first: Matrix, then: Matrix) -> Matrix:
    """Both transformations, one after the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    return np.array(
        [
            a * then[0] + b * then[2],
            a * then[1] + b * then[3],
            c * then[0] + d * then[2],
            c * then[1] + d * then[3],
            e * then[0] + f * then[2] + then[4],
            e * then[1] + f * then[3] + then[5],
        ]
    )


def _moved(points: Floats, matrix: Matrix) -> Floats:
    a, b, c, d, e, f = matrix
    x, y = points[:, 0], points[:, 1]
    return np.stack([a * x + c * y + e, b * x + d * y + f], axis=1)
