"""The types of value that fields hold, and when two values are the same on each level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from extract.evaluate.agencies import same_agency
from extract.evaluate.forms import collapsed, folded, likeness, tolerant, words
from schemas.document import LegalBasis
from schemas.gold import GoldDeadline, GoldLegalBasis, GoldQuantity, GoldSection
from schemas.records import Section
from schemas.values import Deadline, Quantity


class Level(StrEnum):
    """How alike two values must be: to the letter, but for typography, or but for the extent."""

    EXACT = "exact"
    FOLDED = "folded"
    OVERLAP = "overlap"


V = TypeVar("V")
Same = Callable[[V, V], bool]
Matches = list[tuple[int, int]]
"""Positions (gold, predicted) of values that answer each other."""


@dataclass(frozen=True)
class ValueType(Generic[V]):
    """How values of one type are compared on each level and shown in a list of differences."""

    exact: Same[V]
    folded: Same[V]
    overlap: Same[V]
    show: Callable[[V], str]

    def matches(self, gold: Sequence[V], predicted: Sequence[V]) -> dict[Level, Matches]:
        """The values that answer each other, by level; each value is used once.

        A stricter level never counts more than a more tolerant one. Likeness is not transitive, so
        without that bound a first-come match could, in rare lists of near equals, lose on the
        overlap level a value that is right to the letter.
        """
        overlap = match(gold, predicted, self.overlap)
        fold = match(gold, predicted, self.folded)[: len(overlap)]
        exact = match(gold, predicted, self.exact)[: len(fold)]
        return {Level.EXACT: exact, Level.FOLDED: fold, Level.OVERLAP: overlap}


def match(gold: Sequence[V], predicted: Sequence[V], same: Same[V]) -> Matches:
    """Give each gold value, in order, the first predicted one left that is the same."""
    left = list(range(len(predicted)))
    found: Matches = []
    for i, value in enumerate(gold):
        j = next((j for j in left if same(value, predicted[j])), None)
        if j is not None:
            left.remove(j)
            found.append((i, j))
    return found


def _by(key: Callable[[V], object]) -> Same[V]:
    return lambda a, b: key(a) == key(b)


def _text(overlap: Same[str]) -> ValueType[str]:
    return ValueType(_by(collapsed), _by(folded), overlap, show=collapsed)


def _alike(least: float) -> ValueType[str]:
    return _text(lambda a, b: likeness(a, b) >= least)


def _code(show: Callable[[V], str]) -> ValueType[V]:
    """Values that have one spelling only: equal or not on every level."""
    same: Same[V] = _by(show)
    return ValueType(same, same, same, show)


PLAIN = _text(_by(tolerant))
TITLE = _text(lambda a, b: tolerant(a) == tolerant(b) or likeness(tolerant(a), tolerant(b)) >= 0.9)
QUOTE = _alike(0.9)
SUBJECT = _alike(0.6)
PRODUCT = _alike(0.7)
RECIPIENT = _alike(0.7)
AGENCY = _text(same_agency)
ARTICLE: ValueType[int | str] = _code(str)
KIND: ValueType[str] = _code(str)


# Quantities. Their text is where they were read; what they say is in the other fields.


def _quantity(form: Callable[[str | None], str]) -> Same[Quantity | GoldQuantity]:
    return _by(lambda q: (q.value, q.value_max, form(q.unit), q.comparator, form(q.per), q.change))


def _amount(q: Quantity | GoldQuantity) -> tuple[object, ...]:
    return q.value, q.value_max, q.comparator, tolerant(q.per), q.change


def same_quantity(a: Quantity | GoldQuantity, b: Quantity | GoldQuantity) -> bool:
    """All alike; one unit may be the beginning of the other ("xã" of "xã, phường")."""
    if _amount(a) != _amount(b):
        return False
    short, long = sorted((words(a.unit), words(b.unit)), key=len)
    return long[: len(short)] == short and bool(short) == bool(long)


def _show_quantity(q: Quantity | GoldQuantity) -> str:
    number = "-".join(f"{n:g}" for n in (q.value, q.value_max) if n is not None)
    per = f"per {q.per}" if q.per else ""
    return " ".join(part for part in (q.comparator, number, q.unit, per, q.change) if part)


QUANTITY = ValueType(_quantity(collapsed), _quantity(folded), same_quantity, show=_show_quantity)


# Deadlines are what their EDTF and recurrence say, on every level.


def due(deadline: Deadline | GoldDeadline) -> tuple[str, tuple[str, ...]]:
    """What a deadline says, whatever its words."""
    return deadline.edtf or "", tuple(sorted(deadline.recurrence))


def _show_deadline(deadline: Deadline | GoldDeadline) -> str:
    edtf, recurrence = due(deadline)
    return " ".join((edtf or "-", *recurrence))


DEADLINE: ValueType[Deadline | GoldDeadline] = ValueType(
    _by(due), _by(due), _by(due), show=_show_deadline
)


# Legal bases: one citation is known by its number and date, or title where it has no number.


def _cited(form: Callable[[str | None], str]) -> Same[LegalBasis | GoldLegalBasis]:
    return _by(lambda b: (b.doc_type, form(b.number), b.date, form(b.title)))


def _citation(basis: LegalBasis | GoldLegalBasis) -> tuple[str, str | None]:
    return tolerant(basis.number) or tolerant(basis.title)[:40], basis.date


LEGAL_BASIS = ValueType(
    _cited(collapsed),
    _cited(folded),
    _by(_citation),
    show=lambda b: " ".join(filter(None, (b.doc_type, b.number, b.date, b.title))),
)


# Sections, and the place of a record in the outline.


def _same_section(a: Section | GoldSection, b: Section | GoldSection) -> bool:
    mark_a, mark_b = (tolerant(side.marker).strip("().") for side in (a, b))
    return mark_a == mark_b and likeness(a.heading, b.heading) >= 0.8


def _headed(form: Callable[[str | None], str]) -> Same[Section | GoldSection]:
    return _by(lambda section: (form(section.marker), form(section.heading)))


SECTION = ValueType(
    _headed(collapsed),
    _headed(folded),
    _same_section,
    show=lambda section: collapsed(f"{section.marker} {section.heading}"),
)


@dataclass(frozen=True)
class Place:
    """A reference to a section: its id, and its heading where the outline has that section."""

    id: str | None
    heading: str | None

    def headed(self, form: Callable[[str | None], str]) -> str | None:
        """The heading in one of its forms."""
        return None if self.heading is None else form(self.heading)


PLACE: ValueType[Place] = ValueType(
    exact=_by(lambda place: (place.id, place.headed(collapsed))),
    folded=_by(lambda place: place.headed(folded)),
    overlap=_by(lambda place: place.headed(tolerant)),
    show=lambda place: collapsed(f"{place.id or '-'} {place.heading or ''}"),
)
