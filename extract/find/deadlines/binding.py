"""How the words before a point in time bind it, and what is written down for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.find.deadlines import patterns
from extract.find.deadlines.points import Moment, Point, Run
from extract.find.deadlines.words import Spoken, before, cues, ends_with

Bind = Literal["until", "within", "since", "stretch", "part", "at"]

_STRONGEST_FIRST: tuple[Bind, ...] = ("until", "within", "since", "stretch", "part")


@dataclass(frozen=True, slots=True)
class Bound:
    """A point in time with the words that bind it: `start` is where the first of them stands.

    `earlier` are the words before that, the nearest last; `firm` says that the binding words are no
    part of a name.
    """

    start: int
    end: int
    point: Point
    bind: Bind
    firm: bool
    earlier: list[Spoken]

    @property
    def period(self) -> str:
        """What it would be in a name: a stretch, an end, a year or months (see `names.yaml`)."""
        if self.point.kind == "month":
            return "month"
        if self.bind == "until":
            return "until"
        return "stretch" if self.point.ranged or self.bind == "stretch" else "year"


def bound(low: str, point: Point) -> Bound:
    """`point` with the cues before it: of "chậm nhất trong tháng 6" the strongest one counts."""
    start = _hour(low, point.start) if point.kind == "day" else point.start
    found, firm = set[str](), False
    words = before(low, start)
    while count := ends_with(words, cues()):
        cue = cues()[tuple(word.word for word in words[-count:])]
        if cue.bind == "count" and (found or point.bare):
            break
        start, firm = words[-count].start, firm or cue.firm
        found.add(cue.bind)
        words = before(low, start)
    bind: Bind = next((bind for bind in _STRONGEST_FIRST if bind in found), "at")
    end = point.end
    if bind == "since" and (further := patterns.FROM_THEN_ON.match(low, end)):
        end = further.end()
    if bind == "since" and point.ranged:
        firm = False
    return Bound(start, end, point, bind, firm, words)


def _hour(low: str, start: int) -> int:
    """Where the hour before a day begins ("trước 17 giờ 00 ngày 20/5"), else `start`."""
    hours = patterns.HOUR.finditer(low, max(0, start - 24), start)
    return next((hour.start() for hour in hours if hour.end() == start), start)


def edtf(run: Run, bind: Bind, *, ranged: bool) -> str:
    """What is written down for one run of a point.

    >>> edtf(Run(0, 1, (2022, 4, None), (2022, 6, None)), "until", ranged=False)
    '../2022-06'
    """
    first, last = _written(run.first), _written(run.last)
    if bind == "until":
        return f"../{last}"
    if bind == "since" and not ranged:
        return f"{first}/.."
    return first if first == last else f"{first}/{last}"


def _written(moment: Moment) -> str:
    year, month, day = moment
    if day is not None:
        return f"{_digits(year, 4)}-{_digits(month, 2)}-{_digits(day, 2)}"
    if month is not None:
        return f"{_digits(year, 4)}-{_digits(month, 2)}"
    return _digits(year, 4)


def _digits(value: int | None, width: int) -> str:
    return "X" * width if value is None else str(value).zfill(width)
