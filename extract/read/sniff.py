"""What a file really is, told by its first bytes, whatever its name says."""

from __future__ import annotations

import codecs
import re
import zipfile
from io import BytesIO

from extract.read.decode import unmarked_utf16

KIND_NAMES = {
    "pdf": "PDF",
    "docx": "Word (DOCX)",
    "xlsx": "Excel (XLSX)",
    "pptx": "PowerPoint (PPTX)",
    "odt": "OpenDocument (ODT)",
    "zip": "ZIP",
    "doc": "Word/Excel 97-2003 (DOC, XLS)",
    "rtf": "RTF",
    "html": "HTML",
    "mhtml": "MHTML",
    "wordml": "Word 2003 (XML)",
    "png": "PNG",
    "jpeg": "JPEG",
    "gif": "GIF",
    "tiff": "TIFF",
    "gzip": "GZIP",
    "rar": "RAR",
    "7z": "7-Zip",
}
"""The kinds that `sniff` tells, beside `binary`, with the names that people know them by."""

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!\x1a", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)

_IN_ZIP = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("opendocument.text", "odt"),
)
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 50_000  # it takes long to list more

_HEAD = 4096
_BEFORE_HTML = re.compile(rb"(?:\s+|<!--.*?-->|<\?.*?\?>)+", re.DOTALL)
_HTML = re.compile(rb"<(?:!doctype html|(?:html|head|body|meta|title|style|table)[\s>/])")
_WORDML = re.compile(rb"<\?xml.{0,200}?<\?mso-application\s+progid=.word\.document", re.DOTALL)
_MHTML = re.compile(
    rb"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart/related"
)


def sniff(data: bytes) -> str | None:
    """The kind of a file's bytes, a key of `KIND_NAMES` or `binary`, or None for plain text.

    >>> sniff(b"%PDF-1.7 ...")
    'pdf'
    >>> sniff("Kế hoạch".encode()) is None
    True
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _of_markup(data[:_HEAD].decode("utf-16", errors="ignore").encode())
    if b"\x00" in data:
        return None if unmarked_utf16(data) else "binary"
    return _of_markup(data[:_HEAD])


def _in_zip(data: bytes) -> str:
    """The kind of an archive, told by its members' names: documents in it have such names too."""
    if data[30:38] == b"mimetype" and b"opendocument.text" in data[38:100]:
        return "odt"
    try:
        if data.count(_ENTRY) > _MOST_ENTRIES:
            return "zip"
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):  # cut off
        return next((kind for name, kind in _IN_ZIP if name.encode() in data), "zip")
    if "[Content_Types].xml" not in names and "EncryptedPackage" not in names:
        return "zip"
    folders = {name.replace("\\", "/").split("/")[0] for name in names}
    return next((kind for name, kind in _IN_ZIP if name.rstrip("/") in folders), "zip")


def _of_markup(head: bytes) -> str | None:
    """The kind of a text that begins with `head`, where it is no plain one."""
    text = head.removeprefix(codecs.BOM_UTF8).lower()
    if _WORDML.match(text):
        return "wordml"
    if _MHTML.match(text.lstrip()):
        return "mhtml"
    before = _BEFORE_HTML.match(text)
    return "html" if _HTML.match(text, before.end() if before else 0) else None
