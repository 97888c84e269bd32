"""Whether a text begins like an action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.find.agencies import read_agencies
from extract.lexicons.load import table


def asks_for_action(text: str) -> bool:
    """Whether an item begins like an action: a verb, an adverb before one, or an agency."""
    if begins_with_verb(text):
        return True
    found, after = read_agencies(text)
    return bool(found) and after < len(text)


def begins_with_verb(text: str) -> bool:
    """Whether the first words of `text` are a verb, adverbs before it aside."""
    return _first(text[:80].lower().replace(",", " ,").split())


def _first(words: Sequence[str]) -> bool:
    verbs, adverbs = _verbs(), _adverbs()
    place = 0
    for _ in range(3):
        for n in (3, 2, 1):
            phrase = " ".join(words[place : place + n]).replace(" ,", ",")
            if phrase in verbs:
                return True
        for n in (3, 2, 1):
            phrase = " ".join(words[place : place + n])
            if phrase in adverbs:
                place += n
                break
        else:
            return False
        if words[place : place + 1] == [","]:
            place += 1
    return False


@cache
def _verbs() -> frozenset[str]:
    return frozenset(table("actions")["verbs"])


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(table("actions")["adverbs"])
