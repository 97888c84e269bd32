"""Fonts that show an old encoding, told by their name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicons.load import rows
from extract.read.legacy.tables import Encoding

_STYLE = re.compile(r"(?:[ ,-]+(?:bold|italic|regular))+$")
_SUBSET = re.compile(r"[A-Z]{6}\+")  # before the name of a font of which a PDF holds a part
_LONGEST = 100
"""Characters; names of fonts are shorter, and a file can hold anything."""


@dataclass(frozen=True, slots=True)
class FontEncoding:
    """What a font makes of its codes; with `capitals` it has capital letters only."""

    encoding: Encoding
    capitals: bool = False


@cache
def _patterns() -> list[tuple[Encoding, re.Pattern[str], re.Pattern[str] | None]]:
    return [
        (
            row["encoding"],
            re.compile(row["pattern"]),
            re.compile(row["capitals"]) if "capitals" in row else None,
        )
        for row in rows("encodings/fonts")
    ]


def encoding_of_font(name: str) -> FontEncoding | None:
    """The old encoding that a font of this name shows, None for all others.

    >>> encoding_of_font(".VnTimeH")
    FontEncoding(encoding='TCVN3', capitals=True)
    >>> encoding_of_font("VNI-Times")
    FontEncoding(encoding='VNI', capitals=False)
    >>> encoding_of_font("Times New Roman") is None
    True
    """
    if len(name) > _LONGEST:
        return None
    plain = _STYLE.sub("", _SUBSET.sub("", name.strip(" \"'"), count=1).lower())
    for encoding, pattern, capitals in _patterns():
        if pattern.fullmatch(plain):
            return FontEncoding(encoding, bool(capitals and capitals.fullmatch(plain)))
    return None
