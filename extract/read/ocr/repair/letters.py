"""Letters and signs that recognition takes for one another, where the word leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.lexicons.load import table
from extract.read.ocr.repair.model import Model
from extract.read.ocr.repair.spelling import one_placement, skeleton
from extract.read.source import SourceLine

_SMALL = 5
"""So many times more often must a word have been seen in small letters than in capitals."""

Fix = tuple[int, str, str]
"""Where it begins in the raw text, what stands there now, and the rule. As long as it was."""

_WORD = re.compile(r"[^\s.,;:()\[\]\"“”/\-–…]+")
_SYMBOL = re.compile(r"(?<=[/\-])[A-ZĐÐƯa-z]{2,8}\b")
_NUMBERED = re.compile(r"\d/\S*$")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_PLAIN = re.compile(r"[^\W\d_]+\Z")


def letter_fixes(raw: str, lines: Sequence[SourceLine], using: Model) -> Iterator[Fix]:
    """The changes of letters in lines that OCR read; they never overlap."""
    alone = _alone_in_cell(raw, lines)
    last, cell = "", None
    for line in lines:
        text = raw[line.start : line.end]
        if line.start in alone:
            yield line.start, "1", "letters"
            continue
        for i, sign in enumerate(text):
            if sign in _confusions()["signs"]:
                yield line.start + i, _confusions()["signs"][sign], "letters"
        words = list(_WORD.finditer(text))
        for i, word in enumerate(words):
            before = last if i or line.cell == cell else ""
            after = words[i + 1][0] if i + 1 < len(words) else ""
            fixed = _fixed(word[0], before, after, using)
            last = fixed or word[0]
            if fixed and not any(c in _confusions()["signs"] for c in word[0]):
                yield line.start + word.start(), fixed, "letters"
        ended = not text or not (text[-1].isalnum() or text[-1] == ",")
        last, cell = "" if ended or not words else last, line.cell
        for symbol in _SYMBOL.finditer(text):
            known = _symbol(symbol[0], using)
            if known and _NUMBERED.search(text[: symbol.start()][-24:]):
                yield line.start + symbol.start(), known, "symbol"


def _fixed(word: str, before: str, after: str, using: Model) -> str | None:
    if len(word) < 2:
        return None
    if _PLAIN.match(word):
        return _in_lower_case(word, before, after, using)
    return _in_letters(word, before, after, using)


def _in_lower_case(word: str, before: str, after: str, using: Model) -> str | None:
    """A word whose capitals only look like its small letters: "bảo vỆ", "ký SỐ"."""
    capitals = [c for c in word if c.isupper()]
    if not capitals or (len(capitals) == 1 and word[0].isupper()):
        return None
    if _ROMAN.match(word) or any(skeleton(c) not in _same_shape() for c in capitals):
        return None
    inside = not word.isupper()
    lower = word[0] + word[1:].lower() if inside else word.lower()
    among_small = before.islower() and not _shouts(after)
    if not inside and not among_small:
        return None
    small, short = (using.cased.single.get(form, 0) for form in (lower.lower(), word))
    if small <= _SMALL * short:
        return None  # CP, not "cp"
    return lower if _known(lower.lower(), before, after, using) else None


def _in_letters(word: str, before: str, after: str, using: Model) -> str | None:
    """A word with a sign that stands for a letter: "quốc g1a"."""
    told = _confusions()["inside_words"]
    wrong = [i for i, c in enumerate(word) if c in told]
    rest = [c for c in word if c not in told]
    if len(wrong) != 1 or not rest or not all(c.isalpha() and c.islower() for c in rest[1:]):
        return None
    place = wrong[0]
    fitting = [
        fixed
        for letter in told[word[place]]
        if _known(fixed := word[:place] + letter + word[place + 1 :], before, after, using)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _known(word: str, before: str, after: str, using: Model) -> bool:
    """Whether the word was seen beside one of its neighbours."""
    form = one_placement(word.lower())
    near = one_placement(before.lower()), one_placement(after.lower())
    return using.folded.pair(near[0], form) > 0 or using.folded.pair(form, near[1]) > 0


def _symbol(word: str, using: Model) -> str | None:
    """The one known symbol of a document or agency that `word` may be: with other marks, or with Q
    where an O was read."""
    if not any(c.isupper() for c in word[1:]) or using.cased.single.get(word, 0):
        return None
    places = [i for i, c in enumerate(word) if c == "O"]
    likely = [word, *(f"{word[:i]}Q{word[i + 1 :]}" for i in places)]
    known = {symbol for one in likely for symbol in using.symbols(skeleton(one))}
    return known.pop() if len(known) == 1 else None


def _shouts(word: str) -> bool:
    return word.isupper() and any(skeleton(c) not in _same_shape() for c in word)


def _alone_in_cell(raw: str, lines: Sequence[SourceLine]) -> set[int]:
    """Where lines begin that are the only one of their cell, and a mere stroke."""
    number: dict[tuple[int, int, int], int] = {}
    for line in lines:
        if line.cell:
            key = (line.cell.table, line.cell.row, line.cell.column)
            number[key] = number.get(key, 0) + 1
    strokes = _confusions()["alone_in_cell"]
    return {
        line.start
        for line in lines
        if line.cell
        and raw[line.start : line.end] in strokes
        and number[line.cell.table, line.cell.row, line.cell.column] == 1
    }


@cache
def _same_shape() -> frozenset[str]:
    return frozenset(_confusions()["same_shape"])


def _confusions() -> dict[str, dict[str, str]]:
    return table("ocr/confusions")
