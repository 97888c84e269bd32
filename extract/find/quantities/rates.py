"""Rates: what a quantity is counted per ("/năm", "/01 lớp", "mỗi xã")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.find.quantities.lexicon import QuantityLexicon
from extract.find.quantities.numerals import value_of
from extract.find.quantities.right import JOINED_BY_SLASH, end_of_list, read_unit

_TO_SLASH = re.compile(r"((?: [^\W\d_]{1,15}){0,6}) ?/ ?")
_SLASH = re.compile(r" ?/ ?")
_NUMBER = re.compile(r"([0-9]+(?:[.,][0-9]+)*|một) ?(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]\w{0,30}")
_AGAINST = re.compile(r" trên (?=(?:1(?:00|0{0,2}\.?000)?|một|mỗi|vạn) )")
_EVERY = re.compile(
    r"(?:(?: [^\W\d_]{1,15}){0,4}? (?:trong |trên )?mỗi| (?:trong |trên )?(?:một|0?1)) "
    r"([^\W\d_]{1,15}(?: học)?)(?! ?[0-9])(?!\w)"
)
_EVERY_WORD = "mỗi "
_ONE = " một "
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Rate:
    """What is counted per, up to `end`: a time by name ("year"), else the unit as written.

    `numbered` says that a number stands before it ("/01 lớp"), `known` that the lexicon has it;
    `start` is given where it stands before what it counts ("mỗi lớp 50 học viên"), `touching`
    right before it.
    """

    per: str
    end: int
    time: bool = False
    numbered: bool = False
    known: bool = True
    start: int | None = None
    touching: bool = False


def read_rate(text: str, lower: str, place: int, lexicon: QuantityLexicon) -> Rate | None:
    """The rate at or a few words behind `place`: "/năm", "trên một vạn dân", "mỗi tháng".

    Of a double rate ("/người/năm") the time counts, else the first.
    """
    return (
        _behind_slash(text, lower, place, lexicon)
        or read_against(text, lower, place, lexicon)
        or _every_time(lower, place, lexicon)
    )


def _behind_slash(text: str, lower: str, place: int, lexicon: QuantityLexicon) -> Rate | None:
    slash = _TO_SLASH.match(lower, place)
    rate = slash and _base(text, lower, slash.end(), lexicon)
    if not slash or not rate or not _may_bind(slash.group(1), rate, text, lexicon):
        return None
    second = _SLASH.match(lower, rate.end)
    outer = second and _base(text, lower, second.end(), lexicon)
    if not outer:
        return rate
    return outer if outer.time else Rate(rate.per, outer.end)


def _may_bind(between: str, rate: Rate, text: str, lexicon: QuantityLexicon) -> bool:
    """Whether a rate may belong to a unit that `between` parts from it."""
    words = between.split()
    if not words or rate.time or rate.numbered:
        return True
    if len(words) > _MOST_WORDS or not rate.known or not lexicon.not_units.isdisjoint(words):
        return False
    listed = lexicon.units.get(" ".join(words[-2:])) or lexicon.units.get(words[-1])
    return listed is None or listed.kind not in JOINED_BY_SLASH


def _base(text: str, lower: str, place: int, lexicon: QuantityLexicon) -> Rate | None:
    number = _NUMBER.match(lower, place)
    behind = number.end() if number else place
    single = not number or number.group(1) == "một" or value_of(number.group(1)) == 1
    unit = read_unit(text, lower, behind, lexicon)
    if unit and lower[unit.start : unit.end] in lexicon.times:
        name = lexicon.times[lower[unit.start : unit.end]]
        return Rate(name if single else text[place : unit.end], unit.end, single, bool(number))
    if unit:
        whole = not single or unit.factor != 1
        start = place if whole else unit.start
        return Rate(text[start : unit.end], unit.end, numbered=bool(number) or whole)
    word = _WORD.match(lower, behind)
    if word is None or word.group() in lexicon.not_units:
        return None
    return Rate(text[behind : word.end()], word.end(), numbered=bool(number), known=False)


def read_against(text: str, lower: str, place: int, lexicon: QuantityLexicon) -> Rate | None:
    """The rate at `place` that counts against so many people: "trên 10.000 dân"."""
    against = _AGAINST.match(lower, place)
    rate = against and _base(text, lower, against.end(), lexicon)
    if rate and rate.per.lower().rsplit(" ", 1)[-1] in lexicon.bases:
        return rate
    return None


def _every_time(lower: str, place: int, lexicon: QuantityLexicon) -> Rate | None:
    every = _EVERY.match(lower, place)
    if every and every.group(1) in lexicon.times:
        return Rate(lexicon.times[every.group(1)], every.end(), time=True)
    return None


def rate_before(
    text: str, lower: str, clause: int, start: int, lexicon: QuantityLexicon
) -> Rate | None:
    """The rate that "mỗi năm …" or "mỗi xã …" gives the number at `start` of a clause."""
    every = lower.rfind(_EVERY_WORD, clause, start)
    if every < 0 or (every and lower[every - 1].isalnum()):
        return None
    rate = _base(text, lower, every + len(_EVERY_WORD), lexicon)
    if rate is None or not rate.known or rate.end > start:
        return None
    unit = read_unit(text, lower, every + len(_EVERY_WORD), lexicon)
    between = lower[end_of_list(text, lower, unit, lexicon) if unit else rate.end : start]
    if not rate.time and ("," in between or _ONE in f"{between} " or rate.per[0].isupper()):
        return None
    return replace(rate, start=every, touching=not between.strip())
