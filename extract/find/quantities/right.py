"""What stands to the right of a number: its unit, the list of units, "trở lên"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import ascii_lowercase

from extract.find.quantities.lexicon import LONGEST_PHRASE, QuantityLexicon, Unit
from schemas.base import Comparator

_WORD = r"(?:[%‰]|°?[^\W\d_]\w{0,30})"
_RUN = re.compile(rf"\s?({_WORD}(?: {_WORD}){{0,{LONGEST_PHRASE - 1}}})")
_SPELLED_OUT = re.compile(r" ?\(([^\W\d_]+)[^()\d]{0,30}\)")
_SCALE = re.compile(r" ?([^\W\d_]+)")
_JOIN = re.compile(r" ?([,/]) ?| (?:và|hoặc) ")
_END_OF_CLAUSE = re.compile(r"[;:,()\d]|\.(?:\s|$)")
_NEAR, _FAR = 20, 90

JOINED_BY_SLASH = frozenset({"place", "organisation", "output"})
LISTED = JOINED_BY_SLASH | {"person", "household", "event", "aspect"}


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found at `start` to `end`; the number before it is to be multiplied by `factor`."""

    start: int
    end: int
    unit: Unit
    factor: int = 1


def read_unit(text: str, lower: str, place: int, lexicon: QuantityLexicon) -> UnitMatch | None:
    """The longest unit of the lexicon that begins at `place`, scale words before it included."""
    place = behind_spelled_out(lower, place, lexicon)
    factor = 1
    while (found := _listed_unit(text, lower, place, lexicon)) is None:
        scale = _SCALE.match(lower, place)
        if scale is None or scale.group(1) not in lexicon.scales:
            return None
        factor *= lexicon.scales[scale.group(1)]
        place = scale.end()
    return replace(found, factor=factor)


def after_number(lower: str, place: int, lexicon: QuantityLexicon) -> tuple[int, int]:
    """Where the number really ends, and its factor: behind "(hai)" and behind "nghìn", "triệu"."""
    place = behind_spelled_out(lower, place, lexicon)
    factor = 1
    while (scale := _SCALE.match(lower, place)) and scale.group(1) in lexicon.scales:
        factor *= lexicon.scales[scale.group(1)]
        place = scale.end()
    return place, factor


def behind_spelled_out(lower: str, place: int, lexicon: QuantityLexicon) -> int:
    """The place behind a number in words that repeats the one in digits: "02 (hai) lớp"."""
    spelled_out = _SPELLED_OUT.match(lower, place)
    if spelled_out and spelled_out.group(1) in lexicon.words:
        return spelled_out.end()
    return place


def _listed_unit(text: str, lower: str, place: int, lexicon: QuantityLexicon) -> UnitMatch | None:
    run = _RUN.match(lower, place)
    if run is None:
        return None
    start, end = run.span(1)
    phrase = run.group(1)
    while phrase:
        unit = lexicon.units.get(phrase)
        if unit is not None:
            return UnitMatch(start, end, unit)
        cut = phrase.rfind(" ")
        if cut < 0:
            break
        phrase, end = phrase[:cut], start + cut
    unit = lexicon.symbols.get(text[start:end])
    return None if unit is None else UnitMatch(start, end, unit)


def next_words(lower: str, place: int, lexicon: QuantityLexicon) -> tuple[int, int] | None:
    """The one or two words at `place`, taken for a noun unless they can begin none."""
    run = _RUN.match(lower, place)
    if run is None or run.start(1) == place:
        return None
    first, *others = run.group(1).split(" ", 2)
    if not first.isalpha() or first in lexicon.not_units or first in ascii_lowercase:
        return None
    end = run.start(1) + len(first)
    if others and others[0].isalpha() and others[0] not in lexicon.not_units:
        end += 1 + len(others[0])
    return run.start(1), end


def end_of_list(text: str, lower: str, first: UnitMatch, lexicon: QuantityLexicon) -> int:
    """The end of "xã, phường, thị trấn" where `first` is its first noun."""
    end = first.end
    if first.unit.kind not in LISTED:
        return end
    while join := _JOIN.match(lower, end):
        item = _listed_unit(text, lower, join.end(), lexicon)
        if item is None or item.unit.kind != first.unit.kind:
            break
        if join.group(1) == "/" and first.unit.kind not in JOINED_BY_SLASH:
            break
        end = item.end
    return end


def read_after(
    lower: str, place: int, lexicon: QuantityLexicon, *, far: bool
) -> tuple[Comparator, int] | None:
    """The comparator behind the unit ("trở lên") with its end; `far` where "từ" calls for it."""
    limit = min(len(lower), place + (_FAR if far else _NEAR))
    stop = _END_OF_CLAUSE.search(lower, place, limit)
    limit = stop.start() if stop else limit
    for form, comparator in lexicon.after.items():
        found = lower.find(form, place, limit)
        if found >= 0:
            return comparator, found + len(form)
    return None
