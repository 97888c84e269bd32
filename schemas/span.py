"""Where a value was read."""

from __future__ import annotations

from pydantic import Field, model_validator

from schemas.base import Model


class Span(Model):
    """A stretch of the raw text, in code points, `raw[start:end]`.

    `quote_prefix` and `quote_suffix` are up to 32 code points of raw text before and after it, so
    that the place can be found again in a text that was edited (W3C Web Annotation,
    TextQuoteSelector).
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote_prefix: str = ""
    quote_suffix: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"span ends before it starts: {self.start}-{self.end}")
        return self
