"""PDF files."""

from extract.read.pdf.read import read_pdf
from extract.read.reader import Reader

READER = Reader("pdf", (".pdf",), read_pdf)

__all__ = ["READER", "read_pdf"]
