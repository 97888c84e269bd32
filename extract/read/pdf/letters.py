"""The letters of a page and where they stand, read from pdfium with few calls for each word.

A call into pdfium costs about as much as reading 50 letters of text, so only the first and the last
letter of each word are asked for their places, all in one sweep.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.read.pdf.frame import Floats, Frame

Places = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

_SWEEP_CALL = ctypes.CFUNCTYPE(ctypes.c_int)
"""Without argument types ctypes calls thrice as fast; what is passed below has the right ones."""

_BOX_OF = ctypes.cast(pdfium_c.FPDFText_GetLooseCharBox, _SWEEP_CALL)
_ORIGIN_OF = ctypes.cast(pdfium_c.FPDFText_GetCharOrigin, _SWEEP_CALL)

_WORD = re.compile(r"[^\s\x00]+")
_LINE_END = re.compile("\n")
_JUMP = 0.5
"""Points."""

_NARROW = 1.2
"""Points: no space is narrower."""

_SWEEP = 4096
_BOXES = (pdfium_c.FS_RECTF * _SWEEP)()
_POINTS = (ctypes.c_double * (2 * _SWEEP))()
_BOX_SLOTS = [ctypes.byref(_BOXES[i]) for i in range(_SWEEP)]
_X_SLOTS = [ctypes.byref(ctypes.c_double.from_buffer(_POINTS, 16 * i)) for i in range(_SWEEP)]
_Y_SLOTS = [ctypes.byref(ctypes.c_double.from_buffer(_POINTS, 16 * i + 8)) for i in range(_SWEEP)]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page in the file's order, one entry of each array for each.

    `left`, `right` are their edges and `base` the height of their base line, in points from the top
    left corner of the page as shown; `line` numbers the lines that pdfium found; `first` is the
    index of the first letter, for calls to pdfium. `spaces` tells where the space begins that the
    file has before each word, NaN where it has none and only moves on.
    """

    texts: Sequence[str]
    left: Floats
    right: Floats
    base: Floats
    line: Places
    first: Places
    spaces: Callable[[], Floats]


def page_text(text_page: pdfium.PdfTextPage) -> str:
    """The page's text, one character for each that pdfium counts."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range()
    if len(text) == count:
        return text
    # characters without Unicode are counted, but are no part of the text
    codes = map(pdfium_c.FPDFText_GetUnicode, repeat(text_page.raw), range(count))
    return "".join(
        chr(c) if c and not 0xD800 <= c < 0xE000 and c < 0x110000 else "\ufffd" for c in codes
    )


def page_words(text_page: pdfium.PdfTextPage, text: str, frame: Frame) -> Words:
    """The words of the page whose text is `text`."""
    spans = [match.span() for match in _WORD.finditer(text)]
    first = np.array([a for a, _ in spans], np.int64)
    last = np.array([b - 1 for _, b in spans], np.int64)
    left, right = _edges(text_page, first, last, frame)
    jumping = right[:, 1] < right[:, 0] - _JUMP
    if jumping.any():
        first, last = _letter_by_letter(first, last, jumping)
        left, right = _edges(text_page, first, last, frame)
    base_x, base_y = _origins(text_page, first.tolist())
    _, base = frame.shown(base_x, base_y)
    line_ends = np.array([match.start() for match in _LINE_END.finditer(text)], np.int64)
    return Words(
        [text[a : b + 1] for a, b in zip(first.tolist(), last.tolist(), strict=True)],
        left.min(axis=1),
        right.max(axis=1),
        base,
        np.searchsorted(line_ends, first),
        first,
        lambda: _spaces(text_page, text, first, left[:, 0], frame),
    )


def _spaces(
    text_page: pdfium.PdfTextPage, text: str, first: Places, left: Floats, frame: Frame
) -> Floats:
    """Where the space before each word begins, which itself begins at `left`.

    pdfium writes a space of its own, without a width, where a text object begins or ends. Where the
    object begins or ends with a space itself, that one is swallowed, and pdfium's has its place.
    """
    before = [i - 1 if i and text[i - 1] in " \xa0" else i for i in first.tolist()]
    places, _ = _across(_boxes(text_page, before), frame)
    real = (np.array(before) != first) & (np.abs(places - left) > _NARROW)
    return np.where(real, places, np.nan)


def _letter_by_letter(first: Places, last: Places, jumping: Flags) -> tuple[Places, Places]:
    """The same words, the letters of those apart that end left of where they begin: they are no
    words, but letters of different places that follow each other in the file."""
    counts = np.where(jumping, last - first + 1, 1)
    word = np.repeat(np.arange(len(first)), counts)
    within = np.arange(len(word)) - np.repeat(np.cumsum(counts) - counts, counts)
    begin = first[word] + within
    return begin, np.where(jumping[word], begin, last[word])


def _edges(
    text_page: pdfium.PdfTextPage, first: Places, last: Places, frame: Frame
) -> tuple[Floats, Floats]:
    """The left and the right edges of the first and the last letter of each word."""
    letters = np.stack([first, last], axis=1).ravel().tolist()
    left, right = _across(_boxes(text_page, letters), frame)
    return left.reshape(-1, 2), right.reshape(-1, 2)


def _across(boxes: Floats, frame: Frame) -> tuple[Floats, Floats]:
    """The left and the right edges of boxes, on the page as shown."""
    one, _ = frame.shown(boxes[:, 0], boxes[:, 3])
    other, _ = frame.shown(boxes[:, 2], boxes[:, 1])
    return np.minimum(one, other), np.maximum(one, other)


def _boxes(text_page: pdfium.PdfTextPage, indices: Sequence[int]) -> Floats:
    """Left, top, right, bottom of the letters, the full advance of each, in the file's points."""
    found = []
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p)
    for start in range(0, len(indices), _SWEEP):
        some = indices[start : start + _SWEEP]
        deque(map(_BOX_OF, repeat(handle), some, _BOX_SLOTS), maxlen=0)
        found.append(
            np.frombuffer(memoryview(_BOXES).cast("B"), np.float32)
            .reshape(-1, 4)[: len(some)]
            .astype(float)
        )
    return np.concatenate(found) if found else np.zeros((0, 4))


def _origins(text_page: pdfium.PdfTextPage, indices: Sequence[int]) -> tuple[Floats, Floats]:
    """Where the letters stand on their base line, in the file's points."""
    found = []
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p)
    for start in range(0, len(indices), _SWEEP):
        some = indices[start : start + _SWEEP]
        deque(map(_ORIGIN_OF, repeat(handle), some, _X_SLOTS, _Y_SLOTS), maxlen=0)
        found.append(
            np.frombuffer(memoryview(_POINTS).cast("B"), np.float64)
            .reshape(-1, 2)[: len(some)]
            .copy()
        )
    points = np.concatenate(found) if found else np.zeros((0, 2))
    return points[:, 0], points[:, 1]
