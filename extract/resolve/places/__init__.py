"""The dated registry of provinces, districts and communes, and what became of each."""

from extract.resolve.places.model import COMMUNE, DISTRICT, PROVINCE, Place
from extract.resolve.places.names import Found, find_place, full_name
from extract.resolve.places.registry import (
    by_code,
    by_id,
    contains,
    members,
    parents,
    places,
    province_of,
    today,
    versions,
)

__all__ = [
    "COMMUNE",
    "DISTRICT",
    "PROVINCE",
    "Found",
    "Place",
    "by_code",
    "by_id",
    "contains",
    "find_place",
    "full_name",
    "members",
    "parents",
    "places",
    "province_of",
    "today",
    "versions",
]
