"""Two looks at the same image, one of them smaller: what both see is sure, and where they differ
the surer one counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.read.ocr.words import Choices, ReadLine, ReadWord

SMALLER = 0.7
"""The second look's scale: letters at 200 dpi are smoother, which helps against broken edges."""

_SAME = 0.75
"""Share of their width that two readings of one word have in common."""

_SURER = 0.05
"""By how much the second look must be surer of a word with another number of letters."""

_SURE = 0.8
"""A word that the first look missed is taken from the second if that is so sure."""

_ALONE = 0.6
"""What the confidence of a word is multiplied with that one look only has seen."""

_ROW = 40.0
"""Pixels: words are looked up by their height in rows of this size."""


def voted(first: Sequence[ReadLine], second: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines of the first look, corrected by the second; both in pixels of the same image."""
    others = _Words(word for line in second for word in line.words)
    found = []
    for line in first:
        words = [_mixed(word, others.take(word)) for word in line.words]
        found.append(ReadLine(line.box, tuple(words)))
    left = others.left()
    return [_filled(line, left) for line in found]


def scaled(lines: Sequence[ReadLine], factor: float) -> list[ReadLine]:
    """The lines with their boxes `factor` times as large."""

    def word(one: ReadWord) -> ReadWord:
        x0, y0, x1, y1 = (place * factor for place in one.box)
        return replace(one, x0=x0, x1=x1, box=(x0, y0, x1, y1))

    return [
        ReadLine(
            (
                line.box[0] * factor,
                line.box[1] * factor,
                line.box[2] * factor,
                line.box[3] * factor,
            ),
            tuple(word(one) for one in line.words),
        )
        for line in lines
    ]


class _Words:
    """Words by where they stand; each is taken once."""

    def __init__(self, words: Iterable[ReadWord]) -> None:
        self._rows: dict[int, list[ReadWord]] = {}
        for word in words:
            self._rows.setdefault(self._row(word), []).append(word)

    def take(self, like: ReadWord) -> ReadWord | None:
        """The word that stands where `like` does."""
        row = self._row(like)
        near = [(key, one) for key in (row - 1, row, row + 1) for one in self._rows.get(key, ())]
        fitting = [(_shared(like, one), key, one) for key, one in near if _level(like, one)]
        share, key, best = max(fitting, key=lambda item: item[0], default=(0.0, 0, like))
        if share < _SAME:
            return None
        self._rows[key].remove(best)
        return best

    def left(self) -> list[ReadWord]:
        return [word for row in self._rows.values() for word in row]

    @staticmethod
    def _row(word: ReadWord) -> int:
        return int((word.box[1] + word.box[3]) / 2 / _ROW)


def _shared(one: ReadWord, other: ReadWord) -> float:
    """The width that two words share, of that of the wider one."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    return width / max(one.x1 - one.x0, other.x1 - other.x0, 1)


def _level(one: ReadWord, other: ReadWord) -> bool:
    height = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return height > 0.4 * min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _mixed(word: ReadWord, other: ReadWord | None) -> ReadWord:
    mine = word.confidence or 0.0
    if other is None:
        return replace(word, confidence=mine * _ALONE)
    theirs = other.confidence or 0.0
    if not (word.choices and other.choices) or len(word.text) != len(other.text):
        if theirs <= mine + _SURER:
            return word
        return replace(word, text=other.text, choices=other.choices, confidence=theirs)
    choices = tuple(_both(a, b) for a, b in zip(word.choices, other.choices, strict=True))
    sure = max(mine, theirs) if word.text == other.text else min(mine, theirs)
    text = "".join(options[0][0] for options in choices)
    return replace(word, text=text, choices=choices, confidence=sure)


def _both(one: Choices, other: Choices) -> Choices:
    """The letters that either look thought of, the likeliest on average first."""
    likely: dict[str, float] = {}
    for letter, share in (*one, *other):
        likely[letter] = likely.get(letter, 0.0) + share / 2
    return tuple(sorted(likely.items(), key=lambda item: -item[1]))


def _filled(line: ReadLine, left: list[ReadWord]) -> ReadLine:
    """The line with words that only the second look saw, where the first has a gap."""
    missed = [
        word
        for word in left
        if (word.confidence or 0) >= _SURE
        and line.box[0] < word.x0
        and word.x1 < line.box[2]
        and any(c.isalnum() for c in word.text)
        and all(not _covers(one, word) for one in line.words)
        and any(_level(one, word) for one in line.words)
    ]
    if not missed:
        return line
    for word in missed:
        left.remove(word)
    return ReadLine(line.box, tuple(sorted([*line.words, *missed], key=lambda word: word.x0)))


def _covers(one: ReadWord, other: ReadWord) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.1 * (other.x1 - other.x0)
