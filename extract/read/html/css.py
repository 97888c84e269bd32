"""The few properties of CSS that tell what letters there are: hidden, capitals, font, weight.

Only rules for an element's name, class or id are read; that is what Word, LibreOffice and the
portals write. A selector with anything more is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]{0,15})?([.#][\w-]{1,60})?", re.IGNORECASE)
_MOST_RULES = 20_000

WANTED = frozenset(
    {
        "display",
        "visibility",
        "mso-hide",
        "mso-element",
        "mso-tab-count",
        "text-transform",
        "font-family",
        "font-weight",
        "font",
        "white-space",
        "list-style-type",
        "list-style",
        "border",
        "border-top",
        "border-left",
        "border-style",
        "border-width",
    }
)
Properties = Mapping[str, str]


def declarations(text: str) -> dict[str, str]:
    """The properties of `WANTED` in a `style` attribute or the body of a rule, in small letters.

    >>> declarations("FONT-FAMILY:'.VnTime', serif; color:red; display : none !important")
    {'font-family': "'.vntime', serif", 'display': 'none'}
    """
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in WANTED:
            found[name] = value.strip().lower().removesuffix("!important").strip()
    return found


class Sheet:
    """The rules of a page's style sheets, later ones over earlier ones."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for sheet in sheets:
            for selectors, body in _rules(_COMMENT.sub("", sheet)):
                properties = declarations(body)
                for selector in selectors.split(",") if properties else ():
                    self._add(selector.strip(), properties)

    def properties(self, tag: str, classes: str, name: str) -> dict[str, str]:
        """What the rules say of an element: those for its id over its classes over its name."""
        if not self._rules:
            return {}
        marks = ["", *(f".{each}" for each in classes.split()[:20]), f"#{name}"]
        found: dict[str, str] = {}
        for mark in marks:
            found |= self._rules.get(("", mark), {})
            found |= self._rules.get((tag, mark), {})
        return found

    def _add(self, selector: str, properties: dict[str, str]) -> None:
        match = _SELECTOR.fullmatch(selector)
        if match and selector and len(self._rules) < _MOST_RULES:
            key = ((match.group(1) or "").lower(), match.group(2) or "")
            self._rules[key] = self._rules.get(key, {}) | properties


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selector and body of each rule; those within `@media` and the like are left out."""
    place = depth = 0
    selector = ""
    for match in re.finditer(r"[{}]", sheet):
        between = sheet[place : match.start()]
        place = match.end()
        if match.group() == "{":
            if depth == 0:
                selector = between.rpartition(";")[2].strip()
            depth += 1
            continue
        if depth == 1 and not selector.startswith("@"):
            yield selector, between
        depth = max(0, depth - 1)
