"""The forms of a name in which places are looked up.

>>> key("BẮC KẠN") == key("Bắc  Kạn"), key("Hoà Bình") == key("Hòa Bình")
(True, True)
>>> key("Bà Rịa – Vũng Tàu") == key("Bà Rịa-Vũng Tàu"), key("Mĩ Đức") == key("Mỹ Đức")
(True, True)
>>> key("Phường 09") == key("Phường 9"), key("Hà Nam") == key("Hạ Nam")
(True, False)
>>> unmarked(key("Đắk Nông")), is_unmarked("Bac Kan"), is_unmarked("Băc Kạn")
('dak nong', True, False)
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extract.lexicons.load import table

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_MARK = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile("['‘’‛`´ʼ]\\s*")
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")
_LONE_Y = re.compile(r"(?<=[bcdđghklmnprstvx])y$|(?<=^qu)y$")


def key(name: str) -> str:
    """`name` without case, tone placement, punctuation, leading zeros, and choice of i or y.

    Syllables are parted by one space; each has its tone mark (a combining one) last.
    """
    lower = unicodedata.normalize("NFD", _APOSTROPHE.sub("", name).lower())
    return " ".join(map(_syllable, _WORD.findall(lower)))


def unmarked(of_key: str) -> str:
    """A key without any marks, for texts that were typed without them."""
    return _MARK.sub("", unicodedata.normalize("NFD", of_key)).replace("đ", "d")


def is_unmarked(name: str) -> bool:
    """Whether `name` was typed without Vietnamese letters."""
    return name.isascii()


@lru_cache(maxsize=20_000)
def _syllable(word: str) -> str:
    tone = _TONE.search(word)
    letters = unicodedata.normalize("NFC", _TONE.sub("", word))
    letters = _LONE_Y.sub("i", letters.lstrip("0") or letters)
    syllable = letters + (tone[0] if tone else "")
    return _spellings().get(syllable, syllable)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    def raw(words: str) -> str:
        return " ".join(_toned(word) for word in words.split())

    return {raw(found): raw(used) for found, used in table("places/spellings").items()}


def _toned(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    tone = _TONE.search(parts)
    return unicodedata.normalize("NFC", _TONE.sub("", parts)) + (tone[0] if tone else "")
