"""Numbers that are part of something longer: dates, symbols of documents, list markers, "5G"."""

from __future__ import annotations

import re

from extract.find.quantities.numerals import Numeral

_MARKER_AFTER = re.compile(r"[.)]?\s+(?=[^\W\d_])")
_GREATEST_MARKER = 99
_DEEPEST_MARKER = 8
_QUOTES = "“\"'‘«"


def touched_before(text: str, numeral: Numeral) -> bool:
    """Whether a letter, digit or sign in front makes the number part of a longer token.

    >>> touched_before("COVID-19", Numeral(6, 8, 19)), touched_before("- 19 xã", Numeral(2, 4, 19))
    (True, False)
    """
    start = numeral.start
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_@#&\\/":
        return True
    return before in ".:–-+" and start > 1 and text[start - 2].isalnum()


def touched_behind(text: str, numeral: Numeral) -> bool:
    """Whether a sign behind makes the number part of a date, a symbol or a standard.

    >>> [touched_behind(s, Numeral(0, 2, 12)) for s in ("12/KH-UBND", "12-NQ/TW", "12:30", "12 xã")]
    [True, True, True, False]
    """
    after, next_after = text[numeral.end : numeral.end + 1], text[numeral.end + 1 : numeral.end + 2]
    if after and after in "-–":
        return next_after.isalpha()
    return after == "/" or (after == ":" and next_after.isdigit())


def is_marker(text: str, numeral: Numeral) -> bool:
    """Whether the number opens the text and numbers it ("1.2 Xây dựng …", "3 Mục tiêu")."""
    if numeral.padded or numeral.value > _GREATEST_MARKER or numeral.start > _DEEPEST_MARKER:
        return False
    if text[: numeral.start].strip(" -–+•*("):
        return False
    behind = _MARKER_AFTER.match(text, numeral.end)
    return behind is not None and text[behind.end()].isupper()


def is_quoted(text: str, numeral: Numeral) -> bool:
    """Whether the number opens a quotation, as in mottoes: “4 tại chỗ”."""
    return numeral.start > 0 and text[numeral.start - 1] in _QUOTES
