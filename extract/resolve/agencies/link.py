"""What a mention is resolved to."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.agencies import Link


@dataclass(frozen=True, slots=True)
class Resolution:
    """`id` names a body, or with `cap-tinh`, `cap-huyen`, `cap-xa` or `cac-cap` in it every body of
    a kind ("bac-kan/cap-xa/uy-ban-nhan-dan"); None where nothing is sure. `members` are ids of a
    group that the mention itself lists, `candidates` what it may mean where that stays open."""

    link: Link
    id: str | None = None
    members: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


UNRESOLVED = Resolution("unresolved")
OPEN = Resolution("open_group")
EVERY = {"province": "cap-tinh", "district": "cap-huyen", "commune": "cap-xa", "all": "cac-cap"}
"""The part of a group's id that stands for every place of a level."""
EVERY_PARTS = frozenset(EVERY.values())
