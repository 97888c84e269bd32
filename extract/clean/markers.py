"""Markers at the head of a line: "III.", "1.2.", "a)", "-", "Điều 2.", "Dự án 1:", "Phụ lục II".

The order of levels is that of Nghị định 30/2020/NĐ-CP, annex I: phần, chương, mục, La Mã, Ả Rập,
chữ cái, gạch đầu dòng, dấu cộng.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from extract.lexicons.load import alternatives, table


class Style(IntEnum):
    """Kinds of marker; a smaller value stands higher in the outline."""

    ANNEX = 0
    PART = 1
    CHAPTER = 2
    ARTICLE = 3
    UPPER = 4
    ROMAN = 5
    NAMED = 6
    ARABIC = 7
    DECIMAL = 8
    LETTER = 9
    PAREN = 10
    DASH = 11
    PLUS = 12
    DOT = 13


BULLETS = frozenset({Style.DASH, Style.PLUS, Style.DOT})


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as written. `label` is what the dataset calls it ("1.2", "a", "Dự án 1").

    `number` is its place among its siblings, 0 for bullets; `end` the offset behind it and the
    white space that follows, in code points of the line.
    """

    style: Style
    label: str
    number: int
    end: int
    path: tuple[int, ...] = ()


_NAMES = alternatives(table("layout")["named_items"])
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CAPITAL = f"[A-Z{''.join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper())}]"
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (Style.ARTICLE, r"(?i:điều)\s{1,3}(?P<n>\d{1,3}[a-z]?)\s?[.:]\s*"),
        (
            Style.ANNEX,
            r"(?:(?i:phụ lục)(?:\s{1,2}(?i:số\s)?(?P<n>[IVXLivxl]+|\d{1,2}[a-zA-Z]?))?"
            r"\s?(?:[.:]\s*|$)"
            r"|(?i:phụ lục)(?:\s(?i:số\s)?(?P<m>[IVXL]+|\d{1,2}[a-zA-Z]?))?"
            rf"\s+(?={_CAPITAL}{{2}}|{_CAPITAL}\s{_CAPITAL}))",
        ),
        (
            Style.PART,
            r"(?i:phần)(?:\s(?i:thứ))?\s(?P<n>[IVX]+|\d{1,2}|(?i:nhất|hai|ba|tư|năm))\s?(?:[.:]\s*|$)",
        ),
        (Style.CHAPTER, r"(?i:chương)\s(?P<n>[IVX]+|\d{1,2})\s?(?:[.:]\s*|$)"),
        (
            Style.NAMED,
            rf"(?P<n>(?i:{_NAMES})\s(?:(?i:thành phần\s))?(?:(?i:số\s))?\d{{1,2}}(?:\.\d{{1,2}})?)"
            r"\s?(?:[.:]\s+|[.:]?$)",
        ),
        (Style.ROMAN, r"(?P<n>[IVX]{1,6})(?:\s?[.)]\s*|/\s*(?![\dv])|\s[-–]\s)(?=\S)"),
        (Style.DECIMAL, r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s*|\s)(?=\S)"),
        (Style.ARABIC, r"(?P<n>\d{1,2})(?:\s?\.\s+|\s?[)/]\s+|\.(?=[^\W\d]))(?=\S)"),
        (Style.UPPER, r"(?P<n>[A-HĐK])\s?[.)]\s+(?=\S)"),
        (Style.LETTER, rf"(?P<n>[{_LETTERS}]\d?)\s?(?:\)\s*|\.\s+)(?=\S)"),
        (Style.PAREN, r"\((?P<n>\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=\S)"),
        (Style.DASH, r"(?P<n>[-–—−])(?:\s+(?=\S)|(?=[^\W\d_a-z]))"),
        (Style.PLUS, r"(?P<n>\+)\s*(?=\S)"),
        (Style.DOT, r"(?P<n>[•●▪■○◦§])\s*(?=\S)"),
    )
)
_FIRST = re.compile(r"[\dIVXA-HĐK(+•●▪■○◦§\-–—−a-yđ]|[DdPpCcTtNnHhMmGgBbĐđ]")


def marker(text: str) -> Marker | None:
    """The marker that `text` (one line of reading text, no leading space) begins with, if any.

    >>> marker("III. NHIỆM VỤ").label, marker("1.2. Tổ chức").path, marker("đ) Bố trí").number
    ('III', (1, 2), 5)
    >>> marker("2016. Xử lý nghiêm") is None
    True
    """
    if not text or not _FIRST.match(text):
        return None
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            return _marker(style, match)
    return None


def bare_marker(text: str) -> Marker | None:
    """The marker of a cell that holds nothing else: "1", "1.2.", "II", "a)"; `end` is its length.

    >>> bare_marker("1.2").path, bare_marker("2024"), bare_marker("Hai")
    ((1, 2), None, None)
    """
    name = text.rstrip(".)")
    if not name or len(name) > 8:
        return None
    found = marker(f"{name}. A")
    return replace(found, end=len(text)) if found and found.end == len(name) + 2 else None


def _marker(style: Style, match: re.Match[str]) -> Marker:
    groups = match.groupdict()
    written = (groups["n"] or groups.get("m") or "").strip()
    label = written
    number = 0
    path: tuple[int, ...] = ()
    if style in BULLETS:
        pass
    elif style is Style.DECIMAL:
        path = tuple(int(part) for part in written.split("."))
        number = path[-1]
    elif style is Style.LETTER:
        number = _LETTERS.index(written[0]) + 1
    elif style is Style.NAMED:
        number = int(re.split(r"[\s.]", written)[-1])
    else:
        number = _ordinal(written)
    if style in (Style.ARTICLE, Style.PART, Style.CHAPTER, Style.ANNEX):
        head = match.group().split()[0].capitalize()
        head = "Phụ lục" if style is Style.ANNEX else head
        label = f"{head} {written}".strip()
    return Marker(style, label, number, match.end(), path)


def _ordinal(written: str) -> int:
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits.group())
    if re.fullmatch(r"[ivxlIVXL]+", written):
        return roman(written.upper())
    if written.lower() in _ORDINALS:
        return _ORDINALS.index(written.lower()) + 1
    return _LETTERS.find(written.lower()) + 1 if len(written) == 1 else 0


def roman(numeral: str) -> int:
    """The value of an upper-case Roman numeral.

    >>> roman("XIV")
    14
    """
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = values[letter]
        total += -value if following and values[following] > value else value
    return total
