"""Chooses among points in time those that are deadlines."""

from __future__ import annotations

from collections.abc import Container

from extract.find.deadlines import context, patterns
from extract.find.deadlines.binding import Bound
from extract.find.deadlines.words import ends_with, phrases, starts_with, time_label

_NEAR = 30
_BINDS = ("until", "within", "since")


def selected(low: str, bounds: list[Bound], recurring: Container[int]) -> list[int]:
    """The indices of those `bounds` that are deadlines.

    `recurring` are indices of points that a recurrence stands beside: they need no further proof.
    What carries on a name's period ("…, tầm nhìn đến năm 2045", "… và năm 2023") goes with it.
    """
    label = time_label().match(low)
    labelled_from = label.end() if label else len(low) + 1
    chosen: list[int] = []
    named: Bound | None = None
    for index, bound in enumerate(bounds):
        earlier = bounds[index - 1] if index else None
        if index in recurring:
            chosen.append(index)
        elif earlier and _carries_on(low, earlier, bound, of_name=earlier is named):
            named = bound
        elif bound.start >= labelled_from:
            if not bound.point.monthless:
                chosen.append(index)
        elif _says_enough(low, bound):
            if _is_name(low, bound):
                named = bound
            else:
                chosen.append(index)
    return chosen


def _carries_on(low: str, earlier: Bound, bound: Bound, *, of_name: bool) -> bool:
    """Whether it is the outlook after a period, or carries on the period of a name.

    "đến năm 2030, tầm nhìn đến năm 2045"; "…, giai đoạn I: từ năm …"; "… và giai đoạn 2026 - 2030".
    """
    gap = (earlier.end, bound.start)
    if patterns.OUTLOOK.fullmatch(low, *gap):
        return True
    if not of_name:
        return False
    stage = patterns.STAGE.fullmatch(low, *gap)
    return bool(stage or (not bound.firm and patterns.AND.fullmatch(low, *gap)))


def _says_enough(low: str, bound: Bound) -> bool:
    """Whether the words at hand make it a time to do something: a bare number needs a cue."""
    point = bound.point
    if context.is_quoted(low, bound) or context.rules_itself_out(low, bound):
        return False
    if context.is_outlook(low, bound):
        return False
    if point.kind == "plan_year":
        return bound.bind != "part"
    if point.kind == "day":
        return _is_due_day(low, bound)
    if point.bare and starts_with(low, bound.end, phrases("counted_after")):
        return False
    if bound.bind in (*_BINDS, "stretch"):
        return True
    if point.bare:
        return context.stands_alone(low, bound) or _in_stage(low, bound) or _is_held(bound)
    return not (point.yearless or point.part) or context.opens_clause(low, bound.start)


def _is_due_day(low: str, bound: Bound) -> bool:
    point, bind = bound.point, bound.bind
    if point.monthless:
        return False
    if bind == "until" or (point.ranged and bind in _BINDS):
        return True
    if not point.yearless:
        return bind in _BINDS or not context.is_dated_document(low, bound)
    if bind == "within" and not point.bare:
        return "dịp" not in low[bound.start : point.start]
    return _is_whole(low, bound)


def _is_whole(low: str, bound: Bound) -> bool:
    """Whether the text holds nothing else."""
    begins = patterns.VALUE_BEFORE.fullmatch(low, 0, bound.start) is not None
    return begins and patterns.NOTHING_AFTER.fullmatch(low, bound.end) is not None


def _in_stage(low: str, bound: Bound) -> bool:
    """Whether it is the time of a numbered stage: "Giai đoạn I (2018 - 2020)", "3 năm (2018 …"."""
    stages = patterns.STAGE_OPENS.finditer(low, max(0, bound.start - _NEAR), bound.start)
    return any(stage.end() == bound.start for stage in stages)


def _is_held(bound: Bound) -> bool:
    """Whether something takes place in a month: "hoàn thành 6/2024"."""
    return bound.point.kind == "month" and ends_with(bound.earlier, phrases("held_on")) > 0


def _is_name(low: str, bound: Bound) -> bool:
    if bound.point.kind == "plan_year":
        return context.is_name(low, bound, "year", reach=_NEAR)
    if bound.point.kind == "day" or bound.firm:
        return False
    return context.is_name(low, bound, bound.period)
