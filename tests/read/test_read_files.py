from __future__ import annotations

import contextlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.read import LARGEST_FILE, LARGEST_TEXT, SUFFIXES, read
from extract.read.decode import decode
from extract.read.text import LONGEST_LINE, LONGEST_TEXT

SENTENCE = "Ủy ban nhân dân huyện tổ chức lớp học nghề, được hỗ trợ đến năm 2030.\r\n"
# The same words as old fonts keep them: bytes that other programs show as Western letters.
TCVN3 = "Uû ban nh©n d©n huyÖn tæ chøc líp häc nghÒ, ®­îc hç trî ®Õn n¨m 2030.\n"
VNI = "Uûy ban nhaân daân huyeän toå chöùc lôùp hoïc ngheà, ñöôïc hoã trôï ñeán naêm 2030.\n"
OLD_TONES = SENTENCE.replace("Ủy", "Uỷ").replace("\r", "")


def windows_1258(text: str) -> bytes:
    """Vowels with their hat as one letter, tones as marks behind it: what the encoding has."""
    marks = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = "".join(c for c in parts if c not in marks)
        out += unicodedata.normalize("NFC", base) + "".join(c for c in parts if c in marks)
    return out.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding", "raw"),
    [
        (SENTENCE.encode(), "utf-8", SENTENCE),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "utf-8-sig", SENTENCE),  # the mark is no text
        (SENTENCE.encode("utf-16"), "utf-16", SENTENCE),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", SENTENCE),  # guessed
        (SENTENCE.encode("utf-16-be"), "utf-16-be", SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16", SENTENCE),
        (TCVN3.encode("latin-1"), "tcvn3", OLD_TONES),
        (TCVN3.encode(), "tcvn3", OLD_TONES),  # the old letters, saved as UTF-8
        (VNI.encode("latin-1"), "vni", SENTENCE.replace("\r", "")),
        (VNI.encode(), "vni", SENTENCE.replace("\r", "")),
        ((SENTENCE + TCVN3).encode(), "utf-8+tcvn3", SENTENCE + OLD_TONES),
        (
            SENTENCE.encode() + VNI.encode("latin-1"),
            "utf-8+vni",
            SENTENCE + SENTENCE[:-2] + "\n",
        ),
        (SENTENCE.encode().decode("latin-1").encode(), "utf-8-twice", SENTENCE),
        (b"mot\rhai\n\nba \r\n", "utf-8", "mot\rhai\n\nba \r\n"),  # line ends stay
    ],
)
def test_text_is_kept_as_decoded(tmp_path: Path, data: bytes, encoding: str, raw: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    source = read(path)
    assert (source.raw, source.encoding, source.size) == (raw, encoding, len(data))
    assert source.path == path.as_posix()


def test_text_that_is_not_nfc_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(unicodedata.normalize("NFD", SENTENCE), encoding="utf-8", newline="")
    source = read(path)
    assert source.raw == unicodedata.normalize("NFD", SENTENCE)
    assert source.media_type == "text/markdown"


def test_windows_1258_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(windows_1258(SENTENCE))
    source = read(path)
    assert source.encoding == "cp1258"
    assert unicodedata.normalize("NFC", source.raw) == SENTENCE


BAD = [
    ("empty.txt", b"", "empty", ""),
    ("blank.txt", b" \r\n\t\n", "empty", ""),
    ("mark.txt", b"\xef\xbb\xbf", "empty", ""),  # nothing but a byte-order mark
    ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "damaged", ""),
    ("scan.txt", b"%PDF-1.7\n%\xe2\xe3", "damaged", ""),
    ("packed.txt", b"\x1f\x8b\x08\x00", "not_text", "GZIP"),
    ("word.md", b"PK\x03\x04\x14\x00word/document.xml", "damaged", ""),
    ("old.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged", ""),
    ("page.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><img src=x>", "no_text", ""),
    ("data.txt", b"ten\x00nam\x00", "binary", ""),
    ("utf32.txt", "kế hoạch".encode("utf-32"), "binary", ""),  # begins like UTF-16
    ("plan.docx", b"PK\x03\x04\x14\x00word/document.xml", "damaged", ""),
    ("plan.odd", b"plain words", "unsupported", ".odd"),
    ("plan", b"plain words", "unsupported", "plan"),
    ("latin.txt", "Les élèves à l'école où être naïf".encode("cp1252"), "wrong_encoding", ""),
    ("cut.txt", SENTENCE.encode()[:2] + b"a", "wrong_encoding", ""),
    ("lost.txt", SENTENCE.encode() * 9 + b"\xff\n", "wrong_encoding", "10"),  # the line
    ("ended.txt", (SENTENCE * 9).encode() + "kế".encode()[:-1], "wrong_encoding", "10"),
    ("half.txt", SENTENCE.encode("utf-16")[:-1], "wrong_encoding", ""),
    ("line.txt", b"x\n" + b"a" * (LONGEST_LINE + 1), "long_line", "2"),
    ("long.txt", b"a\n" * (LONGEST_TEXT // 2 + 1), "long_text", str(LONGEST_TEXT)),
    ("big.txt", b"a\n" * (LARGEST_TEXT // 2 + 1), "too_large", "20"),
]


@pytest.mark.parametrize(("name", "data", "code", "hint"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_refused_with_its_name_and_reason(
    tmp_path: Path, name: str, data: bytes, code: str, hint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    error = caught.value
    assert error.code == code
    for sentence in (error.vi, error.en):
        assert sentence.startswith(f"{path}: ")
        assert hint in sentence.removeprefix(f"{path}: ")


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(ReadError, match="200 MB"):
        read(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    for name, code in [
        ("none.txt", "not_found"),
        ("folder.txt", "is_folder"),
        ("pipe.txt", "not_readable"),  # reading it would wait for ever
        ("loop.txt", "not_readable"),
        ("a" * 300 + ".txt", "not_readable"),
    ]:
        with pytest.raises(ReadError) as caught:
            read(tmp_path / name)
        assert caught.value.code == code, name


def test_the_kinds_that_are_read_are_named() -> None:
    with pytest.raises(ReadError) as caught:
        read(__file__)
    assert all(suffix in caught.value.vi and suffix in caught.value.en for suffix in SUFFIXES)


def test_a_file_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/\xe9.txt"))
    path.write_text(SENTENCE, encoding="utf-8")
    assert read(path).path.encode("utf-8").endswith("/\ufffd.txt".encode())


@pytest.mark.parametrize(
    "text",
    [
        "Các cơ quan, đơn vị thuộc tỉnh thực hiện kế hoạch này.",
        "KE HOACH KHONG DAU NAM 2026",  # ASCII only
        "Nhiệt độ 30°C; 5 m² đất, 40µg/m³; «Über» của ông Günter",  # foreign letters among many
    ],
)
def test_vietnamese_is_not_taken_for_an_old_font(text: str) -> None:
    assert decode(Path("a.txt"), text.encode()) == (text, "utf-8")


@given(st.binary(max_size=200))
def test_what_is_decoded_is_what_the_bytes_say(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        text, codec = decode(Path("a.txt"), data)
        assert data.decode(codec) == text
