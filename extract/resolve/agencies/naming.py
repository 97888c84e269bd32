"""Names and levels of agencies by their ids."""

from __future__ import annotations

from extract.resolve.agencies.finer import full_name_of
from extract.resolve.agencies.ids import kind_of, place_of
from extract.resolve.agencies.link import EVERY_PARTS
from extract.resolve.agencies.provinces import provinces
from extract.resolve.agencies.registry import registry
from schemas.agencies import Level

_EVERY_NAMES = {
    "cap-tinh": "các tỉnh, thành phố",
    "cap-huyen": "các huyện, quận, thị xã, thành phố",
    "cap-xa": "các xã, phường, thị trấn, đặc khu",
    "cac-cap": "các cấp",
}
_GROUPS = {
    "bo": "Các bộ",
    "bo-co-quan-ngang-bo": "Các bộ, cơ quan ngang bộ",
    "bo-co-quan-ngang-bo-co-quan-thuoc-chinh-phu": (
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
    ),
    "co-quan-ngang-bo-co-quan-thuoc-chinh-phu": "Các cơ quan ngang bộ, cơ quan thuộc Chính phủ",
    "co-quan-ngang-bo": "Các cơ quan ngang bộ",
    "co-quan-thuoc-chinh-phu": "Các cơ quan thuộc Chính phủ",
}
_LEVELS: dict[str, Level] = {
    "cap-tinh": "province", "cap-huyen": "district", "cap-xa": "commune", "cac-cap": "any",
}  # fmt: skip
_COMMUNES = ("xa-", "phuong-", "thi-tran-", "dac-khu-")


def level_of(id: str) -> Level:
    """central, province, district, commune or any.

    >>> level_of("bo-y-te"), level_of("bac-kan/so-y-te"), level_of("bac-kan/cap-xa/cong-an")
    ('central', 'province', 'commune')
    """
    place = [part for part in place_of(id) if part in provinces() or _is_place(part)]
    if not place:
        return "central"
    if place[-1] in _LEVELS:
        return _LEVELS[place[-1]]
    if len(place) == 1:
        return "province"
    return "commune" if place[-1].startswith(_COMMUNES) else "district"


def _is_place(part: str) -> bool:
    return part in EVERY_PARTS or part.startswith(
        ("huyen-", "quan-", "thanh-pho-", "thi-xa-", *_COMMUNES)
    )


def province_of(id: str) -> str | None:
    """The province's id in an agency's id."""
    first = id.partition("/")[0]
    return first if "/" in id and first in provinces() else None


def name_of(id: str, mention: str | None = None) -> str:
    """The full name: kind and place; `mention` where a place is known by its id only.

    >>> name_of("bac-kan/so-y-te"), name_of("bac-kan/cap-xa/uy-ban-nhan-dan")
    ('Sở Y tế tỉnh Bắc Kạn', 'Ủy ban nhân dân các xã, phường, thị trấn, đặc khu tỉnh Bắc Kạn')
    """
    place, kind = place_of(id), kind_of(id)
    if place and place[0] == "chinh-phu":
        return _GROUPS.get(kind, id)
    known = registry()
    name = (known.local_body(kind) if place else known.body(kind)).name
    if kind == "bao" and len(place) == 1 and place[0] in provinces():
        return f"{name} {provinces()[place[0]].name}"  # "Báo Bắc Kạn"
    words = [name]
    for depth in range(len(place), 0, -1):
        named = _place_words(place[:depth])
        if named is None:
            return mention or id
        if len(words) > 1 and full_name_of(place[: depth + 1]):
            words[-1] += ","
        words.append(named)
    return " ".join(words)


def _place_words(place: tuple[str, ...]) -> str | None:
    """The words for the last part of a place, or of the agency whose part it is."""
    part = place[-1]
    if part in EVERY_PARTS:
        return _EVERY_NAMES[part]
    if part in provinces():
        return f"{provinces()[part].kind} {provinces()[part].name}"
    return full_name_of(place) if _is_place(part) else registry().body(part).name
