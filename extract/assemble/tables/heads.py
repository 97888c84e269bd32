"""The head of a table: which rows it is, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.assemble.tables.align import looks_like_agency
from extract.assemble.tables.cells import Cell
from extract.clean.columns import column_role, is_head
from extract.clean.markers import bare_marker
from extract.find.agencies import read_agencies

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHEN = re.compile(r"(?<!\w)(?:quý|tháng|q)\s*(?:[IVX]{1,3}|\d{1,2})(?!\w)", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(
    r"\(?\[?(?:\d{1,2}|[A-Za-zĐđ])\]?\)?(?:\s*=\s*[\d\s()+\-–x*/:%]{1,40})?"
)
_LONGEST = 150
_SHORT = 50
_MOST_ROWS = 4
_AS_SAID = frozenset(
    {"time", "content", "number", "lead", "coordinating", "product", "note", "person", "detail"}
    | {"unit", "approval", "chief"}
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role (see the lexicon `columns`; "schedule" for a time to be marked), the
    cells of its head from top to bottom, and the one that names a year or a month."""

    role: str | None
    parts: tuple[Cell, ...]
    when: Cell | None = None

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)


def read_head(
    rows: Sequence[Sequence[Cell]], *, opens: bool = True
) -> tuple[list[Column], int] | None:
    """The columns that the first of `rows` head, and how many rows that takes; None where the
    first row heads nothing. `opens` says that a table may well begin there."""
    first = rows[0]
    if not _is_head(first, opens):
        return None
    used = [first]
    taken = 1
    for row in rows[1:_MOST_ROWS]:
        if _numbers_columns(row):
            taken += 1
            break
        if not _goes_on(used, row):
            break
        used.append(row)
        taken += 1
    return [_column(parts) for parts in _parts(used)], taken


def same_head(columns: Sequence[Column], row: Sequence[Cell]) -> bool:
    """Whether `row` says again what heads `columns`, as on a further page."""
    if len(row) != len(columns):
        return False
    said = [cell.text.lower() for cell in row]
    heads = [column.text.lower() for column in columns]
    filled = [(text, head) for text, head in zip(said, heads, strict=True) if text]
    return len(filled) > 1 and all(text in head for text, head in filled)


def _is_head(row: Sequence[Cell], opens: bool) -> bool:
    filled = [cell for cell in row if cell.text]
    if len(filled) < 2 or bare_marker(filled[0].text):
        return False
    if any(len(cell.text) > _LONGEST for cell in filled):
        return False
    known = [cell for cell in filled if _tells(cell.text)]
    sure = [cell for cell in filled if is_head(cell.text)]
    if not sure and not (opens and all(len(cell.text) <= _SHORT for cell in filled)):
        return False
    if len(known) < 2 or 2 * len(known) < len(filled):
        return False
    if any(_names_agency(cell.text) for cell in known if cell not in sure):
        return False
    return not any(looks_like_agency(cell.text) for cell in filled if cell not in known)


def _names_agency(text: str) -> bool:
    """Whether a certain agency is named: no head does that ("Sở, ngành chủ trì")."""
    return any(agency.known and not agency.group for agency in read_agencies(text)[0])


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """ "(1) | (2) | (3)", "A | B | 1 | 2" below a head."""
    filled = [cell.text for cell in row if cell.text]
    return len(filled) > 1 and all(_COLUMN_NUMBER.fullmatch(text) for text in filled)


def _goes_on(used: Sequence[Sequence[Cell]], row: Sequence[Cell]) -> bool:
    """Whether `row` is a further row of the head: its cells say more of the columns above them,
    and the first column is merged with the head's or left empty."""
    above = used[-1]
    if len(row) != len(above) or not any(cell.text for cell in row):
        return False
    if row[0].text and row[0].origin != above[0].origin:
        return False
    fresh = [c for c, a in zip(row, above, strict=True) if c.text and c.origin != a.origin]
    if not fresh or any(len(c.text) > _LONGEST or looks_like_agency(c.text) for c in fresh):
        return False
    return 2 * sum(_tells(cell.text) for cell in fresh) >= len(fresh)


def _tells(text: str) -> bool:
    return bool(column_role(text) or _YEAR.search(text) or _WHEN.search(text))


def _parts(used: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each column's head. A cell spanned over several columns heads them all."""
    last = used[-1]
    for place in range(len(used[0])):
        parts: list[Cell] = []
        for row in used:
            cell = row[place]
            if not cell.text and row is not last and last[place].text:
                cell = _spanning(row, last, place)
            if cell.text and all(cell.origin != part.origin for part in parts):
                parts.append(cell)
        yield tuple(parts)


def _spanning(row: Sequence[Cell], last: Sequence[Cell], place: int) -> Cell:
    """The nearest filled cell to the left, if it has further heads below it."""
    for left in range(place - 1, -1, -1):
        if row[left].text:
            below = last[left]
            return row[left] if below.text and below.origin != row[left].origin else row[place]
    return row[place]


def _column(parts: tuple[Cell, ...]) -> Column:
    roles = [column_role(part.text) for part in parts]
    own = next((role for role in reversed(roles) if role and role != "period"), None)
    when = next((part for part in reversed(parts) if _YEAR.search(part.text)), None)
    if when is None:
        when = next((part for part in reversed(parts) if _WHEN.search(part.text)), None)
    return Column(_role(roles, own, parts, when), parts, when)


def _role(
    roles: Sequence[str | None], own: str | None, parts: tuple[Cell, ...], when: Cell | None
) -> str | None:
    """What the column holds, given the roles of its heads from top to bottom."""
    if "funding" in roles:
        return "funding"
    if when is None:
        return own
    if "current" in roles and "level" not in roles:
        return "current"
    if own == "time" and column_role(when.text) is None:
        return "schedule"
    return own if own in _AS_SAID else "level"
