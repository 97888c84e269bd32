import pytest

from extract.read.ocr.vote import scaled, voted
from extract.read.ocr.words import ReadLine, ReadWord


def word(text: str, x0: float, sure: float = 0.9, **letters: float) -> ReadWord:
    """A word 20 pixels a letter wide; `letters` are the choices of its last one."""
    x1 = x0 + 20 * len(text)
    told = tuple(((c, sure),) for c in text[:-1])
    last = tuple(letters.items()) or ((text[-1], sure),)
    box = (x0, 100.0, x1, 140.0)
    return ReadWord(x0, x1, sure, text=text, box=box, choices=(*told, last))


def line(*words: ReadWord) -> ReadLine:
    return ReadLine((0, 100, 1000, 140), words)


def texts(found: list[ReadLine]) -> list[str]:
    return [one.text for each in found for one in each.words]


def test_letters_are_averaged() -> None:
    first = line(word("to", 100, o=0.5, ô=0.4))
    second = line(word("tô", 102, ô=0.9))
    assert texts(voted([first], [second])) == ["tô"]
    assert voted([first], [second])[0].words[0].choices[1][0] == ("ô", pytest.approx(0.65))


def test_what_both_see_is_as_sure_as_the_surer_and_differences_as_the_less_sure() -> None:
    def sure(text: str) -> float | None:
        found = voted([line(word("12", 100, 0.7))], [line(word(text, 100, 0.9))])
        return found[0].words[0].confidence

    assert sure("12") == 0.9
    assert sure("17") == 0.7


def test_of_words_of_different_length_the_clearly_surer_counts() -> None:
    surer = voted([line(word("giaa", 100, 0.5))], [line(word("gia", 102, 0.9))])
    assert texts(surer) == ["gia"]
    alike = voted([line(word("gian", 100, 0.88))], [line(word("gia", 102, 0.9))])
    assert texts(alike) == ["gian"]


def test_a_missed_word_is_filled_in() -> None:
    first = line(word("kế", 100), word("năm", 400))
    second = line(word("kế", 100), word("hoạch", 200), word("năm", 400))
    assert texts(voted([first], [second])) == ["kế", "hoạch", "năm"]


@pytest.mark.parametrize("missed", [word("hoạch", 200, 0.5), word("¬", 200), word("hoạch", 380)])
def test_but_not_one_that_is_doubtful_a_mere_sign_or_in_another_s_place(missed: ReadWord) -> None:
    first = line(word("kế", 100), word("năm", 400))
    assert texts(voted([first], [line(missed)])) == ["kế", "năm"]


def test_what_one_look_only_saw_is_less_sure() -> None:
    assert voted([line(word("bẩn", 100, 0.8))], [])[0].words[0].confidence < 0.6  # type: ignore[operator]


def test_a_smaller_look_is_scaled_back() -> None:
    small = ReadWord(70, 140, 0.9, text="a", box=(70, 70, 140, 98))
    (found,) = scaled([ReadLine((0, 70, 700, 98), (small,))], 1 / 0.7)
    assert found.words[0].box == pytest.approx((100, 100, 200, 140))
    assert found.words[0].x1 == pytest.approx(200)
