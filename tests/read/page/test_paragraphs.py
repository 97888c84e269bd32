"""Where paragraphs begin: True opens, False goes on, None is for the words to decide."""

import pytest
from made_pages import centred, full, page, ruled, typed

from extract.read.page import compose

LONG = "Ủy ban nhân dân xã ban hành Kế hoạch trồng cây phân tán trên địa bàn toàn xã"


def opens(*lines) -> list[bool | None]:
    return [line.opens for line in compose([page(*lines)])[1]]


def test_indented_first_lines() -> None:
    assert opens(
        full(LONG, 120, 100),
        full(LONG.lower(), 85, 116),
        typed("trong năm 2024.", 85, 132),
        full(LONG, 120, 148),
        full("- 2025 và những năm sau theo chỉ đạo của Ủy ban nhân dân tỉnh về trồng", 85, 164),
        typed("cây.", 85, 180),
        full(LONG, 120, 196),
        typed("hết.", 85, 212),
    ) == [True, False, False, True, False, False, True, False]


def test_a_short_line_ends_its_paragraph() -> None:
    """Without indents, the next word would have found room."""
    assert opens(
        full(LONG, 85, 100),
        typed("đến năm 2025.", 85, 116),
        full(LONG, 85, 132),
        typed("hằng năm.", 85, 148),
        full(LONG, 85, 164),
        typed("hết.", 85, 180),
    ) == [True, False, True, False, True, False]


@pytest.mark.parametrize(
    ("following", "expected", "remark"),
    [
        ("- Rà soát", True, "an item"),
        ("xảy ra", False, "a line that a break cut short goes on in lower case"),
    ],
)
def test_behind_a_short_line(following: str, expected: bool, remark: str) -> None:
    lines = [full(LONG, 85, y) for y in (100, 116, 132)]
    found = opens(
        *lines, typed("Chủ tịch chịu trách nhiệm nếu để", 85, 148), typed(following, 85, 164)
    )
    assert found[-1] is expected, remark


def test_items_that_hang() -> None:
    """The rest of an item stands below its first word, not below its mark."""
    body = [full(LONG, 85, y) for y in (40, 56, 72, 88)]
    first = full(f"a) {LONG}", 120, 104)
    again = full(LONG.lower(), first.words[1].x0, 120)
    assert opens(*body, first, again)[-2:] == [True, False]


def test_a_gap_parts() -> None:
    lines = [full(LONG, 85, y) for y in (100, 116, 132, 148, 164)]
    assert opens(*lines, full(LONG, 85, 200))[-1] is True


def test_titles_are_left_to_the_words() -> None:
    body = [full(LONG, 85, y) for y in (300, 316, 332)]
    found = opens(
        centred("KẾ HOẠCH", 312, 100, bold=True),
        centred("Trồng cây phân tán", 312, 116, bold=True),
        centred("trên địa bàn xã", 312, 132, bold=True),
        *body,
    )
    assert found[:3] == [True, None, False]  # in lower case it goes on
    assert found[3] is True


def test_a_new_column_opens() -> None:
    found = opens(
        typed("Nơi nhận:", 85, 360),
        typed("- Như trên;", 85, 376),
        centred("TM. ỦY BAN NHÂN DÂN", 420, 360),
        centred("CHỦ TỊCH", 420, 376),
        centred("Nguyễn Văn An", 420, 440),
        typed("- Lưu: VT.", 85, 440),
    )
    assert found == [True, None, True, True, None, True]


def test_a_recipient_that_goes_on_behind_a_colon() -> None:
    found = opens(
        typed("Nơi nhận:", 85, 360),
        typed("- Văn phòng: Lãnh đạo, Trợ lý,", 85, 376),
        typed("Cổng thông tin, các Vụ:", 85, 392),
        typed("NC, PL, KTTH;", 85, 408),
        typed("- Lưu: VT.", 85, 424),
        centred("CHỦ TỊCH", 420, 360),
        centred("Nguyễn Văn An", 420, 424),
    )
    assert found == [True, None, None, False, None, True, True]


def test_a_title_that_was_broken_by_the_width() -> None:
    body = [full(LONG, 85, y) for y in (300, 316, 332)]
    found = opens(
        centred("KẾ HOẠCH", 312, 100, bold=True),
        centred(
            "Nâng cao năng lực phòng cháy, chữa cháy rừng trên địa bàn toàn xã An",
            312,
            116,
            bold=True,
        ),
        centred("Bình giai đoạn 2023 - 2025", 312, 132, bold=True),
        centred("(Kèm theo Quyết định số 12/QĐ-UBND)", 312, 148),
        *body,
    )
    assert found[:4] == [True, None, False, True]


def test_the_title_of_an_annex_between_tables() -> None:
    """No other lines tell the margins: capitals around one axis are one title."""
    title = [
        centred("PHỤ LỤC II NHIỆM VỤ CỦA CÁC CƠ QUAN NHÀ NƯỚC THEO KẾ HOẠCH", 312, 130, bold=True),
        centred("SỐ 12/KH-UBND VỀ TRỒNG CÂY", 312, 147, bold=True),
        centred("17/2023/QH15 CỦA QUỐC HỘI", 312, 164, bold=True),
        centred("(Kèm theo Quyết định số 12/QĐ-UBND của Chủ tịch)", 312, 181),
    ]
    cells = [typed(text, x, y) for y in (60, 80, 220, 240) for text, x in (("1", 95), ("Cây", 150))]
    rules = [*ruled([85, 140, 540], [55, 75, 100]), *ruled([85, 140, 540], [215, 235, 260])]
    _, lines = compose([page(*title, *cells, rules=rules)])
    assert [line.opens for line in lines if not line.cell] == [True, None, None, True]
