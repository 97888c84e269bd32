"""Quantities and deadlines: the values that targets and tasks carry, as written and normalised."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from schemas.base import Change, Comparator, Evidence, Model
from schemas.span import Span


class Quantity(Model):
    """A count or measure with its unit."""

    text: str = Field(description="as written: comparator, number, unit and rate")
    value: float | None = Field(description="the number; 2.700 is 2700, 1,5 is 1.5")
    value_max: float | None = Field(default=None, description="upper end, for ranges only")
    unit: str | None = Field(description="the counted noun as written, the shortest that names it")
    comparator: Comparator = "eq"
    per: str | None = Field(
        default=None, description="year, quarter, month, week, day, or the unit it is counted per"
    )
    change: Change | None = Field(default=None, description="for a rise or a fall by this much")
    rule: str = Field(description="id of the rule that read it")
    span: Span


class Deadline(Model):
    """A time expression that says when a target or task is to be done."""

    text: str = Field(description="as written")
    edtf: str | None = Field(description="EDTF date or interval; null for a bare recurrence")
    recurrence: list[str] = Field(default_factory=list, description="ISO 8601 durations")
    start: dt.date | None = Field(default=None, description="first day, where the text gives one")
    end: dt.date | None = Field(default=None, description="last day, where the text gives one")
    evidence: Evidence = "direct"
    rule: str
    span: Span
