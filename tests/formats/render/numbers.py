"""Which typed markers a word processor would write itself: "1.", "1.2.", "a)", "-", "+"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from extract.clean.markers import Style, marker

Form = Literal["arabic", "decimal", "letter", "dash", "plus"]

_MARKERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("decimal", re.compile(r"(?P<above>\d{1,2})\.(?P<n>\d{1,2})\. ")),
    ("arabic", re.compile(r"(?P<n>\d{1,2})\. ")),
    ("letter", re.compile(r"(?P<n>[a-d])\) ")),  # behind d comes đ, which no list counts
    ("dash", re.compile(r"- ")),
    ("plus", re.compile(r"\+ ")),
)


@dataclass(frozen=True)
class Numbered:
    """A paragraph's text without its marker; `number` tells apart the lists of one form."""

    form: Form
    number: int
    text: str


@dataclass
class Lists:
    """The lists that are open while a decision is typed from top to bottom."""

    arabic: int = 0
    arabic_list: int = 0
    decimal: int = 0
    letter: int = 0
    letter_list: int = 0
    typed: set[str] = field(default_factory=set)

    def numbered(self, text: str) -> Numbered | None:
        """The paragraph in its list; None where its marker must be typed.

        >>> lists = Lists()
        >>> lists.numbered("1. Mục đích"), lists.numbered("3. Kinh phí")
        (Numbered(form='arabic', number=1, text='Mục đích'), None)
        """
        for form, pattern in _MARKERS:
            if match := pattern.match(text):
                rest = text[match.end() :]
                groups = match.groupdict()
                number = self._list(form, groups.get("n") or "", groups.get("above") or "")
                return None if number is None else Numbered(form, number, rest)
        found = marker(text)
        if found is not None and found.style in (Style.ROMAN, Style.ARTICLE, Style.CHAPTER):
            self.arabic = self.decimal = self.letter = 0
        if found is not None and found.style is Style.LETTER:
            self.letter = -99
        return None

    def _list(self, form: Form, n: str, above: str) -> int | None:
        """The list that the item goes on or begins; None if it would get another number there."""
        if form == "arabic":
            self.decimal = self.letter = 0
            if int(n) == 1:
                self.arabic, self.arabic_list = 0, self.arabic_list + 1
            self.arabic = int(n) if int(n) == self.arabic + 1 else -99
            return self.arabic_list if self.arabic > 0 else None
        if form == "decimal":
            self.letter = 0
            fits = int(above) == self.arabic and int(n) == self.decimal + 1
            self.decimal = int(n) if fits else -99
            return self.arabic_list if fits else None
        if form == "letter":
            at = "abcd".index(n) + 1
            if at == 1:
                self.letter, self.letter_list = 0, self.letter_list + 1
            self.letter = at if at == self.letter + 1 else -99
            return self.letter_list if self.letter > 0 else None
        return 0
