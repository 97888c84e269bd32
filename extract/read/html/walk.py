"""The paragraphs, tables and notes of a page, in order, as drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from extract.lexicons.load import table as words
from extract.read.flow.drafts import Draft, Piece, Table
from extract.read.flow.look import Look
from extract.read.html.css import Properties, Sheet
from extract.read.html.grid import Rows
from extract.read.html.lists import Numbers, numbers
from extract.read.html.looks import is_hidden, look, properties
from extract.read.html.symbols import shown

_BLOCKS = frozenset(words("web_pages")["blocks"])
_LISTS = frozenset({"ol", "ul", "dir", "menu"})
_HEADING = re.compile(r"h([1-6])")
_LONGEST_HEADING = 300
_SPACE = re.compile(r"[ \t\r\n\f]+")
_GAP = re.compile("[ \xa0]{3,}")
"""What an author typed to set words apart."""
_BREAK = "\n"
_REFERS = re.compile(r"#_?(?:ftn|edn|fn|note)-?\d+|#sd(?:foot|end)note\d+sym", re.IGNORECASE)
_NOTE = re.compile(r"#_?(?:ftn|edn|fn|note)ref-?\d+|#sd(?:foot|end)note\d+anc", re.IGNORECASE)
_NOTE_BLOCK = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+", re.IGNORECASE)
_TYPED = re.compile(r"(?:\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}\.|[-–+•*])(?:\s|$)")
"""The number of an item that was typed within a numbered list: Word and its like make a list of
what begins so, and keep both."""
_DEEPEST_TABLE = 30


_MOST_CELLS = 50_000


class TooComplexError(Exception):
    """Tables stand in tables too deep, or have too many cells."""


@dataclass(slots=True)
class _Frame:
    """What an open element changed, to be undone at its end."""

    look: Look
    block: bool
    kept: bool = False
    closes: str = ""


@dataclass(slots=True)
class Walk:
    """Reads one page. `blocks` is its body, `notes` each footnote's blocks; `left_out` are elements
    that are no text of it."""

    sheet: Sheet
    left_out: frozenset[Element] = frozenset()
    blocks: list[Draft | Table] = field(default_factory=list)
    notes: list[list[Draft | Table]] = field(default_factory=list)
    _around: Look = field(default_factory=Look)
    _frames: list[_Frame] = field(default_factory=list)
    _targets: list[tuple[list[Draft | Table], str | None]] = field(default_factory=list)
    _tables: list[Rows] = field(default_factory=list)
    _lists: list[Numbers] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _label: str = ""
    _level: int = 0
    _is_note: bool = False
    _paragraphs: int = 0
    _numbered: int = 0
    _cells: int = 0

    def read(self, root: Element) -> None:
        """Reads what stands in `root`, even where it is said to be hidden.

        Raises:
            TooComplexError: tables nest too deep, or are too large.
        """
        self._targets = [(self.blocks, None)]
        self._around = Look()
        for above in reversed(list(root.iterancestors())):
            self._around = look(above, properties(above, self.sheet), self._around)
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if not self._start(element, element is root):
                    walker.skip_subtree()
                continue
            if event == "end":
                self._end()
            if element is not root and element.tail:
                self._text(element.tail)
        self._flush()

    def _start(self, element: Element, is_root: bool) -> bool:
        """Begins an element; False leaves out what is in it."""
        around = self._frames[-1] if self._frames else _Frame(self._around, False)
        own = properties(element, self.sheet)
        tag = str(element.tag)
        frame = _Frame(look(element, own, around.look), tag in _BLOCKS, around.kept)
        self._frames.append(frame)
        if not is_root and (is_hidden(element, own) or element in self.left_out):
            frame.block = False
            return False
        if tag == "a" and not self._anchor(element):
            return False
        if "mso-tab-count" in own:  # Word fills it with no-break spaces
            self._pieces.append(Piece("\t", frame.look))
            return False
        if frame.block:
            self._flush()
            self._open_block(element, tag, own, frame)
        elif tag == "br":
            self._pieces.append(Piece(_BREAK, frame.look))
        if own.get("white-space", "").startswith("pre") or tag == "pre":
            frame.kept = True
        if element.text:
            self._text(element.text)
        return True

    def _open_block(self, element: Element, tag: str, own: Properties, frame: _Frame) -> None:
        if heading := _HEADING.fullmatch(tag):
            self._level = int(heading.group(1))
        elif tag == "table":
            self._open_table(element, own)
            frame.closes = "table"
        elif tag == "tr" and self._tables:
            self._tables[-1].row()
        elif tag in ("td", "th") and self._tables:
            self._cells += 1
            if self._cells > _MOST_CELLS:
                raise TooComplexError
            rows = self._tables[-1]
            rows.headed = rows.headed or tag == "th"
            rows.ruled = rows.ruled or _ruled(own)
            self._targets.append(
                rows.cell(_span(element.get("rowspan")), _span(element.get("colspan")))
            )
            frame.closes = "cell"
        elif tag in _LISTS:
            backwards = element.get("reversed") is not None
            items = sum(child.tag == "li" for child in element) if backwards else 0
            self._lists.append(numbers(element, own, items))
            frame.closes = "list"
        elif tag == "li":
            self._label = self._lists[-1].label(element, own) if self._lists else ""
        if own.get("mso-element") in ("footnote", "endnote") or _NOTE_BLOCK.fullmatch(
            element.get("id", "")
        ):
            self.notes.append([])
            self._targets.append((self.notes[-1], f"n{len(self.notes)}"))
            frame.closes = frame.closes or "note"

    def _open_table(self, element: Element, own: Properties) -> None:
        if len(self._tables) >= _DEEPEST_TABLE:
            raise TooComplexError
        path = self._targets[-1][1]
        if path is None:
            self._numbered += 1
        border = element.get("border", "0").strip()
        ruled = border not in ("", "0") or element.get("rules") == "all" or _ruled(own)
        self._tables.append(Rows(self._numbered if path is None else 0, path, ruled))

    def _anchor(self, element: Element) -> bool:
        """Whether a link's words belong to the text: those of a note's mark do not."""
        target = element.get("href", "").rpartition("/")[2]
        target = target[target.find("#") :] if "#" in target else ""
        if _NOTE.fullmatch(target):
            self._is_note = True
        return not _REFERS.fullmatch(target)

    def _end(self) -> None:
        frame = self._frames.pop()
        if frame.block:
            self._flush()
        if frame.closes == "table":
            found = self._tables.pop().table()
            if found.cells:
                self._targets[-1][0].append(found)
        elif frame.closes in ("cell", "note"):
            self._targets.pop()
        elif frame.closes == "list":
            self._lists.pop()

    def _text(self, text: str) -> None:
        frame = self._frames[-1]
        text = shown(text, frame.look.font)
        if frame.kept:
            text = text.replace("\r\n", _BREAK).replace("\r", _BREAK)
        else:
            text = _GAP.sub(lambda gap: " " * len(gap.group()), _SPACE.sub(" ", text))
            if not self._pieces or self._pieces[-1].text[-1:] in (" ", "\t", _BREAK):
                text = text.removeprefix(" ") if text[:2] != "  " else text
        if text:
            self._pieces.append(Piece(text, frame.look))

    def _flush(self) -> None:
        """Ends the paragraph, if one is open."""
        lines = list(_lines(self._pieces))
        self._pieces = []
        if not any(map(_filled, lines)):
            return
        label, self._label = self._label, ""
        if _TYPED.match("".join(piece.text for line in lines for piece in line).lstrip()):
            label = ""
        level, self._level = self._level, 0
        if sum(len(piece.text) for line in lines for piece in line) > _LONGEST_HEADING:
            level = 0
        target, path = self._target()
        empty = False
        for line in lines:
            if not _filled(line):
                empty = True
                continue
            if empty and path is None:  # two breaks are the end of a paragraph
                self._paragraphs += 1
            empty = False
            if label:
                line.insert(0, Piece(f"{label} ", line[0].look))
            opens = True if label else None
            label = ""
            target.append(Draft(line, path or f"p{self._paragraphs}", opens, level))

    def _target(self) -> tuple[list[Draft | Table], str | None]:
        """Where the next paragraph goes, and its path; None where it is counted, which it is."""
        target, path = self._targets[-1]
        is_note, self._is_note = self._is_note, False
        if is_note and path is None:
            self.notes.append([])
            return self.notes[-1], f"n{len(self.notes)}"
        self._paragraphs += path is None
        return target, path


def _filled(line: list[Piece]) -> bool:
    return any(piece.text.strip() for piece in line)


def _lines(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line that somebody broke."""
    line: list[Piece] = []
    for piece in pieces:
        head, *tail = piece.text.split(_BREAK)
        line.append(Piece(head, piece.look))
        for part in tail:
            yield line
            line = [Piece(part, piece.look)]
    yield line


def _ruled(own: Properties) -> bool:
    """Whether the properties draw a line at the top or all around."""
    names = ("border", "border-top", "border-left", "border-style")
    return any(
        style in own.get(name, "") for name in names for style in ("solid", "double", "inset")
    ) and own.get("border-width") not in ("0", "0px")


def _span(text: str | None) -> int:
    """A number of rows or columns as written in an attribute, 1 where it is none."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdecimal()):
        return 1
    return int(digits[:9])
