"""Tells text from what only looks like it: stamps, signatures, dirt, the page's edges."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.ocr.words import ReadLine


def without_noise(lines: Sequence[ReadLine], size: tuple[int, int]) -> list[ReadLine]:
    """The lines that are text; `size` is the image's, in pixels."""
    return list(lines)
