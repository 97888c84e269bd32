"""Which words are written as Vietnamese syllables are."""

from __future__ import annotations

import unicodedata
from functools import cache

from extract.lexicons.load import table

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_LONGEST = 7
"""Letters of "nghiêng"."""


@cache
def _forms() -> frozenset[str]:
    """All syllables without their tone, onset and rhyme put together in every way."""
    data = table("encodings/syllables")
    rhymes = [rhyme for row in data["rhymes"] for rhyme in row.split()]
    joined = (onset + rhyme for onset in ["", *data["onsets"]] for rhyme in rhymes)
    return frozenset([*joined, *data["others"]])


def is_syllable(word: str) -> bool:
    """Whether `word` could be a Vietnamese syllable, whatever its tone and case.

    >>> is_syllable("Nghĩa"), is_syllable("élève"), is_syllable("QUỐC")
    (True, False, True)
    """
    if not 0 < len(word) <= _LONGEST:
        return False
    toneless = unicodedata.normalize("NFD", word.lower()).translate(_TONES)
    return unicodedata.normalize("NFC", toneless) in _forms()
