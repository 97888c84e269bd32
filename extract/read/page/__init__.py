"""Page layout: from lines and rules on pages to text in the order of reading, with tables."""

from extract.read.page.compose import compose
from extract.read.page.model import NoteMark, Page, Rule, TextLine

__all__ = ["NoteMark", "Page", "Rule", "TextLine", "compose"]
