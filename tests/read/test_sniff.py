"""What a file is, whatever its name says. Archives of documents: see archive/."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.sniff import KIND_NAMES, sniff

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
        ("Kế hoạch <b>trồng</b> cây".encode(), None),
        # pages, as portals and word processors write them
        (b"<!DOCTYPE html>\n<p>", "html"),
        (b"\xef\xbb\xbf\r\n<HTML>", "html"),
        (b"<html xmlns:v='urn:schemas-microsoft-com:vml'", "html"),
        (b"<!-- saved from url=(0014)about:internet -->\n<html>", "html"),
        (XML + b"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>", "html"),
        (b'<meta http-equiv="Content-Type" content="text/html">', "html"),
        (b"<table border=1><tr><td>", "html"),
        (b"\n <title>K</title>", "html"),
        ("<html><body>Kế hoạch".encode("utf-16"), "html"),
        (b"<htmlx>", None),
        (b"<tablespoon>", None),
        (b"text <html>", None),
        (b"<!-- a remark that never ends <html>", None),
        # Word's other forms
        (XML + b'<?mso-application progid="Word.Document"?><w:wordDocument>', "wordml"),
        (XML + b'<?mso-application progid="Excel.Sheet"?>', None),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n", "mhtml"),
        (b"From: <Saved by X>\nSubject: a\n b\nContent-Type: multipart/related\n", "mhtml"),
        (b"Content-Type: text/plain\n\nContent-Type: multipart/related\n", None),
        ("Số: 5/KH-UBND\nContent-Type: multipart/related".encode(), None),
    ],
)
def test_content_tells_what_a_file_is(data: bytes, kind: str | None) -> None:
    assert sniff(data) == kind


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_is_a_known_kind_or_none(data: bytes) -> None:
    for head in (b"", b"PK\x03\x04", b"<", b"MIME-Version: 1.0\n"):
        assert sniff(head + data) in {*KIND_NAMES, "binary", None}


@pytest.mark.parametrize("unit", [b"<!--", b"<?", b"<!-- -->", b"a:\n", b"a:\n ", b" ", b"<?xml"])
def test_long_heads_are_told_at_once(unit: bytes) -> None:
    begun = time.monotonic()
    sniff(unit * 100_000)
    assert time.monotonic() - begun < 1
