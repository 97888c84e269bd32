"""Rich Text Format files (RTF)."""

from __future__ import annotations

from pathlib import Path

from extract.read.office.converted import read_converted
from extract.read.reader import Reader
from extract.read.source import SourceDocument


def read_rtf(path: Path, data: bytes) -> SourceDocument:
    """The text of an RTF file.

    Raises:
        ToolMissingError, ReadError: as `read_converted`.
    """
    return read_converted(path, data, ".rtf", "application/rtf")


READER = Reader("rtf", (".rtf",), read_rtf)
