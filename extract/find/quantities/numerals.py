"""Numbers in running text, as digits or as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.quantities.lexicon import QuantityLexicon

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_THOUSANDS = re.compile(
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}"
)
_ROUND_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]00")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_FIRST_YEAR, _LAST_YEAR = 1945, 2060
_ROUND_YEAR = 2000
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start` to `end`; `word`: it is written out, `padded`: with a zero ("04"),
    `year`: it could be one (2000 is more often a count)."""

    start: int
    end: int
    value: float
    word: bool = False
    padded: bool = False
    year: bool = False


def numerals(lower: str, lexicon: QuantityLexicon) -> list[Numeral]:
    """All numbers of a lower-case text, in order; those in words only where the text holds a word
    that lets them count."""
    found = [numeral for match in DIGITS.finditer(lower) if (numeral := read_digits(match))]
    if any(occasion in lower for occasion in lexicon.occasions):
        found.extend(_in_words(lower, lexicon))
        found.sort(key=lambda numeral: numeral.start)
    return found


def read_digits(match: re.Match[str]) -> Numeral | None:
    """The number that `DIGITS` matched; None for a date, a section number and the like.

    >>> [read_digits(DIGITS.match(s)).value for s in ("2.700", "1,5", "04", "1.250,5", "1,200")]
    [2700.0, 1.5, 4.0, 1250.5, 1200.0]
    >>> read_digits(DIGITS.match("30.6.2025")) is None
    True
    """
    digits = match.group()
    value = value_of(digits)
    if value is None:
        return None
    plain = len(digits) == 4 and digits.isdigit()
    return Numeral(
        match.start(),
        match.end(),
        value,
        padded=len(digits) > 1 and digits[0] == "0" and digits.isdigit(),
        year=plain and _FIRST_YEAR <= value <= _LAST_YEAR and value != _ROUND_YEAR,
    )


def value_of(digits: str) -> float | None:
    """The value of a number in the Vietnamese way: "." parts thousands, "," is the decimal sign."""
    if len(digits) > _MOST_DIGITS:
        return None
    if digits.isdigit():
        return float(digits)
    if _THOUSANDS.fullmatch(digits):
        thousands = "," if digits.count(",") > 1 else "."
        return float(digits.replace(thousands, "").replace(",", "."))
    if _ROUND_THOUSANDS.fullmatch(digits):
        return float(digits.replace(",", ""))
    if _DECIMAL.fullmatch(digits):
        return float(digits.replace(",", "."))
    return None


def _in_words(lower: str, lexicon: QuantityLexicon) -> Iterator[Numeral]:
    for match in lexicon.word_pattern.finditer(lower):
        yield Numeral(*match.span(), float(lexicon.words[match.group()]), word=True)
