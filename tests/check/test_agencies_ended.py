"""The finding `agency_ended`: an old name in a newer document."""

from __future__ import annotations

import pytest

from extract.pipeline import extract

PLAN = """\
ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 12/KH-UBND
Lào Cai, ngày 05 tháng 02 năm {year}

KẾ HOẠCH
Trồng cây ven đường

II. NHIỆM VỤ
1. Công tác chuẩn bị
- {agency} bố trí kinh phí mua cây giống.
- {agency} hướng dẫn các xã trồng cây.
"""


def ended(agency: str, year: int) -> list[str]:
    plan = extract(PLAN.format(agency=agency, year=year), tagger=False)
    return [f.message for f in plan.findings if f.code == "agency_ended"]


@pytest.mark.parametrize(
    ("agency", "year", "count"),
    [
        ("Sở Kế hoạch và Đầu tư", 2026, 1),  # once, though it is named twice
        ("Sở Kế hoạch và Đầu tư", 2024, 0),  # an old name in an old document is right
        ("Sở Kế hoạch và Đầu tư", 2025, 0),  # the month of the change
        ("Sở Tài chính", 2026, 0),
        ("Bộ Giao thông vận tải", 2026, 1),
        ("Ủy ban nhân dân huyện Bảo Thắng", 2026, 1),  # districts ended
        ("Ủy ban nhân dân tỉnh Yên Bái", 2026, 1),  # and half of the provinces
        ("Các sở, ban, ngành liên quan", 2026, 0),
    ],
)
def test_an_agency_that_had_ended(agency, year, count):
    assert len(ended(agency, year)) == count


def test_the_message_says_when_and_by_which_act():
    [message] = ended("Sở Kế hoạch và Đầu tư", 2026)
    assert "28/2/2025" in message
    assert "Nghị định 45/2025/NĐ-CP" in message
