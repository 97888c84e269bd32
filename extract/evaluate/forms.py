"""The forms of a text in which it is compared: as written, folded, and as a bag of words.

>>> folded("Kế hoạch  –  Uỷ ban") == folded("kế hoạch - Ủy ban")
True
>>> tolerant("1.1. **Xoá mù chữ**;")
'xóa mù chữ'
>>> likeness("Sở Y tế chủ trì", "Sở Y tế")
0.75
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook above, tilde, dot below


def _tone_placements() -> dict[str, str]:
    """A tone on the second vowel of oa, oe and uy, to the same tone on the first.

    Syllables that allow only one place ("soát") are respelled as well: nobody reads these forms.
    """

    def letter(vowel: str, tone: str) -> str:
        return unicodedata.normalize("NFC", vowel + tone)

    return {
        first + letter(second, tone): letter(first, tone) + second
        for first, second in ("oa", "oe", "uy")
        for tone in _TONES
    }


_FIRST_VOWEL = _tone_placements()
_SECOND_VOWEL_TONE = re.compile("|".join(_FIRST_VOWEL))
_PUNCTUATION = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚`´", "'")
)
_EDGE = " .;:,"
_MARKDOWN = re.compile(r"[*#|]+")
_LIST_MARKER = re.compile(r"\s*(?:[-+•]|\d+(?:\.\d+)*[.)]|[a-zđ][.)])\s+")
_WORD = re.compile(r"[\w%]+(?:[.,/]\d+)*")

Bag = frozenset[tuple[str, int]]
"""A multiset of words: the n-th occurrence of a word is the pair (word, n)."""


def collapsed(text: str | None) -> str:
    """The text as written, each run of white space one space: the exact level."""
    return " ".join((text or "").split())


def _plain(text: str | None) -> str:
    lower = unicodedata.normalize("NFC", text or "").lower()
    return _SECOND_VOWEL_TONE.sub(lambda found: _FIRST_VOWEL[found[0]], lower)


def folded(text: str | None) -> str:
    """The text but for case, composition, tone placement, and the look of dashes and quotes.

    Punctuation at its ends goes as well.
    """
    return collapsed(_plain(text).translate(_PUNCTUATION)).strip(_EDGE)


@lru_cache(maxsize=65536)
def tolerant(text: str | None) -> str:
    """The text without case, tone placement, Markdown marks, list marker and edge punctuation."""
    unmarked = _MARKDOWN.sub(" ", _plain(text)).replace("–", "-")
    marker = _LIST_MARKER.match(unmarked)
    return collapsed(unmarked[marker.end() :] if marker else unmarked).strip(_EDGE)


def words(text: str | None) -> list[str]:
    """The words and numbers of the tolerant form; "2.700" and "30/4" are one each."""
    return _WORD.findall(tolerant(text))


@lru_cache(maxsize=65536)
def bag(text: str | None) -> Bag:
    """The words of a text as a multiset."""
    seen: Counter[str] = Counter()
    pairs = []
    for word in words(text):
        seen[word] += 1
        pairs.append((word, seen[word]))
    return frozenset(pairs)


def dice(a: Bag, b: Bag) -> float:
    """Twice the shared words by all words, from 0 to 1; 0 where one side has none."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def likeness(a: str | None, b: str | None) -> float:
    """Dice coefficient over the words of two texts."""
    return dice(bag(a), bag(b))
