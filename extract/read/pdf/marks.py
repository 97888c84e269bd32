"""The raised numbers of footnotes, which pdfium takes for the end of the word before them."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicons.load import table
from extract.read.pdf.fonts import Fonts
from extract.read.pdf.pieces import Piece

_CANDIDATE = re.compile(r"[^\W\d_][)\"”’.,;:]?\d{1,2}(?=[.,;:)]?(?:\s|$))")
_MARKED = re.compile(r"([^\d\s]+[^\W\d_][)\"”’.,;:]?)(\d{1,2})([.,;:)]?)")
_RAISED = 0.15
"""Share of the font's size by which the number stands above the base line."""

_SMALLER = 0.85
"""Share of the font's size that the number has at most."""


def with_marks(piece: Piece, fonts: Fonts) -> Piece:
    """The piece with each footnote's number as a word of its own."""
    if not _CANDIDATE.search(" ".join(piece.texts)):
        return piece
    texts: list[str] = []
    left: list[float] = []
    right: list[float] = []
    letters: list[int] = []
    marks: set[int] = set()
    for text, x0, x1, letter in zip(
        piece.texts, piece.left, piece.right, piece.letters, strict=True
    ):
        found = _MARKED.fullmatch(text)
        at = letter + len(found[1]) if found else 0
        if not found or _is_unit(found[1]) or not _is_raised(letter, at, fonts):
            cut = [(text, x0, x1, letter)]
        else:
            middle, _ = fonts.place(at)
            end = x1 if not found[3] else fonts.place(at + len(found[2]))[0]
            marks.add(len(texts) + 1)
            cut = [(found[1], x0, middle, letter), (found[2], middle, end, at)]
            if found[3]:
                cut.append((found[3], end, x1, at + len(found[2])))
        for word in cut:
            texts.append(word[0])
            left.append(word[1])
            right.append(word[2])
            letters.append(word[3])
    if not marks:
        return piece
    return replace(
        piece, texts=texts, left=left, right=right, letters=letters, marks=frozenset(marks)
    )


def _is_raised(letter: int, mark: int, fonts: Fonts) -> bool:
    size = fonts.size(letter)
    rise = fonts.place(mark)[1] - fonts.place(letter)[1]
    return rise > _RAISED * size and fonts.size(mark) < _SMALLER * size


def _is_unit(word: str) -> bool:
    """Whether a raised number behind `word` is a power: m², km³."""
    return word.rpartition("/")[2].lower() in table("pages")["raised_units"]
