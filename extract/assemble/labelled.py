"""Labelled lines below an item: "Cơ quan chủ trì: …", "Thời gian thực hiện: …", and the same
labels inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract.assemble.assigned import ROLE as ASSIGNED
from extract.lexicons.load import table
from extract.segment.outline import Node

_ROLES = ("lead", "coordinating", "time", "product", ASSIGNED)


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled value: `start` and `end` bound it in the reading text."""

    role: str
    start: int
    end: int


@dataclass(slots=True)
class Labelled:
    """The labelled lines of one item, by what they fill."""

    lines: list[Line] = field(default_factory=list)

    def of(self, *roles: str) -> list[Line]:
        return [line for line in self.lines if line.role in roles]

    @property
    def assigns(self) -> bool:
        """Whether they say who, when or what comes out, so that the item above is a task."""
        return bool(self.of(*_ROLES))


def labelled(node: Node) -> Labelled:
    """The labelled lines directly below `node`; a bare label takes the items below it."""
    found = Labelled()
    for child in node.children:
        if child.label is None:
            continue
        if child.label.role == "content" and child.children:
            continue
        found.lines.extend(_lines(child))
    return found


def _lines(node: Node) -> Iterable[Line]:
    label = node.label
    if label is None:
        return
    if label.value:
        yield Line(label.role, node.start + label.end, node.end)
    for child in node.children:
        if child.label is None:
            yield Line(label.role, child.start, child.end)
        else:
            yield from _lines(child)


def inline(text: str, offset: int) -> tuple[int, Labelled]:
    """Labels inside `text`, which begins at `offset` of the reading text.

    Returns the length of what stands before the first one, and the labelled values.
    """
    marks = [m for m in _inline_pattern().finditer(text.lower()) if m.start() > 0]
    found = Labelled()
    if not marks:
        return len(text), found
    ends = [m.start() for m in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        found.lines.append(Line(_role_of(mark.group("label")), offset + mark.end(), offset + end))
    first = marks[0].start()
    return first, found


@cache
def _inline_pattern() -> re.Pattern[str]:
    names = sorted(_inline_roles(), key=len, reverse=True)
    joined = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?:[.;,(]\s*|\s[-–]\s)(?P<label>{joined})\s?:\s*")


@cache
def _inline_roles() -> dict[str, str]:
    return {
        alias: row["role"]
        for row in table("labels")["labels"]
        if row["role"] in _ROLES
        for alias in row["aliases"]
        if " " in alias or row["role"] == "lead"
    }


def _role_of(name: str) -> str:
    return _inline_roles()[name]
