"""The fonts of a page's letters: size, weight, and the old encoding that some show."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.read.legacy import FontEncoding, encoding_of_font

_LONGEST = 256
_BOLD_WEIGHT = 600
_FORCED_BOLD = 1 << 18
"""ISO 32000-1, table 123."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its name, without the mark of a subset ("ABCDEF+")."""

    name: str
    bold: bool
    encoding: FontEncoding | None


class Fonts:
    """Asks for the fonts of one page's letters. Indices are pdfium's."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._name = ctypes.create_string_buffer(_LONGEST)
        self._flags = ctypes.c_int()
        self._at_flags = ctypes.byref(self._flags)
        self._matrix = pdfium_c.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._known: dict[bytes, Font] = {}

    def size(self, index: int) -> float:
        """Size in points; 0 where the file says nonsense."""
        size = pdfium_c.FPDFText_GetFontSize(self._page, index)
        if pdfium_c.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= hypot(self._matrix.c, self._matrix.d)
        return float(size) if 0 < size < 1000 else 0.0

    def place(self, index: int) -> tuple[float, float]:
        """Where a letter stands on its base line, in points of the file, whose y axis points up."""
        pdfium_c.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._x.value, self._y.value

    def of(self, index: int) -> Font:
        """The font of a letter."""
        self._name.value = b""  # stays so where the font has no name
        pdfium_c.FPDFText_GetFontInfo(self._page, index, self._name, _LONGEST, self._at_flags)
        raw = self._name.value
        if raw not in self._known:
            self._known[raw] = self._font(raw, index)
        return self._known[raw]

    def _font(self, raw: bytes, index: int) -> Font:
        name = raw.decode("utf-8", "replace").rpartition("+")[2]
        bold = "bold" in name.lower() or bool(self._flags.value & _FORCED_BOLD)
        heavy = pdfium_c.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT
        return Font(name, bold or heavy, encoding_of_font(name))
