"""DOCX files made of XML, so that a test shows all that its file holds."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from extract.read.docx.reader import read_docx
from extract.read.source import SourceDocument, check_lines

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(body: str, **parts: str) -> bytes:
    """A file whose body holds the XML `body`; `parts` are the contents of styles, numbering …"""
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "endnotes": "endnotes",
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            root = roots[name]
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{content}</w:{root}>")
    return file.getvalue()


@pytest.fixture
def pack() -> Callable[..., bytes]:
    return docx


@pytest.fixture
def read() -> Callable[..., SourceDocument]:
    """Reads a file of such XML; its lines are checked."""

    def read_xml(body: str, **parts: str) -> SourceDocument:
        found = read_docx(Path("a.docx"), docx(body, **parts))
        check_lines(found.raw, found.lines)
        return found

    return read_xml


@pytest.fixture
def lines(read: Callable[..., SourceDocument]) -> Callable[..., list[str]]:
    """The lines of a file of such XML."""

    def read_lines(body: str, **parts: str) -> list[str]:
        found = read(body, **parts)
        assert found.raw == "".join(found.raw[line.start : line.end] + "\n" for line in found.lines)
        return [found.raw[line.start : line.end] for line in found.lines]

    return read_lines
