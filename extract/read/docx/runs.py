"""The letters of a paragraph, with what each looks like (sections 17.3.2, 17.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from extract.lexicons.load import table
from extract.read.docx.names import MATH_TEXT, Element, W, unwrapped, value
from extract.read.docx.styles import Styles, look
from extract.read.flow.drafts import Piece
from extract.read.flow.look import Look

_INSIDE = frozenset(
    W + name
    for name in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    )
)
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",  # in the old fonts it is a letter
}
_BREAKS = re.compile(r"[\r\n]+")
_SYMBOL_FONT = 0xF000
_RUN, _TEXT, _SYMBOL, _FIELD = W + "r", W + "t", W + "sym", W + "fldChar"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its letters (a line break is a line feed), the text boxes that hang
    on it, and the notes that it refers to, as (part, id)."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    _codes: int = 0

    def add(self, text: str, shown: Look) -> None:
        """Appends letters, unless they are hidden or belong to the code of a field."""
        if not shown.hidden and not self._codes:
            self.pieces.append(Piece(text, shown))

    def field(self, sign: str | None) -> None:
        """A field's code begins, its result begins, or it ends (17.16.18)."""
        if sign == "begin":
            self._codes += 1
        elif sign in ("separate", "end") and self._codes:
            self._codes -= 1


def content(paragraph: Element, base: Look, styles: Styles) -> Content:
    """What is to be seen of a paragraph, tracked changes accepted. `base` is its style's look."""
    found = Content()
    _gather(paragraph, base, styles, found)
    return found


def _gather(parent: Element, base: Look, styles: Styles, found: Content) -> None:
    for child in unwrapped(parent):
        if child.tag == _RUN:
            _run(child, base, styles, found)
        elif child.tag in _INSIDE:
            _gather(child, base, styles, found)
        elif isinstance(child.tag, str) and child.tag.endswith(("}oMath", "}oMathPara")):
            found.add("".join(text.text or "" for text in child.iter(MATH_TEXT)), base)


def _run(run: Element, base: Look, styles: Styles, found: Content) -> None:
    properties = run.find(W + "rPr")
    shown = base
    if properties is not None:
        style = properties.find(W + "rStyle")
        if style is not None:
            shown = styles.character(value(style)).look.toggled(base)
        shown = look(properties).over(shown)
    for child in unwrapped(run):
        tag = child.tag
        if tag == _TEXT:
            if child.text:
                found.add(_plain(child.text, shown.font), shown)
        elif tag in _SIGNS:
            found.add(_SIGNS[tag], shown)
        elif tag == _SYMBOL:
            found.add(_symbol(value(child, "font"), value(child, "char")), shown)
        elif tag == _FIELD:
            found.field(value(child, "fldCharType"))
        elif tag in _NOTES:
            if name := value(child, "id"):
                found.notes.append((_NOTES[tag], name))
        elif tag in _PICTURES:
            if not shown.hidden:
                found.boxes += _boxes(child)
        elif tag in _INSIDE:
            _gather(child, base, styles, found)


def _boxes(picture: Element) -> list[Element]:
    """The text boxes of a drawing; those within them are found when they are read."""
    found: list[Element] = []
    waiting = [picture]
    while waiting:
        element = waiting.pop()
        if element.tag == W + "txbxContent":
            found.append(element)
        else:
            waiting += reversed(list(unwrapped(element)))
    return found


def _plain(text: str, font: str | None) -> str:
    """`text` in one line, without letters that only a symbol font shows as something."""
    text = _BREAKS.sub(" ", text)
    if not any("\uf000" <= char <= "\uf0ff" for char in text):
        return text
    shown = _symbols(font)
    if shown is None:  # an old encoding can be kept so, too
        return text
    return "".join(
        shown.get(ord(char) - _SYMBOL_FONT, "") if "\uf000" <= char <= "\uf0ff" else char
        for char in text
    )


def _symbol(font: str | None, code: str | None) -> str:
    """The character that `w:sym` shows (17.3.3.30)."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    shown = _symbols(font)
    if shown is None:
        return chr(number) if 0x20 <= number < 0x10000 and not 0xD800 <= number < 0xE000 else ""
    return shown.get(number & 0xFF, "")


@cache
def _tables() -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = table("word_files")["symbols"]
    return found


def _symbols(font: str | None) -> dict[int, str] | None:
    name = (font or "").lower()
    return next((rows for start, rows in _tables().items() if name.startswith(start)), None)
