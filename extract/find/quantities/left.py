"""What stands to the left of a number: comparators and changes, or the head of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.quantities.lexicon import LONGEST_PHRASE, NameHead, QuantityLexicon, Unit
from extract.find.quantities.numerals import Numeral
from schemas.base import Change, Comparator

_SURE = frozenset({"percent", "points", "money"})
STRONG = _SURE | {"measure", "person", "household"}
"""Kinds of units that outweigh a name before the number."""

_WINDOW = 48
_CLAUSE = 100
_OPENING = "([{“\"'‘-–+•*:;,…/"
_CLAUSE_START = re.compile(r"[;:.()](?=\s|$)|[()]")


@dataclass(slots=True)
class LeftContext:
    """How a number is bound by the words before it, from `start` on.

    `word` is the comparator as written, `far` whether it binds across other words; `from_start`
    is the place of a "từ" among them. `level` says that they name the level reached ("còn",
    "đạt"), `bridged` that a verb leads to the number ("là", "có"), `read` that any word was known.
    """

    start: int
    comparator: Comparator | None = None
    word: str = ""
    far: bool = False
    change: Change | None = None
    per: str | None = None
    from_start: int | None = None
    level: bool = False
    bridged: bool = False
    read: bool = False

    @property
    def binds(self) -> bool:
        """Whether the words show that the number counts, so that it is no name."""
        return bool(self.comparator or self.change or self.per or self.from_start is not None)


def read_left(lower: str, floor: int, start: int, lexicon: QuantityLexicon) -> LeftContext:
    """Reads leftwards from the number at `start`, no further than `floor`, for as long as phrases
    of the lexicon follow."""
    found = LeftContext(start)
    place = _read_sign(lower, found, lexicon)
    crossed = False
    while (entry := _longest_phrase(lower, place, lexicon)) is not None and entry[0] >= floor:
        place, phrase = entry
        before = lexicon.before[phrase]
        if before.role == "comparator":
            if crossed and not before.far:
                break
            if found.comparator in (None, "about"):
                found.comparator, found.word, found.far = before.comparator, phrase, before.far
            found.start = place
        elif before.role == "change":
            if not (found.level or found.bridged):
                found.change, found.start = before.change, place
            found.read = True
            break
        elif before.role == "rate":
            found.per, found.start = found.per or before.per, place
        elif before.role == "from":
            found.from_start = place
        else:
            crossed = True
            found.level = found.level or before.role == "level"
            found.bridged = found.bridged or before.role == "bridge"
        found.read = True
    return found


def _read_sign(lower: str, found: LeftContext, lexicon: QuantityLexicon) -> int:
    """Takes "≥" and its like before the number; gives the place to read on from."""
    ahead = lower[max(0, found.start - 3) : found.start].rstrip()
    for sign in (ahead[-2:], ahead[-1:]):
        if sign in lexicon.signs:
            found.start = lower.rindex(sign, 0, found.start)
            found.comparator, found.word = lexicon.signs[sign], sign
            found.far = found.read = True
            break
    return found.start


def _longest_phrase(lower: str, place: int, lexicon: QuantityLexicon) -> tuple[int, str] | None:
    longest = None
    for entry in phrases_before(lower, place):
        if entry[1] in lexicon.before:
            longest = entry
    return longest


def phrases_before(lower: str, place: int) -> Iterator[tuple[int, str]]:
    """The last word before `place`, the last two words, and so on; each with its start.

    No phrase reaches across punctuation.

    >>> [phrase for _, phrase in phrases_before("đạt (tối thiểu 5", 15)]
    ['thiểu', 'tối thiểu']
    """
    floor = max(0, place - _WINDOW)
    tail = lower[floor:place].rstrip(" ")
    cut = len(tail)
    for _ in range(LONGEST_PHRASE):
        cut = tail.rfind(" ", 0, cut)
        if cut < 0 and floor > 0:
            return
        written = tail[cut + 1 :]
        phrase = written.lstrip(_OPENING)
        yield floor + len(tail) - len(phrase), phrase
        if cut < 0 or len(phrase) < len(written):
            return


def is_named(lower: str, numeral: Numeral, unit: Unit | None, lexicon: QuantityLexicon) -> bool:
    """Whether the words before the number make it a citation, a date or part of a name.

    A `unit` of the lexicon can outweigh that: "dự án 20 tỷ đồng" holds a measure.
    """
    head: NameHead | None = None
    for _, phrase in phrases_before(lower, numeral.start):
        head = lexicon.names.get(phrase, head)
    if head is None or (head.role == "verb" and unit):
        return False
    if unit and unit.kind in (_SURE if head.role == "citation" else STRONG):
        return False
    if head.limit == float("inf"):
        return True
    counts = numeral.padded or "," in lower[numeral.start : numeral.end]
    return numeral.value <= head.limit and not counts


def follows_any(lower: str, place: int, phrases: frozenset[str]) -> bool:
    """Whether one of `phrases` stands right before `place`."""
    return any(phrase in phrases for _, phrase in phrases_before(lower, place))


def clause_before(lower: str, floor: int, start: int) -> int:
    """Where the clause that holds `start` begins: at `floor`, a sign that ends one, or near by."""
    floor = max(floor, start - _CLAUSE)
    for match in _CLAUSE_START.finditer(lower, floor, start):
        floor = match.end()
    return floor


def change_in_clause(lower: str, floor: int, start: int, lexicon: QuantityLexicon) -> Change | None:
    """The change named in `lower[floor:start]`, unless a level stands between it and the end."""
    found = None
    for match in lexicon.changes.finditer(
        lower, lower.rfind(",", floor, start) + 1 or floor, start
    ):
        found = match
    if found is None or found.lastindex is None:
        return None
    if lexicon.levels.search(lower, found.end(), start):
        return None
    return "increase" if found.lastindex == 1 else "decrease"
