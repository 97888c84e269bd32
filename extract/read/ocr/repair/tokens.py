"""Cuts text into what the model of syllables counts: words, numbers, and where phrases end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.read.ocr.repair.spelling import one_placement
from extract.read.syllables import is_syllable

END = "|"
"""Stands for whatever ends a phrase: a sign, the end of a paragraph."""

NUMBER = "#"

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_SENTENCE = frozenset('.;:!?"“”)')
_JOINS = frozenset("-–")


@dataclass(slots=True)
class Token:
    """`text[start:end]` and the form that is counted: a word, `NUMBER`, `END` or a dash.

    Words keep their capital, which tells names, unless they begin a sentence. `any_case` says that
    the case tells nothing: in text all in capitals and where a sentence begins.
    """

    start: int
    end: int
    form: str
    word: bool = False
    any_case: bool = False


def tokens(text: str, opens: bool = True) -> Iterator[Token]:
    """The tokens of a paragraph, or of a piece of one; `opens` says whether a sentence begins.

    >>> [token.form for token in tokens("Bộ Quốc phòng, UBND 63 tỉnh")]
    ['bộ', 'Quốc', 'phòng', '|', 'UBND', '#', 'tỉnh']
    """
    found = list(_TOKEN.finditer(text))
    shouted = [_is_shouted(found, i) for i in range(len(found))]
    for i, match in enumerate(found):
        word = match[0]
        if word[0].isalpha():
            any_case = shouted[i] or (opens and word[0].isupper())
            shown = word.lower() if any_case and (shouted[i] or not _is_short(word)) else word
            yield Token(*match.span(), one_placement(shown), True, any_case)
            opens = False
        elif word[0].isdigit():
            yield Token(*match.span(), NUMBER)
        else:
            yield Token(*match.span(), "-" if word in _JOINS else END)
            opens = opens or word in _SENTENCE


def _is_short(word: str) -> bool:
    """Whether a word is a short name such as UBND."""
    return len(word) > 1 and word.isupper()


def _is_shouted(found: list[re.Match[str]], i: int) -> bool:
    """Whether a word, no short name, stands in text in capitals: with such words next to it."""
    if not found[i][0].isupper() or not is_syllable(found[i][0]):
        return False
    near = found[max(0, i - 2) : i] + found[i + 1 : i + 3]
    others = [match[0] for match in near if match[0][0].isalpha()]
    return sum(word.isupper() for word in others) * 2 >= max(1, len(others))
