"""Whether a text begins with a verb that states an action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.lexicons.load import table

_STOPS = re.compile(r"([,.;:])")


def begins_with_verb(text: str) -> bool:
    """Whether the first words of `text` are a verb, adverbs before it aside."""
    return _first(_STOPS.sub(r" \1", text[:80].lower()).split())


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
