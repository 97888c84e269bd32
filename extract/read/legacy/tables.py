"""The tables of the old encodings: which letter stands behind which code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from extract.lexicons.load import table

Encoding = Literal["TCVN3", "VNI", "VPS", "VISCII"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

_SYMBOL_FONT = 0xF000


@dataclass(frozen=True, slots=True)
class Table:
    """`letters`: code → letter. `marks`: code behind a vowel → the combining marks that go on it.

    Codes are characters below U+0100, as `codes` gives them.
    """

    letters: Mapping[str, str]
    marks: Mapping[str, str]


@cache
def load(encoding: Encoding) -> Table:
    """The table of an encoding."""
    if encoding == "VNI":
        vni = table("encodings/vni")
        letters: dict[str, str] = dict(vni["letters"])
        marks: dict[str, str] = dict(vni["marks"])
        letters |= {code.upper(): letter.upper() for code, letter in letters.items()}
        marks |= {code.upper(): mark for code, mark in marks.items()}
        return Table(letters, marks)
    data = table(f"encodings/{encoding.lower()}")
    return Table(
        {chr(code): letter for code, letter in data["letters"].items()},
        {chr(code): mark for code, mark in data.get("marks", {}).items()},
    )


@cache
def _byte_codes() -> dict[int, str]:
    """Characters that stand for a byte: of windows-1252, and of symbol fonts (U+F020 to U+F0FF)."""
    found = {_SYMBOL_FONT + code: chr(code) for code in range(0x20, 0x100)}
    for code in range(0x80, 0xA0):
        char = bytes([code]).decode("cp1252", errors="ignore")
        if char:
            found[ord(char)] = chr(code)
    return found


@cache
def _bytes() -> dict[str, int]:
    latin = {chr(code): code for code in range(0x100)}
    vietnamese = {
        char: code
        for code in range(0x80, 0x100)
        if (char := bytes([code]).decode("cp1258", errors="ignore"))
    }
    western = {chr(char): ord(code) for char, code in _byte_codes().items()}
    return vietnamese | western | latin


def byte_of(char: str) -> int | None:
    """The byte that windows-1252, windows-1258 or Latin-1 reads as `char`, None where none does.

    >>> byte_of("€"), byte_of("ơ"), byte_of("ế")
    (128, 245, None)
    """
    return _bytes().get(char)


def codes(text: str) -> str:
    """`text` with characters below U+0100 where it can: the bytes that a font saw, as Latin-1.

    >>> codes("\\u0160 \\uf0b8 ế")
    '\\x8a ¸ ế'
    """
    return text.translate(_byte_codes())


def punctuation(code: str) -> str:
    """The windows-1252 character of a code that is no letter.

    >>> punctuation("\\x93")
    '“'
    """
    if "\x80" <= code < "\xa0":
        return code.encode("latin-1").decode("cp1252", errors="ignore") or code
    return code
