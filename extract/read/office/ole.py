"""Compound files (MS-CFB), the form of DOC, XLS and PPT and of encrypted DOCX."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import olefile

from extract.read.problems import problem
from extract.read.reader import SUFFIXES

_OTHERS = {
    "Workbook": "Excel 97-2003 (XLS)",
    "Book": "Excel 5.0/95 (XLS)",
    "PowerPoint Document": "PowerPoint 97-2003 (PPT)",
    "__properties_version1.0": "Outlook (MSG)",
    "VisioDocument": "Visio (VSD)",
}
_FLAGS = 0x0A  # MS-DOC 2.5.2, FibBase: offset of the flags
_ENCRYPTED = 0x0100


def check_word(path: Path, data: bytes) -> None:
    """Nothing, where `data` is a Word document that can be opened.

    Raises:
        ReadError: `unsupported` for a file of another program, `encrypted`, `damaged`.
    """
    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            names = {entry[0] for entry in ole.listdir()}
            if "EncryptedPackage" in names:  # MS-OFFCRYPTO 2.3.4
                raise problem("encrypted", path)
            if "WordDocument" not in names:
                kind = next((kind for name, kind in _OTHERS.items() if name in names), "OLE")
                raise problem("unsupported", path, kind=kind, suffixes=" ".join(SUFFIXES))
            head = ole.openstream("WordDocument").read(_FLAGS + 2)
    except (OSError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise problem("damaged", path, reason=f"OLE: {error}") from None
    if int.from_bytes(head[_FLAGS : _FLAGS + 2], "little") & _ENCRYPTED:
        raise problem("encrypted", path)
