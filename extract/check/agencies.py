"""Agencies that no longer existed on the day of the document.

An old name in an old document is right; the same name later is a slip of a draft.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from extract.resolve.agencies import ended_before
from extract.resolve.agencies.document import document_day
from schemas.plan import Plan
from schemas.records import Assignment, Task

_SINGLE = frozenset({"exact", "alias", "positional"})


@dataclass(frozen=True, slots=True)
class Ended:
    """An agency's first mention in a document that was issued after its end."""

    task: Task
    assignment: Assignment
    end: dt.date
    basis: str | None


def ended_agencies(plan: Plan) -> Iterator[Ended]:
    """The first mention of each agency that had ended when `plan` was issued.

    Where the end took months (departments of 2025), only documents after these months count.
    """
    day = document_day(plan.document)
    if day is None:
        return
    seen: set[str] = set()
    for task in plan.tasks:
        for assignment in task.assignments:
            id = assignment.agency_id
            if id is None or id in seen or assignment.link not in _SINGLE:
                continue
            seen.add(id)
            if end := ended_before(id, day):
                yield Ended(task, assignment, *end)
