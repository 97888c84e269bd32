"""Chooses among points in time those that are deadlines."""

from __future__ import annotations

from collections.abc import Container

from extract.find.deadlines import context, patterns
from extract.find.deadlines.binding import Bound
from extract.find.deadlines.words import time_label

_NEAR = 30
_BINDS = ("until", "within", "since")


def selected(low: str, bounds: list[Bound], recurring: Container[int]) -> list[int]:
    """The indices of those `bounds` that are deadlines.

    `recurring` are indices of points that a recurrence stands beside: they need no further proof.
    What follows a name's period ("…, tầm nhìn đến năm 2045", "… và năm 2023") goes with it.
    """
    label = time_label().match(low)
    labelled_from = label.end() if label else len(low) + 1
    chosen: list[int] = []
    named: Bound | None = None
    for index, bound in enumerate(bounds):
        earlier = bounds[index - 1] if index else None
        if index in recurring:
            chosen.append(index)
        elif _follows_up(low, earlier, bound) or (named and named is earlier and _continues(low, named, bound)):
            named = bound
        elif bound.start >= labelled_from and not bound.point.monthless:
            chosen.append(index)
        elif _stands_for_itself(low, bound):
            if _is_name(low, bound):
                named = bound
            else:
                chosen.append(index)
    return chosen


def _follows_up(low: str, earlier: Bound | None, bound: Bound) -> bool:
    """Whether it is the outlook after a period: "đến năm 2030, tầm nhìn đến năm 2045"."""
    if earlier and patterns.VISION.fullmatch(low, earlier.end, bound.start):
        return True
    return context.is_vision(low, bound)


def _continues(low: str, named: Bound, bound: Bound) -> bool:
    """Whether it carries a name's period on: "giai đoạn I: từ năm …", "và giai đoạn 2026 - 2030"."""
    gap = (named.end, bound.start)
    if patterns.STAGE.fullmatch(low, *gap):
        return True
    return not bound.firm and patterns.AND.fullmatch(low, *gap) is not None


def _stands_for_itself(low: str, bound: Bound) -> bool:
    """Whether the words at hand say enough: a bare number or a lone "tháng 6" needs a cue."""
    point, bind = bound.point, bound.bind
    if context.is_quoted(low, bound) or context.rules_itself_out(low, bound):
        return False
    if point.kind == "plan_year":
        return bind != "part"
    if point.kind == "day":
        return _is_due_day(low, bound)
    if bind in _BINDS or bind == "stretch":
        return True
    if point.bare:
        return context.stands_alone(low, bound) or _in_stage(low, bound)
    return not point.yearless or context.opens_clause(low, bound.start)


def _is_due_day(low: str, bound: Bound) -> bool:
    point = bound.point
    if point.monthless:
        return False
    if bound.bind == "until" or (point.ranged and bound.bind in _BINDS):
        return True
    if point.yearless:
        return not low[: bound.start].strip("-+ ") and not low[bound.end :].strip(" .;")
    return bound.bind in _BINDS or not context.is_dated_document(low, bound)


def _in_stage(low: str, bound: Bound) -> bool:
    """Whether it is the time of a numbered stage: "Giai đoạn I (2018 - 2020)"."""
    start = max(0, bound.start - _NEAR)
    return any(m.end() == bound.start for m in patterns.STAGE_OPENS.finditer(low, start, bound.start))


def _is_name(low: str, bound: Bound) -> bool:
    if bound.point.kind == "plan_year":
        return context.is_name(low, bound, "year", reach=_NEAR)
    if bound.point.kind == "day" or bound.firm:
        return False
    return context.is_name(low, bound, bound.period)
