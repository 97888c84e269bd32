"""Ruled lines to cells."""

import time
from itertools import pairwise

import pytest
from made_pages import ruled

from extract.read.page.grid import grids
from extract.read.page.model import Rule

XS, YS = [50.0, 100.0, 300.0, 500.0], [200.0, 240.0, 300.0]


def cells(rules: list[Rule]) -> list[tuple[int, int, int, int]]:
    (grid,) = grids(rules)
    return [(c.row, c.column, c.rows, c.columns) for c in grid.cells]


def test_each_square_is_a_cell() -> None:
    (grid,) = grids(ruled(XS, YS))
    assert grid.xs == tuple(XS)
    assert grid.ys == tuple(YS)
    assert len(grid.cells) == 6


def test_merged_cells() -> None:
    rules = [
        *(Rule(50, y, 500, y) for y in (200.0, 300.0)),
        Rule(100, 240, 500, 240),  # not below the first column: it covers both rows
        *(Rule(x, 200, x, 300) for x in (50.0, 100.0, 500.0)),
        Rule(300, 240, 300, 300),  # not through the first row: its cell covers two columns
    ]
    assert cells(rules) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


@pytest.mark.parametrize(
    ("more", "remark"),
    [
        ([Rule(110, 230, 180, 230)], "an underlined word"),
        ([Rule(50, 201.5, 500, 201.5), Rule(51, 200, 51, 300)], "double lines"),
        ([Rule(20, 20, 575, 20), Rule(20, 20, 20, 822)], "a frame around the page"),
    ],
)
def test_what_is_no_border(more: list[Rule], remark: str) -> None:
    assert len(cells([*ruled(XS, YS), *more])) == 6, remark


def test_borders_in_pieces() -> None:
    """Word draws the side of each cell for itself."""
    pieces = [Rule(x0, y, x1, y) for y in YS for x0, x1 in pairwise(XS)] + [
        Rule(x, y0, x, y1) for x in XS for y0, y1 in pairwise(YS)
    ]
    assert len(cells(pieces)) == 6


def test_open_at_both_sides() -> None:
    rules = [Rule(50, y, 500, y) for y in YS] + [Rule(x, 200, x, 300) for x in XS[1:-1]]
    assert len(cells(rules)) == 6


@pytest.mark.parametrize(
    ("rules", "remark"),
    [
        ([], "nothing drawn"),
        ([Rule(200, 90, 400, 90)], "the line below the national title"),
        (ruled([50, 500], [100, 200, 300]), "a frame around paragraphs: one column"),
        (ruled([50, 300, 500], [100, 200]), "two boxes side by side"),
    ],
)
def test_no_table(rules: list[Rule], remark: str) -> None:
    assert grids(rules) == [], remark


def test_two_tables_on_a_page() -> None:
    lower = [y + 200 for y in YS]
    assert [grid.ys[0] for grid in grids(ruled(XS, lower) + ruled(XS, YS))] == [200, 400]


def test_a_drawing_of_many_lines_is_none_and_fast() -> None:
    began = time.perf_counter()
    hatching = [Rule(0, y / 3, 500, y / 3 + 1) for y in range(0, 2400, 10)]
    mesh = [Rule(x * 3.5, 0, x * 3.5, 800) for x in range(2000)]
    assert grids([*hatching, *mesh]) == []
    assert time.perf_counter() - began < 5
