"""Ids of agencies: `so-y-te` for a kind, `bac-kan/so-y-te` for the one of a place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """The name in lower case without marks, its words joined by hyphens.

    >>> slug("Huyện Đắk Glong")
    'huyen-dak-glong'
    """
    plain = name.lower().replace("đ", "d")
    letters = (c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return _NOT_PLAIN.sub("-", "".join(letters)).strip("-")


def at(place: tuple[str, ...], kind: str) -> str:
    """The id of the body of a kind at a place; `place` goes from the province down.

    >>> at(("bac-kan", "huyen-ba-be"), "uy-ban-nhan-dan")
    'bac-kan/huyen-ba-be/uy-ban-nhan-dan'
    """
    return "/".join((*place, kind))


def kind_of(agency_id: str) -> str:
    """The kind in an id: its last part."""
    return agency_id.rpartition("/")[2]


def place_of(agency_id: str) -> tuple[str, ...]:
    """The place in an id; () for central bodies."""
    return tuple(agency_id.split("/")[:-1])
