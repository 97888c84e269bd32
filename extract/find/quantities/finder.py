"""The quantities of a text: each number looked at with what stands around it."""

from __future__ import annotations

from extract.find.dates import lowered
from extract.find.mentions import QuantityMention
from extract.find.quantities.binding import bind
from extract.find.quantities.carry import Carry
from extract.find.quantities.counts import NounFinder, Scene, count_at
from extract.find.quantities.lexicon import lexicon
from extract.find.quantities.numerals import numerals

__all__ = ["NounFinder", "find_quantities"]


def find_quantities(text: str, noun_after: NounFinder | None = None) -> list[QuantityMention]:
    """Finds the quantities of one paragraph or clause, in order and apart from each other.

    `text` is NFC reading text; offsets are code points of it. `noun_after` is asked for the counted
    noun where the lexicon knows no unit; without it the next words are taken for one. What counts
    and how it is written down follows corpus/gold/README.md. Raises nothing.

    >>> [(m.text, m.value, m.unit, m.comparator) for m in find_quantities("Mở ít nhất 02 lớp")]
    [('ít nhất 02 lớp', 2.0, 'lớp', 'ge')]
    >>> find_quantities("theo Điều 3 Nghị định số 12/2020/NĐ-CP ngày 5 tháng 2 năm 2020")
    []
    """
    scene = Scene(text, lowered(text), noun_after, lexicon())
    carry = Carry()
    mentions: list[QuantityMention] = []
    for numeral in numerals(scene.lower, scene.lexicon):
        count = count_at(scene, numeral) if numeral.start >= scene.done else None
        mention = bind(scene, count, carry) if count else None
        if mention is not None:
            mentions.append(mention)
            scene.done = mention.end
    return mentions
