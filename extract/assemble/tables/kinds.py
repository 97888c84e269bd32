"""What a table is: tasks, indicators, another list, or not understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extract.assemble.tables.cells import Cell
from extract.assemble.tables.heads import Column
from extract.assemble.tables.levels import is_number
from extract.clean.columns import ASSIGNING, column_role
from extract.lexicons.load import table

TableKind = Literal["tasks", "indicators", "other", "unknown"]
_NAMES = ("content", "goal")
_SAID = 0.5
_AHEAD = ("chỉ tiêu", "mục tiêu", "nhiệm vụ")


@dataclass(frozen=True, slots=True)
class Understood:
    """A table's kind, its columns with their final roles, and the place of the column that names
    the task or the indicator."""

    kind: TableKind
    columns: tuple[Column, ...]
    content: int = -1

    def of(self, *roles: str) -> list[int]:
        """The places of the columns that have one of `roles`."""
        return [i for i, column in enumerate(self.columns) if column.role in roles]


def understand(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], caption: str
) -> Understood:
    """What the table of these `columns` and body `rows` is; `caption` is its title.

    Rows of other lengths (flattened ones) are left out of what the columns look like.
    """
    full = [row for row in rows if len(columns) - 1 <= len(row) <= len(columns)]
    roles = [column.role for column in columns]
    filled = [
        [row[i] for row in full if i < len(row) and not row[i].blank] for i in range(len(columns))
    ]
    _settle_units(roles, filled)
    names = [i for i, role in enumerate(roles) if role in _NAMES and not _numeric(filled[i])]
    goals = _levels(roles, names, filled)
    if goals and not names:
        names = _allotted(roles, columns, filled)
    if _is_other(roles, names, goals, caption):
        return _made("other", columns, roles, -1)
    if goals and names and _states_levels(roles, names, goals, columns):
        name = next((i for i in names if roles[i] == "goal"), names[0])
        roles[name] = "goal"
        for i in goals:
            roles[i] = "total" if roles[i] == "total" else "level"
        return _made("indicators", columns, roles, name)
    content = _content(roles, names, filled)
    if content >= 0:
        _settle_schedule(roles, columns, filled)
        return _made("tasks", columns, roles, content)
    return _made("unknown", columns, roles, -1)


def _made(
    kind: TableKind, columns: Sequence[Column], roles: Sequence[str | None], content: int
) -> Understood:
    settled = tuple(replace(c, role=role) for c, role in zip(columns, roles, strict=True))
    return Understood(kind, settled, content)


def _settle_units(roles: list[str | None], filled: Sequence[Sequence[Cell]]) -> None:
    """ "Đơn vị" is the unit beside levels and indicators, else an agency."""
    levels = {"level", "current", "total", "goal"} & set(roles)
    for i, role in enumerate(roles):
        if role == "unit_or_agency":
            roles[i] = "unit" if levels and all(len(c.text) < 30 for c in filled[i]) else "lead"


def _allotted(
    roles: Sequence[str | None], columns: Sequence[Column], filled: Sequence[Sequence[Cell]]
) -> list[int]:
    """Where levels are allotted to places or agencies, the column that names these."""
    said = {column_role(part.text) for column in columns for part in column.parts}
    if said & {"goal", "level"}:
        return [i for i, role in enumerate(roles) if role in ("lead", "unit") and filled[i]][:1]
    return []


def _levels(
    roles: Sequence[str | None], names: Sequence[int], filled: Sequence[Sequence[Cell]]
) -> list[int]:
    """The columns that say what is to be reached."""
    found = [i for i, role in enumerate(roles) if role in ("level", "total")]
    found += [i for i, role in enumerate(roles) if role == "goal" and i not in names and filled[i]]
    if any(roles[i] == "goal" for i in names) and not {"lead", "coordinating"} & set(roles):
        results = [i for i, role in enumerate(roles) if role in ("product", "quantity")]
        found += [i for i in results if _numeric(filled[i])]
    found = [i for i in found if not _marked(filled[i])]
    return found if any(roles[i] != "total" for i in found) else []


def _states_levels(
    roles: Sequence[str | None],
    names: Sequence[int],
    goals: Sequence[int],
    columns: Sequence[Column],
) -> bool:
    """Whether levels are what the table is about, not counts beside its tasks."""
    if "unit" in roles or any(roles[i] == "goal" for i in names):
        return True
    years = [i for i in goals if columns[i].when]
    return len(years) > 1 or not ASSIGNING & set(roles)


def _is_other(
    roles: Sequence[str | None], names: Sequence[int], goals: Sequence[int], caption: str
) -> bool:
    """Budgets, lists of persons, what has been reached, blank forms."""
    if "person" in roles:
        return True
    about = _not_plan(caption)
    assigns = len(ASSIGNING & set(roles))
    if about == "form":
        return True
    if about == "budget" and assigns < (2 if "funding" in roles else 1):
        return True
    if about == "statistics" and not assigns:
        return True
    bare = not goals and not assigns
    return bare and bool({"funding", "current"} & set(roles)) and bool(names)


def _content(
    roles: Sequence[str | None], names: Sequence[int], filled: Sequence[Sequence[Cell]]
) -> int:
    """The column of the task: of several the one that says most different things; where no head
    tells, the one of long texts beside agencies and dates. -1 where there is none."""
    assigning = ASSIGNING & set(roles) or "schedule" in roles
    if not assigning:
        return -1
    tasks = [i for i in names if roles[i] == "content"] or list(names)
    if tasks:
        most = max(_different(filled[i]) for i in tasks)
        return next(i for i in tasks if _different(filled[i]) >= 0.8 * most)
    if len(ASSIGNING & set(roles)) < 2 and "lead" not in roles:
        return -1
    open_columns = [i for i, role in enumerate(roles) if role is None and filled[i]]
    return max(open_columns, key=lambda i: sum(len(c.text) for c in filled[i]), default=-1)


def _different(cells: Sequence[Cell]) -> int:
    return len({cell.origin for cell in cells})


def _settle_schedule(
    roles: list[str | None], columns: Sequence[Column], filled: Sequence[Sequence[Cell]]
) -> None:
    """Columns of years or months that are marked say when."""
    for i, column in enumerate(columns):
        if column.when and (_marked(filled[i]) or roles[i] == "schedule"):
            roles[i] = "schedule" if _marked(filled[i]) or not filled[i] else "time"
        elif roles[i] in ("level", "goal", "total"):
            roles[i] = "quantity"


def _numeric(cells: Sequence[Cell]) -> bool:
    return bool(cells) and sum(is_number(c.text) for c in cells) > _SAID * len(cells)


def _marked(cells: Sequence[Cell]) -> bool:
    return bool(cells) and sum(c.marked for c in cells) > _SAID * len(cells)


def _not_plan(caption: str) -> str | None:
    low = caption.lower()
    for row in _captions():
        if row[0] == "statistics" and any(word in low for word in _AHEAD):
            continue
        if any(word in low for word in row[1]):
            return row[0]
    return None


@cache
def _captions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["kind"], tuple(row["words"])) for row in table("columns")["not_plans"])
