import pytest

from extract.read.ocr.noise import without_noise
from extract.read.ocr.words import ReadLine, ReadWord


def kept(*words: tuple[str, float], in_cell: bool = False) -> str:
    read = tuple(ReadWord(0, 1, sure, text=text, box=(0, 0, 1, 1)) for text, sure in words)
    return " ".join(
        word.text
        for line in without_noise([ReadLine((0, 0, 1, 1), read)], in_cell)
        for word in line.words
    )


@pytest.mark.parametrize(
    "words",
    [
        [("Kế", 0.9), ("hoạch", 0.95)],
        [("Kế", 0.4), ("hoạch", 0.45)],  # a stamp lies over it, but they are words
        [("12", 0.4)],  # page numbers are read badly
        [("UBND", 0.8)],
        [("-", 0.9), ("Trồng", 0.9)],
        [("Vũ", 0.9)],
        [(">=", 0.8), ("70", 0.9)],
        [("Bộ", 0.9), ("Y", 0.3), ("tế", 0.9)],
    ],
)
def test_text_stays(words: list[tuple[str, float]]) -> None:
    assert kept(*words) == " ".join(text for text, _ in words)


@pytest.mark.parametrize(
    "words",
    [
        [("dâu", 0.06), ("A4", 0.05)],  # so unsure is no text
        [("cYH", 0.4), ("LIÁe1", 0.3)],  # a stamp's rim
        [("mì", 0.56)],  # two letters of a signature
        [("|", 0.9)],
        [("~_", 0.9)],
        [(".", 0.5)],
    ],
)
def test_what_is_none_goes(words: list[tuple[str, float]]) -> None:
    assert kept(*words) == ""


def test_dirt_between_words_goes() -> None:
    assert kept(("|", 0.8), ("Bộ", 0.9), ("°", 0.7), ("Y", 0.9), ("tế", 0.9)) == "Bộ Y tế"


def test_an_unsure_letter_between_words_is_dirt() -> None:
    assert kept(("tổ", 0.9), ("Z", 0.3), ("đội", 0.9)) == "tổ đội"


def test_a_cell_may_hold_a_lone_letter_or_stroke() -> None:
    assert kept(("|", 0.5), in_cell=True) == "|"
    assert kept(("l", 0.2), in_cell=True) == "l"
    assert kept(("x", 0.3), in_cell=True) == "x"
