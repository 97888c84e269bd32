"""What the columns of an annex table hold, told by their heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from extract.lexicons.load import alternatives, table

ASSIGNING = frozenset({"lead", "coordinating", "time", "product"})
_NAMED = frozenset({"lead", "coordinating", "time", "product", "quantity", "detail", "funding"})
_ASIDE = re.compile(r"\s*\([^()]*\)|[*:.]")
_SPACE = re.compile(r"\s+")
_SLASH = re.compile(r"\s*([/,])\s*")
_YEARS = re.compile(r"\s*(?:năm\s)?(?:19|20)\d\d$")
_LONGEST = 80
_LONGEST_NUMBER_HEAD = 14


def column_role(head: str) -> str | None:
    """The role of the column under `head`, one of those that the lexicon `columns` describes; None
    where no word tells. Years say nothing here.

    >>> column_role("Cơ quan chủ trì (ghi rõ)"), column_role("KÝ HIỆU")
    ('lead', None)
    """
    name = _name(head)
    if name in _heads():
        return _heads()[name]
    if not name or len(name) > _LONGEST:
        return None
    worded = next((role for pattern, role in _words() if pattern.search(name)), None)
    return worded or _heads().get(_YEARS.sub("", name))


def heads_numbers(text: str) -> bool:
    """Whether `text` heads the column that numbers the rows ("TT", "Số thứ tự")."""
    return len(text) <= _LONGEST_NUMBER_HEAD and column_role(text) == "number"


def is_head(text: str) -> bool:
    """Whether `text` is a head of a column to the letter, not just a text that holds such words.

    >>> is_head("Cơ quan chủ trì"), is_head("Rà soát nhiệm vụ của các sở")
    (True, False)
    """
    return _name(text) in _heads()


def states_tasks(roles: Sequence[str | None]) -> bool:
    """Whether columns of these roles make a table of tasks."""
    return "content" in roles and bool(ASSIGNING & set(roles))


def _name(head: str) -> str:
    text = _SPACE.sub(" ", _ASIDE.sub("", unicodedata.normalize("NFC", head))).strip(" ;-–")
    return _SLASH.sub(lambda m: m[1] if m[1] == "/" else ", ", text.lower())


@cache
def _heads() -> dict[str, str]:
    found = {
        _name(alias): row["role"]
        for row in table("labels")["labels"]
        if row["role"] in _NAMED
        for alias in row["aliases"]
    }
    for role, heads in table("columns")["heads"].items():
        found.update(dict.fromkeys(map(_name, heads), role))
    return found


@cache
def _words() -> tuple[tuple[re.Pattern[str], str], ...]:
    def rows(name: str, before: str) -> Iterable[tuple[re.Pattern[str], str]]:
        for row in table("columns")[name]:
            yield re.compile(rf"{before}{alternatives(row['words'])}(?!\w)"), row["role"]

    return (*rows("starts", "^"), *rows("words", r"(?<!\w)"))
