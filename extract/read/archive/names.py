"""Names of the members of a ZIP file as a person would write them."""

from __future__ import annotations

import struct
import unicodedata
from zipfile import ZipInfo

from extract.read.legacy import is_unicode

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075
_MARKED_UTF8 = 5
"""Bytes of that field before the name: a version and the CRC of the other name."""

_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx"})
_LONGEST_PART = 200


def name_of(info: ZipInfo) -> str:
    """The member's name with forward slashes, in NFC, without anything that leads out of a folder.

    ZIP (APPNOTE 6.3.10, appendix D) knows code page 437 and UTF-8 only; programs on Vietnamese
    Windows wrote code page 1258, and others UTF-8 without saying so.
    """
    name = _unicode_path(info.extra) or info.filename
    if not info.flag_bits & _UTF8_FLAG and name == info.filename and not name.isascii():
        name = _repaired(name)
    parts = [_plain(part) for part in name.replace("\\", "/").split("/")]
    return "/".join(part for part in parts if part.strip(". ")) or "_"


def is_hidden(name: str) -> bool:
    """Whether a program put the member there for itself: a system's, an editor's lock file.

    >>> is_hidden("__MACOSX/a/._b.txt"), is_hidden("a/~$plan.docx"), is_hidden("a/plan.docx")
    (True, True, False)
    """
    return any(
        part.startswith((".", "~$")) or part.lower() in _OF_SYSTEMS for part in name.split("/")
    )


def _repaired(name: str) -> str:
    """`name`, which was read in code page 437, read as what its bytes are.

    >>> _repaired("Kế hoạch.docx".encode().decode("cp437"))
    'Kế hoạch.docx'
    """
    try:
        held = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError:
        found = unicodedata.normalize("NFC", held.decode("cp1258", errors="replace"))
    return found if is_unicode(found) and "\ufffd" not in found else name


def _plain(part: str) -> str:
    """A folder's or a file's name without control characters and a Windows drive."""
    text = "".join("_" if unicodedata.category(c)[0] == "C" else c for c in part)
    text = unicodedata.normalize("NFC", text[:_LONGEST_PART])
    return "" if len(text) == 2 and text[1] == ":" else text


def _unicode_path(extra: bytes) -> str | None:
    """The name in the Info-ZIP Unicode Path field (APPNOTE 4.6.9), None where there is none."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and size > _MARKED_UTF8:
            try:
                return extra[4 + _MARKED_UTF8 : 4 + size].decode("utf-8")
            except UnicodeDecodeError:
                return None
        extra = extra[4 + size :]
    return None
