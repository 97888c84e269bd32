"""Reading files: whatever the format, each ends in a `SourceDocument`.

The package can be called: Python binds it to the name `extract.read` as soon as any module of it is
imported, and `extract.read(path)` must read a file then, too.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

from extract.errors import ReadError
from extract.read.contents import LARGEST_FILE, contents
from extract.read.problems import problem, shown
from extract.read.reader import FORMATS, SUFFIXES, Format
from extract.read.sandbox import isolated
from extract.read.sniff import KIND_NAMES, sniff
from extract.read.source import SourceDocument

LARGEST_TEXT = 20_000_000
"""Bytes of a plain text: it is read in this process."""

__all__ = ["LARGEST_FILE", "SUFFIXES", "SourceDocument", "contents", "read", "read_data", "shown"]


def read(path: str | Path) -> SourceDocument:
    """Reads one file. Its content decides how, and its suffix where content cannot tell.

    Raises:
        ReadError: with the codes of `extract.read.problems.MESSAGES`; nothing else is raised for
            a file that is missing, closed to us, or not what its name says. An archive that holds
            several documents is refused (`several_documents`): `contents` gives them one by one.
        ToolMissingError: `tool_missing`, where reading it needs a program that is not installed.
    """
    path = Path(path)
    found = list(islice(contents(path), 2))
    if len(found) > 1:
        raise problem("several_documents", path)
    return read_data(*found[0])


def read_data(path: Path, data: bytes | ReadError) -> SourceDocument:
    """As `read`, of what `contents` gave: the bytes of one document, or why they are not there."""
    if isinstance(data, ReadError):
        raise data
    found = _format(path, sniff(data))
    if found.isolated:
        return isolated(found, path, data)
    if len(data) > LARGEST_TEXT:
        limit = LARGEST_TEXT // 1_000_000
        raise problem("too_large", path, size=len(data) / 1_000_000, limit=limit)
    return found.reader().read(path, data)


def _format(path: Path, kind: str | None) -> Format:
    suffix = path.suffix.lower()
    by_suffix = next((item for item in FORMATS if suffix in item.suffixes), None)
    by_kind = next((item for item in FORMATS if item.kind == kind), None)
    if found := by_suffix if kind is None else by_kind:
        return found
    if by_suffix and kind == "binary":
        raise problem("binary", path)
    if by_suffix and kind:
        raise problem("not_text", path, suffix=suffix, kind=KIND_NAMES[kind])
    name = KIND_NAMES.get(kind or "", suffix or path.name)
    raise problem("unsupported", path, kind=name, suffixes=" ".join(SUFFIXES))


class _Callable(ModuleType):
    """A package that does what its function `read` does."""

    def __call__(self, path: str | Path) -> SourceDocument:
        return read(path)


sys.modules[__name__].__class__ = _Callable
