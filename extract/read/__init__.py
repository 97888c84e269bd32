"""Reading files: whatever the format, each ends in a `SourceDocument`.

The package can be called: Python binds it to the name `extract.read` as soon as any module of it is
imported, and `extract.read(path)` must read a file then, too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from extract.read.problems import problem, shown
from extract.read.reader import FORMATS, Format
from extract.read.sandbox import isolated
from extract.read.sniff import KIND_NAMES, sniff
from extract.read.source import SourceDocument

LARGEST_FILE = 20_000_000
"""Bytes."""

SUFFIXES = tuple(suffix for item in FORMATS for suffix in item.suffixes)

__all__ = ["LARGEST_FILE", "SUFFIXES", "SourceDocument", "read", "read_data", "shown"]


def read(path: str | Path) -> SourceDocument:
    """Reads one file. Its content decides how, and its suffix where content cannot tell.

    Raises:
        ReadError: with the codes of `extract.read.problems.MESSAGES`; nothing else is raised for
            a file that is missing, closed to us, or not what its name says.
    """
    path = Path(path)
    return read_data(path, _load(path))


def read_data(path: Path, data: bytes) -> SourceDocument:
    """As `read`, of bytes that are at hand; `path` names them and gives the suffix."""
    found = _format(path, sniff(data))
    if found.isolated:
        return isolated(found, path, data)
    return found.reader().read(path, data)


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise problem("is_folder", path, suffixes=" ".join(SUFFIXES))
        if not path.is_file():
            raise problem("not_readable", path, reason="not a regular file")
        if size > LARGEST_FILE:
            limit = LARGEST_FILE // 1_000_000
            raise problem("too_large", path, size=size / 1_000_000, limit=limit)
        data = path.read_bytes()
    except FileNotFoundError:
        raise problem("not_found", path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise problem("not_readable", path, reason=reason) from None
    if not data:
        raise problem("empty", path)
    return data


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
