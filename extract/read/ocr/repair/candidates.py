"""What a word that was read may be in truth, and how far recognition agrees."""

from __future__ import annotations

import math
from dataclasses import dataclass

from extract.read.ocr.repair.model import Model
from extract.read.ocr.repair.spelling import one_placement, skeleton
from extract.read.ocr.words import Choices

_ABSENT = 0.0005
"""How likely a letter is that recognition never thought of, but differs in its marks only."""

_MOST = 8
"""Candidates of one word."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a word: `form` is what the model counts, `seen` the logarithm of how likely
    recognition holds it to be."""

    text: str
    form: str
    seen: float


def candidates(word: str, form: str, choices: tuple[Choices, ...], model: Model) -> list[Candidate]:
    """The word as it was read, first, then known words that differ from it in marks.

    `choices` has an entry for each letter of `word`, or none.
    """
    lower = form.islower()
    found = [Candidate(word, form, _seen(word, choices))]
    for known in model.words(skeleton(word)):
        text = _in_case_of(known, word)
        if one_placement(known) != one_placement(word.lower()):
            mine = one_placement(text.lower() if lower else text)
            found.append(Candidate(text, mine, _seen(text, choices)))
    found[1:] = sorted(found[1:], key=lambda one: (-one.seen - model.common(one.form), one.text))
    return found[:_MOST]


def _seen(text: str, choices: tuple[Choices, ...]) -> float:
    if not choices:
        return 0.0
    return sum(_letter(mine, told) for mine, told in zip(text, choices, strict=True))


def _letter(letter: str, told: Choices) -> float:
    return math.log(next((p for c, p in told if c == letter), _ABSENT))


def _in_case_of(known: str, word: str) -> str:
    return "".join(c.upper() if like.isupper() else c for c, like in zip(known, word, strict=True))
