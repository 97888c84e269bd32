"""Names of WordprocessingML, and how its elements are asked."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
ALTERNATES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

STRICT = {
    b'"http://purl.oclc.org/ooxml/wordprocessingml/main"': f'"{MAIN}"'.encode(),
    b'"http://purl.oclc.org/ooxml/officeDocument/math"': (
        b'"http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ),
}
"""Namespaces of the strict form (ISO/IEC 29500-1) and those of the usual, transitional one."""

_OFF = frozenset({"0", "false", "off"})


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute `w:name`, None without it or without the element."""
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """The attribute `w:name` as a whole number, None where it is none."""
    text = value(element, name)
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None


def switch(properties: Element | None, name: str) -> bool | None:
    """An on/off property (section 17.17.4): None where `properties` do not name it."""
    element = None if properties is None else properties.find(W + name)
    return None if element is None else value(element) not in _OFF


def unwrapped(element: Element) -> Iterator[Element]:
    """The children of `element`; of alternatives the children of the one to take.

    The first choice that holds text is taken, the fallback where none does (part 3, section 7.5):
    text boxes stand in both.
    """
    for child in element:
        if child.tag != ALTERNATES:
            yield child
        elif taken := _alternative(child):
            yield from unwrapped(taken[0])


def _alternative(alternates: Element) -> list[Element]:
    choices = alternates.findall(CHOICE) + alternates.findall(FALLBACK)
    with_text = [item for item in choices if next(item.iter(W + "t"), None) is not None]
    return with_text[:1] or choices[:1]
