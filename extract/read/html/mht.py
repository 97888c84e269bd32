"""Web pages in one file, as a mail message (RFC 2557): "Single File Web Page", MHT."""

from __future__ import annotations

import email
from email.message import Message
from pathlib import Path

from extract.read.html.charset import decode
from extract.read.html.reader import read_page
from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.source import SourceDocument

_MOST_PARTS = 50  # that have parts themselves: the standard parser goes down into each


def read_mht(path: Path, data: bytes) -> SourceDocument:
    """The decision in the page that the file holds; its pictures are left out.

    Raises:
        ReadError: `no_text` without a page in it, `too_complex`; as `read_html`.
    """
    if data.lower().count(b"boundary=") > _MOST_PARTS:
        raise problem("too_complex", path, reason="parts within parts")
    part = _page(email.message_from_bytes(data))
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        raise problem("no_text", path)
    return read_page(path, data, *decode(payload, part.get_content_charset()))


def _page(message: Message) -> Message | None:
    """The first part that is a page: the root of the others comes first."""
    return next(
        (part for part in message.walk() if part.get_content_type() == "text/html"),
        None,
    )


READER = Reader("mhtml", (".mht", ".mhtml"), read_mht)
