"""Puts back the marks that recognition lost, where a syllable's neighbours leave no doubt."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.read.ocr.repair.candidates import Candidate, candidates
from extract.read.ocr.repair.decode import best_scores
from extract.read.ocr.repair.letters import letter_fixes
from extract.read.ocr.repair.model import Counts, Model, model
from extract.read.ocr.repair.tokens import END, Token, tokens
from extract.read.ocr.words import Choices, ReadWord
from extract.read.source import Repair, SourceLine, Word

SURE = 3.0
"""By how much, in natural logarithms, a repair must beat what was read."""

KNOWN = 2.0
"""As `SURE`, added where what was read is known beside one of its neighbours."""

SEEN = 1.0
"""What recognition says counts this much against the neighbours' word."""

_FIXED = 0.9
"""How likely a letter is that was put in another's place."""

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
    read = [line for line in lines if line.words and isinstance(line.words[0], ReadWord)]
    letters = list(raw)
    changes: list[tuple[int, int, str]] = []
    for start, text, rule in letter_fixes(raw, read, using):
        letters[start : start + len(text)] = text
        changes.append((start, start + len(text), rule))
    better = "".join(letters)
    for stretch in _stretches(read):
        for start, text in _marks(better, stretch, using):
            letters[start : start + len(text)] = text
            changes.append((start, start + len(text), "marks"))
    repairs = [
        Repair(start, end, raw[start:end], rule)
        for start, end, rule in _apart(changes)
        if raw[start:end] != "".join(letters[start:end])
    ]
    return "".join(letters), tuple(map(_plain, lines)), tuple(repairs)


def _apart(changes: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The changes in order; of two at one place the wider, with the rule that came first."""
    found: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(changes, key=lambda change: change[0]):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), found[-1][2])
        else:
            found.append((start, end, rule))
    return found


def _plain(line: SourceLine) -> SourceLine:
    """The line with plain words, and its box where the page as it was given has it."""
    boxes = [word.box for word in line.words if isinstance(word, ReadWord)]
    if not boxes or len(boxes) != len(line.words):
        return line
    words = tuple(
        Word(box[0], box[2], word.confidence) for box, word in zip(boxes, line.words, strict=True)
    )
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return replace(line, words=words, box=(x0, y0, x1, y1))


def _stretches(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Lines that read on one from the other: of one cell, or of the text outside tables."""
    stretch: list[SourceLine] = []
    for line in lines:
        if stretch and (line.cell != stretch[-1].cell or line.kind != stretch[-1].kind):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _marks(raw: str, stretch: Sequence[SourceLine], using: Model) -> Iterator[tuple[int, str]]:
    """Where words with other marks belong, and the words."""
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
        if best and score[best] - score[0] >= _needed(slots, i, slot.options[best], using):
            yield slot.start + slot.token.start, slot.options[best].text


def _needed(slots: Sequence[_Slot], i: int, taken: Candidate, using: Model) -> float:
    """By how much the candidate must beat what was read: more where a neighbour speaks for that,
    and without end where no neighbour speaks for the candidate there, or it would be a name."""
    token, read = slots[i].token, slots[i].options[0]
    theirs, mine = (_near(slots, i, one, using.folded, fold=True) for one in (read, taken))
    if any(seen and not known for seen, known in zip(theirs, mine, strict=True)):
        return math.inf
    name = not (token.any_case or taken.form.islower())
    if name and max(_near(slots, i, taken, using.cased)) < NAME:
        return math.inf
    return SURE + KNOWN if any(theirs) else SURE


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
        if isinstance(word, ReadWord) and len(word.choices) == len(part):
            found[start:place] = [
                told if told[0][0] == mine else ((mine, _FIXED), *told)
                for told, mine in zip(word.choices, part, strict=True)
            ]
    return found
