"""Whether text reads as Vietnamese in Unicode, and what it is in if it does not.

The old encodings keep Vietnamese in bytes that look like Western European letters, so a file in
them decodes without an error and reads as nonsense.
"""

from __future__ import annotations

import unicodedata

from extract.read.legacy.detect import SAMPLE, readings
from extract.read.legacy.twice import read_once

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = {
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES
} | {"đ"}
_VIETNAMESE = {c for c in _LOWER | {c.upper() for c in _LOWER} if not c.isascii()}
_OWN = frozenset(c for c in _VIETNAMESE if ord(c) > 0xFF)
_FOREIGN = frozenset(chr(c) for c in range(0xA1, 0x100)) - _VIETNAMESE

_FOREIGN_LETTERS = 0.02
_OWN_LETTERS = 0.3  # of the non-ASCII letters of Vietnamese 0.7, of French none


def looks_vietnamese(text: str) -> bool:
    """Whether the letters beyond ASCII are those of Vietnamese, as far as `SAMPLE` reaches.

    >>> looks_vietnamese("Tổ chức thực hiện kế hoạch được giao")
    True
    >>> looks_vietnamese("Les élèves à l'école où être")
    False
    """
    letters = [
        c for c in unicodedata.normalize("NFC", text[:SAMPLE]) if not c.isascii() and _is_letter(c)
    ]
    foreign = sum(c not in _VIETNAMESE for c in letters)
    own = sum(c in _OWN for c in letters)
    return (
        bool(letters)
        and foreign <= _FOREIGN_LETTERS * len(letters)
        and own >= _OWN_LETTERS * len(letters)
    )


def legacy_encoding(text: str) -> str | None:
    """What `text` is in that is no Unicode: an old encoding, `UTF-8` read twice, or None.

    >>> legacy_encoding("Céng hßa x· héi chñ nghÜa ViÖt Nam")
    'TCVN3'
    >>> legacy_encoding("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")
    'VNI'
    >>> legacy_encoding("Cộng hòa xã hội chủ nghĩa Việt Nam") is None
    True
    """
    sample = text[:SAMPLE]
    return "UTF-8" if read_once(sample) else readings(sample).encoding


def _is_letter(char: str) -> bool:
    """Letters, marks and the signs that old encodings use for letters; not punctuation."""
    return unicodedata.category(char)[0] in "LM" or char in _FOREIGN
