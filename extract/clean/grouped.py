"""Rows of a table that only group those below them become headings of the outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extract.clean.lines import Line
from extract.clean.markers import Marker, Style, bare_marker, marker

_HEADS = frozenset({Style.ROMAN, Style.UPPER, Style.PART, Style.CHAPTER})
_ITEMS = frozenset({Style.ARABIC, Style.DECIMAL, Style.LETTER, Style.NAMED})
_BULLET = re.compile(r"[-–—+*•]")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_LONGEST = 400
_NARROW = 2


def settle_rows(lines: Sequence[Line]) -> list[Line]:
    """`lines`, each run of rows settled as a table."""
    out: list[Line] = []
    for is_row, run in groupby(lines, key=lambda line: line.cells):
        held = list(run)
        out += settled(held) if is_row else held
    return out


def settled(rows: list[Line]) -> list[Line]:
    """A table's rows, filled up to its width; those that group others as headings: "I", a tab and
    the heading, or the heading alone where it has its number in itself."""
    width = max((row.text.count("\t") for row in rows), default=0) + 1
    if width <= _NARROW:
        return rows
    return [
        _heading(row, rows[i + 1] if i + 1 < len(rows) else None) or _filled(row, width)
        for i, row in enumerate(rows)
    ]


def holds(label: Marker, following: Marker | None) -> bool:
    """Whether a row of a number and a text only is a heading over the row numbered `following`."""
    if label.style in (Style.ROMAN, Style.UPPER):
        return True
    if following is None:
        return False
    return following.style > label.style or len(following.path) > max(1, len(label.path))


def _heading(row: Line, following: Line | None) -> Line | None:
    """The row as a heading, if it is one."""
    held = [(a, b) for a, b in _cells(row) if a < b]
    if len(held) == 1:
        return _piece(row, *held) if _is_title(row.text[slice(*held[0])]) else None
    if len(held) != 2 or held[1][1] - held[1][0] > _LONGEST:
        return None
    label = bare_marker(row.text[slice(*held[0])])
    text = row.text[slice(*held[1])]
    if label is None or _COLUMN_NUMBER.fullmatch(text):
        return None
    return _piece(row, *held) if _groups(label, text, following) else None


def _is_title(text: str) -> bool:
    """A cell over the whole width that numbers itself: "II. VỀ NHÂN LỰC"."""
    found = marker(text)
    if found is None or len(text) > _LONGEST:
        return False
    return found.style in _HEADS or (found.style in _ITEMS and not text.endswith((";", ".")))


def _groups(label: Marker, text: str, following: Line | None) -> bool:
    if label.style in _HEADS:
        return True
    if following is None:
        return False
    head, *rest = [following.text[a:b] for a, b in _cells(following)]
    below = bare_marker(head)
    if below is not None:
        return holds(label, below)
    if not any(rest):  # one cell over the whole width
        return False
    inner = next((cell for cell in rest if cell), "")
    return bool(_BULLET.fullmatch(head)) or (not head and not inner[0].islower()) or text.isupper()


def _cells(row: Line) -> list[tuple[int, int]]:
    """Where each cell begins and ends in the row's text, spaces around it left out."""
    found: list[tuple[int, int]] = []
    place = 0
    for cell in row.text.split("\t"):
        start = place + len(cell) - len(cell.lstrip())
        found.append((start, max(start, place + len(cell.rstrip()))))
        place += len(cell) + 1
    return found


def _piece(row: Line, *cells: tuple[int, int]) -> Line:
    """The row with these cells only."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for a, b in cells:
        if text:
            text.append("\t")
            starts.append(ends[-1])
            ends.append(max(ends[-1], row.starts[a]))
        text.append(row.text[a:b])
        starts += row.starts[a:b]
        ends += row.ends[a:b]
    return replace(row, text="".join(text), starts=starts, ends=ends)


def _filled(row: Line, width: int) -> Line:
    """The row with empty cells at its end, up to `width`."""
    missing = width - 1 - row.text.count("\t")
    if missing <= 0:
        return row
    end = row.ends[-1]
    return replace(
        row,
        text=row.text + "\t" * missing,
        starts=row.starts + [end] * missing,
        ends=row.ends + [end] * missing,
    )
