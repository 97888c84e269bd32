"""Gold written inside the sentence: "[lead:Sở Y tế] phối hợp với [coordinating:Công an xã]"."""

from __future__ import annotations

import re

_TAG = re.compile(r"\[(?P<name>[a-z_]+):(?P<text>[^\]]*)\]")


def unmark(sentence: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The bare sentence, and each mark as (name, start, end) in code points of it."""
    bare: list[str] = []
    marks: list[tuple[str, int, int]] = []
    length = place = 0
    for tag in _TAG.finditer(sentence):
        before = sentence[place : tag.start()]
        bare += [before, tag.group("text")]
        start = length + len(before)
        length = start + len(tag.group("text"))
        marks.append((tag.group("name"), start, length))
        place = tag.end()
    bare.append(sentence[place:])
    return "".join(bare), marks
