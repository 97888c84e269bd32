"""Bytes to text: UTF-8, UTF-16, windows-1258, and the encodings from before Unicode."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

from extract.read.legacy import is_unicode, mend
from extract.read.legacy.detect import SAMPLE
from extract.read.letters import looks_vietnamese
from extract.read.problems import problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FEW = 0.002
"""Damaged places among the letters of a text that can still be told as UTF-8."""


def decode(path: Path, data: bytes) -> tuple[str, str]:
    """The text of `data` in Unicode, and what it was in.

    A byte-order mark decides, and is no part of the text; without one it is UTF-8. UTF-16 without
    the mark and windows-1258 are guesses, made only where the reading has Vietnamese letters. For
    these `data.decode(encoding) == text`.

    Where the letters then read as Vietnamese only in an old encoding, or as UTF-8 that was read
    twice, they are converted, and the encoding is named: `tcvn3`, `vni`, `vps`, `viscii`,
    `utf-8-twice`; all of them with `+` between where lines differ (`utf-8+tcvn3`).

    Raises:
        ReadError: `wrong_encoding`; `path` only names the file in its sentences.
    """
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    codec = codec or unmarked_utf16(data) or "utf-8"
    text = _try(data, codec)
    if text is None and codec == "utf-8":
        codec, text = "cp1258", _try(data, "cp1258")
        if text is not None and not looks_vietnamese(text):
            text = None
    if text is not None:
        mended, old = mend(text)
        return mended, _name(codec, text, old)
    if codec in ("utf-8", "cp1258") and (line := _damaged_line(data)):
        vi = f" (dòng {line} có ký tự hỏng; phần còn lại là UTF-8)"
        en = f" (line {line} is damaged; the rest is UTF-8)"
        raise problem("wrong_encoding", path, hint_vi=vi, hint_en=en)
    mended, old = mend(data.decode("latin-1"))
    if any(name != "UTF-8" for name in old):
        return mended, "+".join(name.lower() for name in old)
    raise problem("wrong_encoding", path, hint_vi="", hint_en="")


def _name(codec: str, text: str, old: Sequence[str]) -> str:
    """The name of what `text` was in, which `codec` gave and `mend` found to be `old`."""
    if not old:
        return codec
    names = ["utf-8-twice" if name == "UTF-8" else name.lower() for name in old]
    return "+".join([codec, *names] if is_unicode(text) else names)


def unmarked_utf16(data: bytes) -> str | None:
    """The codec of Vietnamese in UTF-16 without a byte-order mark, None for anything else.

    >>> unmarked_utf16("Kế hoạch được giao".encode("utf-16-be"))
    'utf-16-be'
    """
    if b"\x00" not in data[:SAMPLE]:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = _try(data[: SAMPLE * 2], codec)
        if text and "\x00" not in text and looks_vietnamese(text):
            return codec
    return None


def _damaged_line(data: bytes) -> int | None:
    """The first line that is no UTF-8, where hardly any other is: few bytes were lost."""
    text = data[:SAMPLE].decode("utf-8", errors="replace")
    if text.count("\ufffd") > _FEW * len(text) or not looks_vietnamese(text):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return None


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
