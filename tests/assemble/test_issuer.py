"""Who issued a decision, from the lines above its number."""

from __future__ import annotations

import pytest

from extract.pipeline import extract

BODY = """
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
KẾ HOẠCH
Trồng cây xanh năm 2024
I. NHIỆM VỤ
1. Ủy ban nhân dân tỉnh Lạng Sơn giao Sở Xây dựng trồng 500 cây trước ngày 30/6/2024.
"""


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        # both columns of the header on one line: the name goes on in the second
        (
            "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "TỈNH LẠNG SƠN        Độc lập - Tự do - Hạnh phúc",
            "Ủy ban nhân dân tỉnh Lạng Sơn",
        ),
        # the upper line is another body, the one above the issuer
        (
            "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "SỞ XÂY DỰNG                     Độc lập - Tự do - Hạnh phúc",
            "Sở Xây dựng tỉnh Lạng Sơn",
        ),
        # the stamp of a draft is no issuer
        (
            "DỰ THẢO\nỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Ủy ban nhân dân tỉnh Lạng Sơn",
        ),
    ],
)
def test_the_issuer(head: str, issuer: str) -> None:
    assert extract(head + BODY, tagger=False).document.issuer == issuer


@pytest.mark.parametrize("place", ["Lạng Sơn", "Phường 1"])
def test_the_date_stands_behind_a_place(place: str) -> None:
    head = f"ỦY BAN NHÂN DÂN\nPHƯỜNG 1\n{place}, ngày 24 tháng 03 năm 2025"
    assert extract(head + BODY, tagger=False).document.issue_date == "2025-03-24"


@pytest.mark.parametrize(
    ("title", "read"),
    [
        (  # the form of before 2005
            "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nV/v ban hành Kế hoạch trồng cây",
            "V/v ban hành Kế hoạch trồng cây",
        ),
        (
            "QUYẾT ĐỊNH\nCỦA ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN SỐ 12/QĐ-UB NGÀY 01 THÁNG 7 NĂM 2004\n"
            "BAN HÀNH KẾ HOẠCH TRỒNG CÂY",
            "BAN HÀNH KẾ HOẠCH TRỒNG CÂY",
        ),
        ("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch của tỉnh", "Về việc ban hành Kế hoạch của tỉnh"),
    ],
)
def test_the_title_names_no_issuer(title: str, read: str) -> None:
    text = f"""{title}
ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.
"""
    assert extract(text, tagger=False).document.title == read
