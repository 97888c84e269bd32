"""Reads a DOCX file, and the templates and macro documents of the same form."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extract.read.docx.body import Story
from extract.read.docx.compose import Composed
from extract.read.docx.drafts import Draft, Table
from extract.read.docx.layout import drafts
from extract.read.docx.letters import settle
from extract.read.docx.names import Element, W, value
from extract.read.docx.numbering import Numbering
from extract.read.docx.package import Package
from extract.read.docx.styles import Styles
from extract.read.problems import problem, shown
from extract.read.reader import Reader
from extract.read.source import SourceDocument
from extract.read.text import LONGEST_TEXT

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_SPREAD = 2 * LONGEST_TEXT
_MOST_NOTES = 10_000


def read_docx(path: Path, data: bytes) -> SourceDocument:
    """The text of a Word file as it is shown: automatic numbers and capitals included, headers,
    footers, deleted and hidden words left out; footnotes and endnotes stand at the end.

    Raises:
        ReadError: `damaged`, `encrypted`, `unpacks_too_large`, `too_complex`, `no_text`,
            `long_text`.
    """
    package = Package(path, data)
    document = package.document()
    story = Story(path, Styles(package.related("styles")), Numbering(package.related("numbering")))
    body = document.find(W + "body")
    blocks = [] if body is None else story.body(body)
    notes = _notes(package, story)
    settle(list(drafts([*blocks, *(block for note in notes for block in note)])))
    composed = Composed()
    composed.body(blocks)
    for note in notes:
        composed.notes(note)
    if not composed.lines:
        raise problem("no_text", path)
    if composed.length > LONGEST_TEXT:
        raise problem("long_text", path, length=composed.length, limit=LONGEST_TEXT)
    if composed.spread > _MOST_SPREAD:
        raise problem("too_complex", path, reason="tables")
    return SourceDocument(
        path=shown(path),
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=None,
        raw=composed.raw,
        lines=tuple(composed.lines),
    )


def _notes(package: Package, story: Story) -> list[list[Draft | Table]]:
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
