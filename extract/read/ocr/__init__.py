"""Scans and images: recognises pages with Tesseract and puts lost marks right."""

from extract.read.ocr.pages import recognise

__all__ = ["recognise"]
