"""Roman numbers inside the text and in the first column of tables: "Phụ lục IL", a row "H"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from extract.lexicons.load import alternatives, table
from extract.read.ocr.repair.changes import Change
from extract.read.source import SourceLine

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LONGEST = 5


def number_fixes(raw: str, lines: Sequence[SourceLine]) -> Iterator[Change]:
    """The changes, in order; `lines` are those that OCR read.

    Behind a word that a Roman number follows, signs that are none become the number that their
    strokes make. In a table's first column they do where that number is due.
    """
    yield from sorted(
        [*_behind_words(raw, lines), *_in_first_columns(raw, lines)],
        key=lambda change: change.start,
    )


def _behind_words(raw: str, lines: Sequence[SourceLine]) -> Iterator[Change]:
    starts = [line.start for line in lines]
    for match in _named().finditer(raw):
        signs = match["number"]
        at = bisect_right(starts, match.start("number")) - 1
        if at < 0 or match.end("number") > lines[at].end or signs in _ROMAN:
            continue
        if len(signs) == 1 and signs.isascii() and signs.isupper():
            continue  # an annex may go by a letter
        if (number := _strokes(signs)) in _ROMAN:
            yield Change(match.start("number"), match.end("number"), number, "numeral")


def _in_first_columns(raw: str, lines: Sequence[SourceLine]) -> Iterator[Change]:
    last, current = 0, None
    alone = _alone(lines)
    for line in lines:
        cell = line.cell
        if cell is None or cell.column or line.start not in alone:
            continue
        if cell.table != current:
            last, current = 0, cell.table
        mark = raw[line.start : line.end].rstrip(".")
        due = _ROMAN[last] if last < len(_ROMAN) else ""
        if mark.isupper() and _strokes(mark) == due:
            last += 1
            if mark != due:
                yield Change(line.start, line.start + len(mark), due, "numeral")
        elif mark in _ROMAN:
            last = _ROMAN.index(mark) + 1


def _alone(lines: Sequence[SourceLine]) -> set[int]:
    """Where lines begin that are the only one of their cell."""
    first: dict[tuple[int, int, int], int] = {}
    more: set[tuple[int, int, int]] = set()
    for line in lines:
        if line.cell:
            key = (line.cell.table, line.cell.row, line.cell.column)
            if key in first:
                more.add(key)
            first.setdefault(key, line.start)
    return {start for key, start in first.items() if key not in more}


def _strokes(signs: str) -> str:
    if len(signs) > _LONGEST:
        return ""
    told = table("ocr/confusions")["in_numerals"]
    return "".join(told.get(sign, "?") for sign in signs)


@cache
def _named() -> re.Pattern[str]:
    words = alternatives(table("ocr/confusions")["before_numerals"])
    return re.compile(rf"(?<!\w)(?i:{words})[ \n](?P<number>[A-ZÍỈÌl|!\[\]]{{1,{_LONGEST}}})(?!\w)")
