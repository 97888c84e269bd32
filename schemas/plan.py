"""A plan: one decision as data, one line of `plans.jsonl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from schemas.agencies import Agency
from schemas.base import SCHEMA_VERSION, Model
from schemas.document import Document
from schemas.records import Finding, Section, Target, Task

if TYPE_CHECKING:
    import pandas as pd


class Repair(Model):
    """A change made while reading: the raw text from `start` to `end` was recognised as `was`."""

    start: int
    end: int
    was: str
    rule: str


class Source(Model):
    """The file that a plan was read from."""

    path: str
    sha256: str = Field(description="of the file's bytes, hexadecimal")
    media_type: str
    encoding: str | None = None
    size: int = Field(description="bytes")
    characters: int = Field(description="code points of the raw text that offsets refer to")
    pages: int | None = Field(default=None, description="of formats that have pages")
    ocr: bool = Field(default=False, description="whether the text was recognised from images")
    repairs: list[Repair] = Field(default_factory=list)


class Plan(Model):
    """Everything read from one decision."""

    schema_version: str = SCHEMA_VERSION
    plan_id: str
    source: Source
    document: Document
    sections: list[Section] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    agencies: list[Agency] = Field(
        default_factory=list, description="those that its assignments name, and those of today"
    )
    findings: list[Finding] = Field(default_factory=list)

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """The plan as tables joined by keys: the name of each table to its frame.

        The same tables, in the same columns and types, that `kehoach run` writes to `tables/`.
        """
        from schemas.frames import frames

        return frames([self])
