"""Numbers of an outline that skip or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.clean.markers import roman
from schemas.records import Section

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = re.compile(r"[IVX]+")
_ARABIC = re.compile(r"\d+(?:\.\d+)*")

Place = tuple[str | None, str]
"""A list of numbers: the section it stands in and the style of its markers."""


def odd_numbers(sections: Sequence[Section], raw: str) -> Iterator[tuple[Section, Section, str]]:
    """The section before, the odd one, and the code of what is odd about it.

    Items that are no headings are no sections, so a number may be missing among the sections and
    yet stand in the text: it is looked for in `raw` between the two headings. A list that starts
    again at its first number is a new one, and "đ" may be left out between "d" and "e".
    """
    last: dict[Place, Section] = {}
    seen: dict[Place, set[int]] = {}
    for section in sections:
        style, number = _number(section.marker)
        if not number:
            continue
        place = (section.parent, style)
        before = last.get(place)
        last[place] = section
        previous = _number(before.marker)[1] if before else 0
        between = raw[before.span.end : section.span.start] if before else ""
        anew = number <= previous and (number == 1 or _stands(_marker(section.marker, 1), between))
        if before is None or (anew and section.marker != before.marker):
            seen[place] = set()
        elif fault := _fault(section.marker, number, previous, seen[place], between):
            yield before, section, fault
        seen[place].add(number)


def _fault(marker: str, number: int, previous: int, seen: set[int], between: str) -> str | None:
    if number in seen:
        return "numbering_repeats"
    if number == previous + 1 or (marker == "e" and number == previous + 2):
        return None
    if number > previous and _stands(_marker(marker, previous + 1), between):
        return None
    return "numbering_skips"


def _marker(like: str, number: int) -> str:
    """The marker of `number` in the list that the marker `like` stands in."""
    style, _ = _number(like)
    if style == "letter":
        return _LETTERS[number - 1]
    if style == "roman":
        return "X" * (number // 10) + _ONES[number % 10]
    head, dot, _ = like.rpartition(".")
    return f"{head}{dot}{number}"


def _stands(marker: str, text: str) -> bool:
    """Whether a line of `text` begins with `marker`, marks of layout aside."""
    return bool(re.search(rf"(?m)^[ \t*_#|(-]*{re.escape(marker)}(?![\w]|\.\d)", text))


def _number(marker: str) -> tuple[str, int]:
    if _ROMAN.fullmatch(marker):
        return "roman", roman(marker)
    if _ARABIC.fullmatch(marker):
        return "arabic", int(marker.split(".")[-1][:6])
    if len(marker) == 1 and marker in _LETTERS:
        return "letter", _LETTERS.index(marker) + 1
    return "other", 0
