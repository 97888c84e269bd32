"""Word 97-2003 files (DOC), and older ones."""

from __future__ import annotations

from pathlib import Path

from extract.read.office.converted import read_converted
from extract.read.office.ole import check_word
from extract.read.reader import Reader
from extract.read.source import SourceDocument


def read_doc(path: Path, data: bytes) -> SourceDocument:
    """The text of a DOC file.

    Raises:
        ToolMissingError, ReadError: as `read_converted`; `unsupported` for files of other programs
            that have the same form, `encrypted`, `damaged`.
    """
    check_word(path, data)
    return read_converted(path, data, ".doc", "application/msword")


READER = Reader("doc", (".doc", ".dot"), read_doc)
