"""Reading text: what the finders see, with a map back to the raw text.

The reading text is NFC, unwrapped and free of layout marks. Every one of its characters knows the
stretch of raw text that it came from, so a span found in it can be given in raw offsets, and the
raw letters (also when they are not NFC) can be quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.read.source import Layout

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item or table cell: `reading.text[start:end]`.

    `level` is the Markdown heading level (0 where there is none); `line` the number of the raw line
    it starts on, from 0; `gap` whether a blank line stands before it; `grid` whether it is the row
    of a table whose cells surely stand in their columns.
    """

    start: int
    end: int
    text: str
    line: int = 0
    level: int = 0
    bold: bool = False
    gap: bool = False
    grid: bool = False


@dataclass(slots=True)
class ReadingText:
    """The text that finders read. `starts[i]` and `ends[i]` bound in raw what became `text[i]`.

    Offsets named `start` and `end` are code points of `text`; those of `raw_span` are code points
    of `raw`.
    """

    raw: str
    layout: Layout
    text: str
    starts: list[int]
    ends: list[int]
    blocks: list[Block]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of `text[start:end]`; an empty stretch maps to an empty one."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.raw)
            return place, place
        first, last = self.starts[start], self.ends[end - 1]
        if last < first:  # a row whose last cell is merged with those above
            return min(self.starts[start:end]), max(self.ends[start:end])
        return first, last

    def quote(self, start: int, end: int) -> str:
        """`text[start:end]` in the letters of the raw text, white space collapsed."""
        if start >= end:
            return ""
        raw = self.raw[self.starts[start] : self.ends[end - 1]]
        return raw if raw == self.text[start:end] else "".join(self._letters(start, end))

    def _letters(self, start: int, end: int) -> Iterator[str]:
        before = -1
        for i in range(start, end):
            if self.text[i].isspace():
                yield " "
            elif self.starts[i] != before:  # one raw cluster may give two letters
                yield self.raw[self.starts[i] : self.ends[i]]
                before = self.starts[i]

    def context(self, start: int, end: int) -> tuple[str, str]:
        """Up to 32 code points of raw text before and after the raw span `start` to `end`."""
        return self.raw[max(0, start - CONTEXT) : start], self.raw[end : end + CONTEXT]
