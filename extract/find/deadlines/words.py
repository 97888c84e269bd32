"""The word lists of this package, in the form its rules look them up.

Words are those of a text in lower case; offsets are code points of it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from extract.lexicons.load import rows, table

_WORD = re.compile(r"\S+")
_SPELLED = re.compile(r"\w+")
_FAR = 60
_OPENING = "(“\"'‘*[-–+•"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """How a phrase before a point in time binds it; see `cues.yaml`."""

    bind: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that takes a period along as part of a name; see `names.yaml`."""

    words: Words
    periods: frozenset[str]
    many: bool
    followed_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a text and where it stands."""

    start: int
    end: int
    word: str


@cache
def cues() -> dict[Words, Cue]:
    """Cue by its words."""
    return {
        tuple(phrase.split()): Cue(row["bind"], row["firm"])
        for row in rows("deadlines/cues")
        for phrase in row["phrases"]
    }


@cache
def name_nouns() -> dict[str, list[Noun]]:
    """The nouns of `names.yaml` by their first word."""
    by_first: dict[str, list[Noun]] = {}
    for row in rows("deadlines/names"):
        for noun in row["nouns"]:
            words = tuple(noun.split())
            followed_by = frozenset(row.get("followed_by", ()))
            by_first.setdefault(words[0], []).append(
                Noun(words, frozenset(row["periods"]), row["many"], followed_by)
            )
    return by_first


@cache
def noun_phrases() -> frozenset[Words]:
    """The nouns of `names.yaml`, each as its words."""
    return frozenset(noun.words for listed in name_nouns().values() for noun in listed)


@cache
def phrases(key: str) -> frozenset[Words]:
    """The phrases that `context.yaml` has under `key`, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in table("deadlines/context")[key])


@cache
def time_label() -> re.Pattern[str]:
    """A label that heads a schedule ("Thời gian thực hiện:"), at the start of a text."""
    labels = {
        alias
        for row in table("labels")["labels"]
        if row["role"] == "time"
        for alias in row["aliases"]
    }
    either = "|".join(sorted(map(re.escape, labels), key=lambda label: (-len(label), label)))
    return re.compile(rf"\W{{0,6}}(?:{either})\W{{0,3}}:")


def spell(low: str, start: int, end: int) -> list[Spoken]:
    """The words of `low[start:end]`, without punctuation."""
    return [Spoken(*match.span(), match[0]) for match in _SPELLED.finditer(low, start, end)]


def before(low: str, at: int, most: int = 5) -> list[Spoken]:
    """The last words before `at`, the nearest last; a punctuation mark cuts them off."""
    found: list[Spoken] = []
    end = at
    for part in reversed(low[max(0, at - _FAR) : at].rsplit(None, most)[-most:]):
        word = part.strip().lstrip(_OPENING)
        if not word or not word[-1].isalnum():
            break
        start = low.rfind(word, 0, end)
        found.append(Spoken(start, start + len(word), word))
        if len(word) < len(part):
            break
        end = start
    found.reverse()
    return found


def ends_with(words: list[Spoken], wanted: Container[Words]) -> int:
    """How many of the last `words` form the longest wanted phrase; 0 where none does."""
    spoken = tuple(word.word for word in words)
    return next((n for n in range(len(spoken), 0, -1) if spoken[-n:] in wanted), 0)


def starts_with(low: str, at: int, wanted: Container[Words]) -> bool:
    """Whether a wanted phrase stands at `at`, white space aside."""
    spoken = tuple(word.strip(",.;:)") for word in low[at : at + _FAR].split()[:4])
    return any(spoken[:n] in wanted for n in range(1, len(spoken) + 1))
