"""A page's text layer as lines of the page model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

import pypdfium2 as pdfium

from extract.lexicons.load import table
from extract.read.legacy import to_unicode
from extract.read.page.model import NoteMark, Rule, TextLine
from extract.read.pdf.fonts import Fonts
from extract.read.pdf.frame import Frame
from extract.read.pdf.letters import page_text, page_words
from extract.read.pdf.marks import with_marks
from extract.read.pdf.pieces import Piece, pieces
from extract.read.source import Word

_ABOVE, _BELOW = 0.85, 0.25
"""How far letters with marks reach above and below the base line, in sizes of the font."""

_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@contextmanager
def text_of(page: pdfium.PdfPage) -> Iterator[pdfium.PdfTextPage]:
    """The text layer of a page, closed at the end."""
    text_page = page.get_textpage()
    try:
        yield text_page
    finally:
        text_page.close()


def text_lines(
    text_page: pdfium.PdfTextPage, frame: Frame, rules: Sequence[Rule] = ()
) -> list[TextLine]:
    """The lines of a text layer, in the file's order; none where it is empty.

    `rules` are the lines drawn on the page.
    """
    text = page_text(text_page)
    if not text.strip():
        return []
    fonts = Fonts(text_page)
    if _symbol().search(text):
        text = _UNREADABLE.sub("\ufffd", text.translate(table("pages")["symbols"]))
    found = pieces(page_words(text_page, text, frame), fonts, rules)
    if not frame.turn:
        found = [with_marks(piece, fonts) for piece in found]
    return [_line(piece, fonts) for piece in found]


def _line(piece: Piece, fonts: Fonts) -> TextLine:
    letters = piece.letters
    first, last = fonts.of(letters[0]), fonts.of(letters[-1])
    font = first if first is last else fonts.of(letters[len(letters) // 2])
    text = " ".join(piece.texts)
    words = tuple(map(Word, piece.left, piece.right))
    if piece.marks:
        words = tuple(NoteMark(w.x0, w.x1) if i in piece.marks else w for i, w in enumerate(words))
    if font.encoding:
        text = to_unicode(text, font.encoding.encoding, capitals=font.encoding.capitals)
        words = words if len(words) == len(text.split()) else ()
    top, bottom = piece.base - _ABOVE * piece.size, piece.base + _BELOW * piece.size
    return TextLine(
        text,
        (piece.left[0], top, max(piece.right), bottom),
        words,
        bold=first.bold + last.bold + font.bold > 1,
        size=piece.size,
    )


@cache
def _symbol() -> re.Pattern[str]:
    """Any character that is replaced."""
    symbols = "".join(re.escape(chr(code)) for code in table("pages")["symbols"])
    return re.compile(f"[{symbols}]|{_UNREADABLE.pattern}")
