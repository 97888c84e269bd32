"""Annex tables: their heads understood, their rows read as tasks or as levels to be reached."""

from extract.assemble.tables.agency_cells import agency_parts
from extract.assemble.tables.cells import Cell, cells
from extract.assemble.tables.heads import read_head
from extract.assemble.tables.indicators import LevelRow
from extract.assemble.tables.kinds import understand
from extract.assemble.tables.read import TableReader
from extract.assemble.tables.tasks import TaskRow

__all__ = [
    "Cell",
    "LevelRow",
    "TableReader",
    "TaskRow",
    "agency_parts",
    "cells",
    "read_head",
    "understand",
]
