"""What a comparison counts, and how it is summed up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, get_args

from extract.evaluate.values import Level
from schemas.base import Evidence

UNPAIRED = "unpaired"
"""Stands for the way a lead was stated where no lead was predicted."""


@dataclass
class Tally:
    """Values found, found wrongly, and missed."""

    hit: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def empty(self) -> bool:
        """Whether there was nothing to count."""
        return not (self.hit or self.spurious or self.missed)

    def add(self, hit: int, predicted: int, gold: int) -> None:
        """Count `hit` right ones among so many predicted and so many gold values."""
        self.hit += hit
        self.spurious += predicted - hit
        self.missed += gold - hit

    @property
    def support(self) -> int:
        """The number of gold values."""
        return self.hit + self.missed

    @property
    def precision(self) -> float:
        """The share of predicted values that are right; 1 where nothing is predicted."""
        return _share(self.hit, self.hit + self.spurious)

    @property
    def recall(self) -> float:
        """The share of gold values that were found; 1 where there are none."""
        return _share(self.hit, self.support)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass
class Exactness:
    """How many of the gold records have every field right."""

    right: int = 0
    support: int = 0

    @property
    def share(self) -> float:
        """The share of records that are right; 1 where there are none."""
        return _share(self.right, self.support)


@dataclass
class LevelScores:
    """All counts of one level.

    `fields` by row ("tasks: lead"), `leads` by how the lead was stated (together they are the row
    "tasks: lead"), `records` by kind of record.
    """

    fields: dict[str, Tally] = field(default_factory=dict)
    leads: dict[str, Tally] = field(
        default_factory=lambda: {stated: Tally() for stated in (*get_args(Evidence), UNPAIRED)}
    )
    records: dict[str, Exactness] = field(
        default_factory=lambda: {"targets": Exactness(), "tasks": Exactness()}
    )

    def add(self, row: str, hit: int, predicted: int, gold: int) -> None:
        """Count into a row of `fields`."""
        self.fields.setdefault(row, Tally()).add(hit, predicted, gold)

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the rows that have gold values; 0 where there is none."""
        scores = [tally.f1 for tally in self.fields.values() if tally.support]
        return sum(scores) / len(scores) if scores else 0.0

    @property
    def micro_f1(self) -> float:
        """The F1 over all values, each counted once."""
        hit = sum(tally.hit for tally in self.fields.values())
        wrong = sum(tally.spurious + tally.missed for tally in self.fields.values())
        return 2 * hit / (2 * hit + wrong) if hit else 0.0


@dataclass(frozen=True)
class Difference:
    """One field of one record that is not the same; several values are joined by " | ".

    `id` is that of the predicted target or task, empty where there is none.
    """

    level: Level
    document: str
    record: str
    id: str
    field: str
    gold: str
    predicted: str


@dataclass
class Report:
    """The outcome of a comparison: scores by level, and every difference.

    `documents` names the gold files compared, `missing` those of them that have no plan: all their
    values count as missed. `unscored` names the files whose plans have no gold.
    """

    levels: dict[Level, LevelScores] = field(
        default_factory=lambda: {level: LevelScores() for level in Level}
    )
    documents: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unscored: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def differences_at(self, level: Level) -> list[Difference]:
        """The differences that remain on one level."""
        return [difference for difference in self.differences if difference.level == level]

    def as_json(self, errors: Sequence[Difference] | None = None) -> dict[str, Any]:
        """The report as JSON-ready data, with the differences `errors` if they are given.

        Keys: `documents`, `missing`, `unscored`, `levels` (by level: `macro_f1`, `micro_f1`,
        `fields`, `leads`, `records`) and, if given, `errors`.
        """
        data: dict[str, Any] = {
            "documents": self.documents,
            "missing": self.missing,
            "unscored": self.unscored,
            "levels": {level.value: _scores(scores) for level, scores in self.levels.items()},
        }
        if errors is not None:
            data["errors"] = [asdict(difference) for difference in errors]
        return data


def _scores(scores: LevelScores) -> dict[str, Any]:
    return {
        "macro_f1": scores.macro_f1,
        "micro_f1": scores.micro_f1,
        "fields": {row: _ratios(tally) for row, tally in scores.fields.items()},
        "leads": {
            stated: _ratios(tally) for stated, tally in scores.leads.items() if not tally.empty
        },
        "records": {
            kind: {"share": exactness.share, "right": exactness.right, "support": exactness.support}
            for kind, exactness in scores.records.items()
        },
    }


def _ratios(tally: Tally) -> dict[str, float]:
    return {
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "support": tally.support,
    }
