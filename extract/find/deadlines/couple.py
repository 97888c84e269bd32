"""Brings days without a year together with the recurrence beside them.

"Hằng năm, trước ngày 20/12" and "trước ngày 20 tháng 12 hằng năm" are one deadline each.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.find.deadlines import patterns
from extract.find.deadlines.binding import Bound
from extract.find.deadlines.recurrence import Recurrence


@dataclass(frozen=True, slots=True)
class Couple:
    """A point and the recurrences it belongs to; `start` to `end` covers all of them."""

    start: int
    end: int
    durations: tuple[str, ...]
    partners: tuple[Recurrence, ...]


def couples(low: str, bounds: list[Bound], recurrences: list[Recurrence]) -> dict[int, Couple]:
    """The couples among `bounds`, by index; neighbours in a list share a recurrence."""
    ends = {recurrence.end: recurrence for recurrence in recurrences}
    starts = {recurrence.start: recurrence for recurrence in recurrences}
    found: dict[int, Couple] = {}
    for index, bound in enumerate(bounds):
        if bound.point.yearless and bound.point.kind != "plan_year":
            left = _reached_backwards(low, bound.start, ends)
            right = _reached_forwards(low, bound.end, starts)
            if left or right:
                found[index] = _couple(low, bound, left, right)
    for index in sorted(found):
        for neighbour in (index - 1, index + 1):
            if neighbour not in found and _listed(low, bounds, index, neighbour):
                bound = bounds[neighbour]
                found[neighbour] = Couple(bound.start, bound.end, found[index].durations, ())
    return found


def _couple(low: str, bound: Bound, left: Recurrence | None, right: Recurrence | None) -> Couple:
    partners = tuple(partner for partner in (left, right) if partner)
    durations = tuple(dict.fromkeys(d for partner in partners for d in partner.durations))
    start = left.start if left else bound.start
    if not left and [word.word for word in bound.earlier[-2:]] == ["định", "kỳ"]:
        start = bound.earlier[-2].start
    end = right.end if right else bound.end
    if low.count("(", start, end) > low.count(")", start, end) and low.startswith(")", end):
        end += 1
    return Couple(start, end, durations, partners)


def _reached_backwards(low: str, at: int, ends: dict[int, Recurrence]) -> Recurrence | None:
    for end in range(at, max(-1, at - 12), -1):
        if end in ends:
            return ends[end] if patterns.JOINT.fullmatch(low, end, at) else None
    return None


def _reached_forwards(low: str, at: int, starts: dict[int, Recurrence]) -> Recurrence | None:
    for start in range(at, at + 12):
        if start in starts:
            return starts[start] if patterns.JOINT.fullmatch(low, at, start) else None
    return None


def _listed(low: str, bounds: list[Bound], one: int, other: int) -> bool:
    """Whether two neighbours, both without a year, stand in one list ("15/6 và 15/12")."""
    if not 0 <= other < len(bounds):
        return False
    first, second = (bounds[index] for index in sorted((one, other)))
    if not (first.point.yearless and second.point.yearless):
        return False
    if first.point.kind != second.point.kind or first.point.monthless != second.point.monthless:
        return False
    return patterns.AND.fullmatch(low, first.end, second.start) is not None
