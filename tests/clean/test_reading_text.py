"""Reading text: what the finders see, and the way back to the raw text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.clean import clean
from extract.read.source import SourceLine

VIETNAMESE = (
    "Ủy ban nhân dân xã tổ chức 02 lớp tập huấn, hoàn thành trước ngày 30/6/2024; đạt trên 1,5%."
)


def texts(raw: str) -> list[str]:
    return [block.text for block in clean(raw).blocks]


@pytest.mark.parametrize(
    ("raw", "blocks"),
    [
        ("**I. MỤC TIÊU**", ["I. MỤC TIÊU"]),  # Markdown marks are no letters
        ("## **2. Nhiệm vụ**", ["2. Nhiệm vụ"]),
        (r"1\. Rà soát \- bổ sung", ["1. Rà soát - bổ sung"]),  # escapes of a converter
        ("* Tuyên truyền tại thôn", ["- Tuyên truyền tại thôn"]),  # a Markdown bullet
        ("*Căn cứ Luật Trồng trọt;*", ["Căn cứ Luật Trồng trọt;"]),
        ("ỦY BAN NHÂN DÂN\n-------\n|\nSố: 5/KH-UBND", ["ỦY BAN NHÂN DÂN", "Số: 5/KH-UBND"]),
        ("Sở\u00a0Y\u00a0tế", ["Sở Y tế"]),  # no-break spaces
        ("đội\u200b ngũ", ["đội ngũ"]),  # a zero-width space
        ("a\r\nb) Một việc\r\n", ["a", "b) Một việc"]),
        # a line that ends within a symbol or a span of years
        ("Căn cứ Kế hoạch số 45/KH-\nUBND;", ["Căn cứ Kế hoạch số 45/KH-UBND;"]),
        ("giai đoạn 2021-\n2025", ["giai đoạn 2021-2025"]),
        ("trung hòa các-\nbon", ["trung hòa các-bon"]),
        ("", []),
        ("\n \n---\n", []),
    ],
)
def test_layout_marks_are_left_out(raw, blocks):
    assert texts(raw) == blocks


WRAPPED = """\
1. Sở Lao động - Thương binh
và Xã hội
- Chủ trì, phối hợp với Sở Giáo
dục và Đào tạo tổ chức các buổi nói chuyện về an toàn giao thông cho học sinh
cấp xã trên địa bàn; lồng ghép vào giờ sinh hoạt. Báo cáo kết quả về Ủy ban nhân
dân tỉnh.
- Cơ quan phối hợp: Sở Văn hóa,
Thể thao và Du lịch.
Trong quá trình thực hiện, nếu
có vướng mắc thì kịp thời phản ánh.
"""


def test_wrapped_lines_become_paragraphs_again():
    assert texts(WRAPPED) == [
        "1. Sở Lao động - Thương binh và Xã hội",
        "- Chủ trì, phối hợp với Sở Giáo dục và Đào tạo tổ chức các buổi nói chuyện về an toàn "
        "giao thông cho học sinh cấp xã trên địa bàn; lồng ghép vào giờ sinh hoạt. Báo cáo kết "
        "quả về Ủy ban nhân dân tỉnh.",
        "- Cơ quan phối hợp: Sở Văn hóa, Thể thao và Du lịch.",
        "Trong quá trình thực hiện, nếu có vướng mắc thì kịp thời phản ánh.",
    ]


def test_a_blank_line_after_every_line_says_nothing():
    assert texts(WRAPPED.replace("\n", "\n\n")) == texts(WRAPPED)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("I. KINH PHÍ THỰC", "HIỆN", True),  # a heading broken in two
        ("KẾ HOẠCH", "TRỒNG RỪNG NĂM 2024", False),  # kind and title are two things
        ("PHÓ CHỦ TỊCH", "Nguyễn Văn Bình", False),
        ("KT.", "CHỦ TỊCH", True),  # a narrow column
        ("được nêu tại khoản 1 Mục", "III. Tổng hợp kết quả", True),  # no heading: a reference
        ("THỦ TƯỚNG", "CHÍNH PHỦ", True),
        ("9. Bộ trưởng Bộ Xây dựng", "Bộ trưởng Bộ Xây dựng chủ trì rà soát quy chuẩn", False),
        ("Điều 1.", "Phê duyệt Kế hoạch năm 2024", True),
        ("Căn cứ Quyết định số:", "12/QĐ-UBND ngày 5/2/2024;", True),
    ],
)
def test_breaks_are_judged_from_both_sides(before, after, joined):
    assert len(texts(f"{before}\n{after}")) == (1 if joined else 2)


def inside_cluster(reading, place: int) -> bool:
    """A letter with two marks of one kind has no single code point: its parts share a place."""
    return 0 < place < len(reading.text) and reading.starts[place] == reading.starts[place - 1]


def bullets(text: str) -> list[str]:
    """Words; a star that begins a Markdown item reads as a dash."""
    return text.replace("*", "-").split()


def holds(raw: str) -> None:
    """Every stretch of reading text comes from where its map says, in the raw letters."""
    reading = clean(raw)
    for start in range(0, len(reading.text), 3):
        end = min(len(reading.text), start + 7)
        if inside_cluster(reading, start) or inside_cluster(reading, end):
            continue
        a, b = reading.raw_span(start, end)
        quote = reading.quote(start, end)
        assert 0 <= a <= b <= len(raw)
        assert bullets(unicodedata.normalize("NFC", quote)) == bullets(reading.text[start:end])
    for block in reading.blocks:
        assert reading.text[block.start : block.end] == block.text


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_offsets_lead_back_to_the_raw_letters(form):
    raw = unicodedata.normalize(form, f"**{VIETNAMESE}**\n\n{WRAPPED}")
    holds(raw)
    reading = clean(raw)
    place = reading.text.index("02 lớp tập huấn")
    a, b = reading.raw_span(place, place + len("02 lớp tập huấn"))
    assert raw[a:b] == unicodedata.normalize(form, "02 lớp tập huấn")


@example("a*\u0300")  # an accent behind a mark
@example("a|\u0300")
@example(" \u0300a\u0300")  # an accent without its letter
@example("# ")  # a heading mark without a heading
@example("* 1")
@given(
    st.text(alphabet=st.sampled_from(list("aăâeêoơuưđy ̣̀́̉̃ ̂\n\r*#|\\-+1.;:I)( \u00a0")), max_size=120)
)
def test_offsets_hold_on_any_text(raw):
    holds(raw)


def test_reading_a_text_twice_changes_nothing():
    once = clean(WRAPPED).text
    assert clean(once).text == once


@pytest.mark.parametrize(
    "unit", ["*", "# ", "|", "-", "(", "Điều ", "1. ", "\n\n ", "a" * 80 + "\n"]
)
def test_hostile_repetition_stays_linear(unit):
    clean(unit * (300_000 // len(unit)))


def test_a_sentence_in_lower_case_goes_on_whatever_its_layout() -> None:
    """The lines of a title look like paragraphs of their own; a heading ends where it ends."""
    texts = ["Triển khai Chỉ thị số 5", "của Tỉnh ủy về thư viện", "1. Đối tượng", "hộ gia đình."]
    raw = "\n".join(texts)
    starts = [raw.index(text) for text in texts]
    layout = [
        SourceLine(start, start + len(text), page=1, opens=True)
        for start, text in zip(starts, texts, strict=True)
    ]
    assert [block.text for block in clean(raw, layout).blocks] == [
        "Triển khai Chỉ thị số 5 của Tỉnh ủy về thư viện", "1. Đối tượng", "hộ gia đình.",
    ]  # fmt: skip
