"""Deadlines: tables of (text, plan's period, expected, remark), and what holds of every text.

Expected is a list of EDTF, recurrences, or both joined by a space.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.deadlines import find_deadlines
from extract.lexicons.load import rows, table
from extract.resolve.edtf import bounds


def read(text: str, period: str | None = None) -> list[str]:
    found = find_deadlines(text, plan_period=period)
    return [" ".join(filter(None, [one.edtf, *one.recurrence])) for one in found]


DAYS = [
    ("Gửi danh sách trước ngày 15/6/2024", ["../2024-06-15"], ""),
    ("Hoàn thành trước 30/9/2023", ["../2023-09-30"], "without the word ngày"),
    ("xong trước ngày 30 tháng 01 năm 2023", ["../2023-01-30"], ""),
    ("chậm nhất là ngày 31.12.2024", ["../2024-12-31"], ""),
    ("không muộn hơn ngày 15-3-2024", ["../2024-03-15"], ""),
    ("trước 17 giờ 00 ngày 20/5/2024", ["../2024-05-20"], "the hour is part of the words"),
    ("báo cáo trước ngày 15 tháng 12", ["../XXXX-12-15"], "the plan's year is not filled in"),
    ("Từ ngày 20/5 đến ngày 26/5/2024", ["2024-05-20/2024-05-26"], "the year is lent"),
    ("từ 20/8-20/11/2014", ["2014-08-20/2014-11-20"], "no spaces"),
    ("từ 25/12 đến 10/01/2024", ["2023-12-25/2024-01-10"], "over the turn of the year"),
    ("từ ngày 10-15/8/2024", ["2024-08-10/2024-08-15"], "the month is lent too"),
    ("trong các ngày 12, 13/5/2024", ["2024-05-12", "2024-05-13"], "a list"),
    ("trước ngày 15/6 và 15/12/2024", ["../2024-06-15", "../2024-12-15"], "one cue for both"),
    ("Ngày 20/5/2024 tổ chức lễ ra quân", ["2024-05-20"], ""),
    ("Lễ phát động dự kiến ngày 20/5/2024", ["2024-05-20"], ""),
    ("áp dụng từ ngày 01/7/2025", ["2025-07-01/.."], ""),
    ("trước ngày 31/02/2024", [], "no such day"),
    ("giám sát 24/7, đạt 9/9 xã", [], "no days"),
    ("gửi trước ngày 15 của tháng cuối quý", [], "no month"),
]

MONTHS = [
    ("trong tháng 1/2014", ["2014-01"], ""),
    ("Xong trong tháng 5/2026", ["2026-05"], ""),
    ("hoàn thành trước tháng 9 năm 2023", ["../2023-09"], ""),
    ("Từ tháng 3 đến tháng 12 năm 2016", ["2016-03/2016-12"], ""),
    ("Tháng 12/2021 - 3/2022", ["2021-12/2022-03"], ""),
    ("tháng 5, 6 và tháng 7 năm 2024", ["2024-05/2024-07"], "neighbours run together"),
    ("vào tháng 3 và tháng 9 năm 2024", ["2024-03", "2024-09"], "a gap parts them"),
    ("Quý III/2024", ["2024-07/2024-09"], ""),
    ("quí 2 năm 2024", ["2024-04/2024-06"], "i for y"),
    ("Quý I và Quý II/2014", ["2014-01/2014-06"], ""),
    ("từ Quý II - IV/2014", ["2014-04/2014-12"], ""),
    ("Quý 2, 3, 4 năm 2022", ["2022-04/2022-12"], ""),
    ("Quý I, quý III năm 2024", ["2024-01/2024-03", "2024-07/2024-09"], ""),
    ("đến hết quý II/2004", ["../2004-06"], ""),
    ("IV/2022-I/2023", ["2022-10/2023-03"], "a table cell"),
    ("12/2025", ["2025-12"], "a table cell"),
    ("trong 6 tháng đầu năm 2025", ["2025-01/2025-06"], ""),
    ("trong tháng 5, 10 xã mở lớp", ["XXXX-05"], "ten communes, not October"),
]

YEARS = [
    ("đến năm 2025, 100% hộ có nước sạch", ["../2025"], ""),
    ("CHỈ TIÊU CỤ THỂ ĐẾN NĂM 2025", ["../2025"], "capitals"),
    ("đến hết năm 2025", ["../2025"], ""),
    ("trước năm 2025", ["../2025"], ""),
    ("từ nay đến năm 2030", ["../2030"], ""),
    ("đạt 50% vào năm 2030", ["2030"], ""),
    ("Năm 2018", ["2018"], ""),
    ("tổng kết vào cuối năm 2026", ["2026"], "the year is meant"),
    ("Từ năm 2022 đến năm 2025", ["2022/2025"], ""),
    ("từ năm 2021 trở đi", ["2021/.."], ""),
    ("Giai đoạn 2022-2025", ["2022/2025"], ""),
    ("Giai đoạn II (2023 - 2025): nhân rộng", ["2023/2025"], ""),
    ("giai đoạn đến năm 2030", ["../2030"], ""),
    ("trong năm học 2022 - 2023", ["2022/2023"], ""),
    ("Các năm 2023, 2024, 2025", ["2023/2025"], ""),
    ("Trong 2 năm 2024-2025", ["2024/2025"], ""),
    ("2023", ["2023"], "a table cell"),
    ("Thời gian thực hiện: 2025 - 2030.", ["2025/2030"], ""),
    ("Sở Y tế\tSở Tài chính\t2024", ["2024"], "the last cell of a row"),
    ("MỤC TIÊU ĐẾN NĂM 2030, TẦM NHÌN ĐẾN NĂM 2045", ["../2030"], "the main part"),
    ("giai đoạn 2021 - 2025 và định hướng đến 2030", ["2021/2025"], ""),
    ("Tầm nhìn đến năm 2045: Sông Mơ là đô thị xanh", ["../2045"], "a heading of its own"),
    ("Năm 2023 đạt 30%, năm 2024 đạt 50%", ["2023", "2024"], ""),
    ("Tổ chức Ngày hội Đọc sách năm 2024", ["2024"], "an event's year"),
    ("Hỗ trợ từ 1990 đến 2050 hộ", [], "a count"),
]

PLAN_YEAR = [
    ("thường xuyên trong năm", "2022", ["2022"], ""),
    ("thường xuyên trong năm", "2022/2025", [], "which year is not said"),
    ("thường xuyên trong năm", None, [], ""),
    ("Cả năm", "2022", ["2022"], ""),
    ("từ nay đến hết năm", "2022", ["../2022"], ""),
    ("Quý I", "2022", ["2022-01/2022-03"], ""),
    ("trong quý I", "../2025", ["XXXX-01/XXXX-03"], ""),
    ("Tháng 6", "2022-01/2022-09", ["2022-06"], "a period within one year"),
    ("trong tháng 6", None, ["XXXX-06"], ""),
    ("đưa vào kế hoạch công tác trong năm", "2022", [], "the year's plan of work"),
    ("trong năm học, trong năm tới", "2022", [], ""),
]

RECURRENCES = [
    ("Hằng năm", ["P1Y"], ""),
    ("hàng tháng", ["P1M"], ""),
    ("mỗi năm mở 5 lớp", ["P1Y"], ""),
    ("báo cáo thường niên", ["P1Y"], ""),
    ("định kỳ hằng quý", ["P3M"], ""),
    ("đột xuất hoặc định kỳ (06 tháng và 01 năm)", ["P6M P1Y"], ""),
    ("vào kế hoạch 5 năm, hàng năm của địa phương", ["P5Y P1Y"], ""),
    ("chế độ báo cáo hàng tháng, quý, năm", ["P1M P3M P1Y"], ""),
    ("báo cáo 6 tháng, năm theo quy định", ["P6M P1Y"], ""),
    ("kiểm tra 6 tháng một lần", ["P6M"], ""),
    ("rà soát 02 năm/lần", ["P2Y"], ""),
    ("định kỳ 2 lần/năm", ["P6M"], ""),
    ("định kỳ năm năm tổng kết", ["P5Y"], "năm is five, then year"),
    ("trong dự toán ngân sách hằng năm", ["P1Y"], ""),
    ("Hằng ngày", ["P1D"], "a schedule"),
    ("hoạt động hằng ngày của xã", [], "no schedule"),
    ("tuyên truyền ít nhất một tháng một lần", [], "a measured level"),
    ("04 phóng sự/năm; ít nhất 01 lần/năm", [], "rates"),
    ("Thường xuyên", [], "vague"),
    ("kịp thời, đột xuất hoặc định kỳ", [], "vague"),
    ("hoàn thành trong 10 ngày", [], "a duration"),
    ("khách hàng năm 2024", ["2024"], "no hàng năm"),
    ("định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất", ["../XXXX-12-10 P1Y"], "one deadline"),
    ("hằng năm, trước ngày 20/12", ["../XXXX-12-20 P1Y"], ""),
    ("trước ngày 15 tháng 11 hằng năm", ["../XXXX-11-15 P1Y"], ""),
    ("trước ngày 25 hằng tháng", ["../XXXX-XX-25 P1M"], ""),
    ("vào tháng 6 và tháng 12 hằng năm", ["XXXX-06 P1Y", "XXXX-12 P1Y"], ""),
    ("trước ngày 15/6 và 15/12 hằng năm", ["../XXXX-06-15 P1Y", "../XXXX-12-15 P1Y"], ""),
    ("Hằng năm, đến năm 2025 đạt 70%", ["P1Y", "../2025"], "two deadlines"),
]

NAMES = [
    ("Thực hiện Chương trình nước sạch giai đoạn 2021-2025", ""),
    ("Thực hiện Chiến lược nghề cá đến năm 2030, tầm nhìn đến năm 2045", ""),
    ("Tổ chức thực hiện Kế hoạch phòng, chống cháy rừng năm 2017; lập dự toán", ""),
    ("Xây dựng Kế hoạch cho giai đoạn 2026-2030", ""),
    ("vốn của Kế hoạch đầu tư công trung hạn 2021-2025 và năm 2023", "the year goes with it"),
    ("Chương trình mục tiêu giai đoạn 2021 - 2030, giai đoạn I: từ năm 2021 đến năm 2025", ""),
    ("Điều chỉnh Quy hoạch tỉnh thời kỳ 2021–2030, tầm nhìn đến năm 2050", ""),
    ("Triển khai Đề án: Sách cho em giai đoạn 2022 - 2025", "a colon after the noun"),
    ("Đề án chợ đêm tại TP. Sông Mơ giai đoạn 2022 - 2025", "the stop of an abbreviation"),
    ("Nhân rộng “Mỗi xã một tủ sách đến năm 2026”", "quoted"),
    ("Lập dự toán chi năm 2022", ""),
    ("theo Luật Đầu tư công 2019 và Hiến pháp năm 2013", "laws"),
    ("Luật Thư viện (sửa đổi, bổ sung năm 2023)", ""),
    ("Quyết định số 861/QĐ-TTg ngày 04/6/2021 về các xã khu vực III", "a cited document"),
    ("theo kết luận tại cuộc họp ngày 17/5/2024", ""),
    ("Sông Mơ, ngày 15 tháng 02 năm 2023", "the place and date of a document"),
    ("hưởng ứng Ngày Sách Việt Nam 21/4", "a day's name"),
    ("tăng 10% so với năm 2020, so với giai đoạn 2016 - 2020", "comparisons"),
    ("cao hơn cùng kỳ năm 2023", ""),
    ("tính đến tháng 6/2023, từ năm 2019 đến nay", "what was"),
    ("Kế hoạch có hiệu lực kể từ ngày 01/7/2025", ""),
]

GOALS = [
    ("Kế hoạch này hoàn thành trong năm 2024", ["2024"], "a closed name"),
    ("Mục tiêu của Chương trình đến năm 2027:", ["../2027"], ""),
    ("Tỷ lệ giải ngân kế hoạch vốn, năm 2025 đạt 95%", ["2025"], "a new clause"),
    ("Thực hiện Đề án Sách xã để đến năm 2026 đạt 80%", ["../2026"], ""),
    ("Lập kế hoạch mua sắm, trình Ủy ban nhân dân năm 2024", ["2024"], "a further action"),
    ("Tăng trưởng bình quân giai đoạn 2021 - 2025 đạt 7%", ["2021/2025"], ""),
    ("Kết quả thực hiện Kế hoạch năm 2023: đạt", [], "a heading of what was"),
    ("Trình Đề án “Chợ đêm” giai đoạn 2021-2025 trong quý I/2023", ["2023-01/2023-03"], ""),
]


@pytest.mark.parametrize(("text", "expected", "remark"), DAYS + MONTHS + YEARS)
def test_points_in_time(text, expected, remark):
    assert read(text) == expected, remark


@pytest.mark.parametrize(("text", "period", "expected", "remark"), PLAN_YEAR)
def test_the_plans_own_year(text, period, expected, remark):
    assert read(text, period) == expected, remark


@pytest.mark.parametrize(("text", "expected", "remark"), RECURRENCES)
def test_recurrences(text, expected, remark):
    assert read(text, "2024") == expected, remark


@pytest.mark.parametrize(("text", "remark"), NAMES)
def test_names_citations_and_comparisons_are_no_deadlines(text, remark):
    assert read(text, "2024") == [], remark


@pytest.mark.parametrize(("text", "expected", "remark"), GOALS)
def test_goals_beside_names_are_deadlines(text, expected, remark):
    assert read(text) == expected, remark


def test_words_that_bind_are_part_of_the_mention():
    text = "Rà soát xong trước ngày 30/6/2025; sơ kết định kỳ hằng năm (trước ngày 10/12)."
    assert [found.text for found in find_deadlines(text)] == [
        "xong trước ngày 30/6/2025",
        "định kỳ hằng năm (trước ngày 10/12)",
    ]


LISTED = [*rows("deadlines/cues"), *rows("deadlines/names")]
RECURRENCE_WORDS = table("deadlines/recurrence")


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row["id"])
def test_examples_of_the_word_lists(row):
    for example in row["examples"]:
        expected = [example["edtf"]] if "edtf" in example else []
        assert read(example["text"], example.get("period")) == expected
    for example in row.get("counter_examples", []):
        assert read(example["text"]) == [example["edtf"]]


def test_examples_of_recurrences():
    for example in RECURRENCE_WORDS["examples"]:
        assert read(example["text"]) == [" ".join(example["recurrence"])]
    for example in RECURRENCE_WORDS["counter_examples"]:
        assert not [one for one in find_deadlines(example["text"]) if one.recurrence]


PIECES = st.sampled_from(
    [
        *("năm ", "2024", "2025", " - ", "quý II", "tháng 6", "ngày 15", "/6", "/2024", "20/12"),
        *(" đến ", "trước ", "trong ", "từ ", "giai đoạn ", "hằng năm", "định kỳ ", "6 tháng"),
        *(", ", " và ", " (", ")", "; ", ". ", ": ", "“", "”", '"', "\t", "Kế hoạch ", "đạt 50%"),
        *("tầm nhìn ", "Thời gian: ", "một lần", "trong năm", "đầu năm", "İ", " của ", "so với "),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS, st.sampled_from([None, "2024", "2021/2025", "../2025"]))
def test_mentions_are_pieces_of_the_text_in_order(text, period):
    end = 0
    for found in find_deadlines(text, plan_period=period):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert found.edtf or found.recurrence
        end = found.end


@given(TEXTS)
def test_what_is_written_down_is_a_date(text):
    for found in find_deadlines(text, plan_period="2024"):
        if found.edtf:
            first, last = bounds(found.edtf)
            assert first is None or last is None or first <= last


@given(TEXTS)
def test_capitals_change_nothing(text):
    small = [(one.start, one.edtf) for one in find_deadlines(text.lower())]
    assert [(one.start, one.edtf) for one in find_deadlines(text.lower().upper())] == small


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_a_deadline(day):
    assert read(f"nộp trước ngày {day:%d/%m/%Y}") == [f"../{day.isoformat()}"]


HOSTILE = [
    "20",
    "5/6 ",
    "ngày 1 tháng ",
    "năm 2024 - ",
    "kế hoạch “",
    "quý i, ",
    "định kỳ (6 tháng ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_monotonous_texts_end(piece):
    text = piece * (200_000 // len(piece))
    assert all(text[one.start : one.end] == one.text for one in find_deadlines(text))
