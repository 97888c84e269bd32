"""Puts back the marks that recognition lost, where a syllable's neighbours leave no doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.read.ocr.repair.candidates import Candidate, candidates
from extract.read.ocr.repair.decode import best_scores
from extract.read.ocr.repair.model import Counts, Model, model
from extract.read.ocr.repair.tokens import END, Token, tokens
from extract.read.ocr.words import Choices, ReadWord
from extract.read.source import Repair, SourceLine

SURE = 3.0
"""By how much, in natural logarithms, a repair must beat what was read."""

SEEN = 1.0
"""What recognition says counts this much against the neighbours' word."""

NAME = 3
"""So often must a capitalised word have stood beside its neighbour to be put in its place."""

_SENTENCE = (".", ";", ":", "!", "?")


@dataclass(slots=True)
class _Slot:
    """A token of the raw text with what it may be."""

    start: int
    token: Token
    options: list[Candidate]


def repaired(
    raw: str, lines: Sequence[SourceLine], using: Model | None = None
) -> tuple[str, tuple[SourceLine, ...], tuple[Repair, ...]]:
    """The text with its marks put right, its lines, and what was changed.

    Only words that OCR read (`ReadWord`) are changed, letter for letter, so that all offsets stay.
    The lines come back with plain words, and with boxes on the page as it was given.
    """
    using = using or model()
    letters = list(raw)
    repairs: list[Repair] = []
    for stretch in _stretches(raw, lines):
        for repair, text in _stretch_repairs(raw, stretch, using):
            letters[repair.start : repair.end] = text
            repairs.append(repair)
    repairs.sort(key=lambda repair: repair.start)
    return "".join(letters), tuple(lines), tuple(repairs)


def _stretches(raw: str, lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Lines that read on one from the other: of one cell, or of the text outside tables."""
    stretch: list[SourceLine] = []
    for line in lines:
        if not line.words or not isinstance(line.words[0], ReadWord):
            continue
        if stretch and (line.cell != stretch[-1].cell or line.kind != stretch[-1].kind):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _stretch_repairs(
    raw: str, stretch: Sequence[SourceLine], using: Model
) -> Iterator[tuple[Repair, str]]:
    slots = list(_slots(raw, stretch, using))

    def link(place: int, one: Candidate, after: Candidate) -> float:
        either = slots[place].token.any_case or slots[place + 1].token.any_case
        counts = using.folded if either else using.cased
        if either:
            return counts.log(one.form.lower(), after.form.lower())
        return counts.log(one.form, after.form)

    scores = best_scores([slot.options for slot in slots], link)
    for i, (slot, score) in enumerate(zip(slots, scores, strict=True)):
        best = max(range(len(score)), key=score.__getitem__)
        if best and score[best] - score[0] >= SURE and _may(slots, i, slot.options[best], using):
            token, text = slot.token, slot.options[best].text
            start, end = slot.start + token.start, slot.start + token.end
            yield Repair(start, end, raw[start:end], "marks"), text


def _may(slots: Sequence[_Slot], i: int, taken: Candidate, using: Model) -> bool:
    """Whether no neighbour speaks for what was read alone. Names are never guessed: a capital
    inside a sentence stays, but for words known beside a neighbour."""
    token, read = slots[i].token, slots[i].options[0]
    near = [_near(slots, i, one, using.folded, fold=True) for one in (read, taken)]
    if any(mine > 0 and theirs == 0 for mine, theirs in zip(*near, strict=True)):
        return False
    if token.any_case or taken.form.islower():
        return True
    return max(_near(slots, i, taken, using.cased)) >= NAME


def _near(
    slots: Sequence[_Slot], i: int, one: Candidate, counts: Counts, fold: bool = False
) -> tuple[int, int]:
    """How often the candidate was seen after the word before it, and before the word after it."""

    def form(of: Candidate) -> str:
        return of.form.lower() if fold else of.form

    before = counts.pair(form(slots[i - 1].options[0]), form(one)) if i else 0
    last = i + 1 == len(slots)
    after = 0 if last else counts.pair(form(one), form(slots[i + 1].options[0]))
    return before, after


def _slots(raw: str, stretch: Sequence[SourceLine], using: Model) -> Iterator[_Slot]:
    opens = True
    for line in stretch:
        text = raw[line.start : line.end]
        if line.opens or (line.opens is None and text[:1].isupper() and not opens):
            yield _Slot(line.start, Token(0, 0, END), [Candidate("", END, 0.0)])
        choices = _letters(text, line)
        for token in tokens(text, opens or bool(line.opens) or text[:1].isupper()):
            word = text[token.start : token.end]
            told = tuple(choices[token.start : token.end])
            if not token.word:
                options = [Candidate(word, token.form, 0.0)]
            else:
                known = all(told) and len(told) == len(word)
                options = candidates(word, token.form, told if known else (), using)
                options = [replace(one, seen=one.seen * SEEN) for one in options]
            yield _Slot(line.start, token, options)
        opens = text.rstrip().endswith(_SENTENCE)


def _letters(text: str, line: SourceLine) -> list[Choices]:
    """The choices of each letter of a line; none for spaces and for words that lack them."""
    found: list[Choices] = [()] * len(text)
    place = 0
    for part, word in zip(text.split(), line.words, strict=True):
        start = text.index(part, place)
        place = start + len(part)
        if isinstance(word, ReadWord) and word.text == part and word.choices:
            found[start:place] = word.choices
    return found
