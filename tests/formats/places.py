"""Whether what a span says of its place is so: the page's own letters within the box (pdfium may
give them in another order), the text of the paragraph or cell that the path names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium

from extract.check.spans import _spans
from extract.read.source import SourceDocument
from schemas.plan import Plan
from schemas.span import Span

_MARGIN = 1.0  # points around a box


def misplaced(plan: Plan, source: SourceDocument, path: Path) -> list[str]:
    """One line for each span of the plan whose places do not hold its text; empty when all do."""
    pages = _Pages(path) if source.pages and path.suffix == ".pdf" else None
    try:
        return [
            f"{record}: {fault}"
            for record, span, _ in _spans(plan)
            if record != "document" and span.end > span.start
            for fault in _faults(span, source, pages)
        ]
    finally:
        if pages:
            pages.close()


def _faults(span: Span, source: SourceDocument, pages: _Pages | None) -> Iterator[str]:
    quote = source.raw[span.start : span.end]
    if not span.places:
        yield "has no place"
    elif pages:
        if any(place.page is None or place.box is None for place in span.places):
            yield "has a place without page or box"
            return
        there = "".join(pages.text(place.page, place.box) for place in span.places)
        if lost := Counter(_squeezed(quote)) - Counter(_squeezed(there)):
            yield f"{quote!r} is not in its boxes, which hold {there!r}; lost: {''.join(lost)}"
    elif any(place.path is None for place in span.places):
        yield "has a place without a path"
    elif source.lines:
        named = {place.path for place in span.places}
        there = "".join(
            source.raw[line.start : line.end] for line in source.lines if line.path in named
        )
        if _squeezed(quote) not in _squeezed(there):
            yield f"{quote!r} is not in {sorted(map(str, named))}, which hold {there!r}"


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


class _Pages:
    """The text of a PDF's pages, cut out by pdfium, which the reader's boxes must agree with."""

    def __init__(self, path: Path) -> None:
        self._document = pdfium.PdfDocument(path)
        self._texts: dict[int, tuple[pdfium.PdfTextPage, float]] = {}

    def text(self, number: int | None, box: tuple[float, float, float, float] | None) -> str:
        assert number is not None
        assert box is not None
        if number not in self._texts:
            page = self._document[number - 1]
            self._texts[number] = page.get_textpage(), page.get_height()
        text, height = self._texts[number]
        left, top, right, bottom = box
        found: str = text.get_text_bounded(
            left=left - _MARGIN,
            bottom=height - bottom - _MARGIN,
            right=right + _MARGIN,
            top=height - top + _MARGIN,
        )
        return found.replace("\x02", "-")  # pdfium's own sign for a hyphen at a line's end

    def close(self) -> None:
        for text, _ in self._texts.values():
            text.close()
        self._document.close()
