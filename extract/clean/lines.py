"""Raw lines as reading characters: NFC, plain spaces, no layout marks, each with its raw place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

_RAW_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CLUSTER = regex.compile(r"\P{M}\p{M}*+|\p{M}++")
_PLAIN = regex.compile(r"\s*+([^\s\p{M}\p{Cf}]++(?: [^\s\p{M}\p{Cf}]++)*+)\s*+")
_RULE = re.compile(r"[\s|\-_=*~.·•─—–\\]*")
_HEADING = re.compile(r"(#{1,6})(?=[\s*\w])")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|>~])")
_MARKS = regex.compile(r"(?:\*++|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|\|)(?!\p{M})")
_STAR_BULLET = re.compile(r"\*\s+(?=\S)")
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
)
_LOST = -1


@dataclass(slots=True)
class Line:
    """One raw line that holds text. `starts[i]`, `ends[i]` bound in raw what became `text[i]`.

    A table row (`cells`) has a tab between its cells; in a `grid` each stands in its column, no
    empty one is left out. `indent` counts the spaces before the text,
    0 where a tab stands there. `opens` says whether a paragraph begins with the line, where its
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


def plain_line(content: str, offset: int, number: int) -> Line | None:
    """A line whose marks are all text: `content` stands at `offset` of the raw text."""
    if _RULE.fullmatch(content):
        return None
    text, starts, ends = _characters(content, offset, bytearray(len(content)), _LOST, False)
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


def lines(raw: str) -> Iterator[Line]:
    """The lines of `raw` that hold text, top to bottom; layout rules and blank lines left out."""
    number, gap = -1, False
    for match in _RAW_LINE.finditer(raw):
        number += 1
        content = match.group().rstrip("\r\n")
        if _RULE.fullmatch(content):
            gap = True
            continue
        line = _line(content, match.start(), number, gap)
        if line.text:
            yield line
        gap = not line.text


def _line(content: str, offset: int, number: int, gap: bool) -> Line:
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
            _mark(drop, escape)
    cells = stripped.startswith("|") and stripped.count("|") > 2
    for mark in _MARKS.finditer(content):
        escaped = mark.start() and drop[mark.start() - 1]
        if mark.start() == keep or escaped or (cells and mark.group() == "|"):
            continue
        _mark(drop, mark)
    text, starts, ends = _characters(content, offset, drop, keep, cells)
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
        indent=0 if "\t" in content[: _indent(content)] else _indent(content),
    )


def _indent(content: str) -> int:
    return len(content) - len(content.lstrip())


def _mark(drop: bytearray, match: re.Match[str] | regex.Match[str]) -> None:
    for i in range(match.start(), match.end()):
        drop[i] = 1


def _characters(
    content: str, offset: int, drop: bytearray, bullet: int, cells: bool
) -> tuple[str, list[int], list[int]]:
    """Clusters of `content` in NFC, white space collapsed, dropped marks left out."""
    plain = None if cells or bullet != _LOST or any(drop) else _PLAIN.fullmatch(content)
    if plain and unicodedata.is_normalized("NFC", content):  # most lines: a letter is a cluster
        first, last = offset + plain.start(1), offset + plain.end(1)
        return plain.group(1), list(range(first, last)), list(range(first + 1, last + 1))
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    border = True
    for start, end, cluster in _clusters(content):
        if drop[start] or cluster in _INVISIBLE:
            continue
        if cluster.isspace():
            if not text or text[-1] in " \t":
                continue
            cluster = " "
        elif cells and cluster == "|":
            if border:  # the row's own edge
                border = False
                continue
            cluster = "\t"
        elif start == bullet:
            cluster = "-"
        for letter in cluster:
            text.append(letter)
            starts.append(offset + start)
            ends.append(offset + end)
    while text and text[-1] in " \t":
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
