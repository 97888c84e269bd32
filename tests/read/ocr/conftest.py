"""Pages drawn for the tests of OCR, with a font that has Vietnamese letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.read.ocr.words import Choices, ReadWord
from extract.read.source import SourceLine, check_lines
from extract.read.tools import OCR

FONT = "DejaVuSerif.ttf"
SIZE = 54  # pixels: 13 points at 300 dpi
Drawn = Callable[..., Image.Image]


@pytest.fixture(scope="session")
def font() -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(FONT, SIZE)
    except OSError:
        pytest.skip("sudo apt-get install -y --no-install-recommends fonts-dejavu-core")


@pytest.fixture(scope="session")
def needs_tesseract() -> None:
    if OCR.find() is None:
        pytest.skip(OCR.install)


@pytest.fixture(scope="session")
def drawn(font: ImageFont.FreeTypeFont) -> Drawn:
    def draw(lines: Sequence[str], size: tuple[int, int] = (1800, 900)) -> Image.Image:
        """Black on white at 300 dpi, a line every 90 pixels from (120, 100) on."""
        image = Image.new("L", size, 255)
        pen = ImageDraw.Draw(image)
        for number, line in enumerate(lines):
            pen.text((120, 100 + 90 * number), line, font=font, fill=0)
        image.info["dpi"] = (300, 300)
        return image

    return draw


Alternatives = dict[str, dict[int, dict[str, float]]]


@pytest.fixture(scope="session")
def as_read() -> Callable[..., tuple[str, tuple[SourceLine, ...]]]:
    def build(
        *texts: str, alternatives: Alternatives | None = None, **facts: object
    ) -> tuple[str, tuple[SourceLine, ...]]:
        """Lines as OCR gives them: sure of each letter at 0.9, unless `alternatives` say of a
        word's letters (by place) what else they may be."""
        raw, lines = "", []
        for text in texts:
            words, place = [], 0.0
            for word in text.split():
                others = (alternatives or {}).get(word, {})
                choices: tuple[Choices, ...] = tuple(
                    ((c, 0.9), *others.get(i, {}).items()) for i, c in enumerate(word)
                )
                end = place + 6 * len(word)
                box = (place, 0.0, end, 10.0)
                words.append(ReadWord(place, end, 0.9, text=word, box=box, choices=choices))
                place = end + 4
            start = len(raw)
            raw += text + "\n"
            lines.append(
                SourceLine(start, start + len(text), page=1, words=tuple(words), **facts)  # type: ignore[arg-type]
            )
        check_lines(raw, lines)
        return raw, tuple(lines)

    return build
