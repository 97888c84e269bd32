"""What finders return: mentions in a piece of reading text, not yet tied to any record.

All offsets are code points of the text that the finder was given.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.base import Change, Comparator


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A count or measure; `text` covers comparator, number, unit and rate."""

    start: int
    end: int
    text: str
    value: float
    value_max: float | None
    unit: str | None
    unit_start: int
    unit_end: int
    comparator: Comparator
    per: str | None
    change: Change | None
    rule: str


@dataclass(frozen=True, slots=True)
class DeadlineMention:
    """A time expression; `edtf` and `recurrence` as in corpus/gold/README.md."""

    start: int
    end: int
    text: str
    edtf: str | None
    recurrence: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One agency, or one group of agencies, as written.

    `name` is the full name with abbreviations expanded; `group` is true for "các sở, ban, ngành
    liên quan" and the like; `known` is false where only its form, no lexicon row, speaks for it.
    """

    start: int
    end: int
    text: str
    name: str
    group: bool
    known: bool
    rule: str
    candidates: tuple[str, ...] = field(default=())
