"""The bytes of a file, or of each file in an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.errors import ReadError
from extract.read.problems import problem
from extract.read.reader import SUFFIXES
from extract.read.sniff import sniff

LARGEST_FILE = 200_000_000
"""Bytes. A scan of 100 pages has some tens of millions."""


def contents(path: Path) -> Iterator[tuple[Path, bytes | ReadError]]:
    """Name and bytes of each document in the file: of itself, or of the members of an archive.

    A member is named as if the archive were a folder. One that cannot be had comes with the error.

    Raises:
        ReadError: for a file that is missing, closed to us, empty or too large, and for an archive
            that is damaged or has no document in it.
    """
    data = load(path)
    if sniff(data) != "zip":
        yield path, data
        return
    from extract.read.archive import members

    found = False
    for name, held in members(path, data):
        found = True
        yield path / name, held
    if not found:
        raise problem("no_documents", path, suffixes=" ".join(SUFFIXES))


def load(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        ReadError: `not_found`, `is_folder`, `not_readable`, `too_large`, `empty`.
    """
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
