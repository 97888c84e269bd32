"""Words to pieces of lines.

pdfium gives the words in the order of the file. Mostly that is the order of reading, but the cells
of a table may come as one line, a number that was stamped into a gap comes at the end, and letters
that had to be taken from another font come behind the others of their line. So its lines are cut
where words jump, and what stands on one height without a gap is put together by place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.read.pdf.fonts import Fonts
from extract.read.pdf.letters import Words

_BACK = 0.3
_RISE = 0.45
_WIDE = 3.0
_NEAR = 0.6
_JOINED = 0.1
"""All in sizes of the font: how far a word stands before the end of the last one, above or below
it, or behind it; a gap that is no more than a space, and one that is no space at all."""

_USUAL_SIZE = 13.0


@dataclass(slots=True)
class Piece:
    """Words on one base line, left to right; `letters` are pdfium's indices of their first ones."""

    texts: list[str]
    left: list[float]
    right: list[float]
    letters: list[int]
    base: float
    size: float


def pieces(words: Words, fonts: Fonts) -> list[Piece]:
    """The pieces of lines that a page's words make, in the file's order as far as it holds."""
    if not words.texts:
        return []
    sizes = _sizes(words, fonts)
    last, following = slice(None, -1), slice(1, None)
    size = sizes[following]
    gap = words.left[following] - words.right[last]
    cut = (
        (words.line[following] != words.line[last])
        | (gap < -_BACK * size)
        | (gap > _WIDE * size)
        | (np.abs(words.base[following] - words.base[last]) > _RISE * size)
    )
    starts = [0, *(np.nonzero(cut)[0] + 1).tolist()]
    left, right, base = words.left.tolist(), words.right.tolist(), words.base.tolist()
    found = [
        Piece(
            list(words.texts[a:b]),
            left[a:b],
            right[a:b],
            list(words.first[a:b]),
            base[a],
            float(sizes[a]),
        )
        for a, b in zip(starts, [*starts[1:], len(left)], strict=True)
    ]
    return _put_together(found)


def _sizes(words: Words, fonts: Fonts) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The size of the font of each word, asked once a line."""
    _, begins, counts = np.unique(words.line, return_index=True, return_counts=True)
    sizes = [fonts.size(words.first[i]) or _USUAL_SIZE for i in begins.tolist()]
    return np.repeat(np.array(sizes, float), counts)


def _put_together(found: list[Piece]) -> list[Piece]:
    """The pieces, those joined that stand side by side without a gap, or one in a gap of another.

    A joined piece stands where its leftmost part stood.
    """
    order = sorted(range(len(found)), key=lambda i: found[i].base)
    rows: list[list[int]] = []
    for i in order:
        if rows and found[i].base - found[rows[-1][0]].base <= _RISE * found[i].size:
            rows[-1].append(i)
        else:
            rows.append([i])
    gone: set[int] = set()
    for row in rows:
        if len(row) > 1:
            gone.update(_join_row(found, sorted(row, key=lambda i: found[i].left[0])))
    return [piece for i, piece in enumerate(found) if i not in gone]


def _join_row(found: list[Piece], row: Sequence[int]) -> list[int]:
    """Joins the pieces of one row, given left to right; those that became part of another."""
    gone: list[int] = []
    together = [row[0]]
    edge = found[row[0]].right[-1]
    for i in row[1:]:
        piece = found[i]
        if piece.left[0] - edge > _NEAR * min(piece.size, found[together[0]].size):
            _join([found[k] for k in together])
            together = []
            edge = piece.right[-1]
        else:
            gone.append(i)
            edge = max(edge, piece.right[-1])
        together.append(i)
    _join([found[k] for k in together])
    return gone


def _join(parts: Sequence[Piece]) -> None:
    """Makes the first of the parts the whole."""
    if len(parts) == 1:
        return
    words = sorted(
        word
        for part in parts
        for word in zip(part.left, part.right, part.texts, part.letters, strict=True)
    )
    into = parts[0]
    near = _JOINED * into.size
    left, edge, text, letter = words[0]
    into.left, into.right, into.texts, into.letters = [left], [edge], [text], [letter]
    for left, right, text, letter in words[1:]:
        if left - edge < near:
            into.texts[-1] += text
            edge = into.right[-1] = max(right, edge)
            continue
        edge = right
        into.left.append(left)
        into.right.append(right)
        into.texts.append(text)
        into.letters.append(letter)
