"""The text of a page in one string, and where in it each element stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.etree import _Element as Element

from extract.lexicons.load import table
from extract.read.html.looks import LEFT_OUT
from extract.read.legacy import to_unicode
from extract.read.legacy.detect import readings

_BLOCKS = frozenset(table("web_pages")["blocks"])
_CONTROLS = frozenset(table("web_pages")["controls"])
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Flat:
    """A page's text in one string, in small letters, and where each element stands in it.

    `links[i]`: letters in links before the i-th stretch; `starts` where the stretches begin.
    """

    text: str
    spans: dict[Element, tuple[int, int]]
    controls: int
    starts: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    def linked(self, start: int, end: int) -> int:
        """Letters of `text[start:end]` in links, give or take the stretches at its borders."""
        if not self.starts:
            return 0
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end) - 1
        return self.links[max(0, last)] - self.links[max(0, first)]


def flatten(body: Element) -> Flat:
    """The text of a page, without scripts and controls; a line feed between blocks."""
    parts: list[str] = []
    flat = Flat("", {}, 0)
    length = linked = depth = 0
    opened: dict[Element, int] = {}

    def add(text: str | None) -> None:
        nonlocal length, linked
        if not text:
            return
        flat.starts.append(length)
        flat.links.append(linked)
        parts.append(text)
        length += len(text)
        if depth:
            linked += len(text)

    sample = "".join(str(text) for text in islice(body.itertext(), 50_000))
    encoding = readings(sample).encoding

    def plain(text: str | None) -> str:
        if not text or not text.strip():
            return " " if text else ""
        text = to_unicode(text, encoding) if encoding else unicodedata.normalize("NFC", text)
        return _SPACE.sub(" ", text).lower()

    walker = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            opened[element] = length
            flat.controls += element.tag in _CONTROLS
            if element.tag in _BLOCKS or element.tag == "br":
                add("\n")
            depth += _is_link(element)
            if element.tag in LEFT_OUT and element is not body:
                walker.skip_subtree()
            else:
                add(plain(element.text))
            continue
        if event == "end":
            flat.spans[element] = (opened.pop(element), length)
            depth -= _is_link(element)
            if element.tag in _BLOCKS:
                add("\n")
        if element is not body:
            add(plain(element.tail))
    flat.starts.append(length)
    flat.links.append(linked)
    flat.text = "".join(parts)
    return flat


def _is_link(element: Element) -> bool:
    """Whether it leads elsewhere: portals name articles by anchors, and refer within the page."""
    return element.tag == "a" and not (element.get("href") or "#").startswith("#")
