"""Capitals that TCVN3 has no code for: a toned letter within a word of capitals is one of them."""

from __future__ import annotations

import re

from extract.read.syllables import is_syllable

_ENOUGH = 3
"""Words that tell together what none of them does."""
_WORD = re.compile(r"[^\W\d_]+")


def restore_capitals(text: str) -> str:
    """`text` with capitals where the word around a small toned letter is of capitals.

    A word with one capital and no plain small letter ("Xã", "ở") says nothing by itself: it
    follows the words on both sides of it in its line.

    >>> restore_capitals("CộNG HòA Xã HộI CHủ NGHĩA"), restore_capitals("Sở, UBND")
    ('CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 'Sở, UBND')
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    words = list(_WORD.finditer(line))
    if not words:
        return line
    case = [_case(word.group()) for word in words]
    if len(words) >= _ENOUGH and not any(known is not None for known in case):
        return line.upper()  # "Bộ Y Tế": in small letters one of them would have a plain one
    following: list[bool | None] = []
    after: bool | None = None
    for word, known in zip(reversed(words), reversed(case), strict=True):
        following.append(after)
        if known is not None and _tells(line, word):
            after = known
    following.reverse()
    out: list[str] = []
    place, before = 0, None
    for word, known, after in zip(words, case, following, strict=True):
        out.append(line[place : word.start()])
        capital = known
        if known is None:
            sides = [side for side in (before, after) if side is not None]
            capital = bool(sides) and all(sides)
        elif _tells(line, word):
            before = known
        out.append(word.group().upper() if capital else word.group())
        place = word.end()
    out.append(line[place:])
    return "".join(out)


def _tells(line: str, word: re.Match[str]) -> bool:
    """Whether the words beside it may be written as `word` is: not as an acronym, nor as the part
    of a symbol ("Số: 06/QĐ-BAN")."""
    return line[word.start() - 1 : word.start()] not in ("/", "-") and is_syllable(word.group())


def _case(word: str) -> bool | None:
    """Whether `word` is of capitals, None where its letters do not tell."""
    if any(char.islower() and char.isascii() for char in word):
        return False
    if not word[0].isupper() and any(char.isupper() for char in word):
        return True
    return True if sum(char.isupper() for char in word) > 1 else None
