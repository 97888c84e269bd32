"""Recurring deadlines: "hằng năm", "định kỳ 06 tháng và 01 năm", "03 tháng một lần"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.deadlines import patterns
from extract.find.deadlines.words import Spoken, before, ends_with, phrases
from extract.lexicons.load import table

_MONTHS_OF = {"Y": 12, "Q": 3, "M": 1}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurrence in a text; `durations` in ISO 8601, in the order written."""

    start: int
    end: int
    durations: tuple[str, ...]


def find_recurrences(low: str) -> list[Recurrence]:
    """The recurrences in `low`, a text in lower case, in order."""
    return [found for match in _matches(low) if (found := _read(low, match))]


def _matches(low: str) -> Iterator[re.Match[str]]:
    done = 0
    for start in patterns.RECURRENCE_START.finditer(low):
        match = patterns.RECURRENCE.match(low, start.start()) if start.start() >= done else None
        if match:
            done = match.end()
            yield match


def _read(low: str, match: re.Match[str]) -> Recurrence | None:
    form = match.lastgroup or ""
    if form == "of":
        return Recurrence(*match.span(), (_shared(match["times"], match["of"]),))
    if form == "yearly":
        return Recurrence(*match.span(), ("P1Y",))
    if form == "periodic":
        return Recurrence(*match.span(), _durations(low, *match.span(form)))
    words = before(low, match.start())
    if form == "once":
        lasting = ends_with(words, phrases("lasting"))
        return None if lasting else Recurrence(*match.span(), _durations(low, *match.span(form)))
    if form == "listed":
        return _listed(low, *match.span(form))
    return _rounds(low, *match.span(form), words)


def _listed(low: str, start: int, end: int) -> Recurrence | None:
    """What reports are made for ("báo cáo quý, 6 tháng, năm"); counts alone only say how long."""
    if all(item["number"] for item in patterns.ITEM.finditer(low, start, end)):
        return None
    return Recurrence(start, end, _durations(low, start, end))


def _rounds(low: str, start: int, end: int, words: list[Spoken]) -> Recurrence | None:
    """What is done every year or so; "hàng" must not end another word ("ngân hàng năm 2024")."""
    if not low.startswith(("hằng", "hàng", "mỗi"), start) and ends_with(words, phrases("lasting")):
        start = next(i.start() for i in patterns.ITEM.finditer(low, start, end) if i["every"])
        words = before(low, start)
    if low.startswith("hàng", start) and ends_with(words, phrases("ends_in_hang")):
        return None
    if low.startswith("mỗi", start) and words and words[-1].word == "lần":
        return None
    if patterns.FOUR_DIGITS.match(low, end + 1) and low[end] == " " and low[start] == "h":
        return None
    return Recurrence(start, end, _durations(low, start, end))


def _durations(low: str, start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_items(low, start, end)))


def _items(low: str, start: int, end: int) -> Iterator[str]:
    words = table("deadlines/recurrence")
    for item in patterns.ITEM.finditer(low, start, end):
        count = _count(item["number"]) if item["number"] else 1
        yield _duration(count, words["units"][item["unit"]])


def _count(number: str) -> int:
    words: dict[str, int] = table("deadlines/recurrence")["numbers"]
    return int(number) if number.isdigit() else words[number]


def _duration(count: int, unit: str) -> str:
    return f"P{3 * count}M" if unit == "Q" else f"P{count}{unit}"


def _shared(times: str, unit: str) -> str:
    """The duration between rounds of which `times` fall into one `unit`: twice a year is P6M."""
    count, letter = _count(times), table("deadlines/recurrence")["units"][unit]
    months = _MONTHS_OF.get(letter, 0)
    if count > 1 and months and months % count == 0:
        return f"P{months // count}M"
    return _duration(1, letter)
