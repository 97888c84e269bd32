"""Footnotes: lines in small print at the foot of a page, the first of which has a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.read.page.items import Item

_SMALL = 0.88
"""Share of the text's size that a footnote has at most."""

_NUMBERED = re.compile(r"[\[(]?\d{1,3}[\])]?\W{0,2}\s?[^\W\d]")


def mark_notes(items: Sequence[Item]) -> None:
    """Sets `kind` of the footnotes among a page's lines outside tables, which are in any order."""
    text = sorted((one for one in items if one.kind == "text"), key=lambda one: one.middle)
    sizes = [one.size for one in text if one.size]
    if len(sizes) < len(text) or len(text) < 3:
        return
    usual = median(size for one in text for size in [one.size] * (1 + len(one.text) // 20))
    place = len(text)
    while place and text[place - 1].size <= _SMALL * usual:
        place -= 1
    small = text[place:]
    while small and not _NUMBERED.match(small[0].text):
        small = small[1:]
    if not small or place == 0 or small[0].box[1] < text[place - 1].box[1]:
        return
    for one in small:
        one.kind = "note"
