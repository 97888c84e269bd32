"""What pages bear beside their text: numbers, running heads and feet, stamps of signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from extract.lexicons.load import alternatives, table
from extract.read.page.items import Item
from extract.read.page.model import Page

_BAND = 0.12
"""Share of the page's height, at its top and bottom, in which page numbers and heads stand."""

_INSIDE = 0.25
"""Share of the page's width: page numbers stand further to the right, ends of paragraphs do not."""

_MOST_LABELS = 100
"""On a page with more lines that begin as those of stamps do, they are a form's."""

_REPEATED = 3
"""Pages that bear the same line in the same place make it a running head."""

_NUMBER = re.compile(
    r"(?:[-–—~]\s?)?(?:(?:trang|page)\s)?\d{1,4}(?:\s?(?:/|of|trên)\s?\d{1,4})?(?:\s?[-–—~])?\.?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def mark_furniture(pages: Sequence[Page], items: Sequence[Sequence[Item]]) -> None:
    """Sets `kind` of the `items` of each of the `pages`, which are in any order."""
    repeated = _running(pages, items)
    for page, found in zip(pages, items, strict=True):
        for one in _outermost(page, found):
            number = _NUMBER.fullmatch(one.text.strip()) and _alone(page, one, found)
            if number or _key(page, one) in repeated:
                one.kind = "furniture"
        for one in _stamps(found):
            one.kind = "furniture"


def _outermost(page: Page, items: Iterable[Item]) -> list[Item]:
    """The items of the bands at the head and at the foot of a page."""
    top, bottom = _BAND * page.height, (1 - _BAND) * page.height
    return [one for one in items if one.middle < top or one.middle > bottom]


def _alone(page: Page, one: Item, items: Sequence[Item]) -> bool:
    """Whether nothing else stands on the height of `one` or beyond, and it is not at the left
    margin: no number in the gap of a line, nor the last word of a paragraph."""
    low, high = one.middle - 0.6 * one.height, one.middle + 0.6 * one.height
    others = [other.middle for other in items if other is not one]
    outermost = all(m > high for m in others) or all(m < low for m in others)
    return one.box[0] > _INSIDE * page.width and outermost


def _key(page: Page, one: Item) -> tuple[str, int]:
    """What the same running head has on each page: its words without numbers, and its height."""
    text = _DIGITS.sub("0", " ".join(one.text.split()).lower())
    return text, round(50 * one.middle / page.height)


def _running(pages: Sequence[Page], items: Sequence[Sequence[Item]]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for page, found in zip(pages, items, strict=True):
        counts.update({_key(page, one) for one in _outermost(page, found)})
    return {
        key
        for key, count in counts.items()
        if count >= max(_REPEATED, len(pages) // 2) and any(c.isalpha() for c in key[0])
    }


def _stamps(items: Sequence[Item]) -> list[Item]:
    """The lines of stamps of digital signatures: two kinds of their labelled lines at the least,
    and what stands among them."""
    labelled = [(one, found[1]) for one in items if (found := _stamp().match(one.text))]
    if len(labelled) > _MOST_LABELS:
        return []
    stamped: list[Item] = []
    for one, _ in labelled:
        near = [(other, label) for other, label in labelled if _beside(one, other)]
        if len({label.lower() for _, label in near}) > 1:
            stamped.append(one)
    if not stamped:
        return []
    whole = list(stamped)
    for one in items:
        if one not in whole and any(_goes_on(line, one) for line in stamped):
            whole.append(one)
    return whole


def _beside(one: Item, other: Item) -> bool:
    """Whether two lines stand in one stamp."""
    return (
        abs(one.middle - other.middle) < 8 * one.height
        and abs(one.box[0] - other.box[0]) < 4 * one.height
    )


def _goes_on(line: Item, one: Item) -> bool:
    """Whether `one` is the second line of a stamp's label."""
    return (
        0 < one.middle - line.middle < 1.5 * line.height
        and abs(one.height - line.height) < 0.1 * line.height
        and abs(one.box[0] - line.box[0]) < 2 * line.height
    )


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(rf"\s*({alternatives(table('pages')['stamp_labels'])})", re.IGNORECASE)
