"""Tables of tasks: the columns of an annex fill a task's fields, a row each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.assemble.labelled import Labelled, Line
from extract.assemble.spans import trim
from extract.lexicons.load import table as lexicon
from extract.segment.outline import Node

_ASIDE = re.compile(r"\s*\([^()]*\)|[*:.]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, at `start` to `end` of the reading text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that asks for action: its task cell, and the other cells by what they fill.

    A cell that only repeats what stands above it ("nt") is that cell above.
    """

    node: Node
    task: Cell
    labels: Labelled


def cells(node: Node) -> list[Cell]:
    """The cells of a row, trimmed; an empty one keeps its place."""
    found: list[Cell] = []
    place = node.start
    for part in node.text.split("\t"):
        start, end = trim(part, 0, len(part))
        found.append(Cell(place + start, place + end, part[start:end]))
        place += len(part) + 1
    return found


def task_rows(rows: Sequence[Node]) -> list[Row] | None:
    """The rows of one table that state tasks; None where its header is not understood."""
    for i, header in enumerate(rows[:3]):
        columns = [_role(cell.text) for cell in cells(header)]
        if "content" in columns and {"lead", "coordinating", "time", "product"} & set(columns):
            return list(_rows(rows[i + 1 :], columns))
    return None


def _rows(rows: Sequence[Node], columns: Sequence[str | None]) -> Iterator[Row]:
    above: dict[int, Cell] = {}
    content = columns.index("content")
    for node in rows:
        held = cells(node)
        if len(held) <= content or not held[content].text:
            continue
        labels = Labelled()
        for place, (role, cell) in enumerate(zip(columns, held, strict=False)):
            if _folded(cell.text) in _repeats():
                cell = above.get(place, cell)
            above[place] = cell
            if role and place != content and cell.text:
                labels.lines.append(Line(role, cell.start, cell.end))
        yield Row(node, held[content], labels)


def _role(head: str) -> str | None:
    name = re.sub(r"\s+", " ", _ASIDE.sub("", unicodedata.normalize("NFC", head))).strip().lower()
    return _roles().get(name)


def _folded(text: str) -> str:
    return text.strip(" .\"'”“").lower()


@cache
def _roles() -> dict[str, str]:
    found = {a: row["role"] for row in lexicon("labels")["labels"] for a in row["aliases"]}
    found.update(dict.fromkeys(lexicon("labels")["task_columns"], "content"))
    return found


@cache
def _repeats() -> frozenset[str]:
    return frozenset(lexicon("labels")["repeats"])
