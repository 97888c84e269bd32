"""The word lists of the agency finder, made ready for matching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from extract.find.agencies.phrases import Phrases
from extract.find.agencies.tokens import keys_of
from extract.lexicons.load import collector_paused, rows, table

Row = dict[str, Any]
_FLAGS = ("lower", "tail", "number")
_SHORT_ANYWHERE = (
    "agencies/names",
    "agencies/heads",
    "agencies/groups",
    "agencies/positions",
    "agencies/qualifiers",
    "places/provinces",
    "agencies/places",
)


@dataclass(frozen=True, slots=True)
class Name:
    """A row of names, fields or departments, as one of its spellings brings it.

    `short` is true for a spelling that holds an abbreviation, `lower` where lower case will do,
    `tail` where only a place or level behind it makes it an agency, `number` where a number belongs
    to it.
    """

    id: str
    short: bool
    lower: bool = False
    tail: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that opens an unknown name; see heads.yaml."""

    short: bool
    not_before: frozenset[str]
    free: bool
    takes: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of groups; see groups.yaml."""

    id: str
    kind: str
    ambiguous: bool
    levels: bool
    not_before: frozenset[str]
    modifiers: Phrases[bool]


@dataclass(frozen=True, slots=True)
class Title:
    """A position; see positions.yaml."""

    alone: bool
    person: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of place; see places.yaml."""

    plural: bool
    vague: bool
    named: bool
    not_before: frozenset[str]


@dataclass(slots=True)
class Lexicon:
    """All lists. `fields` and `short_fields` go by the key of the head they follow; `lower_first`
    has the first keys of the names that count in lower case."""

    names: Phrases[Name] = field(default_factory=Phrases)
    lower_first: set[str] = field(default_factory=set)
    field_heads: Phrases[str] = field(default_factory=Phrases)
    fields: dict[str, Phrases[Name]] = field(default_factory=dict)
    topics: Phrases[bool] = field(default_factory=Phrases)
    heads: Phrases[Head] = field(default_factory=Phrases)
    nouns: Phrases[Noun] = field(default_factory=Phrases)
    titles: Phrases[Title] = field(default_factory=Phrases)
    qualifiers: dict[str, Phrases[bool]] = field(default_factory=dict)
    provinces: Phrases[bool] = field(default_factory=Phrases)
    places: Phrases[Place] = field(default_factory=Phrases)
    place_suffixes: Phrases[bool] = field(default_factory=Phrases)
    words: dict[str, Phrases[bool]] = field(default_factory=dict)
    stops: Phrases[bool] = field(default_factory=Phrases)
    not_after: dict[str, frozenset[str]] = field(default_factory=dict)
    verb_objects: frozenset[str] = frozenset()
    expansions: Phrases[str] = field(default_factory=Phrases)
    short_fields: dict[str, Phrases[str]] = field(default_factory=dict)


def _spellings(row: Row) -> Iterator[tuple[str, bool]]:
    """Each spelling of a row, and whether it is an abbreviation."""
    yield row["canonical"], False
    for alias in row.get("aliases", ()):
        yield alias, False
    for short in row.get("abbr", ()):
        yield short, True


def _key(phrase: str) -> str:
    return " ".join(keys_of(phrase))


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_key(word) for word in words)


def _add_names(lexicon: Lexicon) -> None:
    for row in rows("agencies/names"):
        for spelling, short in _spellings(row):
            name = Name(row["id"], short, *(row.get(flag, False) for flag in _FLAGS))
            lexicon.names.add(spelling, name)
            if name.lower:
                lexicon.lower_first.add(keys_of(spelling)[0])


def _add_fields(lexicon: Lexicon) -> None:
    for row in rows("agencies/fields") + rows("agencies/departments"):
        keys = [_key(head) for head in row["heads"]]
        for head, key in zip(row["heads"], keys, strict=True):
            lexicon.field_heads.add(head, key)
        for spelling, short in _spellings(row):
            name = Name(row["id"], short)
            lexicon.topics.add(spelling, True)
            for key in keys:
                lexicon.fields.setdefault(key, Phrases()).add(spelling, name)


def _add_nouns(lexicon: Lexicon) -> None:
    for row in rows("agencies/heads"):
        not_before = _keys(row.get("not_before", ()))
        free, takes = row.get("free", False), row.get("takes", False)
        for spelling, short in _spellings(row):
            lexicon.heads.add(spelling, Head(short, not_before, free, takes))
    for row in rows("agencies/groups"):
        modifiers = Phrases((modifier, True) for modifier in row.get("modifiers", ()))
        ambiguous, levels = row.get("ambiguous", False), row.get("levels", False)
        not_before = _keys(row.get("not_before", ()))
        noun = Noun(row["id"], row["class"], ambiguous, levels, not_before, modifiers)
        for spelling, _ in _spellings(row):
            lexicon.nouns.add(spelling, noun)
    for row in rows("agencies/positions"):
        title = Title(row.get("alone", False), row.get("person", False))
        for spelling, _ in _spellings(row):
            lexicon.titles.add(spelling, title)


def _add_surroundings(lexicon: Lexicon) -> None:
    for row in rows("agencies/qualifiers"):
        for spelling, short in _spellings(row):
            lexicon.qualifiers.setdefault(row["kind"], Phrases()).add(spelling, short)
    for row in rows("places/provinces"):
        for spelling, _ in _spellings(row):
            lexicon.provinces.add(spelling, True)
    for row in rows("agencies/places"):
        not_before = _keys(row.get("not_before", ()))
        plural, vague, named = (row.get(flag, False) for flag in ("plural", "vague", "named"))
        place = Place(plural, vague, named, not_before)
        for spelling, _ in _spellings(row):
            if row.get("suffix"):
                lexicon.place_suffixes.add(spelling, True)
            else:
                lexicon.places.add(spelling, place)
    words = table("agencies/words")
    for kind in ("cue", "verb", "function", "quantifier", "opener", "in_doing"):
        lexicon.words[kind] = Phrases((word, True) for word in words[kind])
    for kind in ("cue", "verb", "function"):
        for word in words[kind]:
            lexicon.stops.add(word, True)
    lexicon.not_after = {key: frozenset(before) for key, before in words["not_after"].items()}
    lexicon.verb_objects = frozenset(words["verb_objects"])


def _add_expansions(lexicon: Lexicon) -> None:
    """Abbreviations with what they stand for; those of a field only behind its heads."""
    for name in _SHORT_ANYWHERE:
        for row in rows(name):
            for short in row.get("abbr", ()):
                lexicon.expansions.add(short, row["canonical"])
    for row in rows("agencies/fields") + rows("agencies/departments"):
        for head in row["heads"]:
            for short in row.get("abbr", ()):
                fields = lexicon.short_fields.setdefault(_key(head), Phrases())
                fields.add(short, row["canonical"])


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    loaded = Lexicon()
    with collector_paused():
        _add_names(loaded)
        _add_fields(loaded)
        _add_nouns(loaded)
        _add_surroundings(loaded)
        _add_expansions(loaded)
    return loaded
