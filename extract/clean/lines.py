"""Raw lines as reading characters: NFC, plain spaces, no layout marks, each with its raw place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from extract.clean.tags import BREAK, Swap, swaps

_RAW_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CLUSTER = regex.compile(r"\P{M}\p{M}*+|\p{M}++")
_PLAIN = regex.compile(r"\s*+([^\s\p{M}\p{Cf}]++(?: [^\s\p{M}\p{Cf}]++)*+)\s*+")
_RULE = re.compile(r"[\s|\-_=*~.·•─—–\\:]*|\s*\+[-=+:]+\+\s*")
_DELIMITER = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"(#{1,6})(?=[\s*\w])")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|>~])")
_MARKS = regex.compile(r"(?:\*++|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|\|)(?!\p{M})")
_STAR_BULLET = re.compile(r"\*\s+(?=\S)")
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
)
_LOST = -1
_ESCAPED = 2
_GAPS = " \t\n"


@dataclass(slots=True)
class Line:
    """One raw line that holds text. `starts[i]`, `ends[i]` bound in raw what became `text[i]`.

    A table row (`cells`) has a tab between its cells; in a `grid` each stands in its column, no
    empty one is left out. `indent` counts the spaces before the text, 0 where a tab stands there
    (`tabbed`). `opens` says whether a paragraph begins with the line, where its
    layout tells that.
    """

    number: int
    text: str
    starts: list[int]
    ends: list[int]
    level: int
    bold: bool
    hard_break: bool
    gap: bool
    cells: bool
    indent: int = 0
    opens: bool | None = None
    grid: bool = False
    tabbed: bool = False


@dataclass(slots=True)
class _Marks:
    """What of a line is no text: `drop` says so of each character, `swapped` what tags stand for.

    `bullet` is the place of a star that is an item's, `edged` a row with a pipe at its left edge;
    with `breaks` the text keeps breaks between paragraphs.
    """

    drop: bytearray
    swapped: Mapping[int, Swap]
    bullet: int = _LOST
    cells: bool = False
    edged: bool = False
    breaks: bool = False

    def any(self) -> bool:
        return self.cells or self.bullet != _LOST or bool(self.swapped) or any(self.drop)

    def escaped(self, place: int) -> bool:
        """Whether a backslash stands before `content[place]`: no other mark is dropped there."""
        return place > 0 and self.drop[place - 1] == _ESCAPED


def plain_line(content: str, offset: int, number: int) -> Line | None:
    """A line whose marks are all text: `content` stands at `offset` of the raw text."""
    if _RULE.fullmatch(content):
        return None
    text, starts, ends = _characters(content, offset, _Marks(bytearray(len(content)), {}))
    if not text:
        return None
    return Line(
        number=number,
        text=text,
        starts=starts,
        ends=ends,
        level=0,
        bold=False,
        hard_break=False,
        gap=False,
        cells=False,
    )


def lines(raw: str, start: int = 0, end: int | None = None, first: int = 0) -> Iterator[Line]:
    """The lines of `raw[start:end]` that hold text, top to bottom; layout rules and blank lines are
    left out. `first` is the number of the first line."""
    found = [
        (match.start(), match.group().rstrip("\r\n"))
        for match in _RAW_LINE.finditer(raw, start, len(raw) if end is None else end)
    ]
    rows = _rows([content for _, content in found])
    gap = False
    for number, (offset, content) in enumerate(found):
        if _RULE.fullmatch(content):
            gap = True
            continue
        line = marked_line(content, offset, first + number, gap, cells=number in rows)
        if line.text:
            yield line
        gap = not line.text


def _rows(contents: Sequence[str]) -> set[int]:
    """The lines that are rows of a table with a delimiter row, with or without pipes at its edges
    (GitHub Flavored Markdown, section 4.10)."""
    rows: set[int] = set()
    for i, content in enumerate(contents):
        if i == 0 or "-" not in content or "|" not in content or not _DELIMITER.fullmatch(content):
            continue
        if not _PIPE.search(contents[i - 1]) or _RULE.fullmatch(contents[i - 1]):
            continue
        rows.add(i - 1)
        for below in range(i + 1, len(contents)):
            if below in rows or not _PIPE.search(contents[below]):
                break
            rows.add(below)
    return rows


def marked_line(
    content: str,
    offset: int,
    number: int,
    gap: bool,
    *,
    cells: bool = False,
    paragraphs: bool = False,
) -> Line:
    """A line with the marks of Markdown and tags left out: `content` stands at `offset` of the raw
    text. With `cells` it is a row of a table, even without pipes at its edges; with `paragraphs` it
    is one cell, which may have several."""
    stripped = content.strip()
    drop = bytearray(len(content))
    level = 0
    heading = _HEADING.match(content, _indent(content))
    if heading:
        level = len(heading.group(1))
        _mark(drop, heading)
    bold = stripped.lstrip("#* ").endswith("**") or "**" in stripped[:8]
    bullet = _STAR_BULLET.match(content, _indent(content))
    keep = bullet.start() if bullet and not stripped.endswith("*") else _LOST
    if "\\" in content:
        for escape in _ESCAPE.finditer(content):
            drop[escape.start()] = _ESCAPED
    swapped = swaps(content) if "<" in content or "&" in content else {}
    edged = stripped.startswith("|")
    cells = cells or (edged and len(_PIPE.findall(stripped)) > 2)
    for mark in _MARKS.finditer(content):
        escaped = mark.start() and drop[mark.start() - 1]
        if mark.start() == keep or escaped or (cells and mark.group() == "|"):
            continue
        _mark(drop, mark)
    marks = _Marks(drop, swapped, keep, cells, edged, breaks=cells or paragraphs)
    text, starts, ends = _characters(content, offset, marks)
    return Line(
        number=number,
        text=text,
        starts=starts,
        ends=ends,
        level=level,
        bold=bold,
        hard_break=content.endswith("  ") and bool(stripped),
        gap=gap,
        cells=cells,
        grid=cells,
        tabbed="\t" in content[: _indent(content)],
        indent=0 if "\t" in content[: _indent(content)] else _indent(content),
    )


def _indent(content: str) -> int:
    return len(content) - len(content.lstrip())


def _mark(drop: bytearray, match: re.Match[str] | regex.Match[str]) -> None:
    for i in range(match.start(), match.end()):
        drop[i] = 1


def _characters(content: str, offset: int, marks: _Marks) -> tuple[str, list[int], list[int]]:
    """Clusters of `content` in NFC, white space collapsed, dropped marks left out."""
    plain = None if marks.any() else _PLAIN.fullmatch(content)
    if plain and unicodedata.is_normalized("NFC", content):  # most lines: a letter is a cluster
        first, last = offset + plain.start(1), offset + plain.end(1)
        return plain.group(1), list(range(first, last)), list(range(first + 1, last + 1))
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    border = marks.edged
    swapped_to = 0
    for start, end, cluster in _clusters(content):
        if start < swapped_to or marks.drop[start] or cluster in _INVISIBLE:
            continue
        if swap := marks.swapped.get(start):
            swapped_to = end = swap.end
            cluster = swap.text
        if not cluster:
            continue
        if cluster.isspace():
            if not text or text[-1] in _GAPS:
                continue
            cluster = BREAK if swap and cluster == BREAK and marks.breaks else " "
        elif marks.cells and cluster == "|" and not marks.escaped(start):
            if border:  # the row's own edge
                border = False
                continue
            cluster = "\t"
        elif start == marks.bullet:
            cluster = "-"
        for letter in cluster:
            text.append(letter)
            starts.append(offset + start)
            ends.append(offset + end)
    while text and text[-1] in _GAPS:
        text.pop()
        starts.pop()
        ends.pop()
    return "".join(text), starts, ends


def _clusters(content: str) -> Iterator[tuple[int, int, str]]:
    if unicodedata.is_normalized("NFC", content):
        for i, letter in enumerate(content):
            yield i, i + 1, letter
        return
    for match in _CLUSTER.finditer(content):
        yield match.start(), match.end(), unicodedata.normalize("NFC", match.group())
