"""Reads page images: from pixels to the lines of a page, in points."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from PIL import Image

from extract.read.ocr.hocr import read_hocr
from extract.read.ocr.noise import without_noise
from extract.read.ocr.prepare import Sheet, prepared, upright
from extract.read.ocr.tesseract import hocr, orientation
from extract.read.ocr.words import ReadLine, ReadWord
from extract.read.page.model import Page, TextLine
from extract.read.sandbox.pulse import beat

AT_ONCE = min(2, os.cpu_count() or 1)
"""Pages that are read at the same time, each by a process of its own."""

POOR = 0.6
"""A page of which the words are less sure than this on average may stand on its side."""


def recognise(path: Path, images: Iterable[Image.Image]) -> list[Page]:
    """The pages that `images` show, numbered from 1, in the order of `images`.

    `info["dpi"]` of an image tells its resolution; without it, it is taken to be a sheet of A4.
    `path` only names the file in errors. Each word of a line is a `ReadWord`; composed pages are
    put right by `extract.read.ocr.repair`.

    Raises:
        ToolMissingError: Tesseract or its Vietnamese data is not installed.
        ReadError: `too_slow`, `tool_failed`.
    """
    pages: list[Page] = []
    for page in _in_turn(lambda image: _page(path, image), images):
        pages.append(replace(page, number=len(pages) + 1))
        beat()
    return pages


def _in_turn(work: Callable[[Image.Image], Page], images: Iterable[Image.Image]) -> Iterator[Page]:
    """The results in order; no more than `AT_ONCE` images are held, each taken when it is due."""
    waiting: deque[Future[Page]] = deque()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for image in images:
                waiting.append(pool.submit(work, image))
                del image
                if len(waiting) >= AT_ONCE:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _page(path: Path, image: Image.Image) -> Page:
    sheet = prepared(image)
    lines = read_hocr(hocr(path, sheet.image))
    if _poor(lines) and (turn := orientation(path, sheet.image)):
        sheet = upright(image, turn)
        lines = read_hocr(hocr(path, sheet.image))
    kept = without_noise(lines, sheet.image.size)
    return Page(1, *sheet.size, tuple(_text_line(line, sheet) for line in kept))


def _poor(lines: list[ReadLine]) -> bool:
    sure = [word.confidence or 0.0 for line in lines for word in line.words]
    return not sure or sum(sure) / len(sure) < POOR


def _text_line(line: ReadLine, sheet: Sheet) -> TextLine:
    """In points: where words stand on the straightened sheet, and (`ReadWord.box`) as shown."""
    words = tuple(_in_points(word, sheet) for word in line.words)
    x0, y0, x1, y1 = (place * sheet.scale for place in line.box)
    return TextLine(" ".join(word.text for word in line.words), (x0, y0, x1, y1), words)


def _in_points(word: ReadWord, sheet: Sheet) -> ReadWord:
    return replace(
        word,
        x0=word.x0 * sheet.scale,
        x1=word.x1 * sheet.scale,
        box=sheet.shown(word.box),
    )
