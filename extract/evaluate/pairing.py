"""Which predicted target or task answers which gold one: by the likeness of their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extract.evaluate.forms import bag, dice
from extract.evaluate.values import PLACE, Matches, Place, due, same_quantity
from schemas.gold import GoldQuantity, GoldTarget, GoldTask
from schemas.records import Target, Task
from schemas.values import Quantity

AnyTarget = Target | GoldTarget
AnyTask = Task | GoldTask
R = TypeVar("R", bound=AnyTarget | AnyTask)

LEAST_LIKENESS = 0.5
SAME_MEASURE = 0.2
SAME_DEADLINES = 0.1
SAME_PLACE = 0.1
DISTANCE = 0.05


@dataclass(frozen=True)
class Placed(Generic[R]):
    """A target or task with its place in the outline."""

    record: R
    place: Place

    @property
    def measure(self) -> Quantity | GoldQuantity | None:
        """What a target measures; tasks measure nothing."""
        return self.record.measure if isinstance(self.record, Target | GoldTarget) else None


def pair(gold: Sequence[Placed[R]], predicted: Sequence[Placed[R]]) -> Matches:
    """Pairs of positions (gold, predicted), the likest first; each record is in one pair at most.

    Only records whose quotes share half of their words are paired. Near equals are told apart by
    measure, deadlines, section and how far through its list each stands.
    """
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            likeness = dice(bag(g.record.quote), bag(p.record.quote))
            if likeness >= LEAST_LIKENESS:
                apart = abs(i / len(gold) - j / len(predicted))
                candidates.append((-_worth(g, p, likeness, apart), i, j))
    pairs: Matches = []
    left, right = set(range(len(gold))), set(range(len(predicted)))
    for _, i, j in sorted(candidates):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return pairs


def _worth(gold: Placed[R], predicted: Placed[R], likeness: float, apart: float) -> float:
    """How good a pair is: the likeness of the quotes, and what else the two agree on.

    Added up one by one in this order: pairs that tie do so to the last bit.
    """
    worth = likeness
    if gold.measure and predicted.measure and same_quantity(gold.measure, predicted.measure):
        worth += SAME_MEASURE
    if _all_due(gold.record) == _all_due(predicted.record):
        worth += SAME_DEADLINES
    if PLACE.overlap(gold.place, predicted.place):
        worth += SAME_PLACE
    return worth - DISTANCE * apart


def _all_due(record: AnyTarget | AnyTask) -> list[tuple[str, tuple[str, ...]]]:
    return sorted(map(due, record.deadlines))
