"""First and last days of EDTF dates, and deadlines outside a plan's period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.resolve.edtf import bounds, outside

BOUNDS = [
    ("2018", date(2018, 1, 1), date(2018, 12, 31), ""),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "a leap year"),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28), ""),
    ("2025-06-30", date(2025, 6, 30), date(2025, 6, 30), ""),
    ("../2025", None, date(2025, 12, 31), "open at the beginning"),
    ("../2025-06", None, date(2025, 6, 30), ""),
    ("2022/..", date(2022, 1, 1), None, "open at the end"),
    ("2022/", date(2022, 1, 1), None, "the end unknown"),
    ("2022-04/2022-06", date(2022, 4, 1), date(2022, 6, 30), "a quarter"),
    ("2022/2025-03", date(2022, 1, 1), date(2025, 3, 31), "ends of different precision"),
    ("../XXXX-12-15", None, None, "a day of every year"),
    ("XXXX-06", None, None, ""),
    ("XXXX-01/XXXX-03", None, None, ""),
    ("../XXXX-XX-25", None, None, "a day of every month"),
]


@pytest.mark.parametrize(("edtf", "first", "last", "remark"), BOUNDS)
def test_bounds(edtf, first, last, remark):
    assert bounds(edtf) == (first, last), remark


@pytest.mark.parametrize("text", ["", "25", "2023-13", "2023-02-30", "2023-6", "năm 2023", "X"])
def test_what_is_no_date_is_an_error(text):
    with pytest.raises(ValueError, match=r".+"):
        bounds(text)


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_bounds_of_a_stretch_are_its_days(one, other):
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first, last)


@given(st.dates(date(1900, 1, 1)), st.sampled_from([4, 7, 10]))
def test_bounds_hold_the_day_they_were_made_of(day, precision):
    first, last = bounds(day.isoformat()[:precision])
    assert first is not None
    assert last is not None
    assert first <= day <= last


OUTSIDE = [
    ("2016-03/2016-12", "2017", True, "the year before the plan's own"),
    ("2026", "2022/2025", True, ""),
    ("2025/2026", "2022/2025", False, "partly inside"),
    ("2022-07/2022-09", "2022", False, ""),
    ("../2025", "2022/2025", False, "due on the last day"),
    ("../2030", "2022/2025", True, "due after the end"),
    ("../2020", "2022/2025", True, "due before the beginning"),
    ("../2019", "../2025", False, "the plan says no beginning"),
    ("../2026-03-31", "../2025", True, ""),
    ("2021/..", "2022/2025", False, "goes on into the period"),
    ("2026/..", "2022/2025", True, ""),
    ("../XXXX-12-15", "2022", False, "unknown year"),
    ("2024", "XXXX", False, "unknown period"),
]


@pytest.mark.parametrize(("edtf", "period", "expected", "remark"), OUTSIDE)
def test_outside(edtf, period, expected, remark):
    assert outside(edtf, period) is expected, remark


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.integers(2000, 2050))
def test_a_day_is_outside_every_year_but_its_own(day, year):
    assert outside(day.isoformat(), str(year)) is (day.year != year)
