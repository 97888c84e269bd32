"""Letter statistics that tell Vietnamese in Unicode from text in the old font encodings.

TCVN3 (fonts named .Vn…) and VNI keep Vietnamese in bytes that look like Western European letters,
so a file in them decodes without an error and reads as nonsense.
"""

from __future__ import annotations

import re
import unicodedata

SAMPLE = 200_000
"""Code points that are looked at: the head of a long text says enough."""

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = {
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES
} | {"đ"}
_VIETNAMESE = {c for c in _LOWER | {c.upper() for c in _LOWER} if not c.isascii()}
_OWN = "".join(sorted(c for c in _VIETNAMESE if ord(c) > 0xFF))
_FOREIGN = "".join(chr(c) for c in range(0xA1, 0x100) if chr(c) not in _VIETNAMESE)

_WORD = re.compile(r"\S+")
_OWN_LETTER = re.compile(f"[{_OWN}]")
_FOREIGN_LETTER = re.compile(f"[{re.escape(_FOREIGN)}]")
_TCVN3_LETTER = re.compile("[\xa1-\xbf]")  # signs such as ® µ ¸; VNI has letters only
_UTF8_TWICE = re.compile("áº|á»|Ä‘|Æ°")

_LEGACY_WORDS = 0.15  # in a TCVN3 or VNI text it is half of the words, in others hardly one
_OWN_WORDS = 0.05
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
    """The old encoding that `text` seems to be in: `TCVN3`, `VNI`, `UTF-8` read twice, or None.

    >>> legacy_encoding("Céng hßa x· héi chñ nghÜa ViÖt Nam")
    'TCVN3'
    >>> legacy_encoding("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")
    'VNI'
    >>> legacy_encoding("Cộng hòa xã hội chủ nghĩa Việt Nam") is None
    True
    """
    words = _WORD.findall(text[:SAMPLE])
    own = sum(bool(_OWN_LETTER.search(word)) for word in words)
    foreign = [word for word in words if _FOREIGN_LETTER.search(word)]
    if own > _OWN_WORDS * len(words) or len(foreign) < max(1, _LEGACY_WORDS * len(words)):
        return None
    if sum(bool(_UTF8_TWICE.search(word)) for word in foreign) > len(foreign) / 2:
        return "UTF-8"
    tcvn3 = sum(bool(_TCVN3_LETTER.search(word)) for word in foreign)
    return "TCVN3" if tcvn3 > len(foreign) / 20 else "VNI"


def _is_letter(char: str) -> bool:
    """Letters, marks and the signs that old encodings use for letters; not punctuation."""
    return unicodedata.category(char)[0] in "LM" or char in _FOREIGN
