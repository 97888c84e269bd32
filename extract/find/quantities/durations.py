"""Tells durations that are measures ("tối thiểu 20 năm") from deadlines, periods and hours."""

from __future__ import annotations

import re

from extract.find.quantities.counts import Count, Scene
from extract.find.quantities.left import follows_any
from extract.find.quantities.rates import Rate

_TIMES = re.compile(r" ?/ ?(?:0?1 |một )?lần(?!\w)| (?:một|hai|ba|[0-9]{1,2}) lần(?!\w)")
_OF_DAY = re.compile(r" ?(?:[0-9]|ngày|sáng|chiều|trưa|đêm|tối|hôm)")

_EVERY = ("mỗi ", "bình quân mỗi", "trung bình mỗi")


def is_period(scene: Scene, count: Count, rate: Rate | None) -> bool:
    """Whether the duration is a deadline, a period, a recurrence ("6 tháng một lần") or an hour,
    or an age that says who is meant ("trẻ em 5 tuổi").

    A recurrence other than "một tháng một lần", which is a rate of what follows, is passed over.
    """
    left, end = count.left, count.unit.end
    if count.kind == "age":
        return not (left.comparator or left.level or count.value_max)
    if count.kind not in ("time", "clock"):
        return False
    if left.per and not scene.lower.startswith(_EVERY, left.start):
        return True
    times = _TIMES.match(scene.lower, end)
    if times:
        scene.done = scene.done if count.numeral.value == 1 else times.end()
        return True
    if rate:
        return False
    begin = left.start if left.from_start is None else min(left.start, left.from_start)
    bound = left.comparator not in (None, "about")
    if follows_any(scene.lower, begin, scene.lexicon.lengths):
        return False
    if follows_any(scene.lower, begin, scene.lexicon.spans):
        return True
    if not bound and follows_any(scene.lower, begin, scene.lexicon.loose_spans):
        return True
    if count.kind == "clock":
        return _OF_DAY.match(scene.lower, end) is not None
    return not (bound or left.change or left.level)
