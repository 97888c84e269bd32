"""The word lists of this package, in the form its rules look them up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.lexicons.load import rows, table

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Cue:
    """How a phrase before a point in time binds it; see `cues.yaml`."""

    bind: str
    firm: bool


@cache
def cues() -> dict[tuple[str, ...], Cue]:
    """Cue by its words."""
    return {
        tuple(phrase.split()): Cue(row["bind"], row["firm"])
        for row in rows("deadlines/cues")
        for phrase in row["phrases"]
    }


@cache
def phrases(key: str) -> frozenset[tuple[str, ...]]:
    """The phrases that `context.yaml` has under `key`, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in table("deadlines/context")[key])


@cache
def name_nouns() -> tuple[re.Pattern[str], dict[str, frozenset[str]], frozenset[str]]:
    """Nouns that take a period along: a pattern, the periods of each, those that name in plural."""
    listed = rows("deadlines/names")
    periods = {noun: frozenset(row["periods"]) for row in listed for noun in row["nouns"]}
    many = frozenset(noun for row in listed if row["many"] for noun in row["nouns"])
    return _any_of(periods), periods, many


@cache
def name_ends() -> re.Pattern[str]:
    """What ends a name inside its sentence: such a word, or a share."""
    listed = " ".join
    return re.compile(_any_of(map(listed, phrases("name_ends"))).pattern + r"|\d\s?%")


@cache
def time_labels() -> re.Pattern[str]:
    """A label that heads a schedule ("Thời gian thực hiện:"), at the start of a line."""
    labels = [
        alias
        for row in table("labels")["labels"]
        if row["role"] == "time"
        for alias in row["aliases"]
    ]
    return re.compile(rf"\W{{0,6}}(?:{_any_of(labels).pattern})\s{{0,3}}:\s{{0,3}}")


def before(low: str, at: int, most: int = 5) -> list[tuple[int, str]]:
    """The last words before `at` with their offsets, the nearest last; punctuation cuts them off."""
    start = max(0, at - 60)
    found = [(start + match.start(), match[0]) for match in _WORD.finditer(low, start, at)]
    found = found[-most:]
    for index in range(len(found) - 1, -1, -1):
        offset, word = found[index]
        bare = word.lstrip("(“\"*-–+")
        if bare != word:
            return [(offset + len(word) - len(bare), bare), *found[index + 1 :]] if bare else found[index + 1 :]
        if not word[-1].isalnum():
            return found[index + 1 :]
    return found


def ends_with(words: list[tuple[int, str]], wanted: Iterable[tuple[str, ...]]) -> int | None:
    """How many of the last `words` form the longest wanted phrase; `None` where none does."""
    spoken = tuple(word for _, word in words)
    fitting = (n for n in range(len(spoken), 0, -1) if spoken[-n:] in wanted)
    return next(fitting, None)


def starts_with(low: str, at: int, wanted: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of the wanted phrases stands at `at`, white space aside."""
    spoken = tuple(low[at : at + 40].split()[:4])
    return any(spoken[:n] in wanted for n in range(1, len(spoken) + 1))


def _any_of(wanted: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(wanted, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
