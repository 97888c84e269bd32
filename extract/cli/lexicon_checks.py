"""What `kehoach lexicon check` checks: each list's own examples, and the registry's rules."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from extract.find.agencies import find_agencies, is_agency_heading
from extract.find.deadlines import find_deadlines
from extract.find.quantities import find_quantities
from extract.lexicons.load import rows, table
from extract.resolve.agencies import faults
from extract.resolve.places import find_place

_AGENCY_LISTS = (
    "names", "fields", "departments", "heads", "groups", "positions", "qualifiers", "places",
)  # fmt: skip
_MARKED = re.compile(r"\[(.*?)\]")


def lexicon_faults() -> Iterator[str]:
    """One line for each fault: the list, the row and what is wrong."""
    yield from _agencies()
    yield from _quantities()
    yield from _deadlines()
    yield from _provinces()
    yield from faults()


def _examples(row: dict[str, Any], name: str = "examples") -> list[Any]:
    return list(row.get(name, ()))


def _agencies() -> Iterator[str]:
    for name in _AGENCY_LISTS:
        file = f"agencies/{name}"
        yield from _repeated(file)
        for row in rows(file):
            for example in _examples(row):
                found = [mention.text for mention in find_agencies(example)]
                if found != [example] or not is_agency_heading(example):
                    yield f"{file}: {row['id']}: {example!r} is not one mention, but {found}"
            for example in _examples(row, "counter_examples"):
                if find_agencies(example) or is_agency_heading(example):
                    yield f"{file}: {row['id']}: {example!r} should hold no agency"


def _repeated(file: str) -> Iterator[str]:
    for id, count in Counter(row["id"] for row in rows(file)).items():
        if count > 1:
            yield f"{file}: {id} stands in {count} rows"


def _quantities() -> Iterator[str]:
    for row in table("quantities/units")["rows"]:
        for example in _examples(row):
            found = [q.text for q in find_quantities(re.sub(r"[\[\]]", "", example))]
            if found != _MARKED.findall(example):
                yield f"quantities/units: {row['id']}: {example!r} gives {found}"
        for example in _examples(row, "counter_examples"):
            if find_quantities(example):
                yield f"quantities/units: {row['id']}: {example!r} should hold no quantity"
    for example in table("quantities/names")["examples"]:
        if find_quantities(example):
            yield f"quantities/names: {example!r} should hold no quantity"


def _deadlines() -> Iterator[str]:
    for file in ("deadlines/cues", "deadlines/names"):
        for row in rows(file):
            for example in _examples(row) + _examples(row, "counter_examples"):
                found = [
                    mention.edtf
                    for mention in find_deadlines(
                        example["text"], plan_period=example.get("period")
                    )
                ]
                if found != ([example["edtf"]] if "edtf" in example else []):
                    yield f"{file}: {row['id']}: {example['text']!r} gives {found}"


def _provinces() -> Iterator[str]:
    file = "places/provinces"
    yield from _repeated(file)
    for row in rows(file):
        until = row.get("until")
        day = dt.date.fromisoformat(until) if until else dt.date(2026, 1, 1)
        for example in _examples(row):
            place = find_place(example, day).place
            if place is None or place.id != row["id"]:
                yield f"{file}: {row['id']}: {example!r} is not found"
        for example in _examples(row, "counter_examples"):
            place = find_place(example, day).place
            if place is not None and place.id == row["id"]:
                yield f"{file}: {row['id']}: {example!r} should not be it"
