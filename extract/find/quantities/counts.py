"""Decides whether a number counts anything, and what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.find.quantities.left import STRONG, LeftContext, follows_any, is_named, read_left
from extract.find.quantities.lexicon import QuantityLexicon, Unit
from extract.find.quantities.numerals import Numeral
from extract.find.quantities.ranges import read_part_of_whole, read_range
from extract.find.quantities.rates import read_against, read_rate
from extract.find.quantities.right import UnitMatch, after_number, next_words, read_unit
from extract.find.quantities.shape import is_marker, is_quoted, touched_before, touched_behind

NounFinder = Callable[[int], tuple[int, int] | None]
"""Given the offset behind a number, the span of the noun counted there, if any."""

_NAME_GOES_ON = re.compile(r"\s?(?:[,;–-]|,? ?(?:và|hoặc|đến))\s?")
_EACH_HAS = re.compile(r"(?<!\w)mỗi [^.,;:()]{2,30} có (?:được )?")
_LONGEST_LINK = 6
_OF_ALL = "số"
_LEAST_SUM = 1_000_000

_NOUN = Unit("tagged_noun", "noun")
_NEXT_WORD = Unit("next_word", "noun")
_SUM = Unit("sum", "money")
_NONE = Unit("none", "none")


@dataclass(slots=True)
class Scene:
    """The text being read. `done` is where the last quantity ends, `named` where the last number
    ends that is part of a name, a citation or a date (-1 before any)."""

    text: str
    lower: str
    noun_after: NounFinder | None
    lexicon: QuantityLexicon
    done: int = 0
    named: int = -1


@dataclass(slots=True)
class Count:
    """A number with the words before it and what it counts."""

    numeral: Numeral
    left: LeftContext
    unit: UnitMatch
    value_max: float | None = None

    @property
    def kind(self) -> str:
        """The kind of its unit in the lexicon, or `noun`, or `none`."""
        return self.unit.unit.kind


def count_at(scene: Scene, numeral: Numeral) -> Count | None:
    """What `numeral` counts; None for names, dates, citations, markers and bare numbers."""
    return _in_words(scene, numeral) if numeral.word else _in_digits(scene, numeral)


def _in_digits(scene: Scene, numeral: Numeral) -> Count | None:
    text, lower, lexicon = scene.text, scene.lower, scene.lexicon
    if touched_before(text, numeral) or touched_behind(text, numeral):
        scene.named = numeral.end
        return _part_of_whole(scene, numeral)
    if is_marker(text, numeral):
        return None
    unit = read_unit(text, lower, numeral.end, lexicon)
    second = read_range(text, lower, numeral, unit, lexicon)
    unit = second.unit if second else unit
    left = read_left(lower, scene.done, numeral.start, lexicon)
    if _is_name(scene, numeral, unit, left):
        scene.named = numeral.end
        return None
    if (is_quoted(text, numeral) and not _is_strong(unit)) or _is_base(scene, unit, left):
        return None
    unit = unit or _unlisted(scene, second.end if second else numeral.end, left, numeral)
    return Count(numeral, left, unit, second.value if second else None) if unit else None


def _is_strong(unit: UnitMatch | None) -> bool:
    return unit is not None and unit.unit.kind in STRONG


def _is_name(scene: Scene, numeral: Numeral, unit: UnitMatch | None, left: LeftContext) -> bool:
    if unit is None and scene.text[numeral.end : numeral.end + 1].isalpha():
        return True
    if numeral.year and not left.comparator and _is_year(scene, numeral, unit):
        return True
    if left.binds:
        return False
    listed = unit.unit if unit else None
    follows_quantity = scene.done and numeral.start - scene.done <= 1
    if not follows_quantity and is_named(scene.lower, numeral, listed, scene.lexicon):
        return True
    return not (_is_strong(unit) or numeral.padded) and _name_goes_on(scene, numeral.start)


def _is_year(scene: Scene, numeral: Numeral, unit: UnitMatch | None) -> bool:
    if unit is None or unit.unit.kind not in STRONG:
        return True
    symbol = unit.end - unit.start == 1 and unit.unit.kind == "measure"
    return symbol or scene.lower.endswith("năm ", 0, numeral.start)


def _is_base(scene: Scene, unit: UnitMatch | None, left: LeftContext) -> bool:
    """Whether others are counted against the number: "số bác sĩ trên 10.000 dân"."""
    if unit is None or left.word != "trên":
        return False
    return scene.lower[unit.start : unit.end] in scene.lexicon.always_bases


def _name_goes_on(scene: Scene, start: int) -> bool:
    """Whether the number at `start` is listed with a name: "Điều 3, 4 và 5"."""
    if scene.named < 0 or start - scene.named > _LONGEST_LINK:
        return False
    return _NAME_GOES_ON.fullmatch(scene.lower, scene.named, start) is not None


def _part_of_whole(scene: Scene, numeral: Numeral) -> Count | None:
    """The part counts ("96 of 108 communes"), but "2/3 số hộ" is a fraction."""
    lower, lexicon = scene.lower, scene.lexicon
    if touched_before(scene.text, numeral):
        return None
    if follows_any(lower, numeral.start, lexicon.loose_spans):
        return None
    whole = read_part_of_whole(scene.text, lower, numeral, lexicon)
    if not whole or not whole.unit or is_named(lower, numeral, None, lexicon):
        return None
    if lower[whole.unit.start : whole.unit.end] == _OF_ALL:
        numeral = replace(numeral, value=numeral.value / whole.value)
    return Count(numeral, read_left(lower, scene.done, numeral.start, lexicon), whole.unit)


def _in_words(scene: Scene, numeral: Numeral) -> Count | None:
    """Number words count behind "ít nhất" and its like, in "mỗi hộ có một …", and before "lần"
    where a rate, a change or a number above one shows that times are counted."""
    text, lower, lexicon = scene.text, scene.lower, scene.lexicon
    left = read_left(lower, scene.done, numeral.start, lexicon)
    unit = read_unit(text, lower, numeral.end, lexicon)
    if left.far or _each_has(lower, numeral.start):
        unit = unit or _unlisted(scene, numeral.end, left, numeral)
        return Count(numeral, left, unit) if unit else None
    if unit is None or unit.unit.kind != "frequency":
        return None
    if left.binds or numeral.value > 1 or read_rate(text, lower, unit.end, lexicon):
        return Count(numeral, left, unit)
    return None


def _each_has(lower: str, start: int) -> bool:
    if not lower.endswith(("có ", "được "), 0, start):
        return False
    each = lower.rfind("mỗi ", max(0, start - 45), start)
    return each >= 0 and _EACH_HAS.fullmatch(lower, each, start) is not None


def _unlisted(scene: Scene, place: int, left: LeftContext, numeral: Numeral) -> UnitMatch | None:
    """A unit that the lexicon does not know: the noun behind the number, a sum without currency
    ("2 tỷ"), or none at all where the words before the number show that it is a measure."""
    lower, scales = scene.lower, scene.lexicon.scales
    behind, factor = after_number(lower, place, scene.lexicon)
    noun = _noun(scene, behind, proper=left.comparator is not None or numeral.padded)
    if noun is not None:
        unit = _NOUN if scene.noun_after else _NEXT_WORD
        return UnitMatch(*noun, unit, factor)
    scale = lower[place:behind].rsplit(" ", 1)[-1]
    if scales.get(scale, 0) >= _LEAST_SUM:
        return UnitMatch(behind - len(scale), behind, _SUM, factor // scales[scale])
    against = read_against(scene.text, lower, place, scene.lexicon)
    measured = against or _is_measured(scene, left, numeral)
    return UnitMatch(place, place, _NONE) if measured else None


def _noun(scene: Scene, place: int, *, proper: bool) -> tuple[int, int] | None:
    """The noun behind a number; one with a capital ("02 Phó Giám đốc") only if `proper`."""
    first = scene.text[place + 1 : place + 2]
    if not first.isalpha() or (first.isupper() and not proper):
        return None
    if scene.noun_after:
        return scene.noun_after(place)
    return next_words(scene.lower, place, scene.lexicon)


def _is_measured(scene: Scene, left: LeftContext, numeral: Numeral) -> bool:
    """Whether a number without a unit is a measure all the same: "HDI đạt 0,78", "≥ 80"."""
    if numeral.word:
        return False
    decimal = "," in scene.text[numeral.start : numeral.end]
    if left.comparator:
        return decimal or left.level or left.far
    return decimal and left.level
