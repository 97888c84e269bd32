"""When two mentions name the same agency."""

from __future__ import annotations

import re
from functools import cache

from extract.evaluate.forms import likeness, tolerant, words
from extract.lexicons.load import table

SAME_NAME = 0.8


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    full: dict[str, str] = table("scoring")["abbreviations"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, full))})\b"), full


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(table("scoring")["kind_words"])


def _spelled_out(mention: str) -> str:
    short, full = _abbreviations()
    return short.sub(lambda found: full[found[0]], tolerant(mention))


def same_agency(a: str, b: str) -> bool:
    """Whether two mentions have nearly the same words and no other kind or level of agency.

    >>> same_agency("UBND huyện Ba Bể", "Uỷ ban nhân dân huyện Ba Bể")
    True
    >>> same_agency("Phòng Giáo dục và Đào tạo Ba Bể", "Sở Giáo dục và Đào tạo Ba Bể")
    False
    """
    a, b = _spelled_out(a), _spelled_out(b)
    if likeness(a, b) < SAME_NAME:
        return False
    of_a, of_b = set(words(a)), set(words(b))
    kinds = _kind_words()
    return not (of_a - of_b & kinds and of_b - of_a & kinds)
