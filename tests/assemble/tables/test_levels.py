"""What a cell of an indicator table states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.assemble.tables.cells import Cell
from extract.assemble.tables.levels import is_number, level


def cell(text: str) -> Cell:
    return Cell(0, len(text), text, 0)


@pytest.mark.parametrize(
    ("text", "unit", "value", "top", "name", "comparator", "per", "change"),
    [
        ("8", "người", 8, None, "người", "eq", None, None),
        ("1.234,5", "tỷ đồng", 1234.5, None, "tỷ đồng", "eq", None, None),
        ("2025", "ha", 2025, None, "ha", "eq", None, None),  # no year: the unit says so
        (">= 95", "%", 95, None, "%", "ge", None, None),
        ("≤ 95%", None, 95, None, "%", "le", None, None),
        ("Trên 80%", "%", 80, None, "%", "gt", None, None),
        ("khoảng 40", "%", 40, None, "%", "about", None, None),
        ("50 trở lên", "lớp/năm", 50, None, "lớp", "ge", "year", None),
        ("8,0 - 9,0", "%", 8, 9, "%", "range", None, None),
        ("7.500", "USD/người/năm", 7500, None, "USD", "eq", "year", None),
        ("Tăng 10", "%/năm", 10, None, "%", "eq", "year", "increase"),
        ("Giảm 1-1,5", "%", 1, 1.5, "%", "range", None, "decrease"),
        ("100% số xã có vườn ươm", None, 100, None, "%", "eq", None, None),
        ("7", None, 7, None, None, "eq", None, None),
    ],
)
def test_levels(text, unit, value, top, name, comparator, per, change):
    found = level(cell(text), cell(unit) if unit else None)
    assert found is not None
    assert (found.value, found.value_max, found.unit) == (value, top, name)
    assert (found.comparator, found.per, found.change) == (comparator, per, change)


@pytest.mark.parametrize("text", ["Hoàn thành", "đạt", "có", "Quý II"])
def test_no_level(text):
    assert level(cell(text), cell("xã")) is None


@given(st.integers(0, 10**9), st.sampled_from(["", "≥ ", "< ", "dưới ", "tối thiểu "]))
def test_any_count_is_read_back(number, sign):
    """Thousands are parted by dots, as offices write them."""
    text = f"{sign}{number:,}".replace(",", ".")
    found = level(cell(text), cell("hộ"))
    assert found is not None
    assert (found.value, found.text) == (number, text)


@pytest.mark.parametrize("text", ["9" * 50_000, "1-" * 20_000, "tối thiểu " * 9_000, "1." * 30_000])
def test_hostile_cells_end_at_once(text):
    assert not is_number(text)
    level(cell(text[:2_000]), None)
