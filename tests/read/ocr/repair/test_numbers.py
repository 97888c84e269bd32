import pytest

from extract.read.ocr.repair import repaired
from extract.read.ocr.words import ReadWord
from extract.read.source import Cell, SourceLine, check_lines


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("nêu tại Phụ lục IL kèm theo", "nêu tại Phụ lục II kèm theo"),
        ("trong quý IH năm 2024", "trong quý III năm 2024"),
        ("trong quý IV năm 2024", "trong quý IV năm 2024"),
        ("tại Phụ lục A và Phụ lục H", "tại Phụ lục A và Phụ lục H"),  # letters
        ("tại Phụ lục 2", "tại Phụ lục 2"),
        ("các phần TTHC", "các phần TTHC"),
    ],
)
def test_roman_numbers_behind_words(as_read, read: str, meant: str) -> None:
    raw, lines = as_read(read)
    text, found, repairs = repaired(raw, lines)
    assert text == meant + "\n"
    check_lines(text, found)
    assert [one.rule for one in repairs] == (["numeral"] if read != meant else [])


def test_the_number_may_stand_on_the_next_line(as_read) -> None:
    raw, lines = as_read("thực hiện nhiệm vụ tại Phụ lục", "IL. Các nhiệm vụ khác")
    assert repaired(raw, lines)[0].splitlines()[1] == "II. Các nhiệm vụ khác"


def column(*marks: str, number: int = 0) -> list[str]:
    """What becomes of the cells of a table's column."""
    raw, lines = "", []
    for row, mark in enumerate(marks):
        box = (0.0, 0.0, 1.0, 1.0)
        word = ReadWord(0, 1, 0.9, text=mark, box=box, choices=())
        start = len(raw)
        raw += mark + "\n"
        lines.append(SourceLine(start, start + len(mark), words=(word,), cell=Cell(0, row, number)))
    return repaired(raw, lines)[0].splitlines()


def test_rows_that_group_others_are_counted() -> None:
    assert column("TT", "I", "1", "2", "H", "1", "IH") == ["TT", "I", "1", "2", "II", "1", "III"]


@pytest.mark.parametrize("marks", [["G", "H", "I", "K"], ["1", "2", "H"], ["A", "I", "B"]])
def test_rows_that_go_by_letters_stay(marks: list[str]) -> None:
    assert column(*marks) == marks


def test_other_columns_stay() -> None:
    assert column("I", "H", number=1) == ["I", "H"]
