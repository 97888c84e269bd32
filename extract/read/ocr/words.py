"""What recognition makes of a page, before anything is put right."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.read.source import Box, Word

Choices = tuple[tuple[str, float], ...]
"""The letters that one place of a word may be, each with how likely it is, 0 to 1; first the one
that was taken."""


@dataclass(frozen=True, slots=True)
class ReadWord(Word):
    """A word that OCR read. It goes through the composition of pages as the `Word` that it is.

    `choices` has an entry for each letter of `text`, or none; `box` is where the word stands on the
    page as shown, also where the page was turned straight before it was read.
    """

    text: str = field(kw_only=True)
    box: Box = field(kw_only=True)
    choices: tuple[Choices, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of words, in pixels of the image that was read."""

    box: Box
    words: tuple[ReadWord, ...]
