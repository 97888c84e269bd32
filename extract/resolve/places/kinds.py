"""The words for kinds of units in front of a name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from extract.lexicons.load import rows
from extract.resolve.places.keys import key


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of unit; see `lexicons/places/kinds.yaml`."""

    id: str
    name: str
    levels: tuple[int, ...]


def split_kind(name: str) -> tuple[Kind | None, str]:
    """The kind that `name` opens with, and the rest; (None, name) where it opens with none.

    >>> kind, rest = split_kind("TP. Hồ Chí Minh")
    >>> kind.name, rest
    ('thành phố', 'Hồ Chí Minh')
    >>> split_kind("Q1")[1], split_kind("Quảng Ninh")
    ('1', (None, 'Quảng Ninh'))
    """
    by_word, pattern = _words()
    name = unicodedata.normalize("NFC", name).strip()
    match = pattern.match(name)
    if not match:
        return None, name
    return by_word[key(match["word"])], match["rest"].strip()


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by id."""
    return {
        row["id"]: Kind(row["id"], row["canonical"], tuple(row["levels"]))
        for row in rows("places/kinds")
    }


@cache
def _words() -> tuple[dict[str, Kind], re.Pattern[str]]:
    by_word: dict[str, Kind] = {}
    full: list[str] = []
    short: list[str] = []
    letter: list[str] = []
    for row in rows("places/kinds"):
        for word in (row["canonical"], *row.get("aliases", ())):
            by_word[key(word)] = kinds()[row["id"]]
            full.append(r"\s+".join(map(re.escape, word.split())))
        for word in row.get("abbr", ()):
            by_word[key(word)] = kinds()[row["id"]]
            (letter if len(word) == 1 else short).append(re.escape(word))
    # A letter alone needs its dot, or the number of an urban district or ward.
    words = "|".join(
        [rf"(?:{w})(?=[\s.]|$)" for w in full]
        + [rf"(?:{w})(?=[\s.\d]|$)" for w in short]
        + [rf"(?:{w})(?=\.|\d)" for w in letter]
    )
    return by_word, re.compile(rf"(?P<word>{words})[\s.]*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
