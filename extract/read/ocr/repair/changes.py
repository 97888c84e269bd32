"""Puts other text, also of another length, into a document that was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.read.source import Repair, SourceLine


@dataclass(frozen=True, slots=True)
class Change:
    """`text` for what stands at `start` to `end` of the raw text, within one line."""

    start: int
    end: int
    text: str
    rule: str


Document = tuple[str, tuple[SourceLine, ...], tuple[Repair, ...]]


def changed(
    raw: str,
    lines: Sequence[SourceLine],
    repairs: Sequence[Repair],
    changes: Sequence[Change],
) -> Document:
    """The document with the changes made: they are in order and do not overlap.

    A change takes the place of earlier repairs that it touches, and keeps what was recognised
    first.
    """
    moves = _Moves(changes)
    parts: list[str] = []
    place = 0
    for change in changes:
        parts += raw[place : change.start], change.text
        place = change.end
    text = "".join([*parts, raw[place:]])
    kept = [
        replace(repair, start=moves(repair.start), end=moves(repair.end))
        for repair in repairs
        if not any(_touch(repair, change) for change in changes)
    ]
    made = []
    for change in changes:
        start = moves(change.start)
        was = _was(raw, change, repairs)
        made.append(Repair(start, start + len(change.text), was, change.rule))
    moved = tuple(replace(line, start=moves(line.start), end=moves(line.end)) for line in lines)
    return text, moved, tuple(sorted([*kept, *made], key=lambda repair: repair.start))


class _Moves:
    """Where an offset of the old text is in the new one; offsets inside a change are not asked."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._ends = [change.end for change in changes]
        self._sums = [0]
        for change in changes:
            self._sums.append(self._sums[-1] + len(change.text) - (change.end - change.start))

    def __call__(self, offset: int) -> int:
        return offset + self._sums[bisect_right(self._ends, offset)]


def _touch(repair: Repair, change: Change) -> bool:
    return repair.start < change.end and change.start < repair.end


def _was(raw: str, change: Change, repairs: Sequence[Repair]) -> str:
    """What recognition gave at the change, before earlier repairs."""
    was = raw[change.start : change.end]
    for repair in sorted(repairs, key=lambda repair: -repair.start):
        if change.start <= repair.start and repair.end <= change.end:
            at = repair.start - change.start
            was = was[:at] + repair.was + was[at + repair.end - repair.start :]
    return was
