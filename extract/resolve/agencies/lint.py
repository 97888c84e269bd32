"""Faults of the registry: what no row may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extract.lexicons.load import rows, table
from extract.resolve.agencies.registry import LOCAL, Body, Registry, registry

_FILES = ("registry/central", "registry/local")
_KEYS = frozenset(
    {"id", "name", "rows", "aliases", "classification", "founding_date", "dissolution_date",
     "latest", "by", "successors", "unsure", "parent", "central"}
)  # fmt: skip


def faults() -> Iterator[str]:
    """One sentence for each fault, with the row's id; nothing where all is well."""
    known = registry()
    yield from _ids()
    yield from _levels(known)
    for body in [*known.central.values(), *known.local.values()]:
        yield from _dates(body)
        yield from _references(body, known)
    for body in [*known.central.values(), *known.local.values()]:
        yield from _succession(body, known)


def _ids() -> Iterator[str]:
    for file in _FILES:
        names = [name for row in rows(file) for name in (row["id"], *row.get("rows", ()))]
        for name, count in Counter(names).items():
            if count > 1:
                yield f"{file}: {name} stands in {count} rows"
        for row in rows(file):
            for key in row.keys() - _KEYS:
                yield f"{file}: {row['id']}: unknown key {key}"


def _levels(known: Registry) -> Iterator[str]:
    listed = table("registry/levels")
    for level in ("central", "unit", *LOCAL):
        for row in listed[level]:
            if row not in known.names and row not in known.local:
                yield f"registry/levels: {level}: {row} is in none of the finder's lists"


def _dates(body: Body) -> Iterator[str]:
    first, last = body.founding_date, body.dissolution_date
    if first and last and first > last:
        yield f"{body.id}: ends before it begins"
    if body.latest and (last is None or body.latest < last):
        yield f"{body.id}: latest lies before the end"
    if (first or last) and not body.by and not body.unsure:
        yield f"{body.id}: a date without the act it rests on"
    if last and not body.successors and not body.unsure:
        yield f"{body.id}: ended, and nobody took over"


def _references(body: Body, known: Registry) -> Iterator[str]:
    everyone = known.names.keys() | known.central.keys() | known.local.keys()
    named = [successor.id for successor in body.successors]
    for other in (body.id, body.parent, body.central, *named):
        if other and other not in everyone:
            yield f"{body.id}: {other} is no agency"
    if body.by and body.by not in known.acts:
        yield f"{body.id}: {body.by} is no act"
    moved = [successor.moved for successor in body.successors]
    if len(moved) > 1 and len(moved) - len([m for m in moved if m]) > 1:
        yield f"{body.id}: two successors that took all of it"


def _succession(body: Body, known: Registry) -> Iterator[str]:
    """Successors must have existed when the body ended, and lead back to nobody."""
    seen, ahead = {body.id}, list(body.successors)
    while ahead:
        following = known.body(ahead.pop().id)
        if following.id == body.id:
            yield f"{body.id}: succeeds itself"
            return
        if following.id not in seen:
            seen.add(following.id)
            ahead += following.successors
    end = body.dissolution_date
    for successor in body.successors:
        last = known.body(successor.id).dissolution_date
        if end and last and last <= end:
            yield f"{body.id}: {successor.id} ended no later itself"
