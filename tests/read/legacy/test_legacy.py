from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicons.load import rows
from extract.read.legacy import ENCODINGS, Encoding, encoding_of_font, to_unicode
from extract.read.legacy.tables import load

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = {unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in TONES} | {"đ"}
LETTERS = {c for c in SMALL | {c.upper() for c in SMALL} if not c.isascii()}

SENTENCES: list[tuple[str, Encoding, str]] = [
    ("Tr­ëng ban chØ ®¹o giao Së Y tÕ", "TCVN3", "Trưởng ban chỉ đạo giao Sở Y tế"),
    ("\uf054r\uf0ad\uf0ebng ban", "TCVN3", "Trưởng ban"),  # kept as a symbol font
    ("n­­íc s¹ch", "TCVN3", "nước sạch"),  # a soft hyphen of Word's beside the letter
    ("®îc híng dÉn trong níc", "TCVN3", "được hướng dẫn trong nước"),  # they got lost
    ("tõ 30°C ®Õn 40°C", "TCVN3", "từ 30°C đến 40°C"),  # a tone only behind a vowel
    ("“TÕt trång c©y” – n¨m 2024", "TCVN3", "“Tết trồng cây” – năm 2024"),
    ("\x93TÕt\x94", "TCVN3", "“Tết”"),  # windows-1252 read as Latin-1
    ("§iÒu 1. ¦u tiªn", "TCVN3", "Điều 1. Ưu tiên"),
    ("QUYÕT §ÞNH cña Së", "TCVN3", "QUYẾT ĐỊNH của Sở"),
    ("Ñieàu 1. Öu tieân khen thöôûng", "VNI", "Điều 1. Ưu tiên khen thưởng"),
    ("UÛY BAN NHAÂN DAÂN TÆNH", "VNI", "ỦY BAN NHÂN DÂN TỈNH"),
    ("Uûy ban nhaân daân", "VNI", "Ủy ban nhân dân"),  # a small mark on a capital
    ("töø ngaøy kyù, lyù do, chuù yù, kyø hoïp", "VNI", "từ ngày ký, lý do, chú ý, kỳ họp"),
    ("CHÆ THÒ, ÑÒA, CÔ SÔÛ", "VNI", "CHỈ THỊ, ĐỊA, CƠ SỞ"),
    ("aâùp, oâùng", "VNI", "ấp, ống"),  # hat and tone typed one after the other
    ("5 x 10 ø", "VNI", "5 x 10 ø"),  # no vowel before it
]


@pytest.mark.parametrize(("old", "encoding", "expected"), SENTENCES)
def test_old_letters_become_unicode(old: str, encoding: Encoding, expected: str) -> None:
    assert to_unicode(old, encoding) == expected


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_has_all_letters_but_the_capitals_of_tcvn3(encoding: Encoding) -> None:
    vowels = "aeiouyAEIOUY"
    table = load(encoding)
    pairs = (v + m for v in [*vowels, "ö", "ô", "Ö", "Ô"] for m in table.marks)
    found = {*table.letters.values(), *(to_unicode(pair, encoding) for pair in pairs)} & LETTERS
    missing = LETTERS - found
    if encoding in ("VPS", "VISCII"):  # the rest are those of ISO 8859-1 itself
        assert all(ord(c) < 0x100 for c in missing)
    elif encoding == "TCVN3":
        assert not missing & SMALL
    else:
        assert not missing


@pytest.mark.parametrize("encoding", ["VPS", "VISCII"])
def test_no_letter_has_two_codes(encoding: Encoding) -> None:
    letters = list(load(encoding).letters.values())
    assert len(letters) == len(set(letters))


CAPITALS = [
    ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("UBND X· ë vïng cao", "UBND Xã ở vùng cao"),  # an acronym tells nothing
    ("Sè: 06/CT-BYT", "Số: 06/CT-BYT"),
    ("Sè: 06/Q§-BAN", "Số: 06/QĐ-BAN"),
    ("Bé Y TÕ", "BỘ Y TẾ"),  # no word tells by itself
    ("Bé Y tÕ", "Bộ Y tế"),
    ("ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
    ("X· An Hßa", "Xã An Hòa"),
    ("KÕ ho¹ch", "Kế hoạch"),
    ("MôC TI£U\nvµ gi¶i ph¸p", "MỤC TIÊU\nvà giải pháp"),
]


@pytest.mark.parametrize(("old", "expected"), CAPITALS)
def test_toned_capitals_come_from_the_words_around(old: str, expected: str) -> None:
    assert to_unicode(old, "TCVN3") == expected


def test_a_font_of_capitals_shows_all_letters_large() -> None:
    assert to_unicode("ñy ban nh©n d©n", "TCVN3", capitals=True) == "ỦY BAN NHÂN DÂN"


def test_text_typed_in_unicode_stays_whatever_its_font_is_called() -> None:
    assert to_unicode("được à, é", "TCVN3") == "được à, é"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [(name, row["encoding"]) for row in rows("encodings/fonts") for name in row["examples"]],
)
def test_old_fonts_are_known_by_their_names(name: str, encoding: Encoding) -> None:
    found = encoding_of_font(name)
    assert found is not None
    assert found.encoding == encoding
    assert found.capitals == name.removesuffix("Bold").rstrip(" ,").endswith("H")


@pytest.mark.parametrize(
    "name",
    [
        "Times New Roman",
        "Vneuron",
        "Vinhan",
        "Arial",
        "",
        "VNI",
        "Visual",
        "." * 100_000,
        "Verdana",
    ],
)
def test_other_fonts_are_not(name: str) -> None:
    assert encoding_of_font(name) is None


@given(st.text(), st.sampled_from(ENCODINGS), st.booleans())
def test_any_text_is_converted(text: str, encoding: Encoding, capitals: bool) -> None:
    to_unicode(text, encoding, capitals=capitals)


@given(st.text("abc ABC 0123.,;:-/()", max_size=30), st.sampled_from(ENCODINGS))
def test_ascii_stays(text: str, encoding: Encoding) -> None:
    assert to_unicode(text, encoding) == text
