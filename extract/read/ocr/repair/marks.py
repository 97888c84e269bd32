"""Puts back the marks that recognition lost, where a syllable's neighbours leave no doubt."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.read.ocr.repair.candidates import Candidate, candidates
from extract.read.ocr.repair.decode import best_scores
from extract.read.ocr.repair.model import Model
from extract.read.ocr.repair.tokens import END, Token, tokens
from extract.read.ocr.words import Choices, ReadWord
from extract.read.source import SourceLine

SURE = 3.0
"""By how much, in natural logarithms, a repair must beat what was read."""

KNOWN = 2.0
"""Added where what was read is known beside one of its neighbours."""

KNOWN_NAME = 4.0
"""Added where what was read is a capitalised word that was seen elsewhere."""

NAME = 3
"""So often must a capitalised word have stood beside its neighbour to be put in its place."""

_FIXED = 0.9
"""How likely a letter is that was put in another's place."""

_SENTENCE = (".", ";", ":", "!", "?")


@dataclass(slots=True)
class _Slot:
    """A token of the raw text with what it may be; the first option is what was read."""

    start: int
    token: Token
    options: list[Candidate]
    best: int = 0

    @property
    def read(self) -> Candidate:
        return self.options[0]

    @property
    def taken(self) -> Candidate:
        return self.options[self.best]


def marks(raw: str, stretch: Sequence[SourceLine], using: Model) -> Iterator[tuple[int, str]]:
    """Where in lines that read on words with other marks belong, and the words."""
    slots = list(_slots(raw, stretch, using))
    scores = best_scores([slot.options for slot in slots], _Link(slots, using))
    for slot, score in zip(slots, scores, strict=True):
        slot.best = max(range(len(score)), key=score.__getitem__)
    for i, (slot, score) in enumerate(zip(slots, scores, strict=True)):
        if slot.best and score[slot.best] - score[0] >= _needed(slots, i, using):
            yield slot.start + slot.token.start, slot.taken.text


class _Link:
    """How likely a candidate is after another. Where the case of one tells nothing, it is left out
    of account in both."""

    def __init__(self, slots: Sequence[_Slot], using: Model) -> None:
        self._any_case = [slot.token.any_case for slot in slots]
        self._using = using

    def __call__(self, place: int, one: Candidate, after: Candidate) -> float:
        if self._any_case[place] or self._any_case[place + 1]:
            return self._using.folded.log(one.form.lower(), after.form.lower())
        return self._using.cased.log(one.form, after.form)


def _needed(slots: Sequence[_Slot], i: int, using: Model) -> float:
    """By how much the candidate must beat what was read: more where a neighbour speaks for that,
    and without end where no neighbour speaks for the candidate there, or it may be a name."""
    slot = slots[i]
    any_case = slot.token.any_case
    theirs = _near(slots, i, slot.read, using, fold=True)
    mine = _near(slots, i, slot.taken, using, fold=True)
    if any(seen and not known for seen, known in zip(theirs, mine, strict=True)):
        return math.inf
    needed = SURE + (KNOWN if any(theirs) else 0.0)
    if not slot.taken.form.islower() or any_case:  # what begins a line may be a name, too
        beside = _near(slots, i, slot.taken, using, fold=any_case, words=True)
        if max(beside) < NAME:
            return math.inf
    if slot.taken.form[0].isupper() and using.cased.single.get(slot.read.form, 0):
        needed += KNOWN_NAME
    return needed


def _near(
    slots: Sequence[_Slot],
    i: int,
    one: Candidate,
    using: Model,
    *,
    fold: bool,
    words: bool = False,
) -> tuple[int, int]:
    """How often the candidate was seen after the word before it, and before the word after it;
    with `words` only where that is a word indeed, with `fold` whatever the case."""
    counts = using.folded if fold else using.cased

    def seen(first: Candidate, second: Candidate) -> int:
        if fold:
            return counts.pair(first.form.lower(), second.form.lower())
        return counts.pair(first.form, second.form)

    def told(place: int) -> bool:
        return 0 <= place < len(slots) and (slots[place].token.word or not words)

    before = seen(slots[i - 1].taken, one) if told(i - 1) else 0
    after = seen(one, slots[i + 1].taken) if told(i + 1) else 0
    return before, after


def _slots(raw: str, stretch: Sequence[SourceLine], using: Model) -> Iterator[_Slot]:
    opens = True
    for line in stretch:
        text = raw[line.start : line.end]
        begins = text[:1].isupper()
        if line.opens or (line.opens is None and begins and not opens):
            yield _Slot(line.start, Token(0, 0, END), [Candidate("", END, 0.0)])
        choices = _choices(text, line)
        for token in tokens(text, opens or bool(line.opens) or begins):
            word = text[token.start : token.end]
            options = [Candidate(word, token.form, 0.0)]
            if token.word and len(word) > 1:
                told = tuple(choices[token.start : token.end])
                options = candidates(word, token.form, told if all(told) else (), using)
            yield _Slot(line.start, token, options)
        opens = text.rstrip().endswith(_SENTENCE)


def _choices(text: str, line: SourceLine) -> list[Choices]:
    """The choices of each letter of a line; none for spaces and for words that lack them."""
    found: list[Choices] = [()] * len(text)
    place = 0
    for part, word in zip(text.split(), line.words, strict=True):
        start = text.index(part, place)
        place = start + len(part)
        if isinstance(word, ReadWord) and len(word.choices) == len(part):
            found[start:place] = [
                told if told[0][0] == mine else ((mine, _FIXED), *told)
                for told, mine in zip(word.choices, part, strict=True)
            ]
    return found
