import numpy as np
import pytest
from PIL import Image, ImageDraw

from extract.read.ocr.rules import bars, without
from extract.read.ocr.tables import cut_out
from extract.read.page.grid import grids

SCALE = 72 / 300
XS, YS = (150, 450, 1100, 1700), (300, 420, 560, 800)


@pytest.fixture
def table(drawn) -> Image.Image:
    """Text above a table of three columns and rows, of which one cell is over two rows."""
    image = drawn(["Danh mục nhiệm vụ"])
    pen = ImageDraw.Draw(image)
    for x in XS:
        pen.line((x, YS[0], x, YS[-1]), width=4)
    for y in YS:
        pen.line((XS[0], y, XS[-1], y), width=4)
    image.paste(255, (XS[0] + 5, YS[1] - 3, XS[1] - 5, YS[1] + 4))
    pen.rectangle((600, 340, 700, 380), fill=0)  # ink in a cell of the first row
    return image


def test_rules_are_found_and_text_is_none(table: Image.Image) -> None:
    found = bars(table)
    assert len([bar for bar in found if not bar.across]) == len(XS)
    assert {round(bar.y0, -1) for bar in found if bar.across} == {300, 420, 560, 800}


def test_slightly_broken_and_slanted_rules_are_found(table: Image.Image) -> None:
    rng = np.random.default_rng(3)
    pixels = np.asarray(table.rotate(0.1, fillcolor=255)).copy()
    pixels[rng.random(pixels.shape) < 0.03] = 255
    found = bars(Image.fromarray(pixels))
    assert len(grids(cut_out(Image.fromarray(pixels), found, SCALE).rules)) == 1


def test_cells_are_cut_out_and_empty_ones_left(table: Image.Image) -> None:
    cut = cut_out(table, bars(table), SCALE)
    assert len(cut.cells) == 1
    cell = cut.cells[0]
    assert cell.image.size == pytest.approx((101 + 84, 41 + 84), abs=2)  # its ink with paper
    assert cell.one_line
    ys, xs = np.nonzero(np.asarray(cell.image) < 128)  # without its borders
    assert (xs.min() + cell.left, ys.min() + cell.top) == (600, 340)


def test_the_page_keeps_what_stands_outside(table: Image.Image) -> None:
    page = np.asarray(cut_out(table, bars(table), SCALE).page)
    assert page[:250].min() < 128
    assert page[290:810].min() == 255


def test_merged_cells_are_one(table: Image.Image) -> None:
    (grid,) = grids(cut_out(table, bars(table), SCALE).rules)
    assert max(cell.rows for cell in grid.cells) == 2
    assert len(grid.cells) == 8


def test_a_stamp_is_no_table(drawn) -> None:
    image = drawn(["Nơi nhận:"])
    pen = ImageDraw.Draw(image)
    for inset in (0, 12, 60):
        pen.ellipse((1000 + inset, 300 + inset, 1400 - inset, 700 - inset), width=6, outline=0)
    for x in (1130, 1230):
        pen.rectangle((x, 440, x + 60, 560), outline=0, width=5)
    cut = cut_out(image, bars(image), SCALE)
    assert (cut.cells, cut.rules) == ([], ())
    assert np.array_equal(np.asarray(cut.page), np.asarray(image))


def test_noise_draws_no_rules() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (2000, 1500)).astype(np.uint8)
    assert bars(Image.fromarray(noise)) == []
    assert bars(Image.new("L", (2000, 1500), 0)) == []


def test_rules_are_wiped_out(table: Image.Image) -> None:
    clean = np.asarray(without(table, bars(table)))
    assert clean[300:310, 500:550].min() == 255
    assert clean[350, 650] == 0
