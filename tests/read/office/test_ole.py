"""Compound files, built as small as MS-CFB allows: which are Word's, and which can be opened."""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.read.office.ole import check_word

SECTOR = 512
STREAM = 4096  # shorter streams would need sectors of another kind
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with up to three streams in its root: the table in sector 0, the directory
    in sector 1, then eight sectors a stream."""
    per_stream = STREAM // SECTOR
    table = [FAT, END]
    entries = [_entry("Root Entry", 5, END, 0, child=1 if streams else FREE)]
    content = b""
    for i, (name, data) in enumerate(streams.items()):
        start = len(table)
        table += [*range(start + 1, start + per_stream), END]
        following = i + 2 if i + 1 < len(streams) else FREE
        entries.append(_entry(name, 2, start, STREAM, right=following))
        content += data.ljust(STREAM, b"\0")
    table += [FREE] * (SECTOR // 4 - len(table))
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, STREAM, END, 0, END, 0, 0
    )
    header += struct.pack("<108I", *[FREE] * 108)
    return header[:SECTOR] + struct.pack("<128I", *table) + directory + content


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE
) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def word(flags: int) -> bytes:
    """The head of a Word document's stream."""
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, flags)


def test_a_word_document_passes() -> None:
    check_word(Path("a.doc"), compound({"WordDocument": word(0), "1Table": b""}))


@pytest.mark.parametrize(
    ("data", "code", "hint"),
    [
        (compound({"WordDocument": word(0x0100)}), "encrypted", ""),
        # what Word makes of a DOCX with a password
        (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "encrypted", ""),
        (compound({"Workbook": b""}), "unsupported", "Excel"),
        (compound({"PowerPoint Document": b""}), "unsupported", "PowerPoint"),
        (compound({"Contents": b""}), "unsupported", "OLE"),
        (compound({}), "unsupported", "OLE"),
        (compound({"WordDocument": word(0)})[:600], "damaged", ""),
        (compound({"WordDocument": word(0)})[:512], "damaged", ""),
    ],
)
def test_other_files_are_refused(data: bytes, code: str, hint: str) -> None:
    with pytest.raises(ReadError) as caught:
        check_word(Path("a.doc"), data)
    assert caught.value.code == code
    assert hint in caught.value.en


@given(st.lists(st.tuples(st.integers(0, 3 * SECTOR), st.integers(0, 255)), max_size=6))
def test_changed_bytes_never_surprise(changes: list[tuple[int, int]]) -> None:
    data = bytearray(compound({"WordDocument": word(0), "1Table": b""}))
    for place, value in changes:
        data[place] = value
    with suppress(ReadError):
        check_word(Path("a.doc"), bytes(data))
