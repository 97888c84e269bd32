"""Tells durations that are measures ("tối thiểu 20 năm") from deadlines, periods and hours."""

from __future__ import annotations

import re

from extract.find.quantities.counts import Count, Scene
from extract.find.quantities.left import follows_any
from extract.find.quantities.rates import Rate

_TIMES = re.compile(r" ?/ ?(?:0?1 |một )?lần(?!\w)| (?:một|hai|ba|[0-9]{1,2}) lần(?!\w)")
_OF_DAY = re.compile(r" ?(?:[0-9]{1,2}(?: phút)?|ngày|sáng|chiều|trưa|đêm|tối|hôm)(?!\w)")

_EVERY = ("mỗi ", "bình quân mỗi", "trung bình mỗi")


def is_period(scene: Scene, count: Count, rate: Rate | None) -> bool:
    """Whether a duration is a deadline, a period, a recurrence or an hour, and so no measure; or
    an age only says who is meant ("trẻ em 5 tuổi")."""
    left = count.left
    if count.kind == "age":
        return not (left.comparator or left.level or count.value_max)
    if count.kind not in ("time", "clock"):
        return False
    if left.per and not scene.lower.startswith(_EVERY, left.start):
        return True
    return _passed_over(scene, count) or not (rate or _is_length(scene, count))


def _passed_over(scene: Scene, count: Count) -> bool:
    """Passes over an hour ("8 giờ 30 phút") and a recurrence ("6 tháng một lần"); but "một tháng"
    is the rate of what follows ("một tháng hai lần")."""
    end = count.unit.end
    times = _TIMES.match(scene.lower, end)
    if times and count.numeral.value == 1:
        return True
    hour = _OF_DAY.match(scene.lower, end) if count.kind == "clock" else None
    over = times or hour
    scene.done = over.end() if over else scene.done
    return over is not None


def _is_length(scene: Scene, count: Count) -> bool:
    """Whether the words before the duration leave it a measure: "thời lượng", "tối thiểu"."""
    left, lexicon = count.left, scene.lexicon
    begin = left.start if left.from_start is None else min(left.start, left.from_start)
    bound = left.comparator not in (None, "about")
    if follows_any(scene.lower, begin, lexicon.lengths):
        return True
    if follows_any(scene.lower, begin, lexicon.spans):
        return False
    if not bound and follows_any(scene.lower, begin, lexicon.loose_spans):
        return False
    return count.kind == "clock" or bound or left.change is not None or left.level
