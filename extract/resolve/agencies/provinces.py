"""The provinces, as far as agencies need them: their names, kinds, days and successors."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from extract.find.agencies.phrases import Phrases
from extract.lexicons.load import rows


@dataclass(frozen=True, slots=True)
class Province:
    """A province by its id in `places/provinces`; `until` is its last day, `into` who took over."""

    id: str
    name: str
    kind: str
    since: dt.date | None
    until: dt.date | None
    into: tuple[str, ...]

    def existed(self, day: dt.date) -> bool:
        """Whether it existed on `day`."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None


@cache
def provinces() -> dict[str, Province]:
    """All provinces since 2004 by id."""
    return {
        row["id"]: Province(
            row["id"], row["canonical"], row["kind"], _day(row.get("since")),
            _day(row.get("until")), tuple(row.get("into", ())),
        )
        for row in rows("places/provinces")
    }  # fmt: skip


@cache
def province_names() -> Phrases[str]:
    """Every spelling of a province's name with its id."""
    return Phrases(
        (spelling, row["id"])
        for row in rows("places/provinces")
        for spelling in (row["canonical"], *row.get("aliases", ()), *row.get("abbr", ()))
    )


def provinces_on(day: dt.date) -> list[str]:
    """The ids of the provinces of a day, in the order of the list."""
    return [province.id for province in provinces().values() if province.existed(day)]


def province_then(id: str, day: dt.date) -> str | None:
    """The province that a province's land belongs to on `day`; None where it went to several.

    >>> [province_then("bac-kan", dt.date(2025, month, 1)) for month in (6, 7)]
    ['bac-kan', 'thai-nguyen']
    """
    seen: set[str] = set()
    while id in provinces() and id not in seen:
        seen.add(id)
        province = provinces()[id]
        if province.until is None or day <= province.until:
            return id
        if len(province.into) != 1:
            return None
        id = province.into[0]
    return id
