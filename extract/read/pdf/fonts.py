"""The fonts of a page's letters: size, weight and name."""

from __future__ import annotations

import ctypes
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_LONGEST = 256
_BOLD_WEIGHT = 600
_FORCED_BOLD = 1 << 18
"""ISO 32000-1, table 123."""


class Fonts:
    """Asks for the fonts of one page's letters. Indices are pdfium's."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._name = ctypes.create_string_buffer(_LONGEST)
        self._flags = ctypes.c_int()
        self._matrix = pdfium_c.FS_MATRIX()

    def size(self, index: int) -> float:
        """Size in points; 0 where the file says nonsense."""
        size = pdfium_c.FPDFText_GetFontSize(self._page, index)
        if pdfium_c.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= hypot(self._matrix.c, self._matrix.d)
        return float(size) if 0 < size < 1000 else 0.0

    def name(self, index: int) -> tuple[str, bool]:
        """The font's name without the mark of a subset ("ABCDEF+"), and whether it is bold."""
        length = pdfium_c.FPDFText_GetFontInfo(
            self._page, index, self._name, _LONGEST, ctypes.byref(self._flags)
        )
        raw = self._name.raw[: min(max(length - 1, 0), _LONGEST)]
        name = raw.decode("utf-8", "replace").rpartition("+")[2]
        bold = "bold" in name.lower() or bool(self._flags.value & _FORCED_BOLD)
        return name, bold or pdfium_c.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT
