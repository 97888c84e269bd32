"""Columns that were typed with tabs and spaces: the header's two, and the signature's.

Older files set issuer and motto, recipients and signer beside each other in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.lexicons.load import table
from extract.read.docx.drafts import Draft, Table

_GAP = re.compile(r"(?<=\S)(?: {0,9}\t\s*| {3,})(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S)(?: {0,9}\t\s*\t\s*| {5,}\s*|\t {3,}\s*)(?=\S)")
_RIGHT_ONLY = re.compile(r"(?:\s*\t){2,}|\s*\t {3,}| {12,}")
_HEADER_LINES = 7
_SIGNATURE_LINES = 30
_RECIPIENTS = re.compile(r"\s*(?i:nơi nhận)")
_LONGEST = 160
"""Characters of a line that has two columns."""


def apart(blocks: Sequence[Draft | Table]) -> Iterator[Draft | Table]:
    """The blocks with typed columns taken apart: a header's left column first, then its right;
    what stands beside recipients on a line of its own. The drafts' texts must be settled."""
    left_in_list = 0
    place = 0
    while place < len(blocks):
        block = blocks[place]
        place += 1
        if not isinstance(block, Draft) or len(block.text) > _LONGEST:
            left_in_list = 0
            yield block
            continue
        if _opens_header(block):
            rows = [block, *_rows(blocks[place : place + _HEADER_LINES])]
            place += len(rows) - 1
            yield from _columns(rows)
            continue
        if _RECIPIENTS.match(block.text):
            left_in_list = _SIGNATURE_LINES
        parts = _WIDE_GAP.split(block.text) if left_in_list else [block.text]
        left_in_list = max(0, left_in_list - 1)
        yield from _split(block, parts) if len(parts) > 1 else [block]


def _opens_header(draft: Draft) -> bool:
    """Whether the motto stands to the right of something."""
    parts = _GAP.split(draft.text.strip())
    heads = tuple(table("word_files")["heads"])
    return len(parts) > 1 and " ".join(parts[-1].lower().split()).startswith(heads)


def _rows(following: Sequence[Draft | Table]) -> Iterator[Draft]:
    """The header's further lines: those that have two columns, or only the right one."""
    for block in following:
        if not isinstance(block, Draft) or len(block.text) > _LONGEST:
            return
        if not (_GAP.search(block.text.strip()) or _RIGHT_ONLY.match(block.text)):
            return
        yield block


def _columns(rows: Sequence[Draft]) -> Iterator[Draft]:
    left: list[Draft] = []
    right: list[Draft] = []
    for row in rows:
        head, *tail = _split(row, _GAP.split(row.text.strip()))
        if tail:
            left.append(head)
            right += tail
        else:
            right.append(head)
    for column in (left, right):
        for draft in column[1:]:
            draft.opens = None
        yield from column


def _split(draft: Draft, parts: Sequence[str]) -> list[Draft]:
    return [Draft(draft.pieces, draft.path, True, draft.level, draft.hidden, p) for p in parts]
