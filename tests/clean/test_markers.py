"""Markers at the head of a line."""

import pytest

from extract.clean.markers import Style, marker


@pytest.mark.parametrize(
    ("text", "style", "label", "number"),
    [
        ("III. NHIỆM VỤ", Style.ROMAN, "III", 3),
        ("IV/ GIẢI PHÁP", Style.ROMAN, "IV", 4),
        ("2. Công an tỉnh", Style.ARABIC, "2", 2),
        ("2) Công an tỉnh", Style.ARABIC, "2", 2),
        ("1.12. Đề nghị", Style.DECIMAL, "1.12", 12),
        ("1.1 Chỉ tiêu", Style.DECIMAL, "1.1", 1),
        ("đ) Bố trí", Style.LETTER, "đ", 5),
        ("a. Bố trí", Style.LETTER, "a", 1),
        ("(2) Tổ chức", Style.PAREN, "2", 2),
        ("- Xây dựng", Style.DASH, "-", 0),
        ("-Xây dựng", Style.DASH, "-", 0),  # no space, but a capital
        ("+ Xây dựng", Style.PLUS, "+", 0),
        ("• Xây dựng", Style.DOT, "•", 0),
        ("Điều 2. Quyết định này", Style.ARTICLE, "Điều 2", 2),
        ("Dự án 3: Hỗ trợ", Style.NAMED, "Dự án 3", 3),
        ("Phụ lục II", Style.ANNEX, "Phụ lục II", 2),
        ("PHỤ LỤC DANH MỤC DỰ ÁN", Style.ANNEX, "Phụ lục", 0),
        ("Phụ lục MỘT SỐ NHIỆM VỤ", Style.ANNEX, "Phụ lục", 0),
        ("Phụ lục 3 Ý TƯỞNG MỚI", Style.ANNEX, "Phụ lục 3", 3),
        ("Chương II", Style.CHAPTER, "Chương II", 2),
        ("B. NỘI DUNG", Style.UPPER, "B", 2),
    ],
)
def test_markers_are_read(text, style, label, number):
    found = marker(text)
    assert found is not None
    assert (found.style, found.label, found.number) == (style, label, number)


@pytest.mark.parametrize(
    "text",
    [
        "2016. Xử lý nghiêm",  # a year that ended a line
        "30/6/2025 phải xong",
        "2.700 cuốn sổ tay",
        "1,5 triệu đồng",
        "Dự án được phê duyệt",
        "Điều kiện cơ sở vật chất",
        "IV/2023 hoàn thành",  # the quarter of a schedule
        "V/v ban hành Kế hoạch",  # về việc
        "Công an tỉnh",
        "Phụ lục đính kèm",
        "Phụ lục Một số nhiệm vụ",  # a sentence's words, not a title
        "",
    ],
)
def test_what_only_looks_like_a_marker(text):
    assert marker(text) is None
