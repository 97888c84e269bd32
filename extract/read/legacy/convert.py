"""Text in an old encoding to Unicode."""

from __future__ import annotations

import re
import unicodedata

from extract.read.legacy.capitals import restore_capitals
from extract.read.legacy.tables import Encoding, codes, load, punctuation
from extract.read.syllables import is_syllable

_UNICODE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_SOFT_HYPHENS = re.compile("\xad{2,}")
_SIGNS = frozenset("\x85\x91\x92\x93\x94\x95\x96\x97\xa0")
"""Quotation marks, dashes, dots, the no-break space: VPS and VISCII have capitals there."""
_LONGEST_WORD = 9
_LOST_HORN = re.compile(
    "(?<=[bcdđghklmnprstvx])([ơờởỡớợ])(?=c|ng)|(?<=[BCDĐGHKLMNPRSTVX])([ƠỜỞỠỚỢ])(?=C|NG)"
)
_VOWELS = frozenset("aeiouyAEIOUY")


def to_unicode(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """What a reader of `text` saw who had the font, in NFC.

    `text` holds the font's codes as characters of Latin-1 or windows-1252, or of a symbol font
    (U+F0xx). `capitals`: the font shows capital letters only. Text that has letters which only
    Unicode knows was typed in Unicode, whatever its font is called, and comes back as it is; so
    give a whole run, better a paragraph of one font. Codes that are no letters stay.

    >>> to_unicode("Céng hßa x· héi", "TCVN3"), to_unicode("Coäng hoøa", "VNI")
    ('Cộng hòa xã hội', 'Cộng hòa')
    >>> to_unicode("Quèc héi", "TCVN3", capitals=True)
    'QUỐC HỘI'
    """
    if is_unicode(text):
        return text.upper() if capitals else text
    found = _letters(codes(text), encoding)
    if encoding == "TCVN3":  # no syllable has ơc or ơng: a program left out the soft hyphen
        found = _LOST_HORN.sub(lambda lost: f"{'ư' if lost.group(1) else 'Ư'}{lost.group()}", found)
    if capitals:
        return found.upper()
    return restore_capitals(found) if encoding == "TCVN3" else found


def is_unicode(text: str) -> bool:
    """Whether `text` has Vietnamese letters that no old encoding could have given.

    >>> is_unicode("Kế hoạch"), is_unicode("KÕ ho¹ch")
    (True, False)
    """
    return bool(_UNICODE_ONLY.search(text))


def _letters(text: str, encoding: Encoding) -> str:
    table = load(encoding)
    if encoding == "TCVN3":  # ư has the code of the soft hyphen: Word puts one of its own beside it
        text = _SOFT_HYPHENS.sub("\xad", text)
    out: list[str] = []
    doubtful: list[tuple[int, str]] = []
    for code in text:
        if code in table.marks and out and (marked := _marked(out[-1], table.marks[code])):
            out[-1] = marked
            continue
        degree = code == "\xb0" and bool(out) and out[-1].isdigit()  # "30°C"
        letter = None if degree else table.letters.get(code)
        if letter and code in _SIGNS:
            doubtful.append((len(out), code))
        out.append(letter or punctuation(code))
    for place, code in doubtful:
        if not _is_capital(out, place):
            out[place] = punctuation(code)
    return "".join(out)


def _is_capital(letters: list[str], place: int) -> bool:
    """Whether the letter at `place` makes a syllable of capitals with those around it."""
    start, end = place, place + 1
    while start > 0 and end - start < _LONGEST_WORD and letters[start - 1].isalpha():
        start -= 1
    while end < len(letters) and end - start < _LONGEST_WORD and letters[end].isalpha():
        end += 1
    word = "".join(letters[start:end])
    return len(word) > 1 and word.isupper() and is_syllable(word)


def _marked(letter: str, marks: str) -> str | None:
    """The letter with `marks` on it, where that is one letter.

    >>> _marked("ư", "\\u0301"), _marked("A", "\\u0302\\u0301"), _marked("ĩ", "\\u0301")
    ('ứ', 'Ấ', None)
    """
    base = unicodedata.normalize("NFD", letter)
    if not base or base[0] not in _VOWELS or any(mark in base for mark in marks):
        return None
    # a hat must stand before a tone to compose
    order = sorted(base[1:] + marks, key=lambda mark: mark not in "\u0302\u0306\u031b")
    composed = unicodedata.normalize("NFC", base[0] + "".join(order))
    return composed if len(composed) == 1 else None
