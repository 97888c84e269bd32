"""Finds deadlines: when a target or task is to be done, once or again and again.

Points in time (`points.py`) and recurrences (`recurrence.py`) are read from the text; words before
a point say how it binds (`binding.py`); `select.py` and `context.py` drop those that are no
deadlines. What a deadline is: corpus/gold/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.find.dates import lowered
from extract.find.deadlines import context, patterns
from extract.find.deadlines.binding import Bound, bound, edtf
from extract.find.deadlines.couple import Couple, couples
from extract.find.deadlines.points import find_points
from extract.find.deadlines.recurrence import Recurrence, find_recurrences
from extract.find.deadlines.select import selected
from extract.find.mentions import DeadlineMention

__all__ = ["find_deadlines"]

_ONE_YEAR = re.compile(r"(\d{4})(?:-\d\d){0,2}(?:/\1(?:-\d\d){0,2})?")


def find_deadlines(text: str, *, plan_period: str | None = None) -> list[DeadlineMention]:
    """The deadlines in `text`: a paragraph, clause or labelled value of reading text, in NFC.

    Offsets are code points of `text`; mentions are in order and do not overlap. `plan_period` is
    the plan's own period (EDTF); where it is one year, "trong năm" and "quý I" mean that year.
    Without it "trong năm" says nothing, and the year of "quý I" is written XXXX.

    >>> [(d.text, d.edtf) for d in find_deadlines("Mở 5 lớp; xong trước ngày 30/6/2025.")]
    [('xong trước ngày 30/6/2025', '../2025-06-30')]
    >>> [(d.edtf, d.recurrence) for d in find_deadlines("Hằng năm (trước ngày 10/12) báo cáo")]
    [('../XXXX-12-10', ('P1Y',))]
    """
    low = lowered(text)
    if not any(word in low for word in patterns.TELLTALES) and not patterns.NUMBERED.search(low):
        return []
    match = _ONE_YEAR.fullmatch(plan_period or "")
    mentions = _mentions(text, low, int(match[1]) if match else None)
    return list(_disjoint(sorted(mentions, key=lambda mention: mention.start)))


def _disjoint(mentions: Iterable[DeadlineMention]) -> Iterator[DeadlineMention]:
    """The first of two that share letters ("quý II, hằng năm, quý II" recurs but once)."""
    end = 0
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention


def _mentions(text: str, low: str, year: int | None) -> Iterator[DeadlineMention]:
    recurrences = find_recurrences(low)
    taken = {at for recurrence in recurrences for at in range(recurrence.start, recurrence.end)}
    points = [point for point in find_points(low) if point.start not in taken]
    bounds = [bound(low, point) for point in points]
    coupled = couples(low, bounds, recurrences)
    for index in selected(low, bounds, coupled):
        yield from _dated(text, bounds[index], coupled.get(index), year)
    partners = {partner for couple in coupled.values() for partner in couple.partners}
    for recurrence in recurrences:
        if recurrence not in partners and _is_deadline(low, recurrence):
            yield _mention(
                text, recurrence.start, recurrence.end, None, recurrence.durations, "recurrence"
            )


def _is_deadline(low: str, recurrence: Recurrence) -> bool:
    """Whether it says when; "hằng ngày" does so only where a clause begins with it."""
    return recurrence.durations != ("P1D",) or context.opens_clause(low, recurrence.start)


def _dated(
    text: str, bound: Bound, couple: Couple | None, year: int | None
) -> Iterator[DeadlineMention]:
    """One mention for each run of a point; months without a year lie in the plan's `year`."""
    point = bound.point
    if point.kind == "plan_year" and year is None:
        return
    start, end = (couple.start, couple.end) if couple else (bound.start, bound.end)
    durations = couple.durations if couple else ()
    rule = f"{bound.bind}_recurring" if couple else bound.bind
    for index, run in enumerate(point.runs):
        if year and point.yearless and point.kind != "day" and not couple:
            run = replace(run, first=(year, *run.first[1:]), last=(year, *run.last[1:]))
        yield _mention(
            text,
            run.start if index else start,
            end if index + 1 == len(point.runs) else run.end,
            edtf(run, bound.bind, ranged=point.ranged),
            durations,
            rule,
        )


def _mention(
    text: str, start: int, end: int, written: str | None, durations: tuple[str, ...], rule: str
) -> DeadlineMention:
    return DeadlineMention(start, end, text[start:end], written, durations, f"deadline.{rule}")
