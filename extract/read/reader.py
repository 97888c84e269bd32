"""What a reader of one format is, and where the reader of each format is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from extract.read.source import SourceDocument


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the name of its kind, the suffixes it goes by, and how its bytes are read.

    `kind` is one that `sniff` tells, or the reader's own name where only the suffix can tell it
    (plain text, Markdown).
    """

    kind: str
    suffixes: tuple[str, ...]
    read: Callable[[Path, bytes], SourceDocument]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name, without the libraries that read it: `module` has its `READER`.

    An `isolated` one is read in a child process, with limits on time and memory.
    """

    kind: str
    suffixes: tuple[str, ...]
    module: str
    isolated: bool = True

    def reader(self) -> Reader:
        reader: Reader = import_module(self.module).READER
        return reader


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt",), "extract.read.text", isolated=False),
    Format("markdown", (".md", ".markdown"), "extract.read.markdown", isolated=False),
    Format("docx", (".docx", ".docm", ".dotx", ".dotm"), "extract.read.docx.reader"),
    Format("doc", (".doc", ".dot"), "extract.read.office.doc"),
    Format("html", (".html", ".htm", ".xhtml"), "extract.read.html.reader"),
    Format("mhtml", (".mht", ".mhtml"), "extract.read.html.mht"),
    Format("rtf", (".rtf",), "extract.read.office.rtf"),
    Format("odt", (".odt", ".ott"), "extract.read.office.odt"),
    Format("wordml", (), "extract.read.office.wordml"),
    Format("pdf", (".pdf",), "extract.read.pdf"),
    Format("png", (".png",), "extract.read.ocr.image"),
    Format("jpeg", (".jpg", ".jpeg"), "extract.read.ocr.image"),
    Format("tiff", (".tif", ".tiff"), "extract.read.ocr.image"),
)

SUFFIXES = (*(suffix for item in FORMATS for suffix in item.suffixes), ".zip")
"""Of the files that are taken from a folder; an archive stands for its members."""
