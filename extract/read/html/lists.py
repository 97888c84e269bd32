"""Numbers and bullets of lists, as a browser shows them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from extract.read.html.css import Properties

_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 3999


@dataclass(slots=True)
class Numbers:
    """One list and the number of its next item; `style` as in CSS `list-style-type`."""

    style: str
    next: int
    step: int = 1

    def label(self, item: Element, own: Properties) -> str:
        """What stands before the item, empty if nothing does; counts on."""
        number = _whole(item.get("value"))
        if number is None:
            number = self.next
        self.next = number + self.step
        style = _style(own) or _TYPES.get(item.get("type", ""), self.style)
        if style == "none":
            return ""
        return _written(number, style) + "." if style in _COUNTED else "-"


_COUNTED = frozenset({*_TYPES.values(), "lower-latin", "upper-latin", "decimal-leading-zero"})


def numbers(element: Element, own: Properties, items: int) -> Numbers:
    """The numbers of `<ol>`, the bullets of any other list."""
    if element.tag != "ol":
        return Numbers(_style(own) or "disc", 1)
    style = _style(own) or _TYPES.get(element.get("type", ""), "decimal")
    start = _whole(element.get("start"))
    if element.get("reversed") is not None:
        return Numbers(style, items if start is None else start, -1)
    return Numbers(style, 1 if start is None else start)


def _style(own: Properties) -> str | None:
    if found := own.get("list-style-type"):
        return found
    return next((part for part in own.get("list-style", "").split() if part in _STYLES), None)


_STYLES = frozenset({*_COUNTED, "none", "disc", "circle", "square"})


def _written(number: int, style: str) -> str:
    """A number in letters, Roman or Arabic figures.

    >>> _written(28, "lower-alpha"), _written(14, "upper-roman"), _written(0, "lower-roman")
    ('ab', 'XIV', '0')
    """
    if style.endswith(("alpha", "latin")) and number > 0:
        written = ""
        while number:
            number, rest = divmod(number - 1, 26)
            written = chr(ord("a") + rest) + written
    elif style.endswith("roman") and 0 < number <= _LARGEST:
        written = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            written += letters * count
    else:
        return f"{number:02d}" if style == "decimal-leading-zero" else str(number)
    return written.upper() if style.startswith("upper") else written


def _whole(text: str | None) -> int | None:
    text = (text or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else None
