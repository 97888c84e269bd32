"""Who does today what an agency did: successors by function, in the province of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.lexicons.load import table
from extract.resolve.agencies.finer import heirs_of_place
from extract.resolve.agencies.ids import at, kind_of, place_of
from extract.resolve.agencies.link import EVERY_PARTS
from extract.resolve.agencies.provinces import province_then, provinces
from extract.resolve.agencies.registry import Body, registry

_DISTRICTS_END = "nq-203-2025"
_COMMUNES = ("xa-", "phuong-", "thi-tran-", "dac-khu-")
Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heir:
    """An agency of today. `id` is None where only a list of places could tell; `moved` is the
    function that came to it, None for all; `by` the act; `sure` is false where a person must
    choose."""

    id: str | None
    moved: str | None = None
    by: str | None = None
    sure: bool = True


def today(id: str, day: dt.date, since: dt.date | None = None) -> list[Heir]:
    """The agencies that do on `day` what the agency `id` did at the date `since` of its document.

    Several where its functions were split, each with its function; then none is `sure`: which of
    them a task went to, a person must say.

    >>> [heir.id for heir in today("bac-kan/so-ke-hoach-va-dau-tu", dt.date(2025, 12, 31))]
    ['thai-nguyen/so-tai-chinh']
    """
    place, kind = place_of(id), kind_of(id)
    if place and place[0] == "chinh-phu":
        return [Heir(id)]
    if not place:
        heirs = list(_bodies(registry().body(kind), day, ()))
    elif place[0] in provinces() or place[0] in EVERY_PARTS:
        heirs = list(_local(place, kind, day, since))
    else:
        heirs = list(_parts(id, day, since))
    heirs = list({(heir.id, heir.moved): heir for heir in heirs}.values())
    return [replace(heir, sure=False) for heir in heirs] if len(heirs) > 1 else heirs


def _bodies(body: Body, day: dt.date, place: Place) -> Iterator[Heir]:
    """`body` itself, or those who took over from it, and from them."""
    if body.dissolution_date is None or day <= body.dissolution_date:
        yield Heir(at(place, body.id))
        return
    if not body.successors:
        yield Heir(None, by=body.by, sure=False)
    for successor in body.successors:
        known = registry()
        following = known.local_body(successor.id) if place else known.body(successor.id)
        where = (*place[:1], "cap-xa") if successor.spread == "commune" else place
        for heir in _bodies(following, day, where):
            yield replace(
                heir,
                moved=successor.moved or heir.moved,
                by=heir.by or body.by,
                sure=heir.sure and not body.unsure and successor.spread is None,
            )


def _parts(id: str, day: dt.date, since: dt.date | None) -> Iterator[Heir]:
    """A part of an agency: the same part while the agency stands, else the agency's successors."""
    house = id.rpartition("/")[0]
    for heir in today(house, day, since):
        if heir.id == house:
            yield Heir(id)
        else:
            yield replace(heir, sure=False)


def _local(place: Place, kind: str, day: dt.date, since: dt.date | None) -> Iterator[Heir]:
    if place[0] in EVERY_PARTS and len(place) == 1:
        yield from _everywhere((), place[0], kind, day)
        return
    if len(place) > 1 and not place[-1].startswith(("cap-", *_COMMUNES, *_DISTRICT_PARTS)):
        yield from _parts("/".join((*place, kind)), day, since)
        return
    province = province_then(place[0], day)
    if province is None:
        yield Heir(None, sure=False)
        return
    moved = province != place[0]
    if moved and _is_finer(place):
        yield from _of_finer(place, kind, day)
        return
    for heir in _within((province, *place[1:]), kind, day, since):
        every = not EVERY_PARTS.isdisjoint(place)  # only those of the old province's land
        by = heir.by or ("nq-202-2025" if moved else None)
        yield replace(heir, by=by, sure=heir.sure and not (moved and every))


_DISTRICT_PARTS = ("huyen-", "quan-", "thanh-pho-", "thi-xa-")


def _within(place: Place, kind: str, day: dt.date, since: dt.date | None) -> Iterator[Heir]:
    """In the province of today, the first part of `place`."""
    last = place[-1]
    if last in EVERY_PARTS:
        yield from _everywhere(place[:-1], last, kind, day)
    elif any(part.startswith(_DISTRICT_PARTS) for part in place[1:]) and day >= _districts_end():
        yield from _of_finer(place, kind, day)
    elif last.startswith(_COMMUNES) and day >= _districts_end() > (since or _districts_end()):
        yield from _of_finer(place, kind, day)  # communes merged on the same day
    else:
        yield from _bodies(registry().local_body(kind), day, place)


def _is_finer(place: Place) -> bool:
    return place[-1].startswith((*_DISTRICT_PARTS, *_COMMUNES))


def _of_finer(place: Place, kind: str, day: dt.date) -> Iterator[Heir]:
    """What became of a district's or commune's body: that of each commune of its land today."""
    regional = kind in table("registry/words")["regional"]
    communes = [] if regional else heirs_of_place(place, day)
    if not communes:
        if place[-1].startswith(_DISTRICT_PARTS) and (now := province_then(place[0], day)):
            yield from _of_district((now, "cap-huyen"), kind, day)
        else:
            yield Heir(None, by=_DISTRICTS_END, sure=False)
        return
    for commune in communes:
        heirs = _bodies(registry().local_body(_at_commune(kind)), day, commune)
        for heir in heirs:
            id = at(commune, kind_of(heir.id)) if heir.id else None
            sure = len(communes) == 1 and id is not None
            yield replace(heir, id=id, by=heir.by or _DISTRICTS_END, sure=sure)


def _at_commune(kind: str) -> str:
    """Who does in the commune what a district's office did."""
    return "uy-ban-nhan-dan" if kind.startswith("phong-") else kind


def _everywhere(place: Place, part: str, kind: str, day: dt.date) -> Iterator[Heir]:
    """A group of all bodies of a kind: of today's places."""
    if part == "cap-huyen" and day >= _districts_end():
        yield from _of_district((*place, "cap-huyen"), kind, day)
        return
    yield from _bodies(registry().local_body(kind), day, (*place, part))


def _of_district(place: Place, kind: str, day: dt.date) -> Iterator[Heir]:
    """What became of a district's body: the communes' bodies of its kind share its work."""
    if kind in table("registry/words")["regional"]:
        yield Heir(None, by=_DISTRICTS_END, sure=False)
        return
    base = place[:1] if place[0] in provinces() else ()
    heirs = _bodies(registry().local_body(_at_commune(kind)), day, (*base, "cap-xa"))
    for heir in heirs:
        id = heir.id.replace("cap-xa/cap-xa", "cap-xa") if heir.id else None
        yield replace(heir, id=id, by=heir.by or _DISTRICTS_END, sure=False)


def ended_before(id: str, day: dt.date) -> tuple[dt.date, str | None] | None:
    """The last day of an agency that a text of `day` should no longer name, and the act of its end;
    None where the name is in order.

    >>> ended_before("bo-ke-hoach-va-dau-tu", dt.date(2026, 1, 5))[0]
    datetime.date(2025, 2, 28)
    >>> ended_before("bo-ke-hoach-va-dau-tu", dt.date(2024, 1, 5))
    """
    known, place = registry(), place_of(id)
    body = known.local_body(kind_of(id)) if place else known.body(kind_of(id))
    if body.dissolution_date and body.surprises(day):
        return body.dissolution_date, known.act(body.by)
    if any(part.startswith(_DISTRICT_PARTS) for part in place) and day >= _districts_end():
        return _districts_end() - dt.timedelta(days=1), known.act(_DISTRICTS_END)
    province = provinces().get(place[0]) if place else None
    if province and province.until and day > province.until:
        return province.until, None
    return None


def _districts_end() -> dt.date:
    """The first day without districts."""
    return dt.date.fromisoformat(registry().acts[_DISTRICTS_END]["effective"])
