"""UTF-8 that was read in a one-byte encoding and saved again: "káº¿ hoáº¡ch"."""

from __future__ import annotations

import re

from extract.read.legacy.tables import byte_of

_LINE = re.compile(r"[^\r\n]+")
_BEGUN = re.compile("[ÂÃÄÅÆáâĂ][^\x00-\x7f]")  # in right text hardly ever
_RUN = re.compile(r"[^\x00-\x7f]+")
_LOST = re.compile(r"(Ã|áº|á»)( |(?![^\x00-\x7f]))")
"""Letters without their last byte: that of à and Ạ (0xA0) often becomes a space, that of í and ậ
(0xAD) is dropped."""
_EXPECTED = re.compile(
    "[\xa0-\xffăđĩũơưĂĐĨŨƠƯ\u0300-\u0323\u1ea0-\u1ef9\u2000-\u2122\u2190-\u22ff\u2500-\u25ff\uf000-\uf0ff]+"
)
_LEAST = 3
"""Places that must read as UTF-8 before a text counts as read twice."""
_MOST = 0.8
"""Of the places of a line: old encodings give a sequence that could be UTF-8 here and there."""


def read_once(text: str) -> str | None:
    """The text as it was before it was read wrongly, None where it was not.

    Only what is whole UTF-8 is changed, so a text may be mixed.

    >>> read_once("káº¿ hoáº¡ch vÃ  Ä‘áº·c Ä‘iá»ƒm")
    'kế hoạch và đặc điểm'
    """
    if not _BEGUN.search(text):
        return None
    read = 0

    def line(match: re.Match[str]) -> str:
        nonlocal read
        found, count = _line(match.group())
        read += count or 0
        return match.group() if count is None else found

    found = _LINE.sub(line, text)
    return found if read >= _LEAST else None


def _line(text: str) -> tuple[str, int | None]:
    """The line read once, and how many places of it were UTF-8; None where it is something else."""
    runs = _RUN.findall(text)
    read = sum(_decoded(run) is not None for run in runs)
    if read < _MOST * (len(runs) - len(_LOST.findall(text))):
        return text, None
    text = _LOST.sub(lambda lost: lost.group(1) + ("\xa0" if lost.group(2) else "\xad"), text)
    return _RUN.sub(lambda run: _decoded(run.group()) or run.group(), text), read


def _decoded(run: str) -> str | None:
    codes = [byte_of(char) for char in run]
    if None in codes:
        return None
    try:
        found = bytes(code for code in codes if code is not None).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return found if _EXPECTED.fullmatch(found) else None
