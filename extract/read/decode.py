"""Bytes to text: UTF-8, UTF-16 with a byte-order mark, windows-1258; anything else is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

from extract.errors import ReadError
from extract.read.letters import legacy_encoding, looks_vietnamese
from extract.read.problems import problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(path: Path, data: bytes) -> tuple[str, str]:
    """The text of `data` and the Python codec that gives it back: `data.decode(codec) == text`.

    A byte-order mark decides, and is no part of the text; without one it is UTF-8. windows-1258 is
    a guess, made only where the bytes are no UTF-8 and its reading has Vietnamese letters.

    Raises:
        ReadError: `wrong_encoding`; `path` only names the file in its sentences.
    """
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    text = _try(data, codec)
    if text is None and codec == "utf-8":
        codec, text = "cp1258", _try(data, "cp1258")
        if text is not None and not looks_vietnamese(text):
            text = None
    if text is None:
        raise _refuse(path, legacy_encoding(data.decode("cp1252", errors="replace")))
    if legacy := legacy_encoding(text):
        raise _refuse(path, legacy)
    return text, codec


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _refuse(path: Path, legacy: str | None) -> ReadError:
    if legacy is None:
        return problem("wrong_encoding", path, hint_vi="", hint_en="")
    if legacy == "UTF-8":
        vi = " (chữ UTF-8 đã bị lưu nhầm qua bảng mã khác)"
        en = " (UTF-8 that was saved through another encoding)"
    else:
        vi = f" (có vẻ là phông chữ cũ {legacy})"
        en = f" (it looks like the old font encoding {legacy})"
    return problem("wrong_encoding", path, hint_vi=vi, hint_en=en)
