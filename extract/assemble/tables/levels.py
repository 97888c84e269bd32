"""Levels: what a cell of an indicator table says is to be reached ("≥ 95", "8,0 - 9,0")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from extract.assemble.tables.cells import Cell
from extract.find.analysis import shifted
from extract.find.mentions import QuantityMention
from extract.find.quantities import find_quantities
from extract.find.quantities.numerals import value_of
from extract.lexicons.load import alternatives, table
from schemas.base import Comparator

_SIGNS: dict[str, str] = table("quantities/comparators")["symbols"]
_WORDS: dict[str, str] = {
    form: row["comparator"]
    for row in table("quantities/comparators")["before"]
    if row["role"] == "comparator"
    for form in row["forms"]
}
_AFTER: dict[str, str] = {
    form: comparator
    for comparator, forms in table("quantities/comparators")["after"].items()
    for form in forms
}
_MOVES = r"(?:tăng|giảm)(?:\s+thêm)?"
_NUMBER = r"\d+(?:[.,]\d+)*"
_LEVEL = re.compile(
    rf"(?:(?:đạt|từ|còn|{_MOVES})\s+)?(?:(?P<word>{alternatives(_WORDS)})\s+)?"
    rf"(?P<sign>{alternatives(_SIGNS)})?\s*(?:từ\s+)?(?P<first>{_NUMBER})"
    rf"(?:\s*(?:[-–—÷]|đến|tới)\s*(?P<last>{_NUMBER}))?"
    rf"\s*(?P<unit>%|‰|(?!{alternatives(_AFTER)})[^\W\d][^\d;:]{{0,24}}?)?"
    rf"(?:\s*(?P<after>{alternatives(_AFTER)}|\+))?",
    re.IGNORECASE,
)
_LONGEST = 60


def is_number(text: str) -> bool:
    """Whether a cell holds a number and little else.

    >>> [is_number(s) for s in ("1.250,5", "≥ 95%", "Trên 80", "130-155", "Quý I/2025", "10 năm 2")]
    [True, True, True, True, False, False]
    """
    return len(text) <= _LONGEST and _LEVEL.fullmatch(text.strip()) is not None


def level(cell: Cell, unit: Cell | None) -> QuantityMention | None:
    """The quantity that `cell` states, counted in `unit` where it names none itself.

    Offsets are code points of the reading text. Of a sentence ("100% số xã có vườn ươm") it is the
    first quantity; None where the cell holds none.
    """
    text = cell.text.strip()
    match = _LEVEL.fullmatch(text) if len(text) <= _LONGEST else None
    value = value_of(match["first"]) if match else None
    if match is None or value is None:
        said = find_quantities(cell.text)
        return shifted(said[0], cell.start) if said else None
    bare = text[: match.start("after")].rstrip() if match["after"] else text
    found = _worded(bare, unit.text if unit else "", value)
    own = _own(cell, match, value)
    if found is None:
        if own.unit is None and unit:
            return replace(own, unit=unit.text, unit_start=unit.start, unit_end=unit.end)
        return own
    return replace(
        own,
        value_max=own.value_max,
        unit=found.unit,
        comparator=own.comparator if own.comparator != "eq" else found.comparator,
        per=found.per,
        change=found.change,
    )


def _own(cell: Cell, match: re.Match[str], value: float) -> QuantityMention:
    """The quantity as the cell alone has it."""
    last = value_of(match["last"]) if match["last"] else None
    comparator: Comparator = "range" if last is not None else _comparator(match)
    start = cell.start + (match.start("unit") if match["unit"] else len(match[0]))
    return QuantityMention(
        start=cell.start,
        end=cell.end,
        text=cell.text,
        value=value,
        value_max=last,
        unit=match["unit"],
        unit_start=start,
        unit_end=start + len(match["unit"] or ""),
        comparator=comparator,
        per=None,
        change=None,
        rule="quantities.table_level",
    )


def _comparator(match: re.Match[str]) -> Comparator:
    said = (
        _SIGNS.get(match["sign"] or "")
        or _WORDS.get((match["word"] or "").lower())
        or ("ge" if match["after"] == "+" else _AFTER.get((match["after"] or "").lower()))
    )
    return next((c for c in get_args(Comparator) if c == said), "eq")


def _worded(text: str, unit: str, value: float) -> QuantityMention | None:
    """What the finder of quantities makes of the cell with the row's unit behind it."""
    for worded in (text, f"{text} {unit}"):
        found = find_quantities(worded)
        if len(found) == 1 and found[0].value == value and found[0].unit:
            return found[0]
    return None
