"""Districts and communes of agencies: looked up in the registry of places."""

from __future__ import annotations

import datetime as dt

from extract.resolve import places
from extract.resolve.agencies.ids import slug

_LEVELS = {"district": [places.DISTRICT], "commune": [places.COMMUNE]}
_KINDS = {
    "district": ("huyen", "quan", "thi-xa", "thanh-pho"),
    "commune": ("xa", "phuong", "thi-tran", "dac-khu"),
}
Parts = tuple[str, ...]


def place_called(words: str, level: str, base: Parts, day: dt.date | None) -> Parts | None:
    """The id, in parts, of the place that `words` ("huyện Ba Bể") name within `base` on a day.

    Outside of any province the name must be the only one of its kind in the country. None where no
    such place, or more than one, is known.

    >>> place_called("huyện Na Rì", "district", (), dt.date(2024, 5, 1))
    ('bac-kan', 'huyen-na-ri')
    """
    if day is None:  # an undated text: the name alone
        return (*base, slug(words)) if base else None
    within = places.by_id("/".join(base), day) if base else None
    found = places.find_place(words, day, within=within, levels=_LEVELS[level])
    if not found.candidates:  # a place that had ended, or of a province that had
        found = places.find_place(f"{words} (cũ)", day, within=within, levels=_LEVELS[level])
    if found.place is None and within is not None and len(base) > 1:
        return place_called(words, level, base[:1], day)
    return tuple(found.place.id.split("/")) if found.place else None


def heirs_of_place(place: Parts, day: dt.date) -> list[Parts]:
    """The communes of `day` that a district's or commune's land went to; [] where not known."""
    versions = places.versions("/".join(place))
    if not versions:
        return []
    return [tuple(now.id.split("/")) for now in places.today(versions[-1], day)]


def full_name_of(place: Parts) -> str | None:
    """The name with the word for its kind: "huyện Na Rì"."""
    versions = places.versions("/".join(place))
    return places.full_name(versions[-1]) if versions else None


def members_of(place: Parts, level: str, day: dt.date) -> list[Parts]:
    """What is directly in a place, and surely was on a day; [] where that is not known."""
    outer = places.by_id("/".join(place), day)
    if outer is None:
        return []
    return [tuple(inner.id.split("/")) for inner in places.members(outer, day, _KINDS[level])]
