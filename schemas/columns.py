"""The columns of the dataset's tables: names, types and meanings, read from `columns.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, and meaning in English and Vietnamese."""

    name: str
    type: ColumnType
    en: str
    vi: str


@cache
def tables() -> dict[str, tuple[Column, ...]]:
    """The columns of every table, tables and columns in the order of writing.

    >>> [column.name for column in tables()["deadlines"]][:3]
    ['plan_id', 'id', 'owner_kind']
    """
    import yaml

    text = files("schemas").joinpath("columns.yaml").read_text(encoding="utf-8")
    loaded: dict[str, list[list[str]]] = yaml.safe_load(text)
    return {
        table: tuple(Column(name, type_, en, vi) for name, type_, en, vi in rows)  # type: ignore[arg-type]
        for table, rows in loaded.items()
    }
