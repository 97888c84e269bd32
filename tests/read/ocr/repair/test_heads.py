"""Numbers of headings and words of the form; the headings are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.ocr.repair import repaired
from extract.read.ocr.repair.changes import Change, changed
from extract.read.ocr.words import ReadWord
from extract.read.source import Cell, Repair, SourceLine, check_lines


def mended(as_read, *texts: str) -> list[str]:
    raw, lines = as_read(*texts)
    better, moved, _ = repaired(raw, lines)
    check_lines(better, moved)
    return better.removesuffix("\n").split("\n")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["L MỤC TIÊU", "II. NHIỆM VỤ"], ["I. MỤC TIÊU", "II. NHIỆM VỤ"]),
        (["I. MỤC TIÊU", "H. NHIỆM VỤ"], ["I. MỤC TIÊU", "II. NHIỆM VỤ"]),
        (["I. MỤC TIÊU", "H, NHIỆM VỤ"], ["I. MỤC TIÊU", "II. NHIỆM VỤ"]),
        (
            ["I. MỤC TIÊU", "II. NHIỆM VỤ", "HI. KINH PHÍ", "TV. TỔ CHỨC THỰC HIỆN"],
            ["I. MỤC TIÊU", "II. NHIỆM VỤ", "III. KINH PHÍ", "IV. TỔ CHỨC THỰC HIỆN"],
        ),
        # a stroke was lost
        (
            ["I. MỤC TIÊU", "II. NHIỆM VỤ", "II. KINH PHÍ", "IV. TỔ CHỨC THỰC HIỆN"],
            ["I. MỤC TIÊU", "II. NHIỆM VỤ", "III. KINH PHÍ", "IV. TỔ CHỨC THỰC HIỆN"],
        ),
        (
            ["I. MỤC TIÊU", "I. CHỈ TIÊU", "II. KINH PHÍ"],
            ["I. MỤC TIÊU", "II. CHỈ TIÊU", "III. KINH PHÍ"],
        ),
        # an item of figures
        (["I. Cục Thú y chủ trì", "2. Thanh tra"], ["1. Cục Thú y chủ trì", "2. Thanh tra"]),
        # the annex begins anew
        (["I. MỤC TIÊU", "PHỤ LỤC", "I. CHỈ TIÊU"], ["I. MỤC TIÊU", "PHỤ LỤC", "I. CHỈ TIÊU"]),
        (["III. KINH PHÍ", "L DANH MỤC"], ["III. KINH PHÍ", "L DANH MỤC"]),  # not sure without dot
        (["III. KINH PHÍ", "L. DANH MỤC"], ["III. KINH PHÍ", "I. DANH MỤC"]),
    ],
)
def test_numbers_follow_each_other(as_read, read: list[str], meant: list[str]) -> None:
    assert mended(as_read, *read) == meant


@pytest.mark.parametrize(
    "lines",
    [
        ["I. MỤC TIÊU", "II. NHIỆM VỤ", "V. KINH PHÍ"],  # two headings were not read
        ["E. YÊU CẦU", "G. NỘI DUNG", "H. KINH PHÍ"],  # letters, in their order
        ["I. MỤC TIÊU", "1. MỤC TIÊU CHUNG", "2. MỤC TIÊU CỤ THỂ"],
        ["I. MỤC TIÊU", "H. Lê chủ trì cuộc họp"],  # no heading: small letters
        ["I. MỤC TIÊU", "TL. CHỦ TỊCH"],  # signed for him
        ["I. Mục tiêu", "1. Mục tiêu chung", "2. Mục tiêu cụ thể"],
        ["HỘI ĐỒNG NHÂN DÂN"],
    ],
)
def test_other_lines_stay(as_read, lines: list[str]) -> None:
    assert mended(as_read, *lines) == lines


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("CHI THỊ", "CHỈ THỊ"),
        ("KÊ HOẠCH", "KẾ HOẠCH"),
        ("TĨNH LÀO CAI", "TỈNH LÀO CAI"),
        ("ỦY BAN NHÂN DÂN TÌNH BẮC KẠN", "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN"),
        ("TÌNH HÌNH THỰC HIỆN", "TÌNH HÌNH THỰC HIỆN"),  # no province
        ("ngày 17 tháng II năm 2020", "ngày 17 tháng 11 năm 2020"),
        ("ngày 17 tháng I] năm 2020", "ngày 17 tháng 11 năm 2020"),
        ("trong 6 tháng II và quý III", "trong 6 tháng II và quý III"),  # no date
    ],
)
def test_words_of_the_form(as_read, read: str, meant: str) -> None:
    assert mended(as_read, read) == [meant]


def test_numbers_and_signs_in_cells() -> None:
    """The groups of a table count anew; "nt" is "như trên"."""
    rows = [["I", "VỀ THỂ CHẾ"], ["1", "Rà soát quy định"], ["H", "VỀ ĐẤT ĐAI"], ["2", "nf"]]
    raw, lines = "III. KINH PHÍ\n", [read(0, "III. KINH PHÍ")]
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            lines.append(read(len(raw), text, Cell(0, row, column)))
            raw += f"{text}\n"
    better, moved, _ = repaired(raw, lines)
    assert better.split("\n")[1:-1] == [
        "I", "VỀ THỂ CHẾ", "1", "Rà soát quy định", "II", "VỀ ĐẤT ĐAI", "2", "nt",
    ]  # fmt: skip
    check_lines(better, moved)


def read(start: int, text: str, cell: Cell | None = None) -> SourceLine:
    words = tuple(ReadWord(0, 9, 0.9, text=word, box=(0, 0, 9, 9)) for word in text.split())
    return SourceLine(start, start + len(text), page=1, cell=cell, words=words)


def test_a_repair_says_what_was_recognised(as_read) -> None:
    raw, lines = as_read("I. MỤC TIÊU", "H. NHIỆM VỤ")
    better, _, repairs = repaired(raw, lines)
    heading = next(repair for repair in repairs if repair.rule == "heading")
    assert (better[heading.start : heading.end], heading.was) == ("II.", "H.")


@given(st.lists(st.text("ab ", min_size=1, max_size=9), min_size=1, max_size=5), st.data())
def test_lines_move_with_their_text(texts: list[str], data: st.DataObject) -> None:
    raw = "\n".join(texts)
    lines, changes, start = [], [], 0
    for text in texts:
        lines.append(SourceLine(start, start + len(text)))
        cut = data.draw(st.integers(0, len(text)))
        if cut:
            changes.append(Change(start, start + cut, data.draw(st.text("XY", max_size=4)), "r"))
        start += len(text) + 1
    better, moved, repairs = changed(raw, lines, [], changes)
    expected = [
        next((c.text + raw[c.end : line.end] for c in changes if c.start == line.start),
             raw[line.start : line.end])
        for line in lines
    ]  # fmt: skip
    assert [better[line.start : line.end] for line in moved] == expected
    assert [better[r.start : r.end] for r in repairs] == [c.text for c in changes]


def test_an_earlier_repair_moves_or_gives_way() -> None:
    raw = "H. VỤ VIỆC"
    earlier = [Repair(3, 5, "VU", "marks"), Repair(0, 1, "h", "letters")]
    text, _, repairs = changed(raw, [SourceLine(0, 10)], earlier, [Change(0, 2, "II.", "heading")])
    assert text == "II. VỤ VIỆC"
    assert repairs == (Repair(0, 3, "h.", "heading"), Repair(4, 6, "VU", "marks"))
