"""A page's text layer as lines of the page model."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2 as pdfium

from extract.lexicons.load import table
from extract.read.legacy import encoding_of_font, to_unicode
from extract.read.page.model import Rule, TextLine
from extract.read.pdf.fonts import Fonts
from extract.read.pdf.frame import Frame
from extract.read.pdf.letters import page_text, page_words
from extract.read.pdf.pieces import Piece, pieces
from extract.read.source import Word

_ABOVE, _BELOW = 0.85, 0.25
"""How far letters with marks reach above and below the base line, in sizes of the font."""

_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def text_lines(page: pdfium.PdfPage, frame: Frame, rules: Sequence[Rule] = ()) -> list[TextLine]:
    """The lines of the page's text layer, in the file's order; none for a page without text.

    `rules` are the lines drawn on it.
    """
    text_page = page.get_textpage()
    try:
        text = page_text(text_page)
        if not text.strip():
            return []
        fonts = Fonts(text_page)
        words = page_words(text_page, text.translate(_symbols()), frame)
        return [_line(piece, fonts) for piece in pieces(words, fonts, rules)]
    finally:
        text_page.close()


def _line(piece: Piece, fonts: Fonts) -> TextLine:
    letters = piece.letters
    asked = [fonts.name(i) for i in {letters[0], letters[len(letters) // 2], letters[-1]}]
    text = " ".join(piece.texts)
    name = asked[0][0]
    if shown := encoding_of_font(name):
        text = to_unicode(text, shown.encoding, capitals=shown.capitals)
    text = _UNREADABLE.sub("\ufffd", text)
    words = [Word(*edges) for edges in zip(piece.left, piece.right, strict=True)]
    return TextLine(
        text,
        (
            min(piece.left),
            piece.base - _ABOVE * piece.size,
            max(piece.right),
            piece.base + _BELOW * piece.size,
        ),
        tuple(words) if len(words) == len(text.split()) else (),
        bold=2 * sum(bold for _, bold in asked) > len(asked),
        size=piece.size,
    )


def _symbols() -> dict[int, str]:
    return table("pages")["symbols"]  # type: ignore[no-any-return]
