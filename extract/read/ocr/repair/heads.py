"""Roman numbers at the heads of headings, which recognition takes for other letters: "H." for
"II.", "L" for "I.", "II." for "III.". What a number must be, the headings around it tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.lexicons.load import table
from extract.read.ocr.repair.changes import Change
from extract.read.source import SourceLine

_HEAD = re.compile(r"(?P<mark>[^\s.,:;]{1,6})(?P<point>\s?[.,:])?(?P<gap>\s*)(?=[^\W\d_])")
_CELL = re.compile(r"(?P<mark>[^\s.,:;]{1,6})(?P<point>[.,:])?$")
_NUMERALS = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
]
_ITEM = re.compile(r"(?:(?P<stroke>[IlL|!])|(?P<number>[\dIVX]{1,4}))[.,] ?(?=[^\W\d_])")
_PART = re.compile(r"PHỤ LỤC|\(?(?:[Bb]an hành )?[Kk]èm theo\b")
_ORDERS = ("ABCDĐEGHIKLMNOPQRSTUVXY", "ABCDEFGHIJKLMNOPQRSTUVXY")
_LETTERS = 4
"""A heading has at least so many letters, all of them capitals."""


def head_fixes(raw: str, lines: Sequence[SourceLine]) -> Iterator[Change]:
    """The numbers of headings in capitals that are not as recognised, in order.

    `lines` are those that OCR read. A number follows the one before it, or begins again at I. In a
    table it stands in a cell of its own, before the heading's.
    """
    last, letter, table_number = 0, "", None
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if line.kind != "text":
            continue
        if line.cell and line.cell.table != table_number:
            last, letter, table_number = 0, "", line.cell.table
        if not line.cell and _opens_part(raw[line.start : line.end]):
            last, letter = 0, ""
        match = (_CELL if line.cell else _HEAD).match(raw, line.start, line.end)
        if match is None or not _shouts(
            raw[match.end() : line.end] or _beside(raw, line, following)
        ):
            continue
        mark, point = match["mark"], match["point"] or ""
        number = None if _next_letter(letter, mark) else _number(mark, last, pointed=bool(point))
        if number is None:
            letter = mark if point else letter
            continue
        last, letter = number, ""
        good = _NUMERALS[number - 1] + ("" if line.cell and not point else ".")
        if mark + point.strip() != good:
            end = match.end("point") if point else match.end("mark")
            yield Change(match.start("mark"), end, good, "heading")


def item_fixes(raw: str, lines: Sequence[SourceLine]) -> Iterator[Change]:
    """The numbers of first items that were taken for letters: "I." where the next item is "2."."""
    first: re.Match[str] | None = None
    for line in lines:
        match = _ITEM.match(raw, line.start, line.end)
        if line.cell or match is None:
            continue
        if match["number"] == "2" and first:
            yield Change(first.start("stroke"), first.end("stroke"), "1", "item")
        item = match["stroke"] and not _shouts(raw[match.end() : line.end])
        first = match if item else None


def _opens_part(text: str) -> bool:
    """Whether headings are counted anew below the line: "PHỤ LỤC II", "(Kèm theo …)"."""
    return bool(_PART.match(text)) or any(
        text == row["name"] for row in table("documents")["title_kinds"]
    )


def _number(mark: str, last: int, *, pointed: bool) -> int | None:
    """The number that the mark stands for behind the number `last`; None if it is no number."""
    strokes = "".join(_strokes().get(sign, "?") for sign in mark)
    if mark in table("ocr/confusions")["no_numerals"]:
        return None
    if "?" in strokes or mark.isdigit() or (len(mark) == 1 and not pointed and last):
        return None
    following = _NUMERALS[last] if last < len(_NUMERALS) else ""
    if strokes == following:
        return last + 1
    if strokes == "I" and last != 1:
        return 1  # the next part begins
    if len(following) > 1 and strokes in (following.replace("I", "", 1), f"{following}I"):
        return last + 1  # a stroke was lost or seen twice
    return _NUMERALS.index(strokes) + 1 if mark in _NUMERALS else None


def _beside(raw: str, line: SourceLine, following: SourceLine | None) -> str:
    """The first line of the next cell in the row."""
    if line.cell is None or following is None or following.cell is None:
        return ""
    there = following.cell
    beside = there.table == line.cell.table and there.row == line.cell.row
    return raw[following.start : following.end] if beside else ""


def _next_letter(letter: str, mark: str) -> bool:
    """Whether the headings go by letters: "H." behind "G."."""
    return bool(letter) and any(letter + mark in order for order in _ORDERS)


def _shouts(text: str) -> bool:
    return text.isupper() and sum(c.isalpha() for c in text) >= _LETTERS


@cache
def _strokes() -> dict[str, str]:
    """What each sign may be in a Roman number."""
    return dict(table("ocr/confusions")["in_numerals"])
