"""Clean: raw text → reading text, with an offset map back to the raw text."""

from extract.clean.build import clean
from extract.clean.text import Block, ReadingText

__all__ = ["Block", "ReadingText", "clean"]
