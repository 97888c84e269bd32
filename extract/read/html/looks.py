"""How an element's letters look, from its name, its attributes and the style sheets."""

from __future__ import annotations

from lxml.etree import _Element as Element

from extract.lexicons.load import table
from extract.read.flow.look import Look
from extract.read.html.css import Properties, Sheet, declarations

_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
LEFT_OUT = frozenset(table("web_pages")["left_out"])
_MARGINS = frozenset({"header", "footer"})


def properties(element: Element, sheet: Sheet) -> dict[str, str]:
    """The properties that hold for the element itself."""
    tag = str(element.tag)
    found = sheet.properties(tag, element.get("class", ""), element.get("id", ""))
    if style := element.get("style"):
        found |= declarations(style)
    return found


def is_hidden(element: Element, own: Properties) -> bool:
    """Whether nobody sees the element, or it is no text of the document: a script, a menu, a
    running head of Word or LibreOffice."""
    return (
        element.tag in LEFT_OUT
        or element.get("hidden") is not None
        or own.get("display") == "none"
        or own.get("visibility") in ("hidden", "collapse")
        or own.get("mso-hide") == "all"
        or own.get("mso-element") in _MARGINS
        or (element.tag == "div" and element.get("title") in _MARGINS)
    )


def look(element: Element, own: Properties, around: Look) -> Look:
    """How letters in the element look, where `around` is the look of what it stands in."""
    font = _font(element, own)
    bold = _bold(str(element.tag), own)
    capitals = {"uppercase": True, "none": False}.get(own.get("text-transform", ""))
    if font is None and bold is None and capitals is None:
        return around
    return Look(font, bold, capitals).over(around)


def _font(element: Element, own: Properties) -> str | None:
    """The first font that is asked for."""
    families = own.get("font-family")
    if families is None and element.tag == "font":
        families = element.get("face")
    return families.split(",")[0].strip(" \"'") if families else None


def _bold(tag: str, own: Properties) -> bool | None:
    weight = own.get("font-weight", "")
    if weight in ("bold", "bolder") or (
        weight.isdecimal() and len(weight) < 5 and int(weight) >= 600
    ):
        return True
    if weight in ("normal", "lighter") or weight.isdecimal():
        return False
    return True if tag in _BOLD else None
