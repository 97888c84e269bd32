"""Plain dates, and the period that a title gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.dates import find_dates, find_period, lowered

DATES = [
    ("ngày 11 tháng 7 năm 2022", ["2022-07-11"], ""),
    ("NGÀY 11 THÁNG 7 NĂM 2022", ["2022-07-11"], "capitals"),
    ("22 tháng 11 năm 2019", ["2019-11-22"], "the word ngày was lost at a line's end"),
    ("ngày 28/9/2021 và 04/6/2021", ["2021-09-28", "2021-06-04"], ""),
    ("28-9-2021, 28.9.2021", ["2021-09-28", "2021-09-28"], ""),
    ("ngày10 /3/2026", ["2026-03-10"], "spaces gone astray"),
    ("ngày …25..tháng 01 năm 2006", ["2006-01-25"], "written into dots"),
    ("tháng 4 năm 2021", ["2021-04"], ""),
    ("tháng 01/2023; tháng 12-2023", ["2023-01", "2023-12"], ""),
    ("Sông Mơ, ngày     tháng 4 năm 2021", ["2021-04"], "the day left blank"),
    ("ngày … tháng … năm 2026", ["2026"], "day and month left blank"),
    ("ngày ...... tháng ...... năm 2026", ["2026"], ""),
    ("ngày    /4/2021", ["2021-04"], ""),
    ("ngày 31 tháng 2 năm 2021; 31/02/2021; tháng 13 năm 2021", [], "the calendar has none"),
    ("ngày 29/02/2023, ngày 29/02/2024", ["2024-02-29"], "a leap year"),
    ("năm 2021, giai đoạn 2021-2025", [], "years are no dates"),
    ("tháng năm 2021", [], "no month and no blank day"),
    ("Quyết định số 28/2021/QĐ-UBND", [], "a number"),
    ("1/12/3/2021", [], "a longer number"),
    ("từ 20/8 - 20/11/2014", ["2014-11-20"], "a day without a year is no plain date"),
]


@pytest.mark.parametrize(("text", "expected", "remark"), DATES)
def test_dates(text, expected, remark):
    assert [found.edtf for found in find_dates(text)] == expected, remark


def test_every_day_is_read_in_every_form():
    day = date(2000, 1, 1)
    while day.year <= 2035:
        forms = (
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"ngày {day:%d} tháng {day:%m} năm {day.year}",
            f"{day.day}/{day.month}/{day.year}",
            f"ngày {day:%d/%m/%Y}",
            f"{day:%d-%m-%Y}",
        )
        text = "; ".join(forms)
        assert [found.edtf for found in find_dates(text)] == [day.isoformat()] * 5
        assert [found.text for found in find_dates(text)] == list(forms)
        day += timedelta(days=1)


PIECES = st.sampled_from(
    ["ngày ", " tháng ", " năm ", "2024", "12", "31", "/", "-", ".", "…", " ", "Số ", "quý II", "İ"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_offsets_are_those_of_the_text(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start
        assert text[found.start : found.end] == found.text
        end = found.end


@given(st.text())
def test_lower_case_keeps_offsets(text):
    low = lowered(text)
    assert len(low) == len(text)
    assert lowered(low) == low


PERIODS = [
    ("Về việc ban hành Kế hoạch nuôi ong giai đoạn 2022 - 2025", "2022/2025", ""),
    ("PHÊ DUYỆT ĐỀ ÁN NUÔI ONG GIAI ĐOẠN 2022-2025", "2022/2025", "capitals, no spaces"),
    ("Kế hoạch trồng chè trên địa bàn huyện Đồng Mây, năm 2017", "2017", ""),
    ("Chương trình nước sạch nông thôn đến năm 2025", "../2025", ""),
    ("Chiến lược nghề cá đến năm 2030, tầm nhìn đến năm 2045", "../2030", "the main part"),
    ("Kế hoạch số hóa giai đoạn 2021-2025, định hướng đến năm 2030", "2021/2025", ""),
    ("Kế hoạch số hóa giai đoạn 2021 - 2025 và tầm nhìn 2030", "2021/2025", ""),
    ("Triển khai “Đề án Sách xã giai đoạn 2021 - 2025” trong năm 2022", "2022", "its own year"),
    ("Thực hiện Chương trình OCOP giai đoạn 2021 - 2025 năm 2023", "2023", "narrower"),
    ("Phê duyệt Đề án “Thư viện lưu động đến năm 2026”", "../2026", "nothing but the name"),
    ("Kế hoạch thực hiện nhiệm vụ năm học 2022-2023", "2022/2023", ""),
    ("Kế hoạch phát triển ngành muối từ năm 2022 đến năm 2025", "2022/2025", ""),
    ("Kế hoạch trồng cây từ năm 2024", "2024/..", ""),
    ("Kế hoạch thanh tra quý III năm 2024", "2024-07/2024-09", ""),
    (
        "Chương trình hành động giai đoạn 2022 - 2026 thực hiện Chỉ thị số 9-CT/TU về nghề cá "
        "đến năm 2030",
        "2022/2026",
        "what follows is another document's",
    ),
    (
        "Kế hoạch thực hiện Chương trình Y tế thôn bản giai đoạn 2021 - 2030, giai đoạn I: từ năm "
        "2021 đến năm 2025",
        "2021/2025",
        "the stage named right after it",
    ),
    ("Thực hiện Chỉ thị số 29-CT/TU ngày 18/02/2025 của Tỉnh ủy về thư viện", None, ""),
    ("Thực hiện Nghị quyết số 47/2022/QH15 ngày 11 tháng 02 năm 2022 về nhà ở", None, ""),
    ("Triển khai thi hành Luật Đất đai năm 2024", None, "the year of a law"),
    ("Phổ biến, giáo dục pháp luật năm 2024", "2024", "pháp luật is no law"),
    ("Phiên họp thường kỳ tháng 8 năm 2023", None, "a month is no period"),
    ("Về phát triển kinh tế ban đêm", None, ""),
]


@pytest.mark.parametrize(("title", "expected", "remark"), PERIODS)
def test_period(title, expected, remark):
    assert find_period(title) == expected, remark
    assert find_period(title.upper()) == expected, remark


@given(st.integers(2000, 2050), st.integers(1, 30))
def test_a_stated_stretch_is_the_period(first, length):
    title = f"Kế hoạch phòng cháy rừng giai đoạn {first} - {first + length}"
    assert find_period(title) == f"{first}/{first + length}"
