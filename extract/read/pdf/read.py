"""The PDF reader: text layers where they are good, OCR where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium

from extract.read.page import Page, compose
from extract.read.page.grid import grids
from extract.read.pdf.document import opened, opened_page
from extract.read.pdf.drawings import TooManyObjectsError, drawings
from extract.read.pdf.encodings import in_unicode, text_of_page
from extract.read.pdf.frame import Frame, frame, moved, reading_frame
from extract.read.pdf.health import text_is_healthy
from extract.read.pdf.lines import text_lines, text_of
from extract.read.problems import problem
from extract.read.sandbox.pulse import beat
from extract.read.source import Repair, SourceDocument, SourceLine

SCAN = 0.5
"""A page without much text of which images cover this share is a scan."""

FEWEST, MOST = 6, 3_000
"""Filled boxes of a table that only shading draws: two rows of three cells; more is a drawing."""

FEW_LETTERS = 200
"""On a scanned page: no more than the stamp of a digital signature has."""


def read_pdf(path: Path, data: bytes) -> SourceDocument:
    """The text of a PDF, its pages composed; pages without a good text layer are read by OCR.

    Raises:
        ReadError: `encrypted`, `damaged`, `too_many_pages`, `too_complex`, `no_text`.
        ToolMissingError: OCR is needed and not installed.
    """
    with opened(path, data) as document:
        sheets: list[_Sheet] = []
        for index in range(len(document)):
            sheets.append(_sheet(document, data, index, path))
            beat()
        pages = in_unicode([sheet.page for sheet in sheets])
        scans = [i for i, sheet in enumerate(sheets) if sheet.is_scan]
        bad = sorted({*scans, *_broken(pages)})
        if bad:
            from extract.read.pdf.scans import recognised

            for index, page in zip(bad, recognised(document, bad, path), strict=True):
                pages[index] = page
                sheets[index] = replace(sheets[index], reading=sheets[index].shown)
    raw, lines = compose(pages)
    if any(sheet.reading is not sheet.shown for sheet in sheets):
        lines = tuple(_as_shown(line, sheets) for line in lines)
    repairs: tuple[Repair, ...] = ()
    if bad:
        from extract.read.ocr.repair import repaired

        raw, lines, repairs = repaired(raw, lines)
    if not raw.strip():
        raise problem("no_text", path)
    return SourceDocument.of_file(
        path,
        data,
        "application/pdf",
        raw,
        lines=lines,
        pages=len(pages),
        ocr=bool(bad),
        repairs=repairs,
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in the frame in which its text is upright, and the one in which it is shown."""

    page: Page
    reading: Frame
    shown: Frame
    images: float

    @property
    def is_scan(self) -> bool:
        letters = sum(len(line.text) for line in self.page.lines)
        return (letters < FEW_LETTERS and self.images > SCAN) or (
            not letters and self.images > 0.05
        )


def _sheet(document: pdfium.PdfDocument, data: bytes, index: int, path: Path) -> _Sheet:
    with opened_page(document, index, path) as page:
        shown_frame = frame(page)
        with text_of(page) as text_page:
            reading = reading_frame(text_page, shown_frame)
            try:
                drawn = drawings(page, reading)
            except TooManyObjectsError:
                raise problem("too_complex", path, reason=f"page {index + 1}") from None
            rules = drawn.rules
            if reading is shown_frame and FEWEST <= drawn.filled <= MOST and not grids(rules):
                from extract.read.pdf.shaded import shaded_rules

                rules += shaded_rules(data, index)
            lines = text_lines(text_page, reading, rules)
    return _Sheet(
        Page(index + 1, *reading.size, tuple(lines), rules),
        reading,
        shown_frame,
        drawn.images,
    )


def _as_shown(line: SourceLine, sheets: Sequence[_Sheet]) -> SourceLine:
    """The line with its box on the page as shown; words of a line that runs up or down have no
    left and right edges."""
    sheet = sheets[(line.page or 1) - 1]
    if sheet.reading is sheet.shown or line.box is None:
        return line
    return replace(line, box=moved(line.box, sheet.reading, sheet.shown), words=())


def _broken(pages: list[Page]) -> list[int]:
    """The pages whose text layer is damaged; one too short to tell goes with most of the others."""
    texts = [text_of_page(page) for page in pages]
    health = [text_is_healthy(text) for text in texts]
    if health.count(False) > health.count(True) or not any(health):
        whole = text_is_healthy("\n".join(texts)) if not any(health) else False
        health = [whole if good is None else good for good in health]
    return [i for i, good in enumerate(health) if good is False and texts[i].strip()]
