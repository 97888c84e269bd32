"""Pages as images, for OCR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from extract.read.page.model import Page
from extract.read.pdf.document import opened_page
from extract.read.problems import problem

DPI = 300
"""What Tesseract's Vietnamese model was made for."""

_MOST_PIXELS = 60_000_000
"""An A2 page at `DPI`; larger ones are rendered more coarsely."""


def recognised(document: pdfium.PdfDocument, indices: Sequence[int], path: Path) -> list[Page]:
    """The pages at `indices` (from 0), read by OCR.

    Raises:
        ToolMissingError: the OCR program is not installed.
        ReadError: `tool_failed`, `damaged`.
    """
    from extract.read.ocr import recognise

    pages = recognise(path, images(document, indices, path))
    return [replace(page, number=i + 1) for i, page in zip(indices, pages, strict=True)]


def images(
    document: pdfium.PdfDocument, indices: Sequence[int], path: Path
) -> Iterator[Image.Image]:
    """The pages as shown, one at a time, in colour, which tells stamps; `info["dpi"]` tells
    their resolution.

    Raises:
        ReadError: `damaged`.
    """
    for index in indices:
        with opened_page(document, index, path) as page:
            scale = DPI / 72
            width, height = page.get_size()
            if width * height * scale**2 > _MOST_PIXELS:
                scale = (_MOST_PIXELS / (width * height)) ** 0.5
            try:
                image: Image.Image = page.render(scale=scale).to_pil()
            except (pdfium.PdfiumError, ValueError, MemoryError):
                raise problem("damaged", path, reason=f"page {index + 1}") from None
            image.info["dpi"] = (scale * 72, scale * 72)
        yield image
