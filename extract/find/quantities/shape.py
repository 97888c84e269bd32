"""Numbers that are part of something longer: dates, symbols of documents, list markers, "5G"."""

from __future__ import annotations

import re

from extract.find.quantities.numerals import Numeral

_MARKER_AFTER = re.compile(r"[.)]?\s+(?=[^\W\d_])")
_GREATEST_MARKER = 99
_QUOTES = "“\"'‘«"


def is_part_of_token(text: str, numeral: Numeral) -> bool:
    """Whether letters, digits or signs that touch the number make it something else than a count.

    >>> [is_part_of_token("Số 12/KH-UBND", Numeral(3, 5, 12)), is_part_of_token("12 lớp", Numeral(0, 2, 12))]
    [True, False]
    """
    start, end = numeral.start, numeral.end
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_@#&\\/":
        return True
    if before in ".:–-+" and start > 1 and text[start - 2].isalnum():
        return True
    after, next_after = text[end : end + 1], text[end + 1 : end + 2]
    if after == "/" or (after in "-–" and next_after.isalpha()):
        return True
    return after == ":" and next_after.isdigit()


def is_marker(text: str, numeral: Numeral) -> bool:
    """Whether the number opens the text and numbers it ("1.2 Xây dựng …", "3 Mục tiêu")."""
    if numeral.padded or numeral.value > _GREATEST_MARKER or text[: numeral.start].strip(" -–+•*("):
        return False
    behind = _MARKER_AFTER.match(text, numeral.end)
    return bool(behind) and text[behind.end()].isupper()


def is_quoted(text: str, numeral: Numeral) -> bool:
    """Whether the number opens a quotation, as in mottoes: “4 tại chỗ”."""
    return numeral.start > 0 and text[numeral.start - 1] in _QUOTES
