"""What the readers of this package hand to one another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A mention from token `start` to before token `end`.

    `prefix` holds words that the source says once for a row of names: for "Quốc phòng" of "các Bộ:
    Công an, Quốc phòng" it is "Bộ".
    """

    start: int
    end: int
    rule: str
    group: bool = False
    known: bool = True
    prefix: str = ""
