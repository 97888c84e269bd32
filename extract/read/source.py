"""The source document: what every reader ends in, whatever the format was."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

from extract.read.problems import shown

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch) from the top left corner of the page as shown."""

LineKind = Literal["text", "furniture", "note"]
"""`furniture`: page numbers, running heads, stamps; `note`: footnotes. Finders see only `text`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of raw text stands: on a page, or in the paragraph or cell that `path` names.

    Paths: `p12` a paragraph, `t2/r3/c1` a cell (table, row, column), `n4` a footnote, `l7` a line
    of a plain text; all count from 1.
    """

    page: int | None = None
    box: Box | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that a line stands in. `table`, `row`, `column` count from 0.

    A merged cell stands at its first row and column and says how many it covers. A table that goes
    on over pages is one table, and a row that a page break cuts is one row.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: left and right edge in points, and how sure OCR was of it, 0 to 1."""

    x0: float
    x1: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a document that has a layout: `raw[start:end]`, without its line end.

    A line of a page is what stands on one height; of a format without pages, a paragraph. `opens`
    says whether a paragraph begins with it; None leaves that to the words. `words`, if given, has
    one entry for each white-space separated word of the line.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    path: str | None = None
    cell: Cell | None = None
    kind: LineKind = "text"
    opens: bool | None = None
    level: int = 0
    bold: bool = False
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that reading made: `raw[start:end]` stands for what was recognised as `was`."""

    start: int
    end: int
    was: str
    rule: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file's raw text and where it came from.

    `raw` is the decoded text, untouched: all offsets of the dataset are code points of it. Formats
    with a layout (pages, paragraphs, tables) give `lines`, in the order of reading; every letter of
    `raw` but line ends is in one of them. Plain text and Markdown give none.
    """

    path: str
    media_type: str
    sha256: str
    size: int
    encoding: str | None
    raw: str
    lines: tuple[SourceLine, ...] = ()
    pages: int | None = None
    ocr: bool = False
    repairs: tuple[Repair, ...] = ()

    @classmethod
    def of_file(
        cls,
        path: Path,
        data: bytes,
        media_type: str,
        raw: str,
        *,
        encoding: str | None = None,
        lines: Sequence[SourceLine] = (),
        pages: int | None = None,
        ocr: bool = False,
        repairs: Sequence[Repair] = (),
    ) -> SourceDocument:
        """The document that a reader made of the file `path`, whose bytes are `data`."""
        return cls(
            path=shown(path),
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            encoding=encoding,
            raw=raw,
            lines=tuple(lines),
            pages=pages,
            ocr=ocr,
            repairs=tuple(repairs),
        )

    @property
    def layout(self) -> Layout:
        return Layout(self.raw, self.lines)


@dataclass(slots=True)
class Layout:
    """Tells where a stretch of the raw text stands. Offsets are code points of `raw`."""

    raw: str
    lines: Sequence[SourceLine] = ()
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        if self.lines:
            self._starts = [line.start for line in self.lines]
        else:
            self._starts = [0, *(i + 1 for i, c in enumerate(self.raw) if c == "\n")]

    def places(self, start: int, end: int) -> list[Place]:
        """The places of `raw[start:end]`: one for each line of a page, paragraph or cell.

        >>> Layout("I. MỤC TIÊU\\n- Trồng cây\\n").places(14, 23)
        [Place(page=None, box=None, path='l2')]
        """
        if not self.lines:
            first = bisect_right(self._starts, start)
            last = bisect_left(self._starts, end)
            return [Place(path=f"l{n}") for n in range(first, max(first, last) + 1)]
        found: list[Place] = []
        for line in self._lines(start, end):
            place = Place(line.page, _narrowed(self.raw, line, start, end), line.path)
            if not found or place != found[-1]:
                found.append(place)
        return found

    def confidence(self, start: int, end: int) -> float | None:
        """How sure OCR was of the least sure word of `raw[start:end]`; None for other text."""
        found = [
            word.confidence
            for line in self._lines(start, end)
            for word in _words(self.raw, line, start, end)
            if word.confidence is not None
        ]
        return min(found, default=None)

    def _lines(self, start: int, end: int) -> Iterator[SourceLine]:
        """The lines that share letters with `raw[start:end]`."""
        place = max(0, bisect_right(self._starts, start) - 1)
        while place < len(self.lines) and self.lines[place].start < end:
            if self.lines[place].end > start:
                yield self.lines[place]
            place += 1


def _words(raw: str, line: SourceLine, start: int, end: int) -> Sequence[Word]:
    """The words of `line` that `raw[start:end]` touches; all where it begins and ends outside."""
    if not line.words or (start <= line.start and end >= line.end):
        return line.words
    first = len(raw[line.start : max(start, line.start)].split())
    if start > line.start and not raw[start - 1].isspace() and not raw[start].isspace():
        first -= 1
    last = len(raw[line.start : min(end, line.end)].split())
    return line.words[first:last]


def _narrowed(raw: str, line: SourceLine, start: int, end: int) -> Box | None:
    """The box of `line`, narrowed to the words that `raw[start:end]` touches."""
    touched = _words(raw, line, start, end)
    if line.box is None or not touched:
        return line.box
    return (
        min(word.x0 for word in touched),
        line.box[1],
        max(word.x1 for word in touched),
        line.box[3],
    )


def check_lines(raw: str, lines: Sequence[SourceLine]) -> None:
    """Raises ValueError where `lines` are not as `SourceDocument` promises: a reader's fault."""
    for line, following in pairwise(lines):
        if following.start < line.end:
            raise ValueError(f"lines overlap at {following.start}")
    outside, place = [], 0
    for line in lines:
        outside.append(raw[place : line.start])
        place = line.end
        if line.words and len(line.words) != len(raw[line.start : line.end].split()):
            raise ValueError(f"words do not fit the line at {line.start}")
    outside.append(raw[place:])
    if "".join(outside).strip():
        raise ValueError("text outside the lines")
