"""Page layout: from lines and rules on pages to text in the order of reading, with tables."""

from extract.read.page.compose import compose
from extract.read.page.model import Page, Rule, TextLine

__all__ = ["Page", "Rule", "TextLine", "compose"]
