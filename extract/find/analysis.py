"""What the finders saw in one text, to be asked by place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.find.deadlines import find_deadlines
from extract.find.mentions import AgencyMention, DeadlineMention, QuantityMention
from extract.find.words import Tagger

_Mention = TypeVar("_Mention", QuantityMention, DeadlineMention, AgencyMention)


def shifted(mention: _Mention, by: int) -> _Mention:
    """`mention` with its offsets moved by `by` code points."""
    if isinstance(mention, QuantityMention):
        return replace(
            mention,
            start=mention.start + by,
            end=mention.end + by,
            unit_start=mention.unit_start + by,
            unit_end=mention.unit_end + by,
        )
    return replace(mention, start=mention.start + by, end=mention.end + by)


@dataclass(slots=True)
class Analysis:
    """Mentions of `text`, ordered by place; offsets are code points of `text`."""

    text: str
    tagger: Tagger
    plan_period: str | None
    quantities: list[QuantityMention]
    deadlines: list[DeadlineMention]

    def quantities_in(self, start: int, end: int) -> list[QuantityMention]:
        """The quantities that lie within `start` to `end`."""
        return _within(self.quantities, start, end)

    def deadlines_in(self, start: int, end: int) -> list[DeadlineMention]:
        """The deadlines that lie within `start` to `end`."""
        return _within(self.deadlines, start, end)

    def schedule(self, start: int, end: int) -> list[DeadlineMention]:
        """The deadlines of a labelled value, read by itself: there "2023" alone is one."""
        value = self.text[start:end]
        found = find_deadlines(value, plan_period=self.plan_period)
        return [shifted(mention, start) for mention in found]


def _within(mentions: list[_Mention], start: int, end: int) -> list[_Mention]:
    first = bisect_left(mentions, start, key=lambda m: m.start)
    found: list[_Mention] = []
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
