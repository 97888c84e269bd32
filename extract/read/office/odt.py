"""OpenDocument text files (ODT)."""

from __future__ import annotations

from pathlib import Path

from extract.read.docx.unpack import Unpacker
from extract.read.office.converted import read_converted
from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.source import SourceDocument

MOST_UNPACKED = 300_000_000
"""Bytes of all entries, pictures included: LibreOffice unpacks them without a limit."""

_MANIFEST = "META-INF/manifest.xml"


def read_odt(path: Path, data: bytes) -> SourceDocument:
    """The text of an ODT file.

    Raises:
        ToolMissingError, ReadError: as `read_converted`; `encrypted`, `damaged`,
            `unpacks_too_large`.
    """
    archive = Unpacker(path, data, MOST_UNPACKED)
    if b"encryption-data" in (archive.unpack(_MANIFEST) or b""):  # OpenDocument 1.3, part 2, 4.4
        raise problem("encrypted", path)
    if "content.xml" not in archive.names:
        raise problem("damaged", path, reason="no content.xml")
    for name in archive.names:
        archive.unpack(name)
    return read_converted(path, data, ".odt", "application/vnd.oasis.opendocument.text")


READER = Reader("odt", (".odt", ".ott"), read_odt)
