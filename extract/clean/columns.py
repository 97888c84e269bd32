"""What the columns of an annex table hold, told by their heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from extract.lexicons.load import table

ASSIGNING = frozenset({"lead", "coordinating", "time", "product"})
_ASIDE = re.compile(r"\s*\([^()]*\)|[*:.]")


def column_role(head: str) -> str | None:
    """The role of the column under `head`: "number", "content", "lead", "coordinating", "time",
    "product" or another role of the lexicon `labels`; None where no word tells.

    >>> column_role("Cơ quan chủ trì (ghi rõ)"), column_role("CẤP TRÌNH")
    ('lead', None)
    """
    text = unicodedata.normalize("NFC", head)
    name = re.sub(r"\s+", " ", _ASIDE.sub("", text)).strip().lower()
    if name in _roles():
        return _roles()[name]
    if len(name) > _LONGEST:
        return None
    return next((role for words, role in _words() if any(w in name for w in words)), None)


def states_tasks(roles: Sequence[str | None]) -> bool:
    """Whether columns of these roles make a table of tasks."""
    return "content" in roles and bool(ASSIGNING & set(roles))


_LONGEST = 60


@cache
def _roles() -> dict[str, str]:
    found = {a: row["role"] for row in table("labels")["labels"] for a in row["aliases"]}
    found.update(dict.fromkeys(table("labels")["task_columns"], "content"))
    found.update(dict.fromkeys(table("labels")["number_columns"], "number"))
    return found


@cache
def _words() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(row["words"]), row["role"]) for row in table("labels")["column_words"])
