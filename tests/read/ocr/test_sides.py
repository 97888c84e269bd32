"""Two texts side by side at the head and the end of a page."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.read.ocr.sides import Side, sides
from extract.read.ocr.tables import apart

WIDTH, HEIGHT = 2480, 3500
Drawn = list[tuple[int, int, str]]

HEAD: Drawn = [
    (260, 200, "ỦY BAN NHÂN DÂN"),
    (1150, 200, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
    (330, 270, "XÃ ĐỒI CHÈ"),
    (1300, 292, "Độc lập - Tự do"),
]
TITLE: Drawn = [(1080, 480, "KẾ HOẠCH")]
BODY: Drawn = [(240, y, "Trồng thêm cây bóng mát dọc các tuyến đường của xã") for y in (900, 990)]
END: Drawn = [
    (240, 1240, "Nơi nhận:"),
    (1500, 1228, "CHỦ TỊCH"),
    (240, 1310, "- Các thôn;"),
    (240, 1380, "- Lưu: VT."),
    (1440, 1500, "Lò Văn Mây"),
]
NUMBER: Drawn = [(1230, 3300, "2")]


def page(texts: Drawn, font: ImageFont.FreeTypeFont) -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    for x, y, text in texts:
        pen.text((x, y), text, font=font, fill=0)
    return image


def holds(side: Side, x: int, y: int) -> bool:
    return side[0] <= x < side[2] and side[1] <= y < side[3]


def test_head_and_end_have_two_sides_each(font: ImageFont.FreeTypeFont) -> None:
    found = sides(page(HEAD + TITLE + BODY + END + NUMBER, font))
    assert len(found) == 4
    for text in HEAD + END:  # a point just inside the first letter
        assert sum(holds(side, text[0] + 30, text[1] + 30) for side in found) == 1
    for text in TITLE + BODY + NUMBER:
        assert not any(holds(side, text[0] + 30, text[1] + 30) for side in found)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        BODY,
        TITLE + BODY,
        [*BODY, (240, 1080, "của thôn.")],  # the short last line of a paragraph
        NUMBER,
        BODY + END + [(240, 1700, "Trồng thêm cây bóng mát dọc các tuyến đường của xã")],
        [(x, y, "tổ dân") for x in (240, 900, 1600) for y in (200, 280)],  # a table of columns
    ],
)
def test_other_pages_have_none(texts: Drawn, font: ImageFont.FreeTypeFont) -> None:
    assert sides(page(texts, font)) == []


def test_a_page_of_nothing_but_ink_or_of_one_pixel_has_none() -> None:
    assert sides(Image.new("L", (WIDTH, HEIGHT), 0)) == []
    assert sides(Image.new("L", (1, 1), 0)) == []


def test_dirt_at_the_edge_of_the_paper_is_left_out(font: ImageFont.FreeTypeFont) -> None:
    image = page(HEAD + BODY, font)
    ImageDraw.Draw(image).rectangle((20, 210, 28, 240), fill=0)
    assert min(side[0] for side in sides(image)) > 200


def test_sides_are_taken_off_the_page(font: ImageFont.FreeTypeFont) -> None:
    image = page(HEAD + BODY, font)
    left, parts = apart(image, sides(image))
    ys, _ = np.nonzero(np.asarray(left) < 128)
    assert ys.min() > 800
    told = [np.nonzero(np.asarray(part.image) < 128) for part in parts]
    firsts = [(int(xs.min()) + part.left) for (_, xs), part in zip(told, parts, strict=True)]
    assert firsts == pytest.approx([260, 1150], abs=8)
    assert (np.asarray(image) < 128).sum() == pytest.approx(
        (np.asarray(left) < 128).sum() + sum((np.asarray(p.image) < 128).sum() for p in parts), 0.01
    )
