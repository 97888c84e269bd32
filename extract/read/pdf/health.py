"""Whether a text layer says what the page shows, told by its Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from extract.lexicons.load import table
from extract.read.syllables import is_syllable

ENOUGH_LETTERS = 120
"""A stretch with fewer cannot be judged."""

_SAMPLE = 1_200
"""Characters that are looked at, about half a page."""

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLES = 0.6
_STRANGE = 0.1
_MARKED = 0.3
"""Shares of the words of a text: at least so many are Vietnamese syllables, at most so many hold
letters that Vietnamese does not have, and at least so many of the syllables have a mark. Plans of
any kind have above 0.85, below 0.02 and above 0.6; a lost character map has below 0.4 or above
0.2."""


@lru_cache(maxsize=256)
def text_is_healthy(text: str) -> bool | None:
    """Whether `text` is readable Vietnamese; None where it is too short to tell.

    A damaged character map gives other scripts' letters, or letters that make no syllable; OCR made
    for another language loses the marks.

    >>> text_is_healthy("Quyết định ban hành Kế hoạch phòng, chống dịch bệnh năm 2024. " * 4)
    True
    >>> text_is_healthy("4X\\\\ӃW ÿӏQK ban hành .Ӄ KRҥFK phòng, FKӕQJ GӏFK EӋQK QăP 2024. " * 4)
    False
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE]).lower())
    if sum(map(len, words)) < ENOUGH_LETTERS:
        return None
    whole = [word for word in words if len(word) > 1] or words
    good = [word for word in whole if is_syllable(word)]
    strange = sum(1 for word in whole if not _letters().issuperset(word))
    marked = sum(1 for word in good if not word.isascii())
    return (
        len(good) >= _SYLLABLES * len(whole)
        and strange <= _STRANGE * len(whole)
        and marked >= _MARKED * len(good)
    )


@cache
def _letters() -> frozenset[str]:
    return frozenset(table("syllables")["letters"])
