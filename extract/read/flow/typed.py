"""Columns that were typed with tabs and spaces: the header's two, and the signature's.

Older files set issuer and motto, recipients and signer beside each other in one line. The left
column is read first, then the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.lexicons.load import table
from extract.read.flow.drafts import Draft, Table

_GAP = re.compile(r"(?<=\S)(?: {0,9}\t\s*| {3,})(?=\S)")
_TAB = 8  # a tab's width in spaces, roughly
_RIGHT = 12  # so far in, a line belongs to the right column
_WIDE = 5  # the least between recipients and who signs
_HEADER_LINES = 8
_SIGNATURE_LINES = 40
_RECIPIENTS = re.compile(r"\s*(?i:nơi nhận)")
_LAST_COPY = re.compile(r"\s*(?:[-–+•]\s*(?i:lưu)\b|(?i:lưu)\s*[:;])")
_BULLET = re.compile(r"\s*[-–+•]")
_LONGEST = 160
"""Characters of a line that has two columns."""


def apart(blocks: Sequence[Draft | Table]) -> Iterator[Draft | Table]:
    """The blocks with typed columns taken apart. The drafts' texts must be settled."""
    place = 0
    while place < len(blocks):
        block = blocks[place]
        rows: list[Draft] = []
        least = 0
        if isinstance(block, Draft) and len(block.text) <= _LONGEST:
            if _opens_header(block):
                rows = list(_header(blocks[place : place + _HEADER_LINES]))
            elif _RECIPIENTS.match(block.text):
                rows = list(_signature(blocks[place : place + _SIGNATURE_LINES]))
                least = _WIDE
        if any(_parts(row, least)[1] for row in rows):
            yield from _columns(rows, least)
            place += len(rows)
        else:
            yield block
            place += 1


def _opens_header(draft: Draft) -> bool:
    """Whether the motto stands to the right of something."""
    found = _gap(draft.text)
    return found is not None and _is_head(draft.text[found.end() :])


def _header(blocks: Sequence[Draft | Table]) -> Iterator[Draft]:
    """The header's lines: those that have two columns, or only the right one."""
    for block in blocks:
        if not isinstance(block, Draft) or len(block.text) > _LONGEST:
            return
        if not (_gap(block.text) or _indent(block.text) >= _RIGHT):
            return
        yield block


def _signature(blocks: Sequence[Draft | Table]) -> Iterator[Draft]:
    """The lines of recipients, with what stands beside them and to the right below them."""
    closed = False
    titles = {row["name"] for row in table("documents")["title_kinds"]}
    for i, block in enumerate(blocks):
        if not isinstance(block, Draft) or len(block.text) > _LONGEST:
            return
        left, right = _parts(block, _WIDE)
        if _opens_header(block) or right in titles or (closed and left):
            return
        listed = _BULLET.match(left) or left.endswith(";") or left[:1].islower()
        if i and left and not (right or listed):
            return
        yield block
        closed = closed or bool(_LAST_COPY.match(left))


def _columns(rows: Sequence[Draft], least: int) -> Iterator[Draft]:
    """The lines of the left column, then those of the right one."""
    left: list[Draft] = []
    right: list[Draft] = []
    for row in rows:
        for column, text in zip((left, right), _parts(row, least), strict=True):
            if text:
                opens = row.opens if column else True
                column.append(
                    Draft(row.pieces, row.path, opens, row.level, row.hidden, text, row.broken)
                )
    yield from left
    yield from right


def _parts(row: Draft, least: int) -> tuple[str, str]:
    """What stands left and right in a line; a gap narrower than `least` parts nothing."""
    text = row.text.strip()
    found = _gap(row.text)
    if found is not None and _width(found.group()) < least:
        found = None
    widest = _width(found.group()) if found else 0
    if _indent(row.text) >= max(_RIGHT, widest) and not _BULLET.match(text):
        return "", text
    if found is None:
        return text, ""
    return row.text[: found.start()].strip(), row.text[found.end() :].strip()


def _gap(text: str) -> re.Match[str] | None:
    """The gap between two columns: that before the motto, else the widest; tabs before blanks,
    which stand where a number is to be filled in."""
    found = list(_GAP.finditer(text))
    before = [gap for gap in found if _is_head(text[gap.end() :])]
    return max(
        before or found,
        key=lambda gap: ("\t" in gap.group(), _width(gap.group())),
        default=None,
    )


def _width(gap: str) -> int:
    return len(gap.expandtabs(_TAB))


def _indent(text: str) -> int:
    return _width(text[: len(text) - len(text.lstrip())])


def _is_head(text: str) -> bool:
    return " ".join(text.lower().split()).startswith(tuple(table("word_files")["heads"]))
