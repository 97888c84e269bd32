"""Markdown files: plain text whose marks the next stage drops."""

from __future__ import annotations

from pathlib import Path

from extract.read.reader import Reader
from extract.read.source import SourceDocument
from extract.read.text import read_text


def read_markdown(path: Path, data: bytes) -> SourceDocument:
    """As `read_text`, with the media type of Markdown."""
    return read_text(path, data, "text/markdown")


READER = Reader("markdown", (".md", ".markdown"), read_markdown)
