"""What a reader of one format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extract.read.source import SourceDocument


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the name of its kind, the suffixes it goes by, and how its bytes are read.

    `kind` is one that `sniff` tells, or the reader's own name where only the suffix can tell it
    (plain text, Markdown).
    """

    kind: str
    suffixes: tuple[str, ...]
    read: Callable[[Path, bytes], SourceDocument]
