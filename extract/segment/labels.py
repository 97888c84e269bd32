"""Labelled lines: "Cơ quan chủ trì: Sở Y tế"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicons.load import alternatives, table

_NUMBER = re.compile(r"\s\d{1,2}$")
_LONGEST = 60
_ONE = alternatives(table("labels")["holders"])
_HOLDER = re.compile(rf"^(?:các\s)?{_ONE}(?:(?:,|/|,? và)\s?{_ONE}){{0,3}}\s")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line. `role` is what it fills (see lexicons/labels.yaml); `end` is
    where its value begins, in code points of the line; `value` is that value."""

    role: str
    name: str
    end: int
    value: str
    colon: bool = True


def label(text: str) -> Label | None:
    """The label that `text`, an item without its marker, begins with, if any.

    >>> label("Cơ quan chủ trì: Sở Y tế.").role
    'lead'
    >>> label("Nội dung 2: Biên soạn tài liệu").value
    'Biên soạn tài liệu'
    """
    head, colon, _ = text[:_LONGEST].partition(":")
    if not colon:
        head = text
        if len(text) > _LONGEST or _role(head) != "content":
            return None
    role = _role(head)
    if role is None:
        return None
    end = len(head) + len(colon)
    end += len(text[end:]) - len(text[end:].lstrip())
    return Label(role, head.strip(), end, text[end:], bool(colon))


def _role(head: str) -> str | None:
    """The role of a label's words; whoever holds the part ("bộ phận", "phòng, ban") may be any."""
    name = _NUMBER.sub("", re.sub(r"\s+", " ", head.strip(" *()")).lower())
    return _roles().get(name) or _roles().get(_HOLDER.sub("đơn vị ", name, count=1))


@cache
def _roles() -> dict[str, str]:
    return {alias: row["role"] for row in table("labels")["labels"] for alias in row["aliases"]}
