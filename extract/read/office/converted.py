"""Reads what LibreOffice has made DOCX of."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from extract.read.docx.reader import read_docx
from extract.read.office.convert import to_docx
from extract.read.source import SourceDocument


def read_converted(path: Path, data: bytes, suffix: str, media_type: str) -> SourceDocument:
    """`read_docx` of what LibreOffice makes of `data`, a file of the kind that `suffix` names.

    Media type, size and checksum are those of the file itself.

    Raises:
        ToolMissingError: `tool_missing`.
        ReadError: `too_slow`, `tool_failed`, and as `read_docx`.
    """
    return replace(
        read_docx(path, to_docx(path, data, suffix)),
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
