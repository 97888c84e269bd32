"""What pages bear beside their text."""

import pytest
from made_pages import centred, full, page, typed

from extract.read.page import compose

BODY = "Ủy ban nhân dân xã ban hành Kế hoạch trồng cây phân tán trên địa bàn xã"


def furniture(*pages) -> list[str]:
    raw, lines = compose(pages)
    return [raw[line.start : line.end] for line in lines if line.kind == "furniture"]


@pytest.mark.parametrize("number", ["2", "- 2 -", "Trang 2/7", "2/7", "Page 2 of 7"])
def test_page_numbers(number: str) -> None:
    assert furniture(page(centred(number, 312, 30), full(BODY, 85, 60))) == [number]
    assert furniture(page(full(BODY, 85, 60), centred(number, 312, 800))) == [number]


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        (typed("2025.", 85, 60), "the end of a paragraph that began on the page before"),
        (centred("2021", 312, 76), "the end of a title"),
        (typed("7.", 300, 400), "in the middle of the page"),
    ],
)
def test_numbers_of_the_text(line, remark: str) -> None:
    title = centred("KẾ HOẠCH TRỒNG CÂY 2019 -", 312, 58)
    lines = [line] if line.box[0] < 100 else [title, line]
    assert furniture(page(*lines, full(BODY, 85, 100))) == [], remark


def test_a_head_on_three_pages() -> None:
    pages = [
        page(typed(f"Kế hoạch số 12/KH-UBND, trang {n}", 85, 30), full(BODY, 85, 200), number=n)
        for n in (1, 2, 3)
    ]
    assert len(furniture(*pages)) == 3
    assert furniture(*pages[:2]) == [], "two pages may begin alike"


def test_a_stamp_of_a_digital_signature() -> None:
    stamp = [
        typed("Người ký: Sở Y tế", 400, 100, size=8),
        typed("Email: soyte@example.vn", 400, 110, size=8),
        typed("Cơ quan: Tỉnh Lào Cai", 400, 120, size=8),
        typed("Thời gian ký: 05.02.2024 08:12:33 +07:00", 400, 130, size=8),
    ]
    assert len(furniture(page(full(BODY, 85, 60), *stamp, full(BODY, 85, 200)))) == 4


def test_a_form_asks_for_an_address() -> None:
    assert furniture(page(full(BODY, 85, 300), typed("Email: ………", 120, 320))) == []
