"""Tables saved a cell a line become rows again; "|" stands for the tab between two cells."""

from __future__ import annotations

import pytest

from extract.clean import clean

HEAD = "TT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n"


def rows(raw: str) -> list[str]:
    return [block.text.replace("\t", "|") for block in clean(raw).blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", ""),
        ("/2/In sách/Sở Nội vụ/2025", "/2|In sách|Sở Nội vụ|2025"),
        # blank lines between cells, wrapped ones indented
        ("/2//In sách//  và tờ rơi//Sở Y tế//2024", "/2|In sách và tờ rơi|Sở Y tế|2024"),
        # a row of a number and a text over rows of a lower level is a heading
        ("/II/XUẤT BẢN/1/In sách/Sở Y tế/2024", "/II|XUẤT BẢN/1|In sách|Sở Y tế|2024"),
        ("/2/Xuất bản/2.1/In sách/Sở Y tế/2024", "/2|Xuất bản/2.1|In sách|Sở Y tế|2024"),
        # the same over rows of its own level: its other cells are merged with those above
        ("/2/In sách/3/In thơ/Sở Y tế/2024", "/2|In sách|/3|In thơ|Sở Y tế|2024"),
        # a heading between rows stays a line
        ("/II. IN ẤN/1/In sách/Sở Y tế/2025", "/II. IN ẤN/1|In sách|Sở Y tế|2025"),
        # a number that is not the next one is a cell
        ("/2/In sách/Sở Y tế/12/3/In thơ/Sở Y tế/9", "/2|In sách|Sở Y tế|12/3|In thơ|Sở Y tế|9"),
        # the table ends where its last row is full
        ("/Trên đây là kế hoạch.", "/Trên đây là kế hoạch."),
    ],
)
def test_rows(lines, expected):
    """A slash stands for the end of a line; each case follows a full first row."""
    found = rows(f"{HEAD}1/Mở lớp/Sở Y tế/2024{lines}".replace("/", "\n"))
    head = ["TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian", "1|Mở lớp|Sở Y tế|2024"]
    assert found == head + expected.split("/")[1:]


@pytest.mark.parametrize(
    "raw",
    [
        "TT\nTheo quy định tại khoản 1:\nChức vụ\n1\nNguyễn Văn A\nGiám đốc",  # a sentence, no head
        "TT\nNhiệm vụ\nCơ quan chủ trì",  # a head without rows
        "Nhiệm vụ\nCơ quan chủ trì\n1\nMở lớp\nSở Y tế",  # no column that numbers the rows
    ],
)
def test_other_lines_are_left_alone(raw):
    assert not any("|" in row for row in rows(raw))


def test_a_table_of_something_else_is_no_prose_either():
    found = rows("TT\nHọ và tên\nChức vụ\n1\nLê Văn An\nGiám đốc\n2\nLê Thị Bé\nKế toán\n")
    assert found == ["TT|Họ và tên|Chức vụ", "1|Lê Văn An|Giám đốc", "2|Lê Thị Bé|Kế toán"]


def test_cells_lead_back_to_their_raw_lines():
    raw = HEAD + "1\n\nMở lớp\n\n  nâng cao\n\nSở Y tế\n2024\n"
    reading = clean(raw)
    start = reading.text.index("Mở lớp nâng cao")
    first, last = reading.raw_span(start, start + len("Mở lớp nâng cao"))
    assert raw[first:last] == "Mở lớp\n\n  nâng cao"
