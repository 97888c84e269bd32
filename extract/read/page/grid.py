"""Ruled lines to the cells of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from extract.read.page.model import Rule

NEAR = 3.0
"""Points: rules so near are one, and ends so near meet."""

_SHORTEST = 8.0
_MOST_RULES = 1_500
"""Of one direction on one page; drawings have more, tables do not."""

_COVERED = 0.7
"""Share of the side of a cell that a rule must cover to close it."""

_MOST_SQUARES = 100_000

Span = tuple[float, float, float]
"""A rule by its place across, and its two ends along its direction."""

Bools = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's first row and column, from 0, and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: borders of its columns (`xs`) and rows (`ys`) in points, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The ruled tables of a page, from top to bottom.

    A table has at least two columns, and two rows or three columns. Its outer borders may be
    missing left and right; a rule that does not reach from border to border is an underline.
    """
    across, down = _straight(rules)
    if not across or len(down) < 1 or max(len(across), len(down)) > _MOST_RULES:
        return []
    found = [grid for group in _touching(across, down) if (grid := _grid(*group))]
    return sorted(found, key=lambda grid: grid.ys[0])


def _straight(rules: Iterable[Rule]) -> tuple[list[Span], list[Span]]:
    """The horizontal and the vertical rules, pieces of one line put together."""
    across: list[Span] = []
    down: list[Span] = []
    for rule in rules:
        if rule.x1 - rule.x0 >= rule.y1 - rule.y0:
            across.append(((rule.y0 + rule.y1) / 2, rule.x0, rule.x1))
        else:
            down.append(((rule.x0 + rule.x1) / 2, rule.y0, rule.y1))
    return _merged(across), _merged(down)


def _merged(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for group in _clusters(sorted(spans)):
        place = float(np.median([span[0] for span in group]))
        start, end = None, 0.0
        for _, a, b in sorted(group, key=lambda span: span[1]):
            if start is None:
                start, end = a, b
            elif a <= end + NEAR:
                end = max(end, b)
            else:
                found.append((place, start, end))
                start, end = a, b
        if start is not None:
            found.append((place, start, end))
    return [span for span in found if span[2] - span[1] >= _SHORTEST]


def _clusters(spans: list[Span]) -> list[list[Span]]:
    """The spans, sorted by place, in groups of those that stand near the first of the group."""
    groups: list[list[Span]] = []
    for one in spans:
        if groups and one[0] - groups[-1][0][0] <= NEAR:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _touching(across: Sequence[Span], down: Sequence[Span]) -> list[tuple[list[Span], list[Span]]]:
    """The rules in groups that hang together."""
    h, v = np.array(across), np.array(down)
    meets = (
        (h[:, None, 1] <= v[None, :, 0] + NEAR)
        & (h[:, None, 2] >= v[None, :, 0] - NEAR)
        & (v[None, :, 1] <= h[:, None, 0] + NEAR)
        & (v[None, :, 2] >= h[:, None, 0] - NEAR)
    )
    label = np.arange(len(across))
    for column in meets.T:  # each vertical rule makes its horizontal ones one group
        touched = np.unique(label[column])
        if len(touched) > 1:
            label[np.isin(label, touched)] = touched[0]
    groups: dict[int, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    for i, one in enumerate(across):
        groups[int(label[i])][0].append(one)
    for j, one in enumerate(down):
        if meets[:, j].any():
            groups[int(label[meets[:, j].argmax()])][1].append(one)
    return list(groups.values())


def _grid(across: list[Span], down: list[Span]) -> Grid | None:
    """The table that a group of rules draws, None where they draw none."""
    if len(across) < 2 or not down:
        return None
    xs = _places([s[0] for s in down], [min(s[1] for s in across), max(s[2] for s in across)])
    ys = _places([s[0] for s in across], [min(s[1] for s in down), max(s[2] for s in down)])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_SQUARES:
        return None
    cells = _cells(_walls(xs, ys, down), _walls(ys, xs, across))
    used_x = sorted({c.column for c in cells} | {c.column + c.columns for c in cells})
    used_y = sorted({c.row for c in cells} | {c.row + c.rows for c in cells})
    columns, height = len(used_x) - 1, len(used_y) - 1
    if columns < 2 or (height < 2 and columns < 3):
        return None
    new_x, new_y = ({old: new for new, old in enumerate(used)} for used in (used_x, used_y))
    return Grid(
        tuple(xs[i] for i in used_x),
        tuple(ys[i] for i in used_y),
        tuple(
            GridCell(
                new_y[c.row],
                new_x[c.column],
                new_y[c.row + c.rows] - new_y[c.row],
                new_x[c.column + c.columns] - new_x[c.column],
            )
            for c in cells
        ),
    )


def _places(drawn: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Places of rules, and of the ends of those across where no rule stands there."""
    found = sorted(set(drawn))
    for end in ends:
        if all(abs(end - place) > NEAR for place in found):
            found.append(end)
    found.sort()
    kept = found[:1]
    for place in found[1:]:
        if place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _walls(at: list[float], between: list[float], spans: Sequence[Span]) -> Bools:
    """Whether a rule stands at `at[i]` from `between[j]` to `between[j + 1]`; the outer ones do."""
    places, bounds = np.array(at), np.array(between)
    low, high = bounds[:-1], bounds[1:]
    covered = np.zeros((len(at), len(low)))
    for place, start, end in spans:
        i = int(np.abs(places - place).argmin())
        covered[i] += np.clip(np.minimum(high, end) - np.maximum(low, start), 0, None)
    walls: Bools = covered >= _COVERED * (high - low)
    walls[0] = walls[-1] = True
    return walls


def _cells(upright: Bools, level: Bools) -> list[GridCell]:
    """The rectangles that walls close: `upright[i][j]` left of column i in row j, `level[j][i]`
    above row j in column i."""
    width, height = upright.shape[0] - 1, level.shape[0] - 1
    seen = np.zeros((height, width), bool)
    found: list[GridCell] = []
    for row in range(height):
        for column in range(width):
            if seen[row, column]:
                continue
            right = column
            while right + 1 < width and not upright[right + 1, row] and not seen[row, right + 1]:
                right += 1
            bottom = row
            while bottom + 1 < height and _goes_on(upright, level, seen, bottom + 1, column, right):
                bottom += 1
            seen[row : bottom + 1, column : right + 1] = True
            found.append(GridCell(row, column, bottom + 1 - row, right + 1 - column))
    return found


def _goes_on(upright: Bools, level: Bools, seen: Bools, row: int, left: int, right: int) -> bool:
    """Whether a cell of the columns `left` to `right` goes on into `row`."""
    return not (
        level[row, left : right + 1].any()
        or upright[left + 1 : right + 1, row].any()
        or seen[row, left : right + 1].any()
        or (left and not upright[left, row])
        or (right + 2 < upright.shape[0] and not upright[right + 1, row])
    )
