"""Look-ups in the registry of places: by name, id or code and a day; what became of a place.

No function looks at the clock: the day is an argument everywhere, as is the "today" of `today`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache

from extract.resolve.places.kinds import kinds as all_kinds
from extract.resolve.places.load import LEVELS, known_places
from extract.resolve.places.model import COMMUNE, DISTRICT, PROVINCE, Place


def by_id(id_: str, on: date) -> Place | None:
    """The version of a place on a day; None where it was not there or the id is unknown.

    >>> by_id("thai-nguyen", date(2026, 1, 1)).since, by_id("bac-kan", date(2026, 1, 1))
    ('2025-07-01', None)
    >>> by_id("bac-kan/huyen-na-ri", date(2024, 5, 1)).name
    'Na Rì'
    """
    return _best(versions(id_), on)


def by_code(code: str, on: date) -> Place | None:
    """The place that an official code named on a day. Two digits are a province, three a district
    (until 2025-06-30), five a commune; leading zeros count.

    >>> by_code("24", date(2025, 6, 30)).id, by_code("24", date(2025, 7, 1)).id
    ('bac-giang', 'bac-ninh')
    """
    level = {2: PROVINCE, 3: DISTRICT, 5: COMMUNE}.get(len(code))
    return _best(_by_code(level).get(code, ()), on) if level else None


def versions(id_: str) -> tuple[Place, ...]:
    """All versions of an id, in order; () for an unknown one."""
    known = (_by_id(level).get(id_) for level in _levels_of(id_))
    return next(filter(None, known), ())


def today(place: Place, on: date) -> tuple[Place, ...]:
    """Where the land and the tasks of `place` are on a later day, ordered by id.

    One place, or several where it was divided among them; a district that ended gives the communes
    that its own went to. () where that is not known. A day before its own end gives it unchanged.

    >>> bac_kan = by_id("bac-kan", date(2020, 1, 1))
    >>> [now.id for now in today(bac_kan, date(2026, 1, 1))]
    ['thai-nguyen']
    >>> ha_tay = by_id("ha-tay", date(2005, 1, 1))
    >>> [now.id for now in today(ha_tay, date(2026, 1, 1))]
    ['ha-noi']
    """
    found: dict[str, Place] = {}
    waiting, seen = [place], {place.id}
    while waiting:
        before = waiting.pop()
        now = by_id(before.id, on)
        if now:
            found[now.id] = now
            continue
        into = {id_ for version in versions(before.id)[-1:] for id_ in version.into} - seen
        seen |= into
        waiting += [version for id_ in into for version in versions(id_)[-1:]]
    return tuple(found[id_] for id_ in sorted(found))


def province_of(place: Place, on: date | None = None) -> Place | None:
    """The province that a place is in (a province itself), as it was on a day when the place was.

    `on` is that day; without it the last one that is sure. None where the day is not the place's.

    >>> province_of(by_id("bac-kan/huyen-na-ri", date(2024, 5, 1))).name
    'Bắc Kạn'
    """
    day = on or date.fromisoformat(place.sure_days[1])
    return by_id(place.province_id, day) if place.may_have_been_there(day) else None


def parents(place: Place) -> tuple[str, ...]:
    """The ids of the district, if any, and the province that a place is in, the nearest first.

    >>> parents(by_id("bac-kan/huyen-na-ri/xa-kim-hy", date(2024, 5, 1)))
    ('bac-kan/huyen-na-ri', 'bac-kan')
    """
    parts = place.id.split("/")
    return tuple("/".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))


def contains(outer: Place, inner: Place) -> bool:
    """Whether `inner` is in `outer` (or is it) at a time when both were.

    >>> na_ri = by_id("bac-kan/huyen-na-ri", date(2024, 5, 1))
    >>> contains(by_id("bac-kan", date(2024, 5, 1)), na_ri)
    True
    >>> contains(by_id("thai-nguyen", date(2026, 5, 1)), na_ri)
    False
    """
    (first, last), (since, until) = outer.possible_days, inner.possible_days
    meet = max(first, since) <= min(last, until)
    return meet and (outer.id == inner.id or outer.id in parents(inner))


def members(
    place: Place, on: date, kinds: Iterable[str] = (), *, unsure: bool = False
) -> tuple[Place, ...]:
    """What is directly in a place on a day, ordered by id; only of `kinds`, where some are given.

    Units that may have ended by then, or not begun, are left out but for `unsure`. Of most
    districts nothing is sure before 2023-04-10, though few changed.

    >>> bac_kan = by_id("bac-kan", date(2025, 6, 1))
    >>> len(members(bac_kan, date(2025, 6, 1))), len(members(bac_kan, date(2025, 6, 1), ["huyen"]))
    (8, 7)
    """
    wanted = set(kinds) or set(all_kinds())
    levels = {level for kind in wanted for level in all_kinds()[kind].levels} - {PROVINCE}
    inside = [one for level in levels for one in _by_parent(level).get(place.id, ())]
    there = Place.may_have_been_there if unsure else Place.was_there
    found = [one for one in inside if one.kind in wanted and there(one, on)]
    return tuple(sorted(found, key=lambda one: one.id))


def places(on: date, level: int = PROVINCE) -> tuple[Place, ...]:
    """All places of a level that surely were on a day.

    >>> len(places(date(2025, 6, 30))), len(places(date(2025, 7, 1)))
    (63, 34)
    """
    return tuple(one for one in known_places(level) if one.was_there(on))


def _best(known: Iterable[Place], on: date) -> Place | None:
    """The version that surely was there, else the last that may have been."""
    possible = [one for one in known if one.may_have_been_there(on)]
    found = [one for one in possible if one.was_there(on)] or possible
    return found[-1] if found else None


def _levels_of(id_: str) -> tuple[int, ...]:
    """The levels that a place with this id can have: a commune may be in a province directly."""
    return LEVELS[:1] if "/" not in id_ else LEVELS[1:] if id_.count("/") == 1 else LEVELS[2:]


@cache
def _by_id(level: int) -> dict[str, tuple[Place, ...]]:
    return _grouped((one.id, one) for one in known_places(level))


@cache
def _by_code(level: int) -> dict[str, tuple[Place, ...]]:
    return _grouped((one.code, one) for one in known_places(level))


@cache
def _by_parent(level: int) -> dict[str, tuple[Place, ...]]:
    return _grouped((one.parent or "", one) for one in known_places(level))


def _grouped(pairs: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    groups: dict[str, list[Place]] = defaultdict(list)
    for key, place in pairs:
        groups[key].append(place)
    return {key: tuple(found) for key, found in groups.items()}
