"""The source document: what every reader ends in, whatever the format was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file's raw text and where it came from.

    `raw` is the decoded text, untouched: all offsets of the dataset are code points of it.
    """

    path: str
    media_type: str
    sha256: str
    size: int
    encoding: str | None
    raw: str
