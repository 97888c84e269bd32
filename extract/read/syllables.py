"""Which words are written as Vietnamese syllables are."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from extract.lexicons.load import table

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_LONGEST = 7
"""Letters of "nghiêng"."""


def is_syllable(word: str) -> bool:
    """Whether `word` is built like a Vietnamese syllable, whatever its tone and case.

    >>> [is_syllable(word) for word in ("Nghĩa", "khoẻ", "QUỐC", "plan", "élève", "HĐND")]
    [True, True, True, False, False, False]
    """
    return 0 < len(word) <= _LONGEST and _is_syllable(word)


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    toneless = unicodedata.normalize("NFD", word.lower()).translate(_TONES)
    return unicodedata.normalize("NFC", toneless) in _forms()


@cache
def _forms() -> frozenset[str]:
    """All syllables without their tone, onset and rime put together in every way."""
    parts = table("syllables")
    joined = (onset + rime for onset in ["", *parts["onsets"]] for rime in parts["rimes"])
    return frozenset([*joined, *parts["others"]])
