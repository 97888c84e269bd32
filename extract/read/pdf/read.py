"""The PDF reader: text layers where they are good, OCR where they are not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pypdfium2 as pdfium

from extract.read.page import Page, compose
from extract.read.pdf.document import opened, opened_page
from extract.read.pdf.drawings import Drawings, TooManyObjectsError, drawings
from extract.read.pdf.frame import frame
from extract.read.pdf.health import text_is_healthy
from extract.read.pdf.lines import text_lines
from extract.read.problems import problem, shown
from extract.read.sandbox.pulse import beat
from extract.read.source import Repair, SourceDocument

SCAN = 0.5
"""A page without much text of which images cover this share is a scan."""

FEW_LETTERS = 200
"""On a scanned page: no more than the stamp of a digital signature has."""


def read_pdf(path: Path, data: bytes) -> SourceDocument:
    """The text of a PDF, its pages composed; pages without a good text layer are read by OCR.

    Raises:
        ReadError: `encrypted`, `damaged`, `too_many_pages`, `too_complex`, `no_text`.
        ToolMissingError: OCR is needed and not installed.
    """
    with opened(path, data) as document:
        pages: list[Page] = []
        scans: list[int] = []
        for index in range(len(document)):
            page, drawn = _page(document, index, path)
            pages.append(page)
            if _is_scan(page, drawn):
                scans.append(index)
            beat()
        bad = sorted({*scans, *_broken(pages)})
        if bad:
            from extract.read.pdf.scans import recognised

            for index, page in zip(bad, recognised(document, bad, path), strict=True):
                pages[index] = page
    raw, lines = compose(pages)
    repairs: tuple[Repair, ...] = ()
    if bad:
        from extract.read.ocr.repair import repaired

        raw, lines, repairs = repaired(raw, lines)
    if not raw.strip():
        raise problem("no_text", path)
    return SourceDocument(
        path=shown(path),
        media_type="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=None,
        raw=raw,
        lines=lines,
        pages=len(pages),
        ocr=bool(bad),
        repairs=repairs,
    )


def _page(document: pdfium.PdfDocument, index: int, path: Path) -> tuple[Page, Drawings]:
    with opened_page(document, index, path) as page:
        shape = frame(page)
        try:
            drawn = drawings(page, shape)
        except TooManyObjectsError:
            raise problem("too_complex", path, reason=f"page {index + 1}") from None
        lines = text_lines(page, shape, drawn.rules)
        return Page(index + 1, *shape.size, tuple(lines), drawn.rules), drawn


def _is_scan(page: Page, drawn: Drawings) -> bool:
    letters = sum(len(line.text) for line in page.lines)
    return (letters < FEW_LETTERS and drawn.images > SCAN) or (not letters and drawn.images > 0.05)


def _broken(pages: list[Page]) -> list[int]:
    """The pages whose text layer is damaged; one too short to tell goes with most of the others."""
    texts = ["\n".join(line.text for line in page.lines) for page in pages]
    health = [text_is_healthy(text) for text in texts]
    if health.count(False) > health.count(True) or not any(health):
        whole = text_is_healthy("\n".join(texts)) if not any(health) else False
        health = [whole if good is None else good for good in health]
    return [i for i, good in enumerate(health) if good is False and texts[i].strip()]
