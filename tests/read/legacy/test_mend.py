from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.legacy import ENCODINGS, Encoding, mend
from extract.read.legacy.tables import load
from extract.read.syllables import is_syllable

TEXT = """ỦY BAN NHÂN DÂN XÃ AN BÌNH
KẾ HOẠCH
Trồng cây xanh, phòng chống thiên tai năm 2024
1. Mục đích, yêu cầu
- Nâng cao nhận thức của nhân dân về bảo vệ rừng, “Tết trồng cây” hằng năm – đời đời nhớ ơn Bác.
- Phấn đấu trồng mới 3.000 cây; tỷ lệ sống đạt trên 90%, nhiệt độ dưới 30°C…
2. Tổ chức thực hiện
Công chức Địa chính chủ trì, phối hợp với Hội Nông dân xã hướng dẫn kỹ thuật, nghiệm thu trước
ngày 15/02/2024./.
"""


def in_old_letters(text: str, encoding: Encoding) -> str:
    """`text` as the encoding keeps it; TCVN3 keeps toned capitals as small letters."""
    table = load(encoding)
    codes = {letter: code for code, letter in table.letters.items()}
    if encoding == "TCVN3":
        codes |= {
            letter.upper(): code for letter, code in codes.items() if letter.islower()
        } | codes
    if encoding == "VNI":
        for vowel in "aeouyAEOUYöôÖÔ":
            for mark, accents in table.marks.items():
                if vowel.isupper() == mark.isupper():
                    base = table.letters.get(vowel, vowel)
                    codes.setdefault(unicodedata.normalize("NFC", base + accents), vowel + mark)
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_in_an_old_encoding_is_told_and_read(encoding: Encoding) -> None:
    assert mend(in_old_letters(TEXT, encoding)) == (TEXT, (encoding,))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sentence", TEXT.splitlines()[4:7])
def test_one_sentence_is_enough(sentence: str, encoding: Encoding) -> None:
    assert mend(in_old_letters(sentence, encoding))[0] == sentence


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lines_may_differ(encoding: Encoding) -> None:
    old = in_old_letters(TEXT, encoding)
    assert mend(TEXT + old) == (TEXT + TEXT, (encoding,))


def test_a_line_too_short_to_tell_follows_the_others() -> None:
    text, _ = mend("Kế hoạch\nUû ban nh©n d©n huyÖn\nN¬i nhËn:\nvà các xã\n")
    assert text == "Kế hoạch\nUỷ ban nhân dân huyện\nNơi nhận:\nvà các xã\n"


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "cp1258"])
def test_utf8_read_twice_is_read_once(codec: str) -> None:
    wrong = "".join(
        bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in TEXT.encode()
    )
    assert mend(wrong) == (TEXT, ("UTF-8",))


def test_bytes_that_got_lost_on_the_way_are_put_back() -> None:
    wrong = TEXT.encode().decode("latin-1").replace("\xa0", " ").replace("\xad", "")
    assert mend(wrong)[0] == TEXT


NOT_OLD = [
    "Les élèves à l'école où être naïf, déjà vu. Voilà où ça mène, à Noël: là où çà et là",
    "Über die Möglichkeit für größere Häuser: schön, natürlich, müssen, Städte, Tür, früh, öffnen",
    "El niño comió más en el corazón de España: también él, sí, qué, cómo, está aquí, allí, tú",
    "Não há pão, só maçãs à noite; três irmãos, é já, até lá, avó, pé, fé, cá, má, dó, nó, pó",
    "Città più così però perché è già lì là né sé tè dì dà sì può",
    "• một · hai · ba © ® ° ± §1 §2 ¶ «xin» CÔNG HÒA XÃ HÔI, XÃ HÔI",
    TEXT,
    unicodedata.normalize("NFD", TEXT),
    "và các xã, là bà có hai chân, thì ta cùng đi",
]


@pytest.mark.parametrize("text", NOT_OLD)
def test_other_text_is_left_alone(text: str) -> None:
    assert mend(text) == (text, ())


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    mended, names = mend(text)
    assert names or mended == text


def test_a_hostile_text_ends_soon() -> None:
    for text in ("Ã" * 200_000, "a·" * 100_000, "áº " * 70_000, "¸\n" * 100_000, "\x93" * 100_000):
        mend(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nghiêng", True),
        ("QUỐC", True),
        ("giếng", True),
        ("Đắk", True),  # a name that other tongues gave
        ("được", True),
        ("đuợc", False),  # a slip of the pen
        ("HĐND", False),
        ("BYT", False),
        ("quýt", True),
        ("école", False),
        ("", False),
    ],
)
def test_syllables(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected
