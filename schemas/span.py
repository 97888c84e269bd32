"""Where a value was read."""

from __future__ import annotations

from pydantic import Field, model_validator

from schemas.base import Model


class Place(Model):
    """Where a stretch of text stands in the file.

    `page` counts from 1; `box` is left, top, right, bottom in points (1/72 inch) from the page's
    top left corner. Formats without pages have a `path`: `p12` a paragraph, `t2/r3/c1` a cell
    (table, row, column), `l7` a line of a plain text; all count from 1.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None


class Span(Model):
    """A stretch of the raw text, in code points, `raw[start:end]`.

    `quote_prefix` and `quote_suffix` are up to 32 code points of raw text before and after it, so
    that the place can be found again in a text that was edited (W3C Web Annotation,
    TextQuoteSelector). `places` has one entry for each line, paragraph or cell that it touches.
    `confidence`, 0 to 1, is how sure OCR was of the least sure word; null for text that was not
    recognised.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote_prefix: str = ""
    quote_suffix: str = ""
    places: list[Place] = Field(default_factory=list)
    confidence: float | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"span ends before it starts: {self.start}-{self.end}")
        return self
