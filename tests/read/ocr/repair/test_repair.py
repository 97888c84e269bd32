"""Repairs with the model that the package brings; the sentences are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.read.ocr.repair import repaired
from extract.read.ocr.repair.model import model
from extract.read.ocr.words import ReadWord
from extract.read.source import Cell, SourceLine, Word, check_lines


def mended(as_read, *texts, alternatives=None, **facts):
    raw, lines = as_read(*texts, alternatives=alternatives, **facts)
    return repaired(raw, lines)[0].removesuffix("\n")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("các cơ quan, đơn vị tô chức thực hiện", "các cơ quan, đơn vị tổ chức thực hiện"),
        ("xây dựng kê hoạch triên khai", "xây dựng kế hoạch triển khai"),
        ("do cơ quan có thâm quyền phê duyệt", "do cơ quan có thẩm quyền phê duyệt"),
        ("PHÁT TRIÊN KINH TẺ - XÃ HỘI", "PHÁT TRIỂN KINH TẾ - XÃ HỘI"),
        ("giao Bộ Quôc phòng chủ trì", "giao Bộ Quốc phòng chủ trì"),
        ("nguồn vôn ngân sách nhà nước", "nguồn vốn ngân sách nhà nước"),
    ],
)
def test_lost_marks_come_back(as_read, read: str, meant: str) -> None:
    assert mended(as_read, read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ông Nguyễn Văn Tân chủ trì",  # Tấn as well
        "đồng chí Lê Thị Hông",
        "xã Tân Phu, huyện Đông Sơn",
        "Công ty Hiệp Phú",  # not "(Liên) hiệp Phụ (nữ)"
        "Số: 1234/QĐ-UBND ngày 15/3/2024",
        "tăng 12,5% so với năm 2023",
        "hệ thống VNeID và Internet",
        "hoàn thành trong quý III",
        "Ủy ban nhân dân tỉnh hoà giải",  # either placement of a tone is right
        "Ủy ban nhân dân tỉnh hòa giải",
        "thông tin, truyền thông và giáo dục",
        "chi tiết thi hành",
        "cơ quan thuộc CP và TTXVN",
    ],
)
def test_what_is_right_or_a_name_stays(as_read, text: str) -> None:
    assert mended(as_read, text) == text


def test_recognition_has_a_say(as_read) -> None:
    """ "Đây" begins many sentences; that the letter may have been another one decides."""
    text = "Đây mạnh công tác tuyên truyền"
    assert mended(as_read, text) == text
    told = {"Đây": {1: {"ẩ": 0.1}}}
    assert mended(as_read, text, alternatives=told) == "Đẩy mạnh công tác tuyên truyền"


def test_the_next_line_speaks_for_a_word(as_read) -> None:
    assert mended(as_read, "các đơn vị tô", "chức thực hiện") == "các đơn vị tổ\nchức thực hiện"


def test_another_cell_does_not(as_read) -> None:
    raw, (first, second) = as_read("Tô", "chức")
    cells = [
        SourceLine(one.start, one.end, words=one.words, cell=Cell(0, 0, column))
        for column, one in enumerate((first, second))
    ]
    assert repaired(raw, cells)[0] == raw


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Nghị định SỐ 12/2020/NĐ-CP", "Nghị định số 12/2020/NĐ-CP"),
        ("công tác bảo vỆ môi trường", "công tác bảo vệ môi trường"),
        ("an ninh quốc g1a", "an ninh quốc gia"),
        ("Số: 15⁄KH-UBND", "Số: 15/KH-UBND"),
        ("Quyết định số 7/QD-TTg", "Quyết định số 7/QĐ-TTg"),
        ("Nghị quyết số 22/NO-HĐND", "Nghị quyết số 22/NQ-HĐND"),
        ("Quyết định số 7/2024/OĐ-TTg", "Quyết định số 7/2024/QĐ-TTg"),
        ("tại Phụ lục II", "tại Phụ lục II"),  # numbers stay
        ("khóa XI, khóa XV", "khóa XI, khóa XV"),
        ("số 7/QK-TTg", "số 7/QK-TTg"),  # a letter is never guessed, but for its marks
        ("15 CÔNG VỤ", "15 CÔNG VỤ"),
    ],
)
def test_letters_that_look_alike(as_read, read: str, meant: str) -> None:
    assert mended(as_read, read) == meant


@pytest.mark.parametrize(("stroke", "meant"), [("|", "1"), ("l", "1"), ("2", "2"), ("I", "I")])
def test_a_stroke_alone_in_a_cell_is_the_number_one(as_read, stroke: str, meant: str) -> None:
    assert mended(as_read, stroke, cell=Cell(0, 1, 0)) == meant
    assert mended(as_read, stroke) == stroke  # outside a table nothing tells


def test_each_repair_is_told(as_read) -> None:
    raw, lines = as_read("Nghị định SỐ 7 về tô chức")
    text, _, repairs = repaired(raw, lines)
    told = [(text[one.start : one.end], one.was, one.rule) for one in repairs]
    assert told == [("số", "SỐ", "letters"), ("tổ", "tô", "marks")]


def test_text_that_ocr_did_not_read_is_left_alone(as_read) -> None:
    raw, (line,) = as_read("các đơn vị tô chức thực hiện")
    plain = tuple(Word(word.x0, word.x1) for word in line.words)
    typed = SourceLine(line.start, line.end, words=plain)
    assert repaired(raw, [typed]) == (raw, (typed,), ())


def test_words_come_back_plain_with_boxes_on_the_page(as_read) -> None:
    raw, (line,) = as_read("hai chữ")
    shifted = tuple(
        ReadWord(w.x0, w.x1, w.confidence, text=w.text, box=(w.x0 + 5, 7, w.x1 + 5, 17))
        for w in line.words
        if isinstance(w, ReadWord)
    )
    _, (found,), _ = repaired(raw, [SourceLine(0, line.end, box=(0, 0, 1, 1), words=shifted)])
    assert found.box == (shifted[0].x0 + 5, 7, shifted[-1].x1 + 5, 17)
    assert [type(word) for word in found.words] == [Word, Word]
    assert found.words[0].x0 == shifted[0].x0 + 5


SYLLABLES = st.sampled_from(sorted(model().folded.single)[::7])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(SYLLABLES, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4))
def test_places_stay_whatever_is_repaired(texts: list[str]) -> None:
    raw, lines, start = "", [], 0
    for text in texts:
        words = tuple(ReadWord(0, 1, 0.5, text=word, box=(0, 0, 1, 1)) for word in text.split())
        lines.append(SourceLine(start, start + len(text), words=words))
        raw += text + "\n"
        start = len(raw)
    text, found, repairs = repaired(raw, lines)
    assert len(text) == len(raw)
    check_lines(text, found)
    back = list(text)
    for one in repairs:
        assert text[one.start : one.end] != one.was
        back[one.start : one.end] = one.was
    assert "".join(back) == raw
