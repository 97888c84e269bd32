"""Automatic numbering: what stands before a paragraph that nobody typed (section 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extract.lexicons.load import table
from extract.read.docx.formats import shown
from extract.read.docx.names import Element, W, number, switch, value
from extract.read.docx.styles import look
from extract.read.flow.look import Look

_GAP = re.compile(r"%([1-9])")
_LEVELS = 9
_LARGEST = 32767
_LONGEST = 60
"""Characters of a label's pattern: real ones have some ten."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is its pattern, "%1.%2."; `restart` as in the file, from 1."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    look: Look = field(default_factory=Look)


@dataclass(frozen=True, slots=True)
class Label:
    """The text before a paragraph, and its look."""

    text: str
    look: Look


@dataclass(slots=True)
class _List:
    """A numbering as paragraphs refer to it; lists of one `family` count on together."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: bool = False


class Numbering:
    """The lists of a document and how far each has counted. `root` is `word/numbering.xml`."""

    def __init__(self, root: Element | None) -> None:
        self._families: dict[str, Element] = {}
        self._linked: dict[str, str] = {}
        self._numbers: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for element in root.findall(W + "abstractNum"):
            family = value(element, "abstractNumId") or ""
            self._families[family] = element
            if style := value(element.find(W + "styleLink")):
                self._linked[style] = family
        for element in root.findall(W + "num"):
            self._numbers[value(element, "numId") or ""] = element

    def level_of_style(self, name: str, style: str | None) -> int:
        """The level of list `name` that belongs to the paragraph style `style`; 0 without one."""
        found = self._list(name)
        levels = found.levels if found else {}
        return next((i for i, level in levels.items() if style and level.style == style), 0)

    def label(self, name: str, level: int) -> Label | None:
        """The label of the next paragraph of list `name` at `level` (from 0), if it shows one."""
        found = self._list(name)
        if found is None or level not in found.levels:
            return None
        counts = self._counts.setdefault(found.family, {})
        self._count(found, counts, level)
        about = found.levels[level]
        text = _bullet(found, level) if about.form == "bullet" else _numbered(found, counts, level)
        return Label(text, about.look) if text.strip() else None

    def _count(self, found: _List, counts: dict[int, int], level: int) -> None:
        if not found.begun:
            found.begun = True
            for overridden in found.starts:
                counts.pop(overridden, None)
        about = found.levels[level]
        start = found.starts.get(level, about.start)
        counts[level] = min(counts[level] + 1, _LARGEST) if level in counts else start
        for deeper in [i for i in counts if i > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                counts.pop(deeper)

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._read(name)
        return self._lists[name]

    def _read(self, name: str) -> _List | None:
        element = self._numbers.get(name)
        if element is None:
            return None
        family = value(element.find(W + "abstractNumId")) or ""
        abstract = self._families.get(family)
        if abstract is not None and (link := value(abstract.find(W + "numStyleLink"))):
            family = self._linked.get(link, family)
            abstract = self._families.get(family)
        levels = {} if abstract is None else _levels(abstract)
        starts: dict[int, int] = {}
        for override in element.findall(W + "lvlOverride"):
            place = number(override, "ilvl")
            if place is None:
                continue
            if own := _levels(override):
                levels[place] = own.get(place, next(iter(own.values())))
            start = number(override.find(W + "startOverride"))
            if start is not None:
                starts[place] = _bounded(start)
        return _List(family, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in parent.findall(W + "lvl")[:_LEVELS]:
        place = number(element, "ilvl")
        if place is not None and 0 <= place < _LEVELS:
            found[place] = _level(element)
    return found


def _level(element: Element) -> Level:
    level = Level(
        start=_bounded(number(element.find(W + "start")) or 0),
        form=_form(element),
        text=(value(element.find(W + "lvlText")) or "")[:_LONGEST],
        restart=number(element.find(W + "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        style=value(element.find(W + "pStyle")),
        look=look(element.find(W + "rPr")),
    )
    if element.find(W + "lvlPicBulletId") is not None:
        level = replace(level, form="bullet")
    return level


def _form(element: Element) -> str:
    """The number format; newer ones stand in an alternative, beside one that all know."""
    return next((value(found) or "" for found in element.iter(W + "numFmt")), "decimal")


def _bounded(start: int) -> int:
    return max(0, min(start, _LARGEST))


def _numbered(found: _List, counts: dict[int, int], level: int) -> str:
    legal = found.levels[level].legal

    def fill(gap: re.Match[str]) -> str:
        place = int(gap.group(1)) - 1
        about = found.levels.get(place)
        if about is None or place > level:
            return ""
        count = counts.get(place, found.starts.get(place, about.start))
        return shown(count, "decimal" if legal and about.form != "none" else about.form)

    return _GAP.sub(fill, found.levels[level].text)


def _bullet(found: _List, level: int) -> str:
    sign = found.levels[level].text.strip()
    if not sign:
        return ""
    for shown_as, signs in table("word_files")["bullets"].items():
        if sign in signs:
            return str(shown_as)
    above = sum(about.form == "bullet" for i, about in found.levels.items() if i < level)
    return ("-", "+")[above] if above < 2 else "•"
