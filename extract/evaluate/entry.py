"""Enters what a comparison of one document finds into a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from extract.evaluate.forms import collapsed
from extract.evaluate.report import Difference, Report
from extract.evaluate.values import Level, Matches, ValueType

V = TypeVar("V")


class Spot(NamedTuple):
    """The field of a record, as a list of differences names it."""

    record: str
    field: str
    id: str = ""


@dataclass(frozen=True)
class Entry:
    """One document's place in the report; `document` is the name of its file."""

    report: Report
    document: str

    def count(
        self,
        row: str,
        gold: Sequence[V],
        predicted: Sequence[V],
        of: ValueType[V],
        spot: Spot | None = None,
    ) -> dict[Level, Matches]:
        """Count the values of a field; with a `spot`, note those that nothing answers."""
        matches = of.matches(gold, predicted)
        for level, pairs in matches.items():
            self.report.levels[level].add(row, len(pairs), len(predicted), len(gold))
            missed, spurious = unanswered(gold, predicted, pairs)
            if spot and (missed or spurious):
                self.note(level, spot, map(of.show, missed), map(of.show, spurious))
        return matches

    def note(
        self, level: Level, spot: Spot, gold: Iterable[str] = (), predicted: Iterable[str] = ()
    ) -> None:
        """Note a difference in one line, several values side by side."""
        there, here = (" | ".join(map(collapsed, side)) for side in (gold, predicted))
        self.report.differences.append(
            Difference(
                level, self.document, collapsed(spot.record), spot.id, spot.field, there, here
            )
        )


def unanswered(
    gold: Sequence[V], predicted: Sequence[V], pairs: Matches
) -> tuple[list[V], list[V]]:
    """The gold and the predicted values that are in no pair."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        [value for i, value in enumerate(gold) if i not in left],
        [value for j, value in enumerate(predicted) if j not in right],
    )
