from extract.read.ocr.hocr import read_hocr

WORD = """<span class='ocrx_word' title='bbox {box}; x_wconf {sure}'>{text}{letters}</span>"""


def letters(*options: dict[str, float]) -> str:
    lists = [
        "<span class='ocrx_cinfo'>"
        + "".join(f"<span class='ocrx_cinfo' title='x_confs {p}'>{c}</span>" for c, p in o.items())
        + "</span>"
        for o in options
    ]
    return "".join(lists)


def page(*words: str) -> bytes:
    line = f"<span class='ocr_line' title='bbox 10 20 300 60'>{''.join(words)}</span>"
    return (
        "<html xmlns='http://www.w3.org/1999/xhtml'><body>"
        f"<div class='ocr_page'><p>{line}</p></div></body></html>"
    ).encode()


def test_words_have_boxes_and_confidence() -> None:
    ((line,),) = read_hocr(page(WORD.format(box="10 20 90 60", sure=87, text="tổ", letters="")))
    assert line.box == (10, 20, 300, 60)
    (word,) = line.words
    assert (word.text, word.confidence, word.box) == ("tổ", 0.87, (10, 20, 90, 60))


def test_each_letter_has_its_choices_the_taken_one_first() -> None:
    told = letters({" ": 90.0}, {"t": 95.0}, {"ổ": 20.0, "ô": 80.0, "ố": 0.0})
    ((line,),) = read_hocr(page(WORD.format(box="0 0 1 1", sure=90, text="tổ", letters=told)))
    first, second = line.words[0].choices
    assert first == (("t", 0.95),)
    assert [c for c, _ in second] == ["ổ", "ô", "ố"]
    assert second[2][1] > 0  # "0" is rounded: it was thought of


def test_lists_that_do_not_fit_the_letters_are_left_out() -> None:
    told = letters({"x": 90.0}, {"y": 90.0})
    ((line,),) = read_hocr(page(WORD.format(box="0 0 1 1", sure=90, text="tổ", letters=told)))
    assert line.words[0].choices == ()


def test_accents_behind_letters_become_one_letter() -> None:
    ((line,),) = read_hocr(page(WORD.format(box="0 0 1 1", sure=1, text="ta\u0302", letters="")))
    assert line.words[0].text == "tâ"


def test_a_page_without_words_keeps_its_place() -> None:
    empty = b"<html><body><div class='ocr_page'></div><div class='ocr_page'></div></body></html>"
    assert read_hocr(empty) == [[], []]


def test_broken_hocr_gives_what_can_be_read() -> None:
    whole = page(WORD.format(box="0 0 1 1", sure=90, text="một", letters=""))
    assert read_hocr(b"") == []
    assert read_hocr(b"\x00\xff") == []
    assert [w.text for line in read_hocr(whole[:-30])[0] for w in line.words] == ["một"]


def test_a_letter_seen_twice_is_one() -> None:
    told = letters({"Q": 90.0}, {"Đ": 90.0, "Ð": 70.0}, {"Ð": 90.0, "Đ": 80.0})
    ((line,),) = read_hocr(page(WORD.format(box="0 0 1 1", sure=60, text="QĐÐ", letters=told)))
    assert line.words[0].text == "QĐ"
    assert [options[0][0] for options in line.words[0].choices] == ["Q", "Đ"]
    ((line,),) = read_hocr(page(WORD.format(box="0 0 1 1", sure=60, text="BTTTT", letters="")))
    assert line.words[0].text == "BTTTT"
