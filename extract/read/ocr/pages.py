"""Reads page images: from pixels to the lines of a page, in points."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PIL import Image

from extract.read.ocr.hocr import read_hocr
from extract.read.ocr.noise import without_noise
from extract.read.ocr.prepare import Sheet, prepared
from extract.read.ocr.rules import bars
from extract.read.ocr.sides import sides
from extract.read.ocr.tables import PartImage, apart, cut_out
from extract.read.ocr.tesseract import ONE_BLOCK, ONE_LINE, WHOLE_PAGE, hocr, orientation
from extract.read.ocr.vote import SMALLER, scaled, voted
from extract.read.ocr.words import ReadLine, ReadWord
from extract.read.page.model import Page, Rule, TextLine
from extract.read.sandbox.pulse import beat

AT_ONCE = min(2, os.cpu_count() or 1)
"""Pages that are read at the same time, each by a process of its own."""

_BEAT = 20.0
"""Seconds between two signs of life."""

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
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()


def _result(future: Future[Page]) -> Page:
    """The page, with signs of life while Tesseract, which has a time limit, is at work."""
    while True:
        beat()
        with suppress(TimeoutError):
            return future.result(timeout=_BEAT)


def _page(path: Path, image: Image.Image) -> Page:
    sheet = prepared(image)
    lines, rules = _read(path, sheet)
    if _poor(lines) and (turn := orientation(path, sheet.image)):
        sheet = prepared(image, turn)
        lines, rules = _read(path, sheet)
    return Page(1, *sheet.size, tuple(_text_line(line, sheet) for line in lines), rules)


def _read(path: Path, sheet: Sheet) -> tuple[list[ReadLine], tuple[Rule, ...]]:
    """The lines of a sheet, those of texts side by side and those in the cells of tables each by
    itself, and the tables' rules."""
    cut = cut_out(sheet.image, bars(sheet.image), sheet.scale)
    page, beside = apart(cut.page, sides(sheet.image))
    (found,) = _looked_at(path, [page], WHOLE_PAGE)
    lines = without_noise(found) + _in_parts(path, beside, ONE_BLOCK)
    for mode in (ONE_LINE, ONE_BLOCK):
        cells = [cell for cell in cut.cells if cell.one_line == (mode == ONE_LINE)]
        lines += _in_parts(path, cells, mode, in_cell=True)
    return lines, cut.rules


def _in_parts(
    path: Path, parts: Sequence[PartImage], mode: int, in_cell: bool = False
) -> list[ReadLine]:
    """The lines of parts of a page, where they stand on it."""
    told = _looked_at(path, [part.image for part in parts], mode)
    return [
        line
        for part, found in zip(parts, told, strict=True)
        for line in part.placed(without_noise(found, in_cell))
    ]


def _looked_at(path: Path, images: Sequence[Image.Image], mode: int) -> list[list[ReadLine]]:
    """The lines of each image, looked at twice: as it is and a little smaller."""
    if not images:
        return []
    smaller = [
        image.resize(
            (max(1, round(image.width * SMALLER)), max(1, round(image.height * SMALLER))),
            Image.Resampling.LANCZOS,
        )
        for image in images
    ]
    first, second = (_all(hocr(path, seen, mode), len(images)) for seen in (images, smaller))
    return [
        voted(lines, scaled(others, 1 / SMALLER))
        for lines, others in zip(first, second, strict=True)
    ]


def _all(data: bytes, number: int) -> list[list[ReadLine]]:
    """The lines of each of so many images, also where the hOCR of some is missing."""
    found = read_hocr(data)[:number]
    return found + [[] for _ in range(number - len(found))]


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
