"""Finds counts and measures ("ít nhất 70%", "04 phóng sự/năm") in a paragraph or clause."""

from extract.find.quantities.finder import NounFinder, find_quantities

__all__ = ["NounFinder", "find_quantities"]
