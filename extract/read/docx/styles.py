"""What styles give to paragraphs and runs (section 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extract.read.docx.names import Element, W, number, switch, value
from extract.read.flow.look import Look

_HEADING = re.compile(r"(?i:heading) ?([1-9])")
_CONTENTS = re.compile(r"(?i:toc) ?[1-9]")
_DEEPEST = 50  # styles that are based on each other; Word allows 11


def look(properties: Element | None) -> Look:
    """The look that run properties (`w:rPr`, 17.3.2) give."""
    if properties is None:
        return _PLAIN
    capitals = switch(properties, "caps")
    small = switch(properties, "smallCaps")
    return Look(
        font=_font(properties.find(W + "rFonts")),
        bold=switch(properties, "b"),
        capitals=small if capitals is None else capitals or bool(small),
        hidden=switch(properties, "vanish"),
    )


_PLAIN = Look()


def _font(fonts: Element | None) -> str | None:
    """The name of a run's font; "" for one of the theme, which are Unicode fonts."""
    if fonts is None:
        return None
    if value(fonts, "asciiTheme") or value(fonts, "hAnsiTheme"):
        return ""
    return value(fonts, "hAnsi") or value(fonts, "ascii")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it takes over from those it is based on.

    `numbering` is the id of a numbering, `numbering_level` from 0. `heading` is 1 for "heading 1"
    and so on, 0 for other styles; `contents` is said of the lines of a table of contents.
    """

    look: Look = _PLAIN
    numbering: str | None = None
    numbering_level: int | None = None
    heading: int = 0
    contents: bool = False
    borders: Element | None = None


class Styles:
    """The styles of a document. `root` is the part `word/styles.xml`."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._styles: dict[str, Style] = {}
        self._root = root
        for element in () if root is None else root.findall(W + "style"):
            name = value(element, "styleId") or ""
            self._elements.setdefault(name, element)
            if value(element, "default") in ("1", "true", "on"):
                self._defaults.setdefault(value(element, "type") or "", name)

    @cached_property
    def base(self) -> Look:
        """The look of a run that nothing is said about."""
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        return look(None if self._root is None else self._root.find(path))

    def paragraph(self, name: str | None) -> Style:
        """The paragraph style of this id; the default one for None and for unknown ids."""
        return self._style(name if name in self._elements else self._defaults.get("paragraph"))

    def character(self, name: str | None) -> Style:
        """The character style of this id."""
        return self._style(name)

    def table(self, name: str | None) -> Style:
        """The table style of this id."""
        return self._style(name if name in self._elements else self._defaults.get("table"))

    def _style(self, name: str | None) -> Style:
        if name is None or name not in self._elements:
            return Style()
        if name not in self._styles:
            self._styles[name] = self._merged(name)
        return self._styles[name]

    def _merged(self, name: str) -> Style:
        chain: list[Element] = []
        following: str | None = name
        seen: set[str] = set()
        while following in self._elements and following not in seen and len(chain) < _DEEPEST:
            seen.add(following)
            chain.append(self._elements[following])
            following = value(self._elements[following].find(W + "basedOn"))
        style = Style()
        for element in reversed(chain):
            style = _over(element, style)
        return style


def _over(element: Element, below: Style) -> Style:
    title = (value(element.find(W + "name")) or "").strip()
    numbering = element.find(f"{W}pPr/{W}numPr")
    own = value(numbering.find(W + "numId")) if numbering is not None else None
    level = number(numbering.find(W + "ilvl")) if numbering is not None else None
    heading = _HEADING.fullmatch(title)
    borders = element.find(f"{W}tblPr/{W}tblBorders")
    return Style(
        look(element.find(W + "rPr")).over(below.look),
        below.numbering if own is None else own,
        below.numbering_level if level is None else level,
        int(heading.group(1)) if heading else below.heading,
        below.contents or bool(_CONTENTS.fullmatch(title)),
        below.borders if borders is None else borders,
    )
