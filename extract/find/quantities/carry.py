"""How a comparator is passed on within a clause: "Ít nhất 70% A và 50% B" binds both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.find.quantities.left import LeftContext, phrases_before
from extract.find.quantities.lexicon import QuantityLexicon
from schemas.base import Change, Comparator

_ENDS_CLAUSE = re.compile(r"[;:\n]|\.(?=\s|$)")
_WHOLE = 100
_GROUPS = {
    "percent": "share",
    "points": "share",
    "money": "money",
    "measure": "measure",
    "time": None,
    "clock": None,
    "age": None,
    "grade": None,
}


@dataclass(slots=True)
class Carry:
    """The comparator and change of the last number of a clause that had any, for its like."""

    comparator: Comparator | None = None
    change: Change | None = None
    group: str | None = None
    end: int = 0
    depth: int = 0

    def move(self, lower: str, start: int) -> None:
        """Reads on to a number at `start`: the end of the clause ends what is passed on."""
        between = lower[self.end : start]
        if _ENDS_CLAUSE.search(between):
            self.comparator, self.change, self.depth = None, None, 0
        self.depth += between.count("(") - between.count(")")
        self.end = start

    def pass_on(
        self, lower: str, left: LeftContext, kind: str, value: float, lexicon: QuantityLexicon
    ) -> None:
        """Gives `left` what the number before passes on, or keeps what `left` has to pass on."""
        group = _GROUPS.get(kind, "count")
        if group is None:
            return
        if left.read:
            if group == self.group or left.comparator or left.change:
                self.comparator, self.change, self.group = left.comparator, left.change, group
                self.depth = 0
            return
        if group != self.group:
            return
        if self.depth or not _linked(lower, left.start, lexicon):
            self.comparator = self.change = None
            return
        exceeds = group == "share" and value >= _WHOLE and self.comparator in ("ge", "gt")
        if not exceeds:
            left.comparator, left.change = self.comparator, self.change


def _linked(lower: str, start: int, lexicon: QuantityLexicon) -> bool:
    """Whether only a comma or "và" parts the number at `start` from what stands before it."""
    if lower[max(0, start - 2) : start].rstrip().endswith(","):
        return True
    return any(phrase in lexicon.passes for _, phrase in phrases_before(lower, start))
