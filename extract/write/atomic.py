"""Whole files only: a file appears under its name when it is complete, or not at all.

The text goes to a temporary file in the same folder, is flushed to the disk, and takes its name in
one step. Who is killed before that leaves the old file as it was, and a `.kehoach-*.tmp` beside it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extract.errors import OutputError


@contextmanager
def atomic(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write to; it becomes `path` when the block ends without an exception.

    Missing folders are made. After an exception the temporary file is gone and `path` untouched.

    Raises:
        OutputError: `not_written`, when the system refuses (no right, no space, a file where the
            folder should be).
    """
    temporary = path.parent / f".kehoach-{secrets.token_hex(8)}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(
            "not_written",
            f"{path}: không ghi được tệp ({reason}).",
            f"{path}: the file cannot be written ({reason}).",
        ) from error


def write_text(path: Path, text: str) -> None:
    """Writes `text` as UTF-8, line ends as they are, in one step."""
    with atomic(path) as file:
        file.write(text.encode("utf-8"))


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system can (Windows cannot)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
