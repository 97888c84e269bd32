"""Finds deadlines: when a target or task is to be done, once or again and again.

Points in time (`points.py`) and recurrences (`recurrence.py`) are read from the text; words before
a point say how it binds (`cues.yaml`); `context.py` drops those that are no deadlines. What a
deadline is: the annotation guide, section "deadlines".
"""

from __future__ import annotations

from extract.find.dates import lowered
from extract.find.deadlines.join import Candidate, couple
from extract.find.deadlines.binding import bind_points
from extract.find.deadlines import patterns
from extract.find.deadlines.recurrence import find_recurrences
from extract.find.mentions import DeadlineMention

__all__ = ["find_deadlines"]
