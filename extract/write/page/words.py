"""Values of the dataset in the words of the page: dates, recurrences, quantities.

The words themselves are data, in `labels_vi.yaml`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from schemas.span import Span
from schemas.values import Deadline, Quantity

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?")
_DURATION = re.compile(r"P(\d{1,4})([YMWD])")


@cache
def labels() -> dict[str, Any]:
    """The page's words, as `labels_vi.yaml` nests them."""
    text = (files(__package__) / "labels_vi.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def edtf_words(edtf: str) -> str:
    """An EDTF date or interval in words; a form that the dataset does not use stays as it is.

    >>> edtf_words("2025-06-30")
    'ngày 30/6/2025'
    >>> edtf_words("../2025-06")
    'đến tháng 6/2025'
    >>> edtf_words("2022/2025")
    'từ năm 2022 đến năm 2025'
    >>> edtf_words("../XXXX-12-15")
    'đến ngày 15/12 (không ghi năm)'
    """
    time = labels()["time"]
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date_words(edtf)
    if start in ("", ".."):
        form = time["until"]
    else:
        form = time["since" if end in ("", "..") else "between"]
    return str(form).format(start=_date_words(start), end=_date_words(end))


def _date_words(date: str) -> str:
    found = _DATE.fullmatch(date)
    if not found:
        return date
    year, month, day = found.groups()
    form = "day" if day else "month" if month else "year"
    if year == "XXXX":
        if not month:
            return date
        form += "_no_year"
    return str(labels()["time"][form]).format(y=year, m=int(month or 0), d=int(day or 0))


def recurrence_words(duration: str) -> str:
    """An ISO 8601 duration of one unit, read as "once every …".

    >>> recurrence_words("P1Y"), recurrence_words("P6M")
    ('hằng năm', '6 tháng một lần')
    """
    common = labels()["recurrence"].get(duration)
    found = _DURATION.fullmatch(duration)
    if common or not found:
        return common or duration
    unit = labels()["recurrence_units"][found[2]]
    return str(labels()["recurrence_other"]).format(n=found[1], unit=unit)


def day_words(day: dt.date) -> str:
    """A date as offices write it.

    >>> day_words(dt.date(2025, 6, 30))
    '30/6/2025'
    """
    return f"{day.day}/{day.month}/{day.year}"


def deadline_words(deadline: Deadline) -> str:
    """What a deadline was understood as, its recurrence included; empty where nothing was."""
    dates = [edtf_words(deadline.edtf)] if deadline.edtf else []
    return ", ".join([*map(recurrence_words, deadline.recurrence), *dates])


def number_words(value: float) -> str:
    """A number with the Vietnamese point and comma.

    >>> number_words(2700.0), number_words(1.5)
    ('2.700', '1,5')
    """
    return f"{value:,.15g}".translate(str.maketrans(",.", ".,"))


def quantity_words(quantity: Quantity) -> str:
    """What a quantity was understood as: change, comparator, number, unit and rate.

    >>> from schemas.span import Span
    >>> span = Span(start=0, end=20)
    >>> text = "tối thiểu 04 lớp/năm"
    >>> quantity_words(Quantity(text=text, value=4, unit="lớp", comparator="ge", per="year",
    ...     rule="count", span=span))
    'ít nhất 4 lớp mỗi năm'
    """
    words = labels()
    if quantity.value is None:
        return str(words["unread"])
    number = words["comparator"][quantity.comparator].format(
        value=number_words(quantity.value),
        value_max="?" if quantity.value_max is None else number_words(quantity.value_max),
    )
    if quantity.unit:
        number += quantity.unit if quantity.unit == "%" else f" {quantity.unit}"
    parts = [words["change"][quantity.change]] if quantity.change else []
    parts.append(number)
    if quantity.per:
        unit = words["per_units"].get(quantity.per, quantity.per)
        parts.append(words["per"].format(unit=unit))
    return " ".join(parts)


def place_words(span: Span) -> str:
    """Where the span begins in the file; empty where that is not known.

    >>> from schemas.span import Place
    >>> place_words(Span(start=0, end=9, places=[Place(path="t2/r3/c1")]))
    'bảng 2, hàng 3, cột 1'
    >>> place_words(Span(start=0, end=9, places=[Place(page=4), Place(page=5)]))
    'trang 4'
    """
    words = labels()["places"]
    if not span.places:
        return ""
    place = span.places[0]
    parts = [words["page"].format(page=place.page)] if place.page else []
    for part in (place.path or "").split("/"):
        if part and part[0] in words:
            parts.append(words[part[0]].format(number=part[1:]))
    return ", ".join(parts)
