"""Points in time as written: days, months, quarters, years, and stretches of them.

A point without a year (or a day without its month) keeps `None` there; who calls knows the plan's
year. Offsets are code points of the text in lower case, which are those of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.find.dates import exists
from extract.find.deadlines import patterns

Kind = Literal["day", "month", "year", "plan_year"]
Moment = tuple[int | None, int | None, int | None]
"""Year, month, day; `None` for what is not said."""

_FINEST_FIRST: tuple[Kind, ...] = ("day", "month", "year", "plan_year")
_MOST_DAYS = 31
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken stretch from the beginning of `first` to the end of `last`."""

    start: int
    end: int
    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time; several `runs` where a list leaves gaps ("quý I và quý III").

    `bare` means that no word (năm, tháng, ngày) marks it, `ranged` that it names two ends, `part`
    that it is a part of a year told by its length ("6 tháng đầu năm"). Such parts and quarters are
    months too.
    """

    start: int
    end: int
    kind: Kind
    runs: tuple[Run, ...]
    bare: bool = False
    ranged: bool = False
    part: bool = False

    @property
    def yearless(self) -> bool:
        """Whether the text says no year."""
        return self.runs[-1].last[0] is None

    @property
    def monthless(self) -> bool:
        """Whether it is a day without its month ("ngày 25")."""
        return self.runs[-1].last[1] is None and self.kind == "day"


def find_points(low: str) -> list[Point]:
    """The points in time in `low`, in order, stretches joined; impossible days are left out."""
    return list(_joined(low, _single(low)))


def _single(low: str) -> Iterator[Point]:
    done = 0
    for start in patterns.POINT_START.finditer(low):
        match = patterns.POINT.match(low, start.start()) if start.start() >= done else None
        if match is None:
            continue
        done = match.end()
        point = _READERS[match.lastgroup or ""](match)
        if point and all(exists(*end) for run in point.runs for end in (run.first, run.last)):
            yield point


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _one(match: re.Match[str], kind: Kind, first: Moment, last: Moment, bare: bool) -> Point:
    run = Run(match.start(), match.end(), first, last)
    return Point(match.start(), match.end(), kind, (run,), bare)


def _day(match: re.Match[str]) -> Point:
    groups = {
        "date": ("year", "month", "day"),
        "worded_date": ("wyear", "wmonth", "wday"),
        "short_date": (None, "smonth", "sday"),
        "lone_day": (None, None, "lone"),
    }[match.lastgroup or ""]
    year, month, day = (_number(match[name]) if name else None for name in groups)
    bare = not match[0].startswith("ngày") and match.lastgroup != "worded_date"
    return _one(match, "day", (year, month, day), (year, month, day), bare)


def _short_month(match: re.Match[str]) -> Point:
    month = (_number(match["myear"]), _number(match["mmonth"]), None)
    return _one(match, "month", month, month, bare=True)


def _short_quarter(match: re.Match[str]) -> Point:
    year, quarter = int(match["qyear"]), _QUARTERS[match["quarter"]]
    return _one(match, "month", (year, 3 * quarter - 2, None), (year, 3 * quarter, None), bare=True)


def _part_of_year(match: re.Match[str]) -> Point:
    months = int(match["count"] or (6 if match["six"] else 9))
    first = 1 if match["end"] == "đầu" else 13 - months
    year = _year_said(match)
    run = Run(match.start(), match.end(), (year, first, None), (year, first + months - 1, None))
    return Point(match.start(), match.end(), "month", (run,), part=True)


def _plan_year(match: re.Match[str]) -> Point:
    nothing = (None, None, None)
    return _one(match, "plan_year", nothing, nothing, bare=False)


def _months(match: re.Match[str]) -> Point | None:
    year = _year_said(match)
    return _list(match, patterns.NUMBERS, "month", lambda v: ((year, v, None), (year, v, None)))


def _quarters(match: re.Match[str]) -> Point | None:
    year = _year_said(match)
    return _list(
        match,
        patterns.QUARTER_MEMBERS,
        "month",
        lambda v: ((year, 3 * v - 2, None), (year, 3 * v, None)),
    )


def _years(match: re.Match[str]) -> Point | None:
    return _list(match, patterns.FOUR_DIGITS, "year", lambda v: ((v, None, None), (v, None, None)))


def _year_said(match: re.Match[str]) -> int | None:
    found = patterns.FOUR_DIGITS.search(match[0])
    return int(found[0]) if found else None


def _list(
    match: re.Match[str],
    member: re.Pattern[str],
    kind: Kind,
    ends: Callable[[int], tuple[Moment, Moment]],
) -> Point | None:
    """The members of a list: neighbours and "from - to" run together, gaps part them."""
    low, stop = match.string, match.end()
    year = None if kind == "year" else patterns.FOUR_DIGITS.search(low, match.start(), stop)
    found = list(member.finditer(low, match.start(), year.start() if year else stop))
    groups = [[found[0].start(), found[0].end(), *[_value(found[0][0])] * 2]]
    ranged = False
    for left, right in pairwise(found):
        value, group = _value(right[0]), groups[-1]
        is_range = bool(patterns.RANGE_MARK.search(low, left.end(), right.start()))
        ranged |= is_range
        if is_range or value == group[3] + 1:
            group[1], group[3] = right.end(), value
        else:
            begins = patterns.SEPARATOR.match(low, left.end())
            groups.append([begins.end() if begins else right.start(), right.end(), value, value])
    groups[0][0], groups[-1][1] = match.start(), stop
    if any(first > last for *_, first, last in groups):
        return None
    runs = tuple(
        Run(start, end, ends(first)[0], ends(last)[1]) for start, end, first, last in groups
    )
    bare = kind == "year" and not match[0].startswith("năm")
    return Point(match.start(), stop, kind, runs, bare, ranged)


def _value(text: str) -> int:
    return _QUARTERS.get(text) or int(text)


def _joined(low: str, points: Iterable[Point]) -> Iterator[Point]:
    """Joins what belongs together: "từ … đến …" into one stretch, days in a list into one point."""
    waiting: Point | None = None
    for point in points:
        joined = waiting and (_stretch(low, waiting, point) or _listed_days(low, waiting, point))
        if waiting and not joined:
            yield waiting
        waiting = joined or point
    if waiting:
        yield waiting


def _stretch(low: str, left: Point, right: Point) -> Point | None:
    """The stretch from `left` to `right`, which lend each other the year (and month) not said."""
    if not patterns.TO.fullmatch(low, left.end, right.start):
        return None
    if left.ranged or right.ranged or len(left.runs) + len(right.runs) > 2:
        return None
    if "plan_year" in (left.kind, right.kind) or (right.kind == "year" and left.yearless):
        return None
    (year, month, day), (last_year, last_month, last_day) = left.runs[0].first, right.runs[0].last
    if left.monthless:
        month = last_month
    borrowed = year is None
    year, last_year = year or last_year, last_year or year
    if borrowed and year and (month or 0, day or 0) > (last_month or 12, last_day or 31):
        year -= 1
    first, last = (year, month, day), (last_year, last_month, last_day)
    if (year or 0, month or 0, day or 0) > (last_year or 0, last_month or 12, last_day or 31):
        return None
    run = Run(left.start, right.end, first, last)
    kind = min(left.kind, right.kind, key=_FINEST_FIRST.index)
    return Point(left.start, right.end, kind, (run,), left.bare and right.bare, ranged=True)


def _listed_days(low: str, left: Point, right: Point) -> Point | None:
    """Days in one list ("ngày 12, 13/5/2024"): the last lends the others its month and year."""
    if not left.kind == right.kind == "day" or left.ranged or right.ranged or right.monthless:
        return None
    if len(left.runs) >= _MOST_DAYS or not patterns.AND.fullmatch(low, left.end, right.start):
        return None
    (run,) = right.runs
    lent = [
        replace(earlier, first=_lent(earlier.first, run.first), last=_lent(earlier.last, run.last))
        for earlier in left.runs
    ]
    return Point(left.start, right.end, "day", (*lent, run), left.bare)


def _lent(moment: Moment, lender: Moment) -> Moment:
    year, month, day = moment
    return year or lender[0], month or lender[1], day


_READERS: dict[str, Callable[[re.Match[str]], Point | None]] = {
    "date": _day,
    "worded_date": _day,
    "short_date": _day,
    "lone_day": _day,
    "short_month": _short_month,
    "short_quarter": _short_quarter,
    "half": _part_of_year,
    "plan_year": _plan_year,
    "months": _months,
    "quarters": _quarters,
    "years": _years,
}
