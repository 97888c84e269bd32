"""Text layers in an old Vietnamese encoding whose fonts do not say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.read.legacy import mend
from extract.read.page.model import Page, TextLine
from extract.read.pdf.health import text_is_healthy


def text_of_page(page: Page) -> str:
    """The text of a page's lines, one a line."""
    return "\n".join(line.text for line in page.lines)


def in_unicode(pages: Sequence[Page]) -> list[Page]:
    """The pages, those in Unicode whose letters make Vietnamese only then."""
    texts = [text_of_page(page) for page in pages]
    if all(text_is_healthy(text) is not False for text in texts):
        return list(pages)
    mended, names = mend("\n".join(line.text for page in pages for line in page.lines))
    lines = mended.split("\n")
    if not names or len(lines) != sum(len(page.lines) for page in pages):
        return list(pages)
    found: list[Page] = []
    place = 0
    for page in pages:
        new = lines[place : place + len(page.lines)]
        place += len(page.lines)
        if text_is_healthy("\n".join(new)) is False:
            found.append(page)
        else:
            found.append(replace(page, lines=tuple(map(_with_text, page.lines, new))))
    return found


def _with_text(line: TextLine, text: str) -> TextLine:
    words = line.words if len(line.words) == len(text.split()) else ()
    return replace(line, text=text, words=words)
