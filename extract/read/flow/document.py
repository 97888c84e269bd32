"""Blocks to the source document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.read.flow.compose import Composed
from extract.read.flow.drafts import Draft, Table
from extract.read.flow.layout import drafts
from extract.read.flow.letters import settle
from extract.read.problems import problem
from extract.read.source import SourceDocument
from extract.read.text import LONGEST_TEXT

_MOST_SPREAD = 2 * LONGEST_TEXT

Blocks = list[Draft | Table]


def document(
    path: Path,
    data: bytes,
    media_type: str,
    blocks: Blocks,
    notes: Sequence[Blocks],
    *,
    encoding: str | None = None,
) -> SourceDocument:
    """The document of `blocks`, then `notes`; `data` is the file that they were read from.

    Raises:
        ReadError: `no_text`, `long_text`, `too_complex` for merged cells that hold too much.
    """
    settle(list(drafts([*blocks, *(block for note in notes for block in note)])))
    composed = Composed()
    composed.body(blocks)
    for note in notes:
        composed.notes(note)
    if not composed.lines:
        raise problem("no_text", path)
    if composed.length > LONGEST_TEXT:
        raise problem("long_text", path, length=composed.length, limit=LONGEST_TEXT)
    if composed.spread > _MOST_SPREAD:
        raise problem("too_complex", path, reason="tables")
    return SourceDocument.of_file(
        path,
        data,
        media_type,
        composed.raw,
        encoding=encoding,
        lines=composed.lines,
    )
