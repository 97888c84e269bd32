"""The quantities of a text: each number looked at with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.find.mentions import QuantityMention
from extract.find.quantities.carry import Carry
from extract.find.quantities.left import (
    LeftContext,
    change_in_clause,
    clause_before,
    in_span,
    is_named,
    read_left,
)
from extract.find.quantities.lexicon import QuantityLexicon, Unit, lexicon
from extract.find.quantities.numerals import Numeral, numerals
from extract.find.quantities.ranges import read_part_of_whole, read_range
from extract.find.quantities.rates import rate_before, read_rate
from extract.find.quantities.right import (
    UnitMatch,
    after_number,
    end_of_list,
    next_words,
    read_after,
    read_unit,
)
from extract.find.quantities.shape import is_marker, is_part_of_token, is_quoted

NounFinder = Callable[[int], tuple[int, int] | None]
"""Given the offset behind a number, the span of the noun counted there, if any."""

_STRONG = frozenset({"percent", "points", "money", "measure", "person", "household"})
_SHARES = frozenset({"percent", "points"})
_TIMES = frozenset({"time", "clock"})
_NAME_GOES_ON = re.compile(r"\s?(?:,|-|–|;|và|hoặc|đến|, và)\s?")
_LONGEST_LINK = 6
_ONCE = re.compile(r" ?/ ?(?:0?1 |một )?lần(?!\w)| (?:một|0?1) lần(?!\w)")
_CLOCK = re.compile(r" ?(?:[0-9]|ngày|sáng|chiều|trưa|đêm|tối|hôm)")
_MOVES_ON = re.compile(r"[^;.]{0,60}?(?<!\w)(?:lên|xuống|còn|sang|đến|tới)(?!\w)")
_ROUND = 10


def find_quantities(text: str, noun_after: NounFinder | None = None) -> list[QuantityMention]:
    """Finds the quantities of one paragraph or clause, in order and apart from each other.

    `text` is NFC reading text; offsets are code points of it. `noun_after` is asked for the counted
    noun where the lexicon knows no unit; without it the next words are taken for one. What counts
    and how it is written down follows the annotation guide, section "quantities". Raises nothing.

    >>> [(m.text, m.value, m.unit, m.comparator) for m in find_quantities("Mở ít nhất 02 lớp")]
    [('ít nhất 02 lớp', 2.0, 'lớp', 'ge')]
    >>> find_quantities("theo Điều 3 Nghị định số 12/2020/NĐ-CP ngày 5 tháng 2 năm 2020")
    []
    """
    reader = _Reader(text, _lowered(text), noun_after, lexicon())
    for numeral in numerals(reader.lower, reader.lexicon):
        if numeral.start >= reader.done:
            reader.read(numeral)
    return reader.mentions
