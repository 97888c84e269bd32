"""Tells text from what only looks like it: stamps, signatures, dirt, the page's edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.ocr.words import ReadLine, ReadWord
from extract.read.syllables import is_syllable

_UNREADABLE = 0.25
_DOUBTFUL = 0.5
_STRAY = 0.65
"""How sure the letters of a line are on average: below the first it is none; below the second if
less than half of its letters make words; below the third if it is one or two letters by itself."""

_FEW = 2
_DIRT = re.compile(r"[|_~^`´'‘’°„«»\\¬¦{}§¡@#]+")
"""Signs that decisions do not hold by themselves: a word of nothing else is dirt."""

_LETTERS = frozenset("yýàạôồừở")
"""Letters that are words by themselves."""

_LONE = 0.4
"""A letter between words, and none of those, is dirt if it is less sure than this."""

_MARKS = re.compile(r"[^\w\s]{1,2}")
"""What may be a bullet, a dash, or as well a speck."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\W*\d[\d.,:/\-–]*\w{0,3}\W*")


def without_noise(lines: Sequence[ReadLine], in_cell: bool = False) -> list[ReadLine]:
    """The lines that are text, without dirt between their words. A cell may hold a lone letter or
    a stroke, which is the number one; by itself on a page either is dirt."""
    found = []
    for line in lines:
        kept = tuple(word for word in line.words if not _is_dirt(word, alone=len(line.words) == 1))
        if in_cell and not kept and len(line.words) == 1 and line.words[0].text == "|":
            kept = line.words
        if kept and not _is_noise(kept, in_cell):
            found.append(ReadLine(line.box, kept))
    return found


def _is_dirt(word: ReadWord, *, alone: bool) -> bool:
    if _DIRT.fullmatch(word.text):
        return True
    sure = word.confidence or 0.0
    if len(word.text) == 1 and word.text.isalpha() and word.text.lower() not in _LETTERS:
        return not alone and sure < _LONE
    mark = _MARKS.fullmatch(word.text) is not None
    return mark and sure < (_STRAY if alone else _UNREADABLE)


def _is_noise(words: Sequence[ReadWord], in_cell: bool) -> bool:
    letters = sum(len(word.text) for word in words)
    sure = sum((word.confidence or 0.0) * len(word.text) for word in words) / letters
    if sure < _UNREADABLE and not (in_cell and letters <= _FEW):
        return True
    if sure < _DOUBTFUL and _good(words) < 0.5 * letters:
        return not (in_cell and letters <= _FEW)
    few = letters <= _FEW and not any(c.isdigit() for word in words for c in word.text)
    return sure < _STRAY and few and not in_cell


def _good(words: Sequence[ReadWord]) -> int:
    """How many letters stand in Vietnamese words or numbers."""
    return sum(len(word.text) for word in words if _is_word(word.text))


def _is_word(text: str) -> bool:
    if _NUMBER.fullmatch(text):
        return True
    parts = _WORD.findall(text)
    return bool(parts) and all(len(part) > 1 and is_syllable(part) for part in parts)
