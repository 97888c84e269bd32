"""Highlights: stretches of the raw text, and the text cut at every edge of every one of them.

Records overlap freely (a task holds quantities and agencies, a heading may be a task as well), and
HTML elements can only nest. So the text is cut into pieces, flat and in order, and each piece knows
all the marks that cover it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from schemas.span import Span


class Mark(NamedTuple):
    """A stretch `raw[start:end]` (code points) that was read as something of this kind."""

    start: int
    end: int
    kind: str

    @classmethod
    def at(cls, span: Span | None, kind: str) -> Mark | None:
        """The mark for `span`; none where there is no span or nothing in it to show."""
        return cls(span.start, span.end, kind) if span and span.start < span.end else None


class Piece(NamedTuple):
    """A stretch of raw text without an edge inside; its marks by number, outermost first."""

    text: str
    marks: list[int]


def ranked(marks: Iterable[Mark], kinds: Collection[str]) -> list[Mark]:
    """The distinct marks, longer ones first, so that the higher of two numbers lies inside.

    Of marks over the same stretch, the kind that comes later in `kinds` lies inside.
    """
    rank = {kind: place for place, kind in enumerate(kinds)}
    return sorted(set(marks), key=lambda m: (m.start - m.end, m.start, rank[m.kind]))


def pieces(raw: str, marks: list[Mark]) -> Iterator[Piece]:
    """`raw` cut at every edge of `marks`; the texts of the pieces join to `raw`.

    The numbers in a piece are places in `marks`, in rising order.

    Raises:
        ValueError: a mark ends behind the end of `raw`.

    >>> [tuple(p) for p in pieces("abcd", [Mark(0, 3, "task"), Mark(2, 4, "agency")])]
    [('ab', [0]), ('c', [0, 1]), ('d', [1])]
    """
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        if mark.end > len(raw):
            raise ValueError(f"a span ends at {mark.end}, the text at {len(raw)}")
        starting.setdefault(mark.start, []).append(number)
        ending.setdefault(mark.end, []).append(number)
    open_marks: set[int] = set()
    for start, end in pairwise(sorted({0, len(raw), *starting, *ending})):
        open_marks.difference_update(ending.get(start, ()))
        open_marks.update(starting.get(start, ()))
        yield Piece(raw[start:end], sorted(open_marks))
