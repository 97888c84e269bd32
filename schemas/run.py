"""`run.json`: what a run read, with which versions, what came of it and what failed."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from schemas.base import SCHEMA_VERSION, Model


class Versions(Model):
    """Everything that decides the outcome beside the inputs."""

    program: str
    schema_version: str = SCHEMA_VERSION
    lexicons: str = Field(description="SHA-256 over the word lists, hexadecimal")
    tagger: str | None = Field(description="name and version; null for a run without tagger")


class Input(Model):
    """One input file and what became of it."""

    path: str
    status: Literal["done", "failed", "duplicate"] = Field(
        description="duplicate: the same bytes as an input before it, whose plan stands for both"
    )
    plan_id: str | None = None
    sha256: str | None = Field(default=None, description="of the file's bytes, where it was read")
    size: int | None = Field(default=None, description="bytes, where it was read")
    seconds: float


class Failure(Model):
    """Why an input has no plan."""

    path: str
    code: str = Field(description="as in the errors, or `bug` for a fault of the program")
    vi: str
    en: str
    details: str | None = Field(
        default=None, description="the traceback of a bug; every span that does not hold"
    )


class Run(Model):
    """The whole run. Times are seconds; `counts` are rows of the tables."""

    versions: Versions
    started: dt.datetime
    seconds: float
    interrupted: bool = False
    counts: dict[str, int]
    timings: dict[str, float] = Field(description="seconds for each stage, over all documents")
    inputs: list[Input]
    failures: list[Failure]
