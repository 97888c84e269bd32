"""The registry of agencies: who existed from when until when, and who took over.

Terms after Popolo (popoloproject.com, class Organization). Names come from the finder's lists
(extract/lexicons/agencies); dated facts from extract/lexicons/registry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from extract.find.agencies.phrases import Phrases
from extract.lexicons.load import collector_paused, rows, table
from extract.resolve.agencies.ids import slug

LOCAL = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Successor:
    """Who took over: all of it, or the function `moved`. `spread`: the level at which several
    bodies share it."""

    id: str
    moved: str | None = None
    spread: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A central body, or a kind of local body. Dates are first and last days.

    `latest` is the last day on which the name is no surprise, where the change took months;
    `central` the central body that a local kind's bare name means in a text for the country.
    """

    id: str
    name: str
    classification: str | None = None
    founding_date: dt.date | None = None
    dissolution_date: dt.date | None = None
    latest: dt.date | None = None
    by: str | None = None
    successors: tuple[Successor, ...] = ()
    unsure: bool = False
    parent: str | None = None
    central: str | None = None

    def existed(self, day: dt.date) -> bool:
        """Whether the body existed on `day`, as far as the registry knows."""
        born = self.founding_date is None or self.founding_date <= day
        return born and (self.dissolution_date is None or day <= self.dissolution_date)

    def surprises(self, day: dt.date) -> bool:
        """Whether its name is out of place in a text of `day`."""
        end = self.latest or self.dissolution_date
        return end is not None and day > end


@dataclass(frozen=True, slots=True)
class Registry:
    """`central` and `local` by id; `central_of` and `local_of` from the ids of the finder's rows to
    the body that they name; `levels` where a row stands, `names` its canonical name."""

    checked: dt.date
    acts: dict[str, dict[str, Any]]
    names: dict[str, str]
    levels: dict[str, tuple[str, ...]]
    head_levels: dict[str, tuple[str, ...]]
    central: dict[str, Body] = field(default_factory=dict)
    local: dict[str, Body] = field(default_factory=dict)
    central_of: dict[str, str] = field(default_factory=dict)
    local_of: dict[str, str] = field(default_factory=dict)
    own_names: Phrases[str] = field(default_factory=Phrases)

    def body(self, id: str) -> Body:
        """The central body or local kind of an id; one without dates where no row tells more."""
        found = self.central.get(id) or self.local.get(id)
        return found or Body(id, self.names.get(id, id))

    def local_body(self, id: str) -> Body:
        """The local kind of an id, also where a central body has the same."""
        return self.local.get(id) or self.body(id)

    def levels_of(self, row: str) -> tuple[str, ...]:
        """Where the body that a finder's row names stands: central, national, unit, sector, or
        some of `LOCAL`, all of which are meant where nothing is listed."""
        if row in self.levels:
            return self.levels[row]
        head = next((h for h in self.head_levels if row.startswith(f"{h}-")), None)
        is_field = row not in _own_rows()
        return self.head_levels[head] if head and is_field else LOCAL

    def act(self, id: str | None) -> str | None:
        """An act's name as cited."""
        return str(self.acts[id]["name"]) if id else None


@cache
def _own_rows() -> frozenset[str]:
    return frozenset(row["id"] for row in rows("agencies/names"))


def row_names() -> Iterator[tuple[str, str]]:
    """Ids and canonical names of everything that the finder's lists name."""
    for name in ("agencies/departments", "agencies/fields"):
        for row in rows(name):
            for head in row["heads"]:
                yield f"{slug(head)}-{row['id']}", f"{head} {row['canonical']}"
    for row in rows("agencies/names"):
        yield row["id"], row["canonical"]


def _day(row: dict[str, Any], name: str) -> dt.date | None:
    return dt.date.fromisoformat(row[name]) if name in row else None


def _body(row: dict[str, Any], names: dict[str, str]) -> Body:
    successors = tuple(Successor(**successor) for successor in row.get("successors", ()))
    return Body(
        id=row["id"],
        name=row.get("name") or names.get(row["id"], row["id"]),
        classification=row.get("classification"),
        founding_date=_day(row, "founding_date"),
        dissolution_date=_day(row, "dissolution_date"),
        latest=_day(row, "latest"),
        by=row.get("by"),
        successors=successors,
        unsure=row.get("unsure", False),
        parent=row.get("parent"),
        central=row.get("central"),
    )


@cache
def registry() -> Registry:
    """The registry, read once."""
    with collector_paused():
        acts, levels = table("registry/acts"), table("registry/levels")
        names = dict(row_names())
        stands: dict[str, tuple[str, ...]] = {}
        for level in ("central", "unit", *LOCAL):
            for row in levels[level]:
                stands[row] = (*stands.get(row, ()), level)
        heads = {head: tuple(where) for head, where in levels["heads"].items()}
        loaded = Registry(
            dt.date.fromisoformat(acts["checked"]), acts["acts"], names, stands,
            dict(sorted(heads.items(), key=lambda item: -len(item[0]))),
        )  # fmt: skip
        for file, bodies, of in (
            ("registry/central", loaded.central, loaded.central_of),
            ("registry/local", loaded.local, loaded.local_of),
        ):
            for row in rows(file):
                bodies[row["id"]] = _body(row, names)
                of[row["id"]] = row["id"]
                of.update((other, row["id"]) for other in row.get("rows", ()))
                own = [row["name"]] if "name" in row and file == "registry/central" else []
                for spelling in (*own, *row.get("aliases", ())):
                    loaded.own_names.add(spelling, row["id"])
    return loaded
