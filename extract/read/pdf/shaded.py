"""Tables that shading draws: rows of filled cells, with no ruled line between them.

Only pages with many filled boxes and no ruled table come here: pdfplumber, which knows the edges of
everything that is filled, costs some fifty times what pdfium does.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pdfplumber

from extract.read.page.model import Rule


def shaded_rules(data: bytes, index: int) -> tuple[Rule, ...]:
    """The borders of the shaded cells on page `index` (from 0) of the PDF in `data`, as rules."""
    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
        page = document.pages[0]
        try:
            return tuple(
                rule
                for table in page.find_tables()
                for cell in table.cells
                for rule in _sides(cell)
            )
        finally:
            page.close()


def _sides(cell: tuple[float, float, float, float]) -> Iterator[Rule]:
    left, top, right, bottom = cell
    yield Rule(left, top, right, top)
    yield Rule(left, bottom, right, bottom)
    yield Rule(left, top, left, bottom)
    yield Rule(right, top, right, bottom)
