"""Whether a text begins like an action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from extract.assemble.roles import subject_of
from extract.lexicons.load import table

_LEAD_IN = re.compile(
    r"(?:trước|đến|trong|từ|sau|khi|căn cứ|trên cơ sở|hằng|hàng|định kỳ|đối với|nhằm|để)\s",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+")


def asks_for_action(text: str) -> bool:
    """Whether an item begins like an action: a verb, an adverb before one, or an agency."""
    if begins_with_verb(text):
        return True
    if _LEAD_IN.match(text) and any(
        begins_with_verb(text[comma.end() :]) for comma in islice(_COMMA.finditer(text[:300]), 4)
    ):
        return True
    return bool(subject_of(text)[0])


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
