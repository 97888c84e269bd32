"""Word 2003 files in XML, which offices also name .doc."""

from __future__ import annotations

from pathlib import Path

from extract.read.office.converted import read_converted
from extract.read.reader import Reader
from extract.read.source import SourceDocument


def read_wordml(path: Path, data: bytes) -> SourceDocument:
    """The text of a Word 2003 XML file.

    Raises:
        ToolMissingError, ReadError: as `read_converted`.
    """
    return read_converted(path, data, ".xml", "application/msword+xml")


READER = Reader("wordml", (), read_wordml)
