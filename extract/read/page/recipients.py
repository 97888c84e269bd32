"""Recipients that a page break leaves behind the signature that they stand beside.

Nghị định 30/2020/NĐ-CP, annex I: "Nơi nhận" stands left of the signature and ends with the copy
that is kept ("Lưu: VT, …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.page.columns import ALIGNED, RECIPIENTS
from extract.read.page.items import Item

_LISTED = re.compile(r"\s*(?:[-–—+•*]|lưu\b)", re.IGNORECASE)
_KEPT = re.compile(r"\W*lưu\b", re.IGNORECASE)
_NEXT = 1.0
"""Sizes of the font: what is no further from a recipient is the next one."""


def carry_over(page: list[Item], following: list[Item]) -> None:
    """Moves recipients on top of `following`, a page's first lines, to those that end `page`.

    Both are in the order of reading; a line that moves is of the left column (`side` 1).
    """
    place, left, right = _end(page)
    if not left or not right:
        return
    edge = min(one.box[0] for one in right)
    starts = {one.box[0] for one in left}
    moved: list[Item] = []
    last, kept = left[-1], any(_KEPT.match(one.text) for one in left)
    for one in (line for line in following if line.kind == "text"):
        aligned = any(abs(one.box[0] - start) <= ALIGNED for start in starts)
        near = not moved or one.box[1] - last.box[3] < _NEXT * one.height
        listed = not kept and _LISTED.match(one.text) is not None
        wrapped = last.text.rstrip().endswith(",") or (bool(moved) and not kept)
        wrapped = wrapped and not one.bold and not one.text.isupper()
        if not (aligned and near and one.box[2] < edge and (listed or wrapped)):
            break
        moved.append(one)
        last, kept = one, kept or _KEPT.match(one.text) is not None
    gone = {id(one) for one in moved}
    following[:] = [one for one in following if id(one) not in gone]
    for one in moved:
        one.side = 1
    page[place:place] = moved


def _end(page: Sequence[Item]) -> tuple[int, list[Item], list[Item]]:
    """The recipients and the signature that end a page, and where the signature begins."""
    end = len(page)
    while end and page[end - 1].kind != "text":
        end -= 1
    middle = end
    while middle and page[middle - 1].side == 2:
        middle -= 1
    first = middle
    while first and page[first - 1].side == 1:
        first -= 1
    heads = [i for i in range(first, middle) if RECIPIENTS.match(page[i].text)]
    left = list(page[heads[0] : middle]) if heads else []
    return middle, left, list(page[middle:end])
