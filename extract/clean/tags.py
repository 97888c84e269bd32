"""HTML within Markdown: tags and character references of a line (CommonMark, sections 2.5, 6.6)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from extract.lexicons.load import table

BREAK = "\n"
"""Stands between two paragraphs of one cell of a table."""

_ATTRIBUTE = r"""[\w:-]{1,40}\s?=\s?(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|[^\s"'<>=]{1,200})"""
_NAMES = "|".join(table("web_pages")["in_markdown"])
_TAG = re.compile(rf"<(/?)({_NAMES})(?:\s+{_ATTRIBUTE}){{0,12}}\s?/?>|<!--", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});", re.IGNORECASE)
_BREAKS = frozenset(table("web_pages")["breaks_in_markdown"])


@dataclass(frozen=True, slots=True)
class Swap:
    """What a tag or a reference stands for, and where it ends; `BREAK` for one between lines."""

    end: int
    text: str


def swaps(content: str) -> dict[int, Swap]:
    """What tags and references of a line stand for, by their first character.

    >>> swaps("a&amp;b")
    {1: Swap(end=6, text='&')}
    """
    found: dict[int, Swap] = {}
    open_comments = True
    for tag in _TAG.finditer(content):
        end = tag.end()
        if tag.group() == "<!--":
            closing = content.find("-->", end) if open_comments else -1
            if closing < 0:
                open_comments = False
                continue
            end = closing + len("-->")
        found[tag.start()] = Swap(end, BREAK if (tag.group(2) or "").lower() in _BREAKS else "")
    for reference in _REFERENCE.finditer(content):
        text = html.unescape(reference.group())
        if len(text) == 1 and (text.isprintable() or text.isspace()):
            found[reference.start()] = Swap(reference.end(), " " if text.isspace() else text)
    return found
