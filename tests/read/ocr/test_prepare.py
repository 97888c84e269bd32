import numpy as np
import pytest
from PIL import Image

from extract.read.ocr.prepare import prepared, slant

LINES = ["Kế hoạch trồng cây năm 2024 của xã", "Giao các thôn tổ chức thực hiện và báo cáo"] * 4


@pytest.mark.parametrize("angle", [-2.0, -0.7, 0.0, 1.1, 2.0])
def test_slanted_lines_become_level(drawn, angle: float) -> None:
    image = drawn(LINES).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert slant(image) == pytest.approx(angle, abs=0.11)  # clockwise: the other way round
    assert abs(slant(prepared(image).image)) < 0.15


def test_noise_and_empty_pages_are_not_turned() -> None:
    noise = np.random.default_rng(7).integers(0, 255, (900, 900)).astype(np.uint8)
    for image in (Image.new("L", (900, 900), 255), Image.fromarray(noise)):
        assert prepared(image).slant == 0


@pytest.mark.parametrize("angle", [0.0, 1.5, -1.5])
def test_a_box_is_told_where_the_page_as_given_has_it(drawn, angle: float) -> None:
    image = drawn(["Một"] * 1 + LINES[:7]).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    image.info["dpi"] = (300, 300)
    sheet = prepared(image)
    ink = np.asarray(sheet.image)[90:170, 100:500] < 128
    ys, xs = np.nonzero(ink)
    box = (100.0 + xs.min(), 90.0 + ys.min(), 100.0 + xs.max(), 90.0 + ys.max())
    x0, y0, x1, y1 = (round(v * 300 / 72) for v in sheet.shown(box))
    found = np.asarray(image)[y0 - 6 : y1 + 6, x0 - 6 : x1 + 6] < 128
    assert found.sum() == pytest.approx(ink.sum(), rel=0.1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_tells_boxes_as_given(turn: int) -> None:
    given = Image.new("L", (1200, 2000), 255)
    given.paste(0, (300, 500, 500, 560))
    given.info["dpi"] = (300, 300)
    sheet = prepared(given, turn)
    ys, xs = np.nonzero(np.asarray(sheet.image) < 128)
    box = (float(xs.min()), float(ys.min()), float(xs.max() + 1), float(ys.max() + 1))
    assert [round(v * 300 / 72) for v in sheet.shown(box)] == [300, 500, 500, 560]


def test_the_resolution_is_taken_from_the_image_or_from_the_sheet() -> None:
    page = Image.new("L", (2480, 3508), 255)  # A4 at 300 dpi
    assert prepared(page).size == pytest.approx((595, 842), abs=1)
    page.info["dpi"] = (72, 72)  # what cameras say; the sheet would be over a metre high
    assert prepared(page).size == pytest.approx((595, 842), abs=1)
    page.info["dpi"] = (150, 150)  # A2 is possible
    assert prepared(page).size == pytest.approx((1190, 1684), abs=1)


def test_small_images_are_enlarged() -> None:
    sheet = prepared(Image.new("L", (827, 1169), 255))  # A4 at 100 dpi
    assert sheet.image.width == pytest.approx(2480, abs=3)
    assert sheet.size == pytest.approx((595, 842), abs=1)


def test_stamps_fade_and_text_stays() -> None:
    page = Image.new("RGB", (60, 20), "white")
    page.paste((210, 30, 40), (0, 0, 20, 20))
    page.paste((20, 20, 20), (20, 0, 40, 20))
    page.paste((20, 30, 160), (40, 0, 60, 20))  # blue ink, as of links
    grey = np.asarray(prepared(page.resize((600, 200))).image)
    width = grey.shape[1]
    red, black, blue = (grey[grey.shape[0] // 2, int(width * x)] for x in (0.15, 0.5, 0.85))
    assert red > 180
    assert black < 60
    assert blue < 80


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_every_mode_of_an_image_becomes_grey(mode: str) -> None:
    image = Image.new("L", (100, 80), 255)
    image.paste(0, (10, 10, 50, 40))
    turned = image.convert("I").convert(mode) if mode == "I;16" else image.convert(mode)
    grey = np.asarray(prepared(turned).image)
    middle, corner = (int(grey.shape[0] * 0.3), int(grey.shape[1] * 0.3)), (-5, -5)
    assert grey[middle] < 60 < 200 < grey[corner]


def test_what_is_transparent_is_white() -> None:
    assert np.asarray(prepared(Image.new("RGBA", (50, 50), (0, 0, 0, 0))).image).min() == 255


def test_strewn_specks_go_and_letters_stay(drawn) -> None:
    image = drawn(LINES)
    clean = np.asarray(prepared(image).image)
    assert np.array_equal(clean, np.asarray(image))  # a clean page is left as it is
    pixels = np.asarray(image).copy()
    pixels[np.random.default_rng(11).random(pixels.shape) < 0.03] = 0
    specked = Image.fromarray(pixels)
    specked.info["dpi"] = (300, 300)
    seen = np.asarray(prepared(specked).image) < 128
    blank = clean.min(axis=1) == 255
    assert seen[blank].mean() < 0.003
    assert seen[~blank].sum() > 0.8 * (clean < 128).sum()
