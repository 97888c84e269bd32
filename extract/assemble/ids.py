"""Stable ids: the same record of the same document has the same id in every run, and a change in
one section leaves the ids of the others alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")


def slug(text: str) -> str:
    """`text` in lower-case ASCII words joined by hyphens.

    >>> slug("1241/QĐ-UBND")
    '1241-qd-ubnd'
    """
    folded = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "-".join(_WORD.findall("".join(c for c in folded if not unicodedata.combining(c))))


def plan_id(
    number: str | None, issuer: str | None, date: str | None, title: str | None, text: str
) -> str:
    """From number, issuer and date. A text without a number is known by its title, issuer and
    date, one without a title by all its words."""
    if number and issuer:
        return "-".join(part for part in (slug(number), slug(issuer), slug(date or "")) if part)[
            :120
        ]
    words = slug(" ".join(filter(None, (title, issuer, date)))) if title else slug(text)
    return f"text-{hashlib.sha256(words.encode()).hexdigest()[:16]}"


class Ids:
    """Hands out ids within one plan: kind, section, and a hash of the record's own words."""

    def __init__(self, plan: str) -> None:
        self.plan = plan
        self._seen: dict[str, int] = {}

    def record(self, kind: str, section: str | None, words: str) -> str:
        """An id such as `<plan>/task/III.1/3f2a9c41`; equal records are numbered."""
        digest = hashlib.sha256(slug(words).encode()).hexdigest()[:8]
        base = f"{self.plan}/{kind}/{section or '-'}/{digest}"
        count = self._seen.get(base, 0) + 1
        self._seen[base] = count
        return base if count == 1 else f"{base}~{count}"
