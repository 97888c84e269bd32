"""Reads web pages: of the legal portals, and as Word and LibreOffice save them."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html
from lxml.etree import _Element as Element

from extract.read.flow.document import document
from extract.read.html.charset import decode
from extract.read.html.css import Sheet
from extract.read.html.find import decision
from extract.read.html.walk import TooComplexError, Walk
from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.source import SourceDocument


def read_html(path: Path, data: bytes) -> SourceDocument:
    """The decision in a web page as it is shown; what stands around it is left out.

    Numbers of lists, capitals and letters that only a style or a font gives are written out,
    footnotes stand at the end, scripts and what is hidden nowhere.

    Raises:
        ReadError: `too_complex`, `no_text`, `long_text`.
    """
    return read_page(path, data, *decode(data))


def read_page(path: Path, data: bytes, page: str, encoding: str) -> SourceDocument:
    """As `read_html`, of a page whose text is known; `data` is the file it came in."""
    root = _parse(path, page)
    body = root.find("body")
    found = decision(root if body is None else body)
    walk = Walk(Sheet(style.text or "" for style in root.iter("style")), found.menus)
    try:
        for element in found.elements:
            walk.read(element)
    except TooComplexError:
        raise problem("too_complex", path, reason="tables") from None
    return document(path, data, "text/html", walk.blocks, walk.notes, encoding=encoding)


def _parse(path: Path, page: str) -> Element:
    parser = html.HTMLParser(huge_tree=True, remove_pis=True)
    try:
        root = html.document_fromstring(page.replace("\x00", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise problem("no_text", path) from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise problem("too_complex", path, reason="elements nest too deep")
    return root


READER = Reader("html", (".html", ".htm", ".xhtml"), read_html)
