"""Scans: the pages of a PDF as images, a little askew and noisy, in a PDF, TIFF or PNG."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

DPI = 200
_ANGLE = 0.4  # degrees
_NOISE = 6  # of 255
_QUALITY = 75


def scanned(path: Path, *, dpi: int = DPI) -> Iterator[Image.Image]:
    """The pages of the PDF at `path`, as an office scanner gives them: grey, turned, noisy."""
    noise = np.random.default_rng(seed=1976)
    document = pdfium.PdfDocument(path)
    try:
        for page in document:
            clean = page.render(scale=dpi / 72).to_pil().convert("L")
            page.close()
            turned = clean.rotate(_ANGLE, Image.Resampling.BICUBIC, fillcolor=255)
            grey = np.asarray(turned, dtype=float)
            grey = 12 + grey * 0.93 + noise.normal(0, _NOISE, grey.shape)
            yield _as_jpeg(Image.fromarray(grey.clip(0, 255).astype(np.uint8)), dpi)
    finally:
        document.close()


def _as_jpeg(image: Image.Image, dpi: int) -> Image.Image:
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=_QUALITY, dpi=(dpi, dpi))
    return Image.open(kept)


def save_pdf(pages: Sequence[Image.Image], path: Path, *, dpi: int = DPI) -> None:
    """A PDF of images without any text."""
    first, *others = pages
    first.save(path, "PDF", save_all=True, append_images=others, resolution=dpi, quality=_QUALITY)


def save_tiff(pages: Sequence[Image.Image], path: Path, *, dpi: int = DPI) -> None:
    """A TIFF of several pages, as fax programs write it."""
    first, *others = pages
    first.save(
        path, "TIFF", save_all=True, append_images=others, dpi=(dpi, dpi), compression="jpeg"
    )


def save_page(page: Image.Image, path: Path, *, dpi: int = DPI) -> None:
    """One page as PNG or JPEG, which the suffix tells."""
    page.save(path, dpi=(dpi, dpi))
