"""Rich Text Format files (RTF)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from extract.read.office.converted import read_converted
from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.source import SourceDocument

DEEPEST = 500
"""Groups within groups; Word makes some ten, and LibreOffice needs long for thousands."""

_NOT_BRACES = bytes(code for code in range(256) if code not in b"{}")


def read_rtf(path: Path, data: bytes) -> SourceDocument:
    """The text of an RTF file.

    Raises:
        ToolMissingError, ReadError: as `read_converted`; `too_complex`.
    """
    if depth(data) > DEEPEST:
        raise problem("too_complex", path, reason="RTF groups")
    return read_converted(path, data, ".rtf", "application/rtf")


def depth(data: bytes) -> int:
    """How many groups stand within each other at most; an escaped brace is a letter.

    >>> depth(rb"{\\rtf1 {\\b a\\{\\{} {b}}")
    2
    """
    for escaped in (rb"\\", rb"\{", rb"\}"):
        data = data.replace(escaped, b"")
    braces = np.frombuffer(data.translate(None, _NOT_BRACES), dtype=np.uint8)
    steps = np.where(braces == ord("{"), np.int32(1), np.int32(-1))
    return int(np.cumsum(steps, dtype=np.int64).max(initial=0))


READER = Reader("rtf", (".rtf",), read_rtf)
