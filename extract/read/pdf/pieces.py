"""Words to pieces of lines.

pdfium gives the words in the order of the file. Mostly that is the order of reading, but the cells
of a table may come as one line, a number that was stamped into a gap comes at the end, and letters
that had to be taken from another font come behind the others of their line. So its lines are cut
where words jump, and what stands on one height without a gap is put together by place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.read.page.model import Rule
from extract.read.pdf.fences import Fences
from extract.read.pdf.fonts import Fonts
from extract.read.pdf.frame import Floats
from extract.read.pdf.letters import Flags, Places, Words

# All in sizes of the font.
_BACK = 0.3
"""So far before the end of the last word, the next one is not behind it."""

_RISE = 0.45
"""So far above or below, it is on another line."""

_WIDE = 3.0
"""So far behind, it is another piece."""

_NEAR = 0.6
"""A gap that is no more than a space."""

_TIGHT, _JOINED, _PARTED = 0.05, 0.12, 0.15
"""Gaps that are none: as no space has them; in a line without spaces of its own; in one with."""

_SPACE, _OVER = 0.15, 0.35
"""A space is so wide at the least; a letter may stand over a part of it that is so wide."""

_USUAL_SIZE = 13.0
"""Points."""

_FAR = 100_000.0
"""Points; no page is wider."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one base line, left to right; `letters` are pdfium's indices of their first ones.

    `marks` are the places of words that are the raised numbers of footnotes.
    """

    texts: Sequence[str]
    left: Sequence[float]
    right: Sequence[float]
    letters: Sequence[int]
    base: float
    size: float
    marks: frozenset[int] = frozenset()


def pieces(words: Words, fonts: Fonts, rules: Sequence[Rule] = ()) -> list[Piece]:
    """The pieces of lines that a page's words make, in the file's order as far as it holds.

    No piece stands across one of the vertical `rules`.
    """
    if not words.texts:
        return []
    sizes = _sizes(words, fonts)
    fences = Fences(rules)
    begins, loose = _cuts(words, sizes, fences)
    piece = np.repeat(np.arange(len(begins)), np.diff([*begins, len(words.texts)]))
    whole, mixed = _put_together(words, sizes, begins, loose, fences)
    group, is_mixed = whole[piece], mixed[whole[piece]]
    if not is_mixed.any():
        return _pieces(words.texts, words.left, words.right, words.first, words.base, sizes, group)
    order = np.lexsort((np.where(is_mixed, words.left, np.arange(len(group))), group))
    group, size = group[order], sizes[order]
    left, right = words.left[order], words.right[order]
    glued = _glued(left, right, size, group, is_mixed[order], words.spaces()[order])
    starts = np.nonzero(~glued)[0]
    texts = [words.texts[i] for i in order.tolist()]
    return _pieces(
        ["".join(texts[a:b]) for a, b in _ranges(starts, len(texts))],
        left[starts],
        np.maximum.reduceat(right, starts),
        words.first[order][starts],
        words.base[order][starts],
        size[starts],
        group[starts],
    )


def _sizes(words: Words, fonts: Fonts) -> Floats:
    """The size of the font of each word, asked once a line."""
    _, begins, counts = np.unique(words.line, return_index=True, return_counts=True)
    sizes = [fonts.size(i) or _USUAL_SIZE for i in words.first[begins].tolist()]
    return np.repeat(np.array(sizes, float), counts)


def _cuts(words: Words, sizes: Floats, fences: Fences) -> tuple[Places, Flags]:
    """Where the pieces of the file's lines begin, and in which two words have no gap."""
    last, following = slice(None, -1), slice(1, None)
    size = sizes[following]
    gap = words.left[following] - words.right[last]
    cut = (
        (words.line[following] != words.line[last])
        | (gap < -_BACK * size)
        | (gap > _WIDE * size)
        | (np.abs(words.base[following] - words.base[last]) > _RISE * size)
    )
    if fences:
        middle = (words.left + words.right) / 2
        cut |= fences.between(middle[last], middle[following], words.base[following])
    begins = np.concatenate([[0], np.nonzero(cut)[0] + 1])
    tight = np.concatenate([(gap < _TIGHT * size) & ~cut, [False]])
    return begins, np.logical_or.reduceat(tight, begins)


def _put_together(
    words: Words, sizes: Floats, begins: Places, loose: Flags, fences: Fences
) -> tuple[Places, Flags]:
    """For each piece, the one that it becomes a part of, and whether the words of that one have to
    be put in order: the pieces of one height that stand side by side without a gap, or one in a
    gap of another, become one, which stands where its leftmost part stood."""
    whole = np.arange(len(begins))
    mixed = loose.copy()
    left, size = words.left[begins].tolist(), sizes[begins].tolist()
    right = np.maximum.reduceat(words.right, begins).tolist()
    base = words.base[begins].tolist()
    for row in _rows(base, size):
        if len(row) == 1:
            continue
        row.sort(key=left.__getitem__)
        head, edge = row[0], right[row[0]]
        for i in row[1:]:
            gap = left[i] - edge
            wide = gap > _NEAR * min(size[i], size[head])
            if wide or (fences and fences.parts(edge - 1, left[i] + 1, base[i])):
                head, edge = i, right[i]
                continue
            whole[i] = head
            mixed[head] = True
            edge = max(edge, right[i])
    return whole, mixed


def _rows(base: Sequence[float], size: Sequence[float]) -> list[list[int]]:
    """The pieces of each height."""
    rows: list[list[int]] = []
    first = 0.0
    for i in sorted(range(len(base)), key=base.__getitem__):
        if rows and base[i] - first <= _RISE * size[i]:
            rows[-1].append(i)
        else:
            rows.append([i])
            first = base[i]
    return rows


def _glued(
    left: Floats, right: Floats, size: Floats, group: Places, mixed: Flags, spaces: Floats
) -> Flags:
    """Which words of mixed pieces, given left to right, are the rest of the word before."""
    known = ~np.isnan(spaces)
    has_spaces = np.bincount(group[known], minlength=int(group.max()) + 1)[group] > 0
    near = np.where(has_spaces, _PARTED, _JOINED) * size
    edge = np.concatenate([[0.0], right[:-1]])
    begin = np.concatenate([[0.0], left[:-1]])
    joined = mixed & (left - edge < near)
    joined[0] = False
    joined[1:] &= group[1:] == group[:-1]
    # a letter of another font may be wider than its place and stand over the space
    behind = np.maximum(begin + 1, edge - _OVER * size)
    places = np.sort((group * _FAR + spaces)[known])
    first = np.searchsorted(places, group * _FAR + behind)
    last = np.searchsorted(places, group * _FAR + left - _SPACE * size, side="right")
    return np.asarray(joined & (first >= last))


def _pieces(
    texts: Sequence[str],
    left: Floats,
    right: Floats,
    first: Places,
    base: Floats,
    size: Floats,
    group: Places,
) -> list[Piece]:
    starts = np.concatenate([[0], np.nonzero(np.diff(group))[0] + 1])
    x0, x1, letters = left.tolist(), right.tolist(), first.tolist()
    return [
        Piece(texts[a:b], x0[a:b], x1[a:b], letters[a:b], float(base[a]), float(size[a]))
        for a, b in _ranges(starts, len(texts))
    ]


def _ranges(starts: Places, end: int) -> list[tuple[int, int]]:
    bounds = [*starts.tolist(), end]
    return list(pairwise(bounds))
