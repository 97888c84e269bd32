"""Which days a date in EDTF (ISO 8601-2) stands for: its first and its last day.

Plans write dates at the precision they know: a year, a month, a day, or a stretch between two of
them that may be open at one end. A date with unknown digits ("../XXXX-12-15") has no bounds.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_UNKNOWN = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}")
_OPEN = ("", "..")


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day of `edtf`; `None` where that end is open or unknown.

    Raises `ValueError` for text that is no date, no stretch of dates, or a day that does not exist.

    >>> bounds("2022-04/2022-06")
    (datetime.date(2022, 4, 1), datetime.date(2022, 6, 30))
    >>> bounds("../2025")
    (None, datetime.date(2025, 12, 31))
    >>> bounds("../XXXX-12-15")
    (None, None)
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(edtf)
    opening = None if first in _OPEN else _days(first)[0]
    return opening, None if last in _OPEN else _days(last)[1]


def outside(edtf: str, period: str) -> bool:
    """Whether what is due at `edtf` falls wholly outside the plan's `period` (both EDTF).

    A deadline without a first day ("../2025") is due on its last day, so that day alone counts.
    Where the two cannot be compared the answer is `False`.

    >>> outside("2016-03/2016-12", "2017")
    True
    >>> outside("../2025", "2022/2025")
    False
    """
    first, last = bounds(edtf)
    opening, closing = bounds(period)
    due = first or last
    too_late = due is not None and closing is not None and due > closing
    too_early = last is not None and opening is not None and last < opening
    return too_late or too_early


def _days(point: str) -> tuple[date | None, date | None]:
    """The first and last day of a year, month or day; of one with unknown digits neither."""
    match = _POINT.fullmatch(point)
    if match is None:
        if "X" in point and _UNKNOWN.fullmatch(point):
            return None, None
        raise ValueError(f"not an EDTF date: {point!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        if not 1 <= month <= 12:
            raise ValueError(f"not an EDTF date: {point!r}")
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
