"""Columns that were typed with tabs and spaces: the header's two, and the signature's.

Older files set issuer and motto, recipients and signer beside each other in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.lexicons.load import table
from extract.read.docx.drafts import Draft, Table

_GAP = re.compile(r"(?<=\S)(?: {0,9}\t\s*| {3,})(?=\S)")
_TAB = 8  # a tab's width in spaces, roughly
_RIGHT = 12  # so far in, a line belongs to the right column
_WIDE = 5  # the least between recipients and who signs
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
        found = _gap(block.text) if left_in_list else None
        left_in_list = max(0, left_in_list - 1)
        if found is None or _width(found.group()) < _WIDE:
            yield block
        else:
            yield from _split(block, block.text[: found.start()], block.text[found.end() :])


def _opens_header(draft: Draft) -> bool:
    """Whether the motto stands to the right of something."""
    found = _gap(draft.text)
    return found is not None and _is_head(draft.text[found.end() :])


def _rows(following: Sequence[Draft | Table]) -> Iterator[Draft]:
    """The header's further lines: those that have two columns, or only the right one."""
    for block in following:
        if not isinstance(block, Draft) or len(block.text) > _LONGEST:
            return
        if not (_gap(block.text) or _indent(block.text) >= _RIGHT):
            return
        yield block


def _columns(rows: Sequence[Draft]) -> Iterator[Draft]:
    left: list[Draft] = []
    right: list[Draft] = []
    for row in rows:
        found = _gap(row.text)
        indent = _indent(row.text)
        if found is None or indent >= max(_RIGHT, _width(found.group())):
            right += _split(row, row.text.strip())
        else:
            left += _split(row, row.text[: found.start()].strip())
            right += _split(row, row.text[found.end() :].strip())
    for column in (left, right):
        for draft in column[1:]:
            draft.opens = None
        yield from column


def _gap(text: str) -> re.Match[str] | None:
    """The gap between two columns: that before the motto, else the widest."""
    found = list(_GAP.finditer(text))
    before = [gap for gap in found if _is_head(text[gap.end() :])]
    return max(before or found, key=lambda gap: _width(gap.group()), default=None)


def _width(gap: str) -> int:
    return len(gap.expandtabs(_TAB))


def _indent(text: str) -> int:
    return _width(text[: len(text) - len(text.lstrip())])


def _is_head(text: str) -> bool:
    return " ".join(text.lower().split()).startswith(tuple(table("word_files")["heads"]))


def _split(draft: Draft, *parts: str) -> list[Draft]:
    return [Draft(draft.pieces, draft.path, True, draft.level, draft.hidden, p) for p in parts]
