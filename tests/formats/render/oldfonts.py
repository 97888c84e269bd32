"""Encoders to TCVN3 (TCVN 5712:1993, VN3), VNI for Windows and cp1258, written apart from the
reader's tables so that each checks the other."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of the codes

_TCVN3_PLAIN = dict(
    zip("ĂÂÊÔƠƯĐăâêôơưđ", range(0xA1, 0xAF), strict=True)
)  # the only capitals that TCVN3 knows, then their small letters
_TCVN3_TONED = {
    # the codes of each vowel with the five tones, in the order of _TONES
    "a": (0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ă": (0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "â": (0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "e": (0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ê": (0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "i": (0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "o": (0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ô": (0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ơ": (0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "u": (0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ư": (0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "y": (0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}

_TONED_CAPITALS = "".join(
    unicodedata.normalize("NFC", vowel.upper() + tone) for vowel in _TCVN3_TONED for tone in _TONES
)
_WORD = re.compile(r"[^\W\d_]+")

_VNI_BASE = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "ô", "ư": "ö", "đ": "ñ"}
_VNI_MARKS = {
    # the second byte for each tone in the order of _TONES, by what the vowel carries already
    "": "øûõùï",
    "ă": "èúüéë",
    "â": "àåãáä",
}
_VNI_SINGLE = {"ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í", "ị": "ò", "ỵ": "î"}


def tcvn3(text: str) -> bytes:
    """The text in TCVN3. A capital with a tone becomes small: only a font shows it as a capital."""
    return b"".join(_tcvn3(letter) for letter in unicodedata.normalize("NFC", text))


def _tcvn3(letter: str) -> bytes:
    if letter in _TCVN3_PLAIN:
        return bytes([_TCVN3_PLAIN[letter]])
    base, tone = _parted(letter.lower())
    if tone:
        return bytes([_TCVN3_TONED[base][_TONES.index(tone)]])
    return letter.encode("cp1252")


def vni(text: str) -> bytes:
    """The text in VNI for Windows: the letter, and its marks in a byte behind it."""
    return "".join(_vni(letter) for letter in unicodedata.normalize("NFC", text)).encode("cp1252")


def _vni(letter: str) -> str:
    small = letter.lower()
    base, tone = _parted(small)
    if small in _VNI_SINGLE:
        written = _VNI_SINGLE[small]
    elif base in "ăâêô":
        marks = _VNI_MARKS["ă" if base == "ă" else "â"]
        bare = "ê" if base == "ă" else "â"
        written = _VNI_BASE[base] + (marks[_TONES.index(tone)] if tone else bare)
    else:
        written = _VNI_BASE.get(base, base)
        written += _VNI_MARKS[""][_TONES.index(tone)] if tone else ""
    return written if letter == small else written.upper()


def _parted(letter: str) -> tuple[str, str]:
    """The letter without its tone, and the tone, "" if it has none."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks), tone


def cp1258(text: str) -> bytes:
    """The text in the code page of Vietnamese Windows, whose tones are bytes of their own."""
    letters = unicodedata.normalize("NFC", text)
    return "".join("".join(_parted(letter)) for letter in letters).encode("cp1258")


def as_typed_in_tcvn3(text: str) -> str:
    """What is left of the text in TCVN3: "Ủy" is typed "Uỷ", as offices did, and other toned
    capitals become small, but in words that are all capitals, whose letters tell."""
    return _WORD.sub(lambda word: _as_typed(word[0]), text)


def _as_typed(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return word
    word = re.sub(r"^Ủy", "Uỷ", word)
    return "".join(c.lower() if _parted(c.lower())[1] else c for c in word)


def in_vntime(text: str) -> list[tuple[str, str]]:
    """The text as Word keeps it: runs under .VnTime, and under .VnTimeH, which shows capitals only,
    a whole text of capitals and any capital with a tone."""
    if text.isupper():
        return [(_under_font(text.lower()), ".VnTimeH")]
    runs = re.split(f"([{_TONED_CAPITALS}]+)", unicodedata.normalize("NFC", text))
    return [
        (_under_font(run.lower() if i % 2 else run), ".VnTimeH" if i % 2 else ".VnTime")
        for i, run in enumerate(runs)
        if run
    ]


def _under_font(text: str) -> str:
    return tcvn3(text).decode("cp1252")


def in_vni_times(text: str) -> list[tuple[str, str]]:
    """The text as Word keeps it under VNI-Times."""
    return [(vni(text).decode("cp1252"), "VNI-Times")]
