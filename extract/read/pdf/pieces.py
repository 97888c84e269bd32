"""Words to pieces of lines.

pdfium gives the words in the order of the file. Mostly that is the order of reading, but the cells
of a table may come as one line, a number that was stamped into a gap comes at the end, and letters
that had to be taken from another font come behind the others of their line. So its lines are cut
where words jump, and what stands on one height without a gap is put together by place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.read.page.model import Rule
from extract.read.pdf.fonts import Fonts
from extract.read.pdf.frame import Floats
from extract.read.pdf.letters import Words

Bools = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

_BACK = 0.3
_RISE = 0.45
_WIDE = 3.0
_NEAR = 0.6
_TIGHT, _JOINED, _PARTED, _OVER, _SPACE = 0.05, 0.12, 0.19, 0.35, 0.15
"""All in sizes of the font: how far a word stands before the end of the last one, above or below
it, or behind it; a gap that is no more than a space; two that are no space at all, and one that
always is; how far a letter may stand over a space."""

_USUAL_SIZE = 13.0


@dataclass(slots=True)
class Piece:
    """Words on one base line, left to right; `letters` are pdfium's indices of their first ones.

    In a `loose` one, some that have no gap between them are one word.
    """

    texts: list[str]
    left: list[float]
    right: list[float]
    letters: list[int]
    spaces: list[float]
    base: float
    size: float
    loose: bool = False


def pieces(words: Words, fonts: Fonts, rules: Sequence[Rule] = ()) -> list[Piece]:
    """The pieces of lines that a page's words make, in the file's order as far as it holds.

    No piece stands across one of the vertical `rules`.
    """
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
    fences = Fences(rules)
    if fences:
        middle = (words.left + words.right) / 2
        cut |= fences.between(middle[last], middle[following], words.base[following])
    tight = np.concatenate([(gap < _TIGHT * size) & ~cut, [False]])
    starts = [0, *(np.nonzero(cut)[0] + 1).tolist()]
    spaces = words.space.tolist()
    left, right, base = words.left.tolist(), words.right.tolist(), words.base.tolist()
    found = [
        Piece(
            list(words.texts[a:b]),
            left[a:b],
            right[a:b],
            list(words.first[a:b]),
            spaces[a:b],
            base[a],
            float(sizes[a]),
            bool(tight[a:b].any()),
        )
        for a, b in zip(starts, [*starts[1:], len(left)], strict=True)
    ]
    return _put_together(found, fences)


def _sizes(words: Words, fonts: Fonts) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The size of the font of each word, asked once a line."""
    _, begins, counts = np.unique(words.line, return_index=True, return_counts=True)
    sizes = [fonts.size(words.first[i]) or _USUAL_SIZE for i in begins.tolist()]
    return np.repeat(np.array(sizes, float), counts)


def _put_together(found: list[Piece], fences: Fences) -> list[Piece]:
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
        if len(row) > 1 or found[row[0]].loose:
            gone.update(_join_row(found, sorted(row, key=lambda i: found[i].left[0]), fences))
    return [piece for i, piece in enumerate(found) if i not in gone]


def _join_row(found: list[Piece], row: Sequence[int], fences: Fences) -> list[int]:
    """Joins the pieces of one row, given left to right; those that became part of another."""
    gone: list[int] = []
    together = [row[0]]
    edge = found[row[0]].right[-1]
    for i in row[1:]:
        piece = found[i]
        wide = piece.left[0] - edge > _NEAR * min(piece.size, found[together[0]].size)
        if wide or (fences and fences.parted(found[together[-1]], piece)):
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
    if len(parts) == 1 and not parts[0].loose:
        return
    words = sorted(
        word
        for part in parts
        for word in zip(part.left, part.right, part.texts, part.letters, strict=True)
    )
    into = parts[0]
    spaces = sorted(space for part in parts for space in part.spaces if space == space)
    near = (_PARTED if spaces else _JOINED) * into.size
    left, edge, text, letter = words[0]
    into.left, into.right, into.texts, into.letters = [left], [edge], [text], [letter]
    for left, right, text, letter in words[1:]:
        # a letter of another font may be wider than its place and stand over the space
        behind = max(into.left[-1] + 1, edge - _OVER * into.size)
        if left - edge < near and not _has(spaces, behind, left - _SPACE * into.size):
            into.texts[-1] += text
            edge = into.right[-1] = max(right, edge)
            continue
        edge = right
        into.left.append(left)
        into.right.append(right)
        into.texts.append(text)
        into.letters.append(letter)


def _has(places: Sequence[float], low: float, high: float) -> bool:
    """Whether one of the sorted `places` is from `low` to `high`."""
    i = bisect_left(places, low)
    return i < len(places) and places[i] <= high


class Fences:
    """The vertical rules of a page, which part the columns of its tables."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        upright = sorted(
            (rule.x0, rule.y0, rule.y1) for rule in rules if rule.y1 - rule.y0 > rule.x1 - rule.x0
        )
        self._x = np.array([x for x, _, _ in upright])
        self._y = [(y0, y1) for _, y0, y1 in upright]

    def __bool__(self) -> bool:
        return bool(self._y)

    def between(self, left: Floats, right: Floats, base: Floats) -> Bools:
        """Whether a rule stands between the points `left` and `right` of lines at `base`."""
        first = np.searchsorted(self._x, left)
        last = np.searchsorted(self._x, right)
        found = np.zeros(len(left), bool)
        for i in np.nonzero(first < last)[0].tolist():
            y = base[i] - 2
            found[i] = any(y0 <= y <= y1 for y0, y1 in self._y[first[i] : last[i]])
        return found

    def parted(self, piece: Piece, following: Piece) -> bool:
        """Whether a rule stands between two pieces of one height."""
        ends = [(p.left[k] + p.right[k]) / 2 for p, k in ((piece, -1), (following, 0))]
        arrays = (np.array([value]) for value in (*ends, following.base))
        return bool(self.between(*arrays)[0])
