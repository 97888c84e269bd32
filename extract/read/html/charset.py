"""The text of a page's bytes (HTML Living Standard, section 13.2.3)."""

from __future__ import annotations

import codecs
import re

from extract.read.legacy.tables import punctuation
from extract.read.legacy.twice import read_once
from extract.read.letters import looks_vietnamese

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_DECLARED = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})", re.IGNORECASE)
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252", "latin-1"})
_C1 = {code: punctuation(chr(code)) for code in range(0x80, 0xA0)}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a page and the name of its encoding; nothing is refused, as browsers do.

    A byte-order mark decides, then UTF-8 where all bytes are, then `declared` (by a mail's
    header), then what the page says of itself. UTF-8 that was read twice is read once.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, errors="replace"), codec
    if b"\x00" in data[:2] and (
        text := _try(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    ):
        return text, "utf-16"
    if (text := _try(data, "utf-8")) is not None:
        once = read_once(text)
        return (text, "utf-8") if once is None else (once, "utf-8-twice")
    name = _codec(declared) or _declared(data)
    if name in _WESTERN or name is None:
        vietnamese = _try(data, "cp1258")
        if vietnamese and looks_vietnamese(vietnamese):
            return vietnamese, "cp1258"
        return data.decode("latin-1").translate(_C1), "cp1252"
    return data.decode(name, errors="replace"), name


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return _codec(found.group(1).decode("ascii", errors="replace")) if found else None


def _codec(name: str | None) -> str | None:
    """Python's name of a codec for text, None for an unknown one."""
    try:
        info = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding else None


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
