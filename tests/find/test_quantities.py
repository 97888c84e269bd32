"""Quantities of a clause. In the tables, what must be found stands in [brackets], in order; beside
it how it is read: value (or least..most), unit, comparator, /rate, change.
"""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.find.mentions import QuantityMention
from extract.find.quantities import find_quantities


def unmarked(sentence: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    return re.sub(r"[\[\]]", "", sentence), re.findall(r"\[(.*?)\]", sentence)


def reading(mention: QuantityMention) -> str:
    most = "" if mention.value_max is None else f"..{mention.value_max:.10g}"
    parts = [f"{mention.value:.10g}{most}", mention.unit or "-", mention.comparator]
    if mention.per:
        parts.append(f"/{mention.per}")
    if mention.change:
        parts.append(mention.change)
    return " ".join(parts)


def check(sentence: str, readings: str) -> None:
    text, expected = unmarked(sentence)
    found = find_quantities(text)
    assert [mention.text for mention in found] == expected
    assert "; ".join(map(reading, found)) == readings


COUNTS = [
    ("Mở [12 lớp] cho [600 học viên]", "12 lớp eq; 600 học viên eq"),
    ("Xây dựng [04 phóng sự] truyền hình", "4 phóng sự eq"),  # the shortest noun that names it
    ("tại [96 xã, phường, thị trấn]", "96 xã eq"),  # a list: the text holds it, the unit its first
    ("nhân rộng ra [15 thôn/bản]", "15 thôn eq"),  # "/" between places is a list, no rate
    ("[200 tin, bài] và [03 video]", "200 tin eq; 3 video eq"),
    ("phối hợp với [20 Trường đại học]", "20 Trường đại học eq"),  # as written, capital kept
    ("TỔ CHỨC [05 LỚP] CHO [90 HỘ]", "5 LỚP eq; 90 HỘ eq"),
    ("phân công [02 Phó Giám đốc] phụ trách", "2 Phó Giám đốc eq"),
    ("[01 (một) mô hình] điểm", "1 mô hình eq"),
    ("trồng [35ha] cam", "35 ha eq"),
    ("nhà ở [30m2]", "30 m2 eq"),
    ("đạt [15/19 tiêu chí]", "15 tiêu chí eq"),  # of nineteen
    ("bằng [1/2 số] hộ nghèo", "0.5 số eq"),
    ("đóng mới [06 xuồng] cao tốc", "6 xuồng eq"),
    ("Trao [40 bánh chưng]", "40 bánh chưng eq"),  # no row knows it: the next two words
    ("theo [2 loại hình]", "2 loại hình eq"),
]

NUMBERS = [
    ("in [2.700 cuốn]", "2700 cuốn eq"),
    ("chi [1.234.567 đồng]", "1234567 đồng eq"),
    ("[1.250,5 ha]", "1250.5 ha eq"),
    ("[4,25 km] kè", "4.25 km eq"),
    ("[2.5 km] đường", "2.5 km eq"),  # a decimal point, as in English
    ("[3,000 người]", "3000 người eq"),  # round thousands in the English way
    ("[1,8 triệu hộ]", "1800000 hộ eq"),  # counts take the scale into the number
    ("[12 nghìn lượt khách]", "12000 lượt khách eq"),
    ("vốn [3,5 tỷ đồng]", "3.5 tỷ đồng eq"),  # money and measures keep it in the unit
    ("vốn [2 nghìn tỷ đồng]", "2000 tỷ đồng eq"),
    ("[35 triệu tấn]", "35 triệu tấn eq"),
    ("xã hội hóa [15 tỷ]", "15 tỷ eq"),  # the currency goes without saying
]

COMPARATORS = [
    ("[ít nhất 70%] hộ", "70 % ge"),
    ("[tối thiểu phải đạt 60%] hộ", "60 % ge"),  # holds across verbs
    ("[Tối thiểu mỗi xã 01 mô hình]", "1 mô hình ge /xã"),
    ("độ rọi [không dưới 300 Lux]", "300 Lux ge"),
    ("[từ 05 bến thủy nội địa trở lên]", "5 bến ge"),
    ("đạt [từ 75 điểm] theo bộ chỉ số", "75 điểm ge"),
    ("đạt [3 sao trở lên]", "3 sao ge"),
    ("[từ 20 hộ trở xuống]", "20 hộ le"),
    ("[≥ 80%] và [<=5%]", "80 % ge; 5 % le"),
    ("đạt [trên 90%]", "90 % gt"),
    ("các xã nêu trên đạt [50%]", "50 % eq"),  # this "trên" compares nothing
    ("triển khai trên [08 huyện]", "8 huyện eq"),  # says where; a round number is compared
    ("triển khai [trên 200 xã]", "200 xã gt"),
    ("[không quá 3%]; [tối đa 50 người]", "3 % le; 50 người le"),
    ("còn [dưới 2,5%]", "2.5 % lt"),
    ("[khoảng 1.000 lượt người]", "1000 lượt người about"),
    ("HDI đạt [trên 0,8], Gini [dưới 0,4]", "0.8 - gt; 0.4 - lt"),  # measures without a unit
]

PASSED_ON = [
    ("[Ít nhất 70%] xã và [50%] huyện", "70 % ge; 50 % ge"),
    ("[ít nhất 40 hộ] với [90 lao động]", "40 hộ ge; 90 lao động ge"),
    ("[Ít nhất 70%] xã; [50%] huyện", "70 % ge; 50 % eq"),  # a new clause starts afresh
    ("[Ít nhất 70%] xã. Mở [05 lớp]", "70 % ge; 5 lớp eq"),
    (
        "[Trên 80%] xã, [100%] huyện, [70%] tỉnh",
        "80 % gt; 100 % eq; 70 % gt",
    ),  # nothing exceeds all
    ("[ít nhất 70%] hộ được tập huấn [02 lần]", "70 % ge; 2 lần eq"),  # no joint between the two
    ("[Ít nhất 70%] xã (tức [20 xã]) và [50%] huyện", "70 % ge; 20 xã eq; 50 % ge"),
    ("[ít nhất 70%] xã và đạt [90%] huyện", "70 % ge; 90 % eq"),  # "đạt" says it anew
    ("[giảm 5%] số vụ, [10%] số người bị nạn", "5 % eq decrease; 10 % eq decrease"),
]

RANGES = [
    ("đạt [từ 45 - 50%]", "45..50 % range"),
    ("[14-16 buổi]", "14..16 buổi range"),
    ("[từ 02 lớp đến 03 lớp]", "2..3 lớp range"),
    ("[20 nghìn - 30 nghìn lượt khách]", "20000..30000 lượt khách range"),
    ("[110 kV - 500 kV]", "110..500 kV range"),
    ("trẻ [từ 5 đến dưới 12 tuổi]", "5..12 tuổi range"),
    ("[giảm 1 - 1,5%/năm]", "1..1.5 % range /year decrease"),
    ("từ [15%] xuống còn [9%]", "15 % eq; 9 % eq"),  # from a level to a level is no range
]

CHANGES = [
    ("[tăng ít nhất 03% trở lên] số vụ", "3 % ge increase"),
    ("[giảm bình quân 2%/năm]", "2 % eq /year decrease"),
    ("giảm tỷ lệ hộ nghèo [1,5%]", "1.5 % eq decrease"),  # named earlier in the clause
    ("doanh thu [tăng hai lần]", "2 lần eq increase"),
    ("giảm xuống [dưới 4%]", "4 % lt"),  # a level
    ("tăng lên [50%]", "50 % eq"),
    ("giảm tỷ lệ hộ nghèo từ [8%] xuống [3%]", "8 % eq; 3 % eq"),
    ("tăng cường kiểm tra [20%] cơ sở", "20 % eq"),  # "tăng cường" increases no share
    ("cắt giảm [120 thủ tục]", "120 thủ tục eq"),  # things done away with
]

RATES = [
    ("[02 lớp/năm] ([70 người/01 lớp])", "2 lớp eq /year; 70 người eq /lớp"),
    ("[01 cán bộ/xã]", "1 cán bộ eq /xã"),
    ("[01 lần/06 tháng]", "1 lần eq /06 tháng"),
    ("[05 buổi mỗi tuần]", "5 buổi eq /week"),
    ("[02 lớp tập huấn nghiệp vụ/năm]", "2 lớp eq /year"),
    ("[ít nhất một tháng một lần]", "1 lần ge /month"),
    ("[mỗi quý hai lần]", "2 lần eq /quarter"),
    ("[Mỗi lớp 45 học viên]", "45 học viên eq /lớp"),
    ("mỗi năm tổ chức đấu giá [từ 05 mỏ cát trở lên]", "5 mỏ ge /year"),
    ("[mỗi gia đình có một người] biết bơi", "1 người eq /gia đình"),
    ("hằng năm mở [02 lớp]", "2 lớp eq"),  # when, not how many
    ("[60 triệu đồng/người/năm]", "60 triệu đồng eq /year"),
    ("[12 bác sĩ trên 10.000 dân]", "12 bác sĩ eq /10.000 dân"),
    ("đạt [260 trên 1 vạn dân]", "260 - eq /1 vạn dân"),
]

WORDS = [
    ("[ít nhất một hình thức]", "1 hình thức ge"),
    ("kiểm tra [ít nhất một lần]", "1 lần ge"),
    ("[ít nhất hai năm] công tác", "2 năm ge"),
]

DURATIONS = [
    ("thời lượng [15 phút]", "15 phút eq"),
    ("thời gian [03 ngày/lớp]", "3 ngày eq /lớp"),
    ("tuổi thọ [từ 20 năm trở lên]", "20 năm ge"),
    ("giảm còn [3 ngày]", "3 ngày eq"),
    ("phát tin trước [ít nhất 06 giờ]", "6 giờ ge"),
    ("người [từ 15 tuổi trở lên]", "15 tuổi ge"),
]


@pytest.mark.parametrize(
    ("sentence", "readings"),
    [
        *COUNTS,
        *NUMBERS,
        *COMPARATORS,
        *PASSED_ON,
        *RANGES,
        *CHANGES,
        *RATES,
        *WORDS,
        *DURATIONS,
    ],
)
def test_a_quantity_is_read(sentence: str, readings: str):
    check(sentence, readings)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 88/QĐ-UBND, Nghị quyết số 19-NQ/TU, Nghị định 61/2018/NĐ-CP",
        "khoản 2, 3 Điều 7 và các Điều 8, 9 Luật Phòng, chống thiên tai năm 2013",
        "ngày 15 tháng 10 năm 2024, ngày 30/6/2025, 20.11.2024, tháng 3/2025, quý 2 năm 2025",
        "giai đoạn 2021 - 2025, tầm nhìn 2045 tỉnh phát triển nhanh",
        "kế hoạch 5 năm, hằng năm; trong thời hạn 15 ngày; chậm nhất 03 ngày sau hội nghị",
        "định kỳ 06 tháng và 01 năm; sơ kết 6 tháng đầu năm; 03 tháng/lần",
        "họp lúc 8 giờ 30 phút, trực 24/24 giờ, 24/7",
        "Dự án 4 tỉnh Sơn La, Đề án 06, Đội kiểm tra 178 tỉnh, Ban Chỉ đạo 35",
        "Nghị quyết 30a, Covid-19, HIV, mạng 5G, công nghiệp 4.0, TCVN 5603:2008",
        "học sinh lớp 9, khóa XV, kỳ họp thứ 8, Phường 5 thành phố Cà Mau, quốc lộ 1",
        "hotline 1900 1234, Tổng đài 113, điện thoại 0203.123.456",
        "phương châm “4 tại chỗ”, 3 sẵn sàng",
        "doanh nghiệp xã hội1 và kinh tế xanh2",  # footnotes
        "1.2 Xây dựng kế hoạch",  # a list marker without its point
        "2 Mục tiêu cụ thể",
        "một số xã, một phần kinh phí, một trong các nội dung, cơ chế một cửa",
        "sản phẩm nhựa dùng một lần, mỗi xã một sản phẩm",
        "trẻ em 5 tuổi",  # says who is meant
        "số giường bệnh trên 10.000 dân",
        "(2) Hội thảo, (3) Tọa đàm",
        "ban hành 40",  # a bare number measures nothing
        "",
    ],
)
def test_a_name_a_date_or_a_citation_is_no_quantity(text: str):
    assert [mention.text for mention in find_quantities(text)] == []


def test_a_tagger_is_asked_only_where_the_lexicon_has_no_unit():
    text = "Trao 40 chiếu cói cho 30 học sinh"
    asked = []

    def noun_after(place: int) -> tuple[int, int]:
        asked.append(place)
        return text.index("chiếu"), text.index(" cho")

    assert [m.unit for m in find_quantities(text, noun_after)] == ["chiếu cói", "học sinh"]
    assert asked == [text.index(" chiếu")]


def test_without_a_noun_there_is_no_quantity():
    assert find_quantities("Trao 40 chiếu cói", lambda place: None) == []


def test_the_rule_names_the_row_that_gave_the_unit():
    found = find_quantities("5% của 20 ha và 7 bánh chưng; đạt 0,7")
    assert [mention.rule for mention in found] == [
        "quantities.percent",
        "quantities.area_length",
        "quantities.next_word",
        "quantities.none",
    ]


BITS = """1 04 2.700 1,5 2025 30/6 70% % lớp xã người triệu đồng ít nhất trên từ đến trở lên
khoảng tăng giảm mỗi năm tháng lần một hai / /năm , ; . ( ) - – và số Điều “ ” ≥ İ dân vạn tuổi"""
PIECES = st.sampled_from([*BITS.split(), "\u0301", "ít nhất", "trở lên", "triệu đồng"])
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
@example("İ 5% và 2 lớp")  # its lower case is longer
def test_mentions_are_pieces_of_the_text_in_order_and_apart(text: str):
    place = 0
    for mention in find_quantities(text):
        assert place <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.text == mention.text.strip()
        unit = text[mention.unit_start : mention.unit_end]
        assert mention.unit == (unit or None)
        assert mention.start <= mention.unit_start <= mention.unit_end <= mention.end
        place = mention.end


@given(st.lists(PIECES).map(" ".join))
def test_values_are_what_they_say(text: str):
    for mention in find_quantities(text):
        assert (mention.comparator == "range") == (mention.value_max is not None)
        assert mention.value_max is None or mention.value_max > mention.value
        assert mention.value >= 0


@given(st.integers(min_value=1000, max_value=10**12))
def test_a_number_means_the_same_with_and_without_thousands_points(number: int):
    plain, pointed = f"in {number} cuốn", f"in {number:,} cuốn".replace(",", ".")
    assert [m.value for m in find_quantities(pointed)] == [number]
    if not 1945 <= number <= 2060:  # could be a year
        assert [m.value for m in find_quantities(plain)] == [number]


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1,", "1-", "1/", "1a", "(1 ", "từ 1 ", "5% ", "1 lớp / ", "1 xã, ", "mỗi ", "một ",
     "ít nhất ", "tăng ", "1% - ", "1 (một) ", "lớp ", " ", "1", "1 a a a a a "],
)  # fmt: skip
def test_a_hostile_text_is_read_in_passing(piece: str):
    """Would hang were any step quadratic."""
    assert len(find_quantities(piece * (200_000 // len(piece)) + " 5%")) >= 0
