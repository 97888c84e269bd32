"""Reads a DOCX file, and the templates and macro documents of the same form."""

from __future__ import annotations

from pathlib import Path

from extract.read.docx.body import Story
from extract.read.docx.names import Element, W, value
from extract.read.docx.numbering import Numbering
from extract.read.docx.package import Package
from extract.read.docx.styles import Styles
from extract.read.flow.document import Blocks, document
from extract.read.reader import Reader
from extract.read.source import SourceDocument

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_NOTES = 10_000


def read_docx(path: Path, data: bytes) -> SourceDocument:
    """The text of a Word file as it is shown: automatic numbers and capitals included, headers,
    footers, deleted and hidden words left out; footnotes and endnotes stand at the end.

    Raises:
        ReadError: `damaged`, `encrypted`, `unpacks_too_large`, `too_complex`, `no_text`,
            `long_text`.
    """
    package = Package(path, data)
    root = package.document()
    story = Story(path, Styles(package.related("styles")), Numbering(package.related("numbering")))
    body = root.find(W + "body")
    blocks = [] if body is None else story.body(body)
    return document(path, data, MEDIA_TYPE, blocks, _notes(package, story))


def _notes(package: Package, story: Story) -> list[Blocks]:
    """The notes that the text refers to, in its order."""
    asked = list(dict.fromkeys(story.notes))[:_MOST_NOTES]
    by_name: dict[tuple[str, str], Element] = {}
    for part in sorted({part for part, _ in asked}):
        root = package.related(part)
        for element in () if root is None else root:
            by_name.setdefault((part, value(element, "id") or ""), element)
    return [
        story.blocks(by_name[key], f"n{i}")
        for i, key in enumerate(asked, start=1)
        if key in by_name
    ]


READER = Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), read_docx)
