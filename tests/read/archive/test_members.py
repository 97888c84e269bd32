from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.read.archive import members, unpack

ARCHIVE = Path("kế hoạch.zip")
LINE = "Kế hoạch trồng cây\n".encode()


def packed(files: list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are meant
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files:
                archive.writestr(name, data)
    return out.getvalue()


def read(data: bytes) -> dict[str, bytes | str]:
    """Each member with its bytes, or with the code of what is wrong with it."""
    return {
        name: held.code if isinstance(held, ReadError) else held
        for name, held in members(ARCHIVE, data)
    }


def test_files_come_in_order_with_their_bytes() -> None:
    data = packed([("b.txt", LINE), ("sở/", b""), ("sở/a.txt", LINE * 2)])
    assert list(read(data).items()) == [("b.txt", LINE), ("sở/a.txt", LINE * 2)]


NAMES = [
    ("a.txt", "a.txt"),
    ("../../etc/passwd", "etc/passwd"),
    ("/tmp/a.txt", "tmp/a.txt"),
    ("C:\\ho so\\a.txt", "ho so/a.txt"),
    ("a/./b/../c.txt", "a/b/c.txt"),
    ("a\nb\x1b[31m.txt", "a_b_[31m.txt"),
    ("..", "_"),
    ("Kế hoạch.txt", "Kế hoạch.txt"),  # decomposed
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_names_stay_below_the_archive(name: str, expected: str) -> None:
    assert read(packed([(name, LINE)])) == {expected: LINE}


@given(st.text(min_size=1, max_size=40).filter(lambda name: "\0" not in name))
def test_no_name_leads_out(name: str) -> None:
    try:
        data = packed([(name, LINE)])
    except (UnicodeEncodeError, ValueError):  # lone surrogates
        return
    for found in read(data):
        assert not Path(found).is_absolute()
        assert not {"..", "."} & set(found.split("/"))
        assert not set("\n\r\x1b") & set(found)


def without_utf8_mark(name: bytes) -> bytes:
    """An archive whose one name is these bytes, and says nothing of their encoding."""
    data = packed([("x" * len(name), LINE)])
    return data.replace(b"x" * len(name), name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kế hoạch số 5.txt".encode(), "Kế hoạch số 5.txt"),  # macOS
        ("Quyê\u0301t đi\u0323nh.txt".encode("cp1258"), "Quyết định.txt"),  # Windows in Vietnamese
        ("Übung.txt".encode("cp437"), "Übung.txt"),
    ],
)
def test_names_in_other_encodings_are_read(name: bytes, expected: str) -> None:
    assert read(without_utf8_mark(name)) == {expected: LINE}


def test_the_unicode_path_field_goes_before_the_name() -> None:
    info = zipfile.ZipInfo("Ke hoach.txt")
    name = "Kế hoạch.txt".encode()
    held = struct.pack("<BI", 1, zlib.crc32(b"Ke hoach.txt")) + name
    info.extra = struct.pack("<HH", 0x7075, len(held)) + held
    assert read(packed([(info, LINE)])) == {"Kế hoạch.txt": LINE}


def test_two_members_of_one_name_are_two() -> None:
    data = packed([("a.txt", b"1"), ("a.txt", b"2"), ("a.txt", b"3"), ("../a.txt", b"4")])
    assert list(read(data)) == ["a.txt", "a (2).txt", "a (3).txt", "a (4).txt"]


def test_what_systems_put_there_is_left_out() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    hidden = ["__MACOSX/._a.txt", ".DS_Store", "Thumbs.db", "a/desktop.ini", "~$a.docx", ".git/x"]
    files: list[tuple[str | zipfile.ZipInfo, bytes]] = [(name, LINE) for name in hidden]
    assert read(packed([*files, (link, b"/etc/passwd"), ("a.txt", LINE)])) == {"a.txt": LINE}


def test_an_archive_within_is_a_folder_and_one_within_that_an_error() -> None:
    inner = packed([("a.txt", LINE)])
    middle = packed([("inner.zip", inner), ("b.txt", LINE)])
    assert read(packed([("middle.zip", middle), ("c.txt", LINE)])) == {
        "middle.zip/inner.zip": "too_complex",
        "middle.zip/b.txt": LINE,
        "c.txt": LINE,
    }


def test_a_bad_member_leaves_the_others() -> None:
    data = bytearray(packed([("a.txt", LINE * 50), ("b.txt", LINE), ("empty.txt", b"")]))
    data[40] ^= 0xFF  # within the first member's deflated bytes
    assert read(bytes(data)) == {"a.txt": "damaged", "b.txt": LINE, "empty.txt": "empty"}


def test_a_member_with_a_password_is_told() -> None:
    data = bytearray(packed([("a.txt", LINE), ("b.txt", LINE)]))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1  # the flag of encryption, APPNOTE 4.4.4
    assert read(bytes(data)) == {"a.txt": "encrypted", "b.txt": LINE}


def test_a_bomb_is_refused_before_it_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed([("bomb.txt", bytes(60_000_000)), ("a.txt", LINE)])
    assert read(bomb) == {"bomb.txt": "unpacks_too_large", "a.txt": LINE}
    monkeypatch.setattr(unpack, "LARGEST_MEMBER", 10)
    assert read(packed([("a.txt", LINE)])) == {"a.txt": "unpacks_too_large"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (packed([("a.txt", LINE)])[:-10], "damaged"),
        (packed([("a.txt", LINE)]) + b"PK\x01\x02" * 60_000, "too_complex"),
        (packed([(f"{i}", LINE) for i in range(unpack.MOST_MEMBERS + 1)]), "too_complex"),
    ],
    ids=["no archive", "cut off", "entries", "members"],
)
def test_a_bad_archive_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == code
    assert caught.value.en.startswith(f"{ARCHIVE}: ")


def test_all_members_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    budget = unpack._Budget(ARCHIVE, bytes=100)
    inner = packed([("b.txt", bytes(90))])
    with pytest.raises(ReadError) as caught:
        list(unpack._unpack(ARCHIVE, packed([("a.txt", bytes(20)), ("i.zip", inner)]), budget, 0))
    assert caught.value.code == "unpacks_too_large"


@given(st.binary(max_size=300))
def test_any_bytes_end_with_members_or_an_error(data: bytes) -> None:
    whole = packed([("a.txt", LINE)])
    for hostile in (data, whole[:60] + data + whole[60:], data + whole):
        try:
            read(hostile)
        except ReadError:
            continue
