"""Look a place up by its name and a day."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.lexicons.load import alternatives, table
from extract.resolve.places.keys import is_unmarked, key, unmarked
from extract.resolve.places.kinds import Kind, kinds, split_kind
from extract.resolve.places.load import LEVELS, known_places
from extract.resolve.places.model import COMMUNE, Place
from extract.resolve.places.registry import contains, today

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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a place must be besides its name; `former` where it must have ended before the day."""

    on: date
    within: Place | None
    levels: frozenset[int]
    weak: bool
    former: bool

    def fits(self, place: Place) -> bool:
        if self.former:
            return place.possible_days[1] < self.on.isoformat() and self._is_inside(place)
        return place.may_have_been_there(self.on) and self._is_inside(place)

    def _is_inside(self, place: Place) -> bool:
        """A former place may be told by what it is in today."""
        if not self.within or contains(self.within, place):
            return True
        return self.former and any(contains(self.within, now) for now in today(place, self.on))


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
    kind it is the widest unit of that name, and a commune only where `levels` says so. With "(cũ)"
    behind it, it is the place that had ended by that day.

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
    >>> find_place("tỉnh Bắc Kạn (cũ)", date(2026, 5, 1)).place.id
    'bac-kan'
    """
    if len(name) > _LONGEST or name.count(",") >= _MOST_PARTS:
        return Found()
    first, *around = unicodedata.normalize("NFC", name).split(",")
    of_all = bool(around) and _former().search(around[-1]) is not None
    for outer in reversed(around):
        found = _find(outer, _Wanted(on, within, frozenset(LEVELS[:2]), True, of_all))
        if len(found) != 1:
            return Found(candidates=tuple(found))
        within = found[0]
    found = _find(first, _Wanted(on, within, frozenset(levels), weak, of_all))
    return Found(found[0] if len(found) == 1 else None, tuple(found))


def full_name(place: Place) -> str:
    """The name with the word for its kind, as in running text.

    >>> full_name(find_place("Q1", date(2024, 5, 1)).place)
    'quận 1'
    """
    return f"{kinds()[place.kind].name} {place.name}"


def _find(name: str, wanted: _Wanted) -> list[Place]:
    former = _former().search(name)
    if former:
        name, wanted = name[: former.start()], replace(wanted, former=True)
    kind, rest = split_kind(name)
    every = replace(wanted, levels=wanted.levels or frozenset(LEVELS))
    # What looks like the word for the kind may be part of the name: "TT Huế".
    return (_named(rest, kind, every) if kind else []) or _named(
        name, None, replace(wanted, levels=wanted.levels or frozenset(LEVELS[:2]))
    )


def _named(name: str, kind: Kind | None, wanted: _Wanted) -> list[Place]:
    """The places of a name, of those that may have been there the sure ones if there are some."""
    lookup = key(name)
    if not kind and lookup.isdigit():
        return []  # "1" is a ward only as "phường 1"
    fitting = [
        place
        for place in _spelt(name, lookup, kind, wanted.levels)
        if (_is_kind(place, kind) if kind else wanted.weak or not _is_weak(place, lookup))
        and wanted.fits(place)
    ]
    fitting = [place for place in fitting if place.was_there(wanted.on)] or fitting
    if not kind:
        widest = min((place.level for place in fitting), default=0)
        fitting = [place for place in fitting if place.level == widest]
    return list({place.id: place for place in fitting}.values())


def _spelt(name: str, lookup: str, kind: Kind | None, levels: frozenset[int]) -> list[Place]:
    """All versions of places with that spelling, else those that differ in marks."""
    levels = levels & frozenset(kind.levels) if kind else levels
    spelt = _known(lookup, levels, _by_key)
    if not spelt and is_unmarked(name):
        return _known(unmarked(lookup), levels, _by_unmarked)
    if not spelt and kind:
        return _known(unmarked(lookup), levels - {COMMUNE}, _by_unmarked)
    return spelt


def _known(lookup: str, levels: frozenset[int], index: _Index) -> list[Place]:
    return [place for level in sorted(levels) for place in index(level).get(lookup, ())]


def _is_kind(place: Place, kind: Kind) -> bool:
    """Whether it is of that kind. "tỉnh" says the level, also of a city that was a province."""
    return place.kind == kind.id or kind.id == _PROVINCE_KIND


def _is_weak(place: Place, lookup: str) -> bool:
    return any(key(spelling) == lookup for spelling in place.weak)


@cache
def _former() -> re.Pattern[str]:
    words = alternatives(table("places/former")["words"])
    return re.compile(rf"(?:\s\(?|\(){words}\)?\s*$", re.IGNORECASE)


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
