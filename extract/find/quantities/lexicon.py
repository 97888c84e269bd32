"""The word lists of the quantities finder, ready for look-up by phrase."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from extract.lexicons.load import table
from schemas.base import Change, Comparator

Role = Literal["comparator", "change", "level", "bridge", "rate", "from", "filler"]

LONGEST_PHRASE = 5
"""Words in the longest form of a unit or of a phrase before a number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is known of a unit: its row in the lexicon, its kind, and how "trên" reads before it."""

    row: str
    kind: str
    surface: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What a phrase in front of a number says about it."""

    role: Role
    comparator: Comparator | None = None
    change: Change | None = None
    per: str | None = None
    far: bool = False


@dataclass(frozen=True, slots=True)
class NameHead:
    """A phrase that takes a number, up to `limit`, as its name; `role` says what outweighs it."""

    role: Literal["citation", "verb", "name"] = "name"
    limit: float = float("inf")


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """All lists. Keys are lower case but for `symbols`, whose case matters.

    `changes` finds a change word anywhere in a clause (group 1 rises, group 2 falls); `levels`
    finds the words that, between it and the number, make the number a level. `word_pattern` finds
    number words that something may be counted with; `occasions` are what lets them count.
    """

    units: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    words: Mapping[str, int]
    word_pattern: re.Pattern[str]
    occasions: tuple[str, ...]
    scales: Mapping[str, int]
    before: Mapping[str, Before]
    after: Mapping[str, Comparator]
    signs: Mapping[str, Comparator]
    passes: frozenset[str]
    changes: re.Pattern[str]
    levels: re.Pattern[str]
    names: Mapping[str, NameHead]
    spans: frozenset[str]
    loose_spans: frozenset[str]
    lengths: frozenset[str]
    times: Mapping[str, str]
    bases: frozenset[str]
    always_bases: frozenset[str]
    not_units: frozenset[str]


@cache
def lexicon() -> QuantityLexicon:
    """The lexicon, read once."""
    numbers = table("quantities/numbers")
    comparators = table("quantities/comparators")
    names = table("quantities/names")
    rates = table("quantities/rates")
    before = _before(comparators["before"])
    units, symbols = _units(table("quantities/units")["rows"], numbers["scales"])
    return QuantityLexicon(
        units=units,
        symbols=symbols,
        words=numbers["words"],
        word_pattern=_number_words(numbers),
        occasions=_occasions(before, units),
        scales=numbers["scales"],
        before=before,
        after={form: sign for sign, forms in comparators["after"].items() for form in forms},
        signs=comparators["symbols"],
        passes=frozenset(comparators["passes"]),
        changes=_changes(comparators["changes"]),
        levels=re.compile(_any_word(comparators["levels"])),
        names=_names(names),
        spans=frozenset(names["spans"]),
        loose_spans=frozenset(names["loose_spans"]),
        lengths=frozenset(names["lengths"]),
        times=rates["times"],
        bases=frozenset(rates["bases"]),
        always_bases=frozenset(rates["always"]),
        not_units=frozenset(table("quantities/nouns")["not_units"]),
    )


def _units(
    rows: list[dict[str, Any]], scales: Mapping[str, int]
) -> tuple[dict[str, Unit], dict[str, Unit]]:
    units: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for row in rows:
        unit = Unit(row["id"], row["kind"], row.get("surface", False))
        known = symbols if row.get("cased") else units
        for form in row["forms"]:
            if form in known:
                raise ValueError(f"unit {form!r} stands in {known[form].row} and in {unit.row}")
            known[form] = unit
            if row.get("scaled"):
                known.update({f"{scale} {form}": unit for scale in scales})
    return units, symbols


def _before(rows: list[dict[str, Any]]) -> dict[str, Before]:
    return {
        form: Before(
            role=row["role"],
            comparator=row.get("comparator"),
            change=row.get("change"),
            per=row.get("per"),
            far=row.get("far", False),
        )
        for row in rows
        for form in row["forms"]
    }


def _number_words(numbers: dict[str, Any]) -> re.Pattern[str]:
    others = "|".join(numbers["not_counts"])
    return re.compile(rf"{_any_word(list(numbers['words']))}(?= )(?! (?:{others})(?!\w))")


def _occasions(before: Mapping[str, Before], units: Mapping[str, Unit]) -> tuple[str, ...]:
    far = [form for form, entry in before.items() if entry.far]
    times = [form for form, unit in units.items() if unit.kind == "frequency" and " " not in form]
    all_forms = (*times, "mỗi ", *far)
    return tuple(form for form in all_forms if not any(o in form for o in all_forms if o != form))


def _names(lists: dict[str, Any]) -> dict[str, NameHead]:
    names = dict.fromkeys(lists["names"], NameHead())
    names.update({form: NameHead(limit=limit) for form, limit in lists["ordinals"].items()})
    names.update(dict.fromkeys(lists["verbs"], NameHead("verb")))
    names.update(dict.fromkeys(lists["citations"], NameHead("citation")))
    names.update(dict.fromkeys(lists["sums"], NameHead(limit=0)))
    return names


def _changes(lists: dict[str, list[str]]) -> re.Pattern[str]:
    others = _any_word(lists["none"])
    return re.compile(f"{others}|({_any_word(lists['increase'])})|({_any_word(lists['decrease'])})")


def _any_word(forms: list[str]) -> str:
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"
