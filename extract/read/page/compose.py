"""Composes pages: their lines in the order of reading, as raw text and where each line stands."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.page.model import Page
from extract.read.source import SourceLine


def compose(pages: Sequence[Page]) -> tuple[str, tuple[SourceLine, ...]]:
    """The raw text of `pages` and its lines, as `SourceDocument` wants them.

    Lines stand in the order of reading, cells of tables row by row; page numbers, running heads
    and stamps are kept as `furniture`. Each line of the raw text ends with a line feed.
    """
    raw: list[str] = []
    found: list[SourceLine] = []
    length = 0
    for page in pages:
        for line in sorted(page.lines, key=lambda line: (line.box[1], line.box[0])):
            found.append(
                SourceLine(
                    length,
                    length + len(line.text),
                    page=page.number,
                    box=line.box,
                    bold=line.bold,
                    words=line.words,
                )
            )
            raw.append(line.text)
            length += len(line.text) + 1
    return "".join(text + "\n" for text in raw), tuple(found)
