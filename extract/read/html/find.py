"""Which element of a page holds the decision, and not what stands around it.

The form of a decision tells (Nghị định 30/2020/NĐ-CP, annex I), not the names a site gives: it
begins with the Quốc hiệu and ends with recipients and signature; annexes follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml.etree import _Element as Element

from extract.lexicons.load import table
from extract.read.html.flat import Flat, flatten

_MOST_TRIED = 20
_LINKS = 0.3
"""Share of letters in links above which something is a menu or a list of documents."""
_MENU = 0.9
"""Share of letters in links from which on a list has nothing else."""
_MENUS = 0.1
_LISTS = frozenset({"ul", "ol", "dl"})
_MOST_PAGE = 0.6
"""Of the letters of a page that are in no link: as many as a decision without an end must have."""


@dataclass(frozen=True, slots=True)
class Found:
    """The elements that hold the decision, in order, and what in them is no text of it."""

    elements: list[Element]
    menus: frozenset[Element] = frozenset()


def decision(body: Element) -> Found:
    """Where the decision stands: in `body` itself where nothing stands around it."""
    flat = flatten(body)
    if not _has_surroundings(flat):
        return Found([body])
    menus = frozenset(
        element
        for element, (start, end) in flat.spans.items()
        if element.tag in _LISTS
        and flat.linked(start, end) > _MENU * len(flat.text[start:end].strip()) > 0
    )
    found = [parts for start in _mottos(flat.text) if (parts := _grown(body, flat, start))]
    if found:
        return Found(min(found, key=lambda parts: sum(_size(flat, part) for part in parts)), menus)
    return Found([_densest(body, flat)], menus)


def _has_surroundings(flat: Flat) -> bool:
    """Whether the page has more than one document: controls, or many links."""
    return flat.controls > 0 or flat.linked(0, len(flat.text)) > _MENUS * len(flat.text)


def _mottos(text: str) -> Iterator[int]:
    for number, match in enumerate(_motto().finditer(text)):
        if number == _MOST_TRIED:
            return
        yield match.start()


def _grown(body: Element, flat: Flat, start: int) -> list[Element]:
    """The smallest element around `start` that has the end of the decision, and its annexes where
    those stand beside it; none without an end."""
    at: Element | None = _innermost(body, flat, start)
    while at is not None and not _end().search(flat.text, start, flat.spans[at][1]):
        at = None if at is body else at.getparent()
    if at is None:
        return []
    core = at  # the smallest element with all that `at` has
    while at is not body and (above := at.getparent()) is not None:
        if not _belongs(flat, above, *flat.spans[at]):
            return [*_trimmed(flat, core), *_annexes(flat, at)]
        if flat.text[flat.spans[at][1] : flat.spans[above][1]].strip():
            core = above
        at = above
    return _trimmed(flat, core)


def _trimmed(flat: Flat, element: Element) -> list[Element]:
    """The element, or its children without the lists of links at its end, where it has any."""
    children = [child for child in element if child in flat.spans]
    kept = list(children)
    while kept and (_is_blank(flat, kept[-1]) or _is_foreign(flat, *flat.spans[kept[-1]])):
        kept.pop()
    texts = [element.text, *(child.tail for child in element)]
    if not kept or len(kept) == len(children) or any(text and text.strip() for text in texts):
        return [element]
    return kept


def _is_blank(flat: Flat, element: Element) -> bool:
    return not flat.text[slice(*flat.spans[element])].strip()


def _annexes(flat: Flat, element: Element) -> Iterator[Element]:
    """The elements behind the decision that go on with it."""
    begun = False
    for following in element.itersiblings():
        if following not in flat.spans:
            continue
        start, end = flat.spans[following]
        text = flat.text[start:end].strip()
        if not text:
            continue
        begun = begun or bool(_annex().match(text))
        if not begun or _is_foreign(flat, start, end):
            return
        yield following


def _belongs(flat: Flat, above: Element, first: int, last: int) -> bool:
    """Whether what `above` has more than `text[first:last]` is of the decision."""
    start, end = flat.spans[above]
    before, after = flat.text[start:first].strip(), flat.text[last:end].strip()
    if before:
        return False
    if not after:
        return True
    return bool(_annex().match(after)) and not _is_foreign(flat, last, end)


def _is_foreign(flat: Flat, start: int, end: int) -> bool:
    """Whether a stretch is a list of links, or another decision, or the same once more."""
    text = flat.text[start:end]
    return flat.linked(start, end) > _LINKS * len(text.strip()) or bool(_motto().search(text))


def _innermost(body: Element, flat: Flat, place: int) -> Element:
    """The smallest element that `text[place]` stands in."""
    at = body
    while True:
        inner = None
        for child in at:
            span = flat.spans.get(child)
            if span and span[0] <= place < span[1]:
                inner = child
                break
        if inner is None:
            return at
        at = inner


def _densest(body: Element, flat: Flat) -> Element:
    """The smallest element with most of the letters that stand in no link."""

    def weight(element: Element) -> int:
        start, end = flat.spans[element]
        return end - start - flat.linked(start, end)

    least = _MOST_PAGE * weight(body)
    at = body
    while True:
        inner = next((c for c in at if c in flat.spans and weight(c) >= least), None)
        if inner is None or inner.tag in ("table", "p"):
            return at
        at = inner


def _size(flat: Flat, element: Element) -> int:
    start, end = flat.spans[element]
    return end - start


@cache
def _motto() -> re.Pattern[str]:
    """The Quốc hiệu, its second line near it: banners of portals have the first alone."""
    names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in _words("motto"))
    return re.compile(
        rf"(?:{names})(?=[^\w]{{0,200}}độc\s+lập)|đảng\s+cộng\s+sản\s+việt\s+nam(?=\s)"
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in _words("ends")))


@cache
def _annex() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in _words("annexes")))


def _words(name: str) -> list[str]:
    return list(table("web_pages")[name])
