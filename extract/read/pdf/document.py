"""Opening PDF files, and what is wrong with those that cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.read.problems import problem

MOST_PAGES = 2_000
"""The longest plan decisions with all annexes have a few hundred."""

_REASONS = {
    pdfium_c.FPDF_ERR_FILE: "no PDF file",
    pdfium_c.FPDF_ERR_FORMAT: "no PDF structure",
    pdfium_c.FPDF_ERR_PAGE: "page not found",
}
_LOCKED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)

_SHOWN_NOTES = (
    pdfium_c.FPDF_ANNOT_FREETEXT,
    pdfium_c.FPDF_ANNOT_STAMP,
    pdfium_c.FPDF_ANNOT_WIDGET,
)
_MOST_NOTES = 1_000


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document in `data`; closed at the end.

    Raises:
        ReadError: `encrypted`, `damaged`, `too_many_pages`.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise problem("encrypted", path) from None
        raise problem("damaged", path, reason=_REASONS.get(error.err_code, "PDF")) from None
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise problem("too_many_pages", path, pages=count, limit=MOST_PAGES)
        if not count:
            raise problem("damaged", path, reason="no pages")
        yield document
    finally:
        document.close()


@contextmanager
def opened_page(document: pdfium.PdfDocument, index: int, path: Path) -> Iterator[pdfium.PdfPage]:
    """One page, closed at the end: an open page keeps all it holds in memory.

    Raises:
        ReadError: `damaged`.
    """
    try:
        page = document[index]
        if _has_shown_notes(page):  # a number that an office stamped in is one, or a form's field
            pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
    except pdfium.PdfiumError:
        raise problem("damaged", path, reason=f"page {index + 1}") from None
    try:
        yield page
    finally:
        page.close()


def _has_shown_notes(page: pdfium.PdfPage) -> bool:
    """Whether the page has annotations that show text of their own (ISO 32000-1, 12.5.6)."""
    count = min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MOST_NOTES)
    for i in range(count):
        note = pdfium_c.FPDFPage_GetAnnot(page.raw, i)
        kind = pdfium_c.FPDFAnnot_GetSubtype(note)
        pdfium_c.FPDFPage_CloseAnnot(note)
        if kind in _SHOWN_NOTES:
            return True
    return False
