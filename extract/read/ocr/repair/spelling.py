"""How Vietnamese syllables are compared: without marks, and whatever the place of the tone."""

from __future__ import annotations

import unicodedata
from functools import cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OPEN = ("oa", "oe", "uy")


@cache
def skeleton(word: str) -> str:
    """The letters of a word in lower case without any mark; as many letters as the word has.

    >>> skeleton("Đường")
    'duong'
    """
    return "".join(map(_bare, word.lower())) if word.isalpha() else word.lower()


@cache
def _bare(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


@cache
def one_placement(word: str) -> str:
    """The word with its tone where the older spelling puts it: on the first of two open vowels.

    >>> one_placement("hoá"), one_placement("thuỷ"), one_placement("quý")
    ('hóa', 'thủy', 'quý')
    """
    return _moved(word, first=True)


def placements(word: str) -> set[str]:
    """Both spellings of a word whose tone may stand on either vowel; else the word alone.

    >>> sorted(placements("hóa"))
    ['hoá', 'hóa']
    """
    return {_moved(word, first=True), _moved(word, first=False)}


def _moved(word: str, *, first: bool) -> str:
    apart = unicodedata.normalize("NFD", word)
    tones = [c for c in apart if c in _TONES]
    if len(tones) != 1:
        return word  # with two it is no syllable
    (tone,) = tones
    bare = unicodedata.normalize("NFC", apart.replace(tone, ""))
    if not bare.lower().endswith(_OPEN) or bare.lower().endswith("quy"):
        return word
    place = -1 if first else len(bare)
    return unicodedata.normalize("NFC", bare[:place] + tone + bare[place:])
