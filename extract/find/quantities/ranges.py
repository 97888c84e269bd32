"""Ranges ("45 - 50%", "từ 5 đến dưới 12 tuổi") and parts of a whole ("96/108 xã")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.find.quantities.lexicon import QuantityLexicon
from extract.find.quantities.numerals import DIGITS, Numeral, read_digits
from extract.find.quantities.right import LISTED, UnitMatch, after_number, read_unit

_TO = re.compile(
    r"(?: ?[-–—÷~] ?| (?:đến|tới) )(?:(?:dưới|trên|khoảng|tối đa|không quá) )?(?=[0-9])"
)
_OF_WHOLE = re.compile(r"/(?=[0-9])")


@dataclass(frozen=True, slots=True)
class SecondNumber:
    """The number behind the first: its value, its end and the unit behind it."""

    value: float
    end: int
    unit: UnitMatch | None


def read_range(
    text: str, lower: str, first: Numeral, unit: UnitMatch | None, lexicon: QuantityLexicon
) -> SecondNumber | None:
    """The upper end of a range that `first`, with its own `unit` or none, opens."""
    end = unit.end if unit else after_number(lower, first.end, lexicon)[0]
    second = _second(text, lower, _TO, end, lexicon)
    if second is None or second.value <= first.value or text[second.end : second.end + 1] == "/":
        return None
    if unit and (not second.unit or _form(lower, unit) != _form(lower, second.unit)):
        return None
    return second


def read_part_of_whole(
    text: str, lower: str, part: Numeral, lexicon: QuantityLexicon
) -> SecondNumber | None:
    """The whole in "96/108 xã": no smaller than the part, with a counted noun behind it."""
    whole = _second(text, lower, _OF_WHOLE, part.end, lexicon)
    if whole and whole.unit and whole.unit.unit.kind in LISTED and whole.value >= part.value:
        return whole
    return None


def _second(
    text: str, lower: str, link: re.Pattern[str], place: int, lexicon: QuantityLexicon
) -> SecondNumber | None:
    linked = link.match(lower, place)
    digits = linked and DIGITS.match(lower, linked.end())
    number = read_digits(digits) if digits else None
    if number is None or number.year:
        return None
    return SecondNumber(number.value, number.end, read_unit(text, lower, number.end, lexicon))


def _form(lower: str, unit: UnitMatch) -> str:
    return lower[unit.start : unit.end]
