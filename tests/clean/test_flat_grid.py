"""Tables saved a cell a line, blank lines for empty cells; "|" is the tab between two."""

from __future__ import annotations

import pytest

from extract.clean import clean

HEAD = "TT/Chỉ tiêu/ĐVT/2024/2025/Theo dõi"
FIRST = "1/Số xã có thư viện/xã/12/20/Sở A"


def rows(cells: str) -> list[str]:
    """A slash ends a cell: a line and a blank one."""
    return [b.text.replace("\t", "|") for b in clean(cells.replace("/", "\n\n")).blocks]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("2/Tỷ lệ đọc/%/50/60/Sở B", "2|Tỷ lệ đọc|%|50|60|Sở B"),
        ("2/Tỷ lệ đọc/%//60/Sở B", "2|Tỷ lệ đọc|%||60|Sở B"),
        ("2/Tỷ lệ đọc/%/50//", "2|Tỷ lệ đọc|%|50"),
        # a bullet that stands alone is a rule to the eye, and lost
        ("2/Sách in/////-/Thơ/cuốn/5/6/Sở B", "2|Sách in/|Thơ|cuốn|5|6|Sở B"),
        ("2/Tỷ lệ\n\n  đọc/%/50/60/Sở B", "2|Tỷ lệ đọc|%|50|60|Sở B"),  # a wrapped cell
        ("II/BẠN ĐỌC/////1/Thẻ/thẻ/7/8/Sở B", "II|BẠN ĐỌC/1|Thẻ|thẻ|7|8|Sở B"),
        ("2/Thẻ/thẻ/7/8/Sở B/PHỤ LỤC II/DANH MỤC", "2|Thẻ|thẻ|7|8|Sở B/PHỤ LỤC II DANH MỤC"),
    ],
)
def test_cells_find_their_columns(cells, expected):
    found = [row.rstrip("|") for row in rows(f"{HEAD}/{FIRST}/{cells}")]
    head = [HEAD.replace("/", "|"), FIRST.replace("/", "|")]
    assert found == head + expected.split("/")


def test_a_head_of_two_rows():
    """ "Năm" is one cell over the years of the second row."""
    found = rows("TT/Chỉ tiêu/ĐVT/Năm/2024/2025/1/Số thẻ/thẻ/12/20/2/Số sách/cuốn/5/6/")
    assert found == [
        "TT|Chỉ tiêu|ĐVT|Năm|",
        "|||2024|2025",
        "1|Số thẻ|thẻ|12|20",
        "2|Số sách|cuốn|5|6",
    ]


def test_every_cell_leads_back_to_the_raw_text():
    raw = f"{HEAD}/{FIRST}/2/Tỷ lệ đọc/%//60/Sở B/".replace("/", "\n\n")
    reading = clean(raw)
    for words in ("Tỷ lệ đọc", "60", "Sở B"):
        start = reading.text.rindex(words)
        first, last = reading.raw_span(start, start + len(words))
        assert raw[first:last] == words
