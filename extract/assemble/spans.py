"""Spans of the dataset from places in the reading text."""

from __future__ import annotations

from extract.clean.text import ReadingText
from schemas.span import Place, Span

_TRAILING = " ;.,:-–/"


def span(reading: ReadingText, start: int, end: int) -> Span:
    """The raw span of `reading.text[start:end]`, with its context."""
    raw_start, raw_end = reading.raw_span(start, end)
    prefix, suffix = reading.context(raw_start, raw_end)
    return Span(
        start=raw_start,
        end=raw_end,
        quote_prefix=prefix,
        quote_suffix=suffix,
        places=[
            Place(page=place.page, box=place.box, path=place.path)
            for place in reading.layout.places(raw_start, raw_end)
        ],
        confidence=reading.layout.confidence(raw_start, raw_end),
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` without white space around and the punctuation that ends an item.

    "…" and "..." belong to the sentence when it trails off, and stay.

    >>> trim("Xây dựng kế hoạch;", 0, 18)
    (0, 17)
    """
    while start < end and text[start].isspace():
        start += 1
    if text[:end].endswith("..."):
        return start, end
    while start < end and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
