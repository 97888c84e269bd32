"""The registry's tables as places: each level when it is first asked for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from extract.lexicons.load import collector_paused, rows
from extract.resolve.places.kinds import kinds
from extract.resolve.places.model import COMMUNE, DISTRICT, PROVINCE, Place

_SPELLINGS = ("aliases", "abbr", "short")


LEVELS = (PROVINCE, DISTRICT, COMMUNE)
_FILES = {DISTRICT: "districts.tsv.gz", COMMUNE: "communes.tsv.gz"}


@cache
def known_places(level: int) -> tuple[Place, ...]:
    """All versions of the places of a level (1 to 3), those of one id together and in order."""
    if level == PROVINCE:
        return tuple(version for row in rows("places/provinces") for version in _versions(row))
    folder = resources.files("extract.lexicons").joinpath("places")
    packed = folder.joinpath(_FILES[level]).read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    with collector_paused():
        return tuple(_unit(line) for line in lines if not line.startswith("#"))


def _versions(row: dict[str, Any]) -> Iterator[Place]:
    facts = {key: row.get(key, "") for key in ("kind", "code", "since", "basis")}
    changes = [{}, *row.get("changes", ())]
    for change, after in zip(changes, [*changes[1:], None], strict=True):
        facts |= {key: change[key] for key in facts if key in change}
        yield Place(
            id=row["id"],
            name=row["canonical"],
            kind=_kind_id(facts["kind"]),
            level=PROVINCE,
            code=facts["code"],
            parent=None,
            since=facts["since"],
            until=row.get("until", "") if after is None else _day_before(after["since"]),
            basis=facts["basis"],
            into=tuple(row.get("into", ())) if after is None else (),
            aliases=tuple(spelling for field in _SPELLINGS for spelling in row.get(field, ())),
            weak=tuple(row.get("weak", ())),
        )


def _kind_id(name: str) -> str:
    return next(kind.id for kind in kinds().values() if kind.name == name)


def _day_before(days: str) -> str:
    """The day before, of a day or of both ends of a span."""
    return "/".join(
        (date.fromisoformat(day) - timedelta(days=1)).isoformat() for day in days.split("/")
    )


def _unit(line: str) -> Place:
    id_, kind, name, code, since, until, basis, into = line.split("\t")
    return Place(
        id=id_,
        name=name,
        kind=kind,
        level=kinds()[kind].levels[-1],
        code=code,
        parent=id_.rpartition("/")[0],
        since=since,
        until=until,
        basis=basis,
        into=tuple(into.split(",")) if into else (),
    )
