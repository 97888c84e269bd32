"""Puts right what recognition lost, where Vietnamese leaves no doubt."""

from extract.read.ocr.repair.repair import repaired

__all__ = ["repaired"]
