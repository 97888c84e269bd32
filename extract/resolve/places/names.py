"""Look a place up by its name and a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.resolve.places.keys import is_unmarked, key, unmarked
from extract.resolve.places.kinds import Kind, split_kind
from extract.resolve.places.load import LEVELS, known_places
from extract.resolve.places.model import COMMUNE, Place
from extract.resolve.places.registry import contains

_PROVINCE_KIND = "tinh"
_LONGEST, _MOST_PARTS = 200, 3
_Index = Callable[[int], dict[str, list[Place]]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a name may be: `place` where it is one only, `candidates` in any case.

    No `place` and no candidates: no such name that day. Several candidates: it is ambiguous.
    """

    place: Place | None = None
    candidates: tuple[Place, ...] = ()


def find_place(
    name: str,
    on: date,
    *,
    within: Place | None = None,
    levels: Iterable[int] = (),
    weak: bool = False,
) -> Found:
    """The place that `name` names in a text of the day `on`.

    `name` comes with or without the word for its kind, in any case, tone placement and common
    short form, and may name what it is in behind commas ("xã Kim Hỷ, huyện Na Rì"). If nothing is
    spelt so, marks are left aside: for a name typed without any, and behind a word for the kind for
    provinces and districts, many of which have several spellings ("M'Đrắk", "M'Drắk"). Without its
    kind it is the widest unit of that name, and a commune only where `levels` says so.

    `within` keeps to the places inside of one, `levels` to some levels; `weak` takes spellings that
    name other things too ("HCM").

    >>> day = date(2024, 5, 1)
    >>> [find_place(name, day).place.id for name in ("tỉnh Hoà Bình", "TP.HCM", "H. Na Rì")]
    ['hoa-binh', 'ho-chi-minh', 'bac-kan/huyen-na-ri']
    >>> find_place("thành phố Bắc Ninh", day).place.id
    'bac-ninh/thanh-pho-bac-ninh'
    >>> find_place("Hồ Chí Minh", day).place is None
    True
    >>> find_place("huyện Châu Thành", day).place is None
    True
    >>> find_place("huyện Châu Thành, Long An", day).place.id
    'long-an/huyen-chau-thanh'
    """
    parts = name.split(",") if len(name) <= _LONGEST else []
    if not 1 <= len(parts) <= _MOST_PARTS:
        return Found()
    for outer in reversed(parts[1:]):
        found = _find(outer, on, within, frozenset(LEVELS[:2]), weak=True)
        if len(found) != 1:
            return Found(candidates=tuple(found))
        within = found[0]
    found = _find(parts[0], on, within, frozenset(levels), weak)
    return Found(found[0] if len(found) == 1 else None, tuple(found))


def _find(
    name: str, on: date, within: Place | None, levels: frozenset[int], weak: bool
) -> list[Place]:
    kind, rest = split_kind(name)
    found = _named(rest, kind, on, within, levels or frozenset(LEVELS), weak) if kind else []
    # What looks like the word for the kind may be part of the name: "TT Huế".
    return found or _named(name, None, on, within, levels or frozenset(LEVELS[:2]), weak)


def _named(
    name: str,
    kind: Kind | None,
    on: date,
    within: Place | None,
    levels: frozenset[int],
    weak: bool,
) -> list[Place]:
    """The places of a name, those that surely were there before those that may have been."""
    levels = levels & frozenset(kind.levels) if kind else levels
    lookup = key(name)
    if not kind and lookup.isdigit():
        return []  # "1" is a ward only as "phường 1"
    spelt = _known(lookup, levels, _by_key)
    if not spelt and is_unmarked(name):
        spelt = _known(unmarked(lookup), levels, _by_unmarked)
    elif not spelt and kind:
        spelt = _known(unmarked(lookup), levels - {COMMUNE}, _by_unmarked)
    fitting = [
        place
        for place in spelt
        if _is_kind(place, kind)
        and (kind or weak or not _is_weak(place, lookup))
        and (not within or contains(within, place))
        and place.may_have_been_there(on)
    ]
    fitting = [place for place in fitting if place.was_there(on)] or fitting
    if not kind:
        widest = min((place.level for place in fitting), default=0)
        fitting = [place for place in fitting if place.level == widest]
    return list({place.id: place for place in fitting}.values())


def _known(lookup: str, levels: frozenset[int], index: _Index) -> list[Place]:
    return [place for level in sorted(levels) for place in index(level).get(lookup, ())]


def _is_kind(place: Place, kind: Kind | None) -> bool:
    """Whether it is of that kind. "tỉnh" says the level, also of a city that was a province."""
    return not kind or place.kind == kind.id or kind.id == _PROVINCE_KIND


def _is_weak(place: Place, lookup: str) -> bool:
    return any(key(spelling) == lookup for spelling in place.weak)


@cache
def _by_key(level: int) -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = defaultdict(list)
    for place in known_places(level):
        for spelling in {key(name) for name in (place.name, *place.aliases, *place.weak)}:
            index[spelling].append(place)
    return dict(index)


@cache
def _by_unmarked(level: int) -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = defaultdict(list)
    for spelling, found in _by_key(level).items():
        index[unmarked(spelling)] += found
    return dict(index)
