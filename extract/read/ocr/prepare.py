"""Makes an image fit for recognition: in grey, about 300 dots an inch, lines level."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from extract.read.source import Box

DPI = 300
_A4 = (210 / 25.4, 297 / 25.4)
_LEAST_SLANT = 0.15
"""Degrees. Tesseract reads lines that rise less than this as well as level ones."""

_MOST_SLANT = 4.0

_SHARPER = 1.02
"""By how much turning a page must sharpen its lines."""

_LOOK = 900
"""Pixels of the middle of the page, each way, that tell whether it is specked."""

_FEW_SPECKS = 0.003
_SPECKS = 0.2
"""Of the dark points of a page, the share that stand alone; letters lose fewer of theirs."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page made ready. `scale` points are a pixel; `slant` is by how many degrees clockwise it
    was turned to make its lines level, `turn` the quarter turn clockwise before that; `size` is
    the page's in points, as the lines of `image` stand on it."""

    image: Image.Image
    scale: float
    slant: float = 0.0
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        return self.image.width * self.scale, self.image.height * self.scale

    def shown(self, box: Box) -> Box:
        """A box of `image` in pixels, as a box in points on the page as it was given."""
        x0, y0, x1, y1 = box
        corners = [self._back(x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        if abs(self.slant) >= _LEAST_SLANT:  # what a turned box gained in height
            rise = abs(math.tan(math.radians(self.slant))) * (x1 - x0) * self.scale / 2
            if self.turn in (0, 180) and max(ys) - min(ys) > 2 * rise:
                return (min(xs), min(ys) + rise, max(xs), max(ys) - rise)
        return (min(xs), min(ys), max(xs), max(ys))

    def _back(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.image.size
        angle = math.radians(self.slant)
        dx, dy = x - width / 2, y - height / 2
        x = width / 2 + dx * math.cos(angle) + dy * math.sin(angle)
        y = height / 2 - dx * math.sin(angle) + dy * math.cos(angle)
        match self.turn:
            case 90:
                x, y = y, width - x
            case 180:
                x, y = width - x, height - y
            case 270:
                x, y = height - y, x
        return x * self.scale, y * self.scale


def prepared(image: Image.Image, turn: int = 0) -> Sheet:
    """The image in grey at about 300 dpi with level lines, turned by `turn` degrees clockwise."""
    grey = _without_specks(_grey(image))
    dpi = _dpi(image)
    if not 180 <= dpi <= 400:
        factor = DPI / dpi
        size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
        dpi = DPI
    if turn:
        grey = grey.transpose(
            {
                90: Image.Transpose.ROTATE_270,
                180: Image.Transpose.ROTATE_180,
                270: Image.Transpose.ROTATE_90,
            }[turn]
        )
    angle = slant(grey)
    if abs(angle) < _LEAST_SLANT:
        return Sheet(grey, 72 / dpi, turn=turn)
    level = grey.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)
    return Sheet(level, 72 / dpi, angle, turn)


def slant(image: Image.Image) -> float:
    """By how many degrees clockwise the image must be turned so that its lines are level.

    The angle at which the rows of the page, sheared by it, differ most in how much ink they hold:
    lines of text alternate with white.
    """
    small = image.resize(
        (max(1, image.width // 3), max(1, image.height // 3)), Image.Resampling.BOX
    )
    ink = np.asarray(small) < 160
    y, x = np.nonzero(ink)
    if not 200 <= len(x) <= ink.size // 3:
        return 0.0
    if len(x) > 60_000:
        step = len(x) // 60_000 + 1
        x, y = x[::step], y[::step]
    angle = _sharpest(x, y, np.arange(-_MOST_SLANT, _MOST_SLANT + 0.01, 0.25))
    if abs(angle) >= _MOST_SLANT - 0.01:
        return 0.0
    angle = _sharpest(x, y, np.arange(angle - 0.25, angle + 0.26, 0.05))
    return -angle if _sharpness(x, y, angle) > _SHARPER * _sharpness(x, y, 0.0) else 0.0


def _sharpest(x: Places, y: Places, angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: _sharpness(x, y, angle)))


def _sharpness(x: Places, y: Places, angle: float) -> float:
    """How much neighbouring rows differ in ink when the page is sheared by the angle."""
    rows = np.bincount((y - x * math.tan(math.radians(angle)) + 10_000).astype(np.int64))
    return float(np.square(np.diff(rows.astype(np.float64), append=0)).sum())


def _grey(image: Image.Image) -> Image.Image:
    """Grey, on white where the image is transparent; the red of stamps goes."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        under = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(under, image.convert("RGBA"))
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        return _scaled(image)
    image = image.convert("RGB")
    if not _has_red(image.reduce(4) if min(image.size) > 8 else image):
        return image.convert("L")
    grey = np.asarray(image.convert("L")).copy()
    grey[_red(np.asarray(image))] = 255
    return Image.fromarray(grey)


def _without_specks(grey: Image.Image) -> Image.Image:
    """The image without single dark points, where many of them are strewn over it."""
    x, y = (max(0, side // 2 - _LOOK // 2) for side in grey.size)
    middle = grey.crop((x, y, min(x + _LOOK, grey.width), min(y + _LOOK, grey.height)))
    smooth = middle.filter(ImageFilter.MedianFilter(3))
    dark = np.asarray(middle) < 128
    gone = dark & (np.asarray(smooth) >= 128)
    strewn = dark.mean() > _FEW_SPECKS and gone.sum() > _SPECKS * dark.sum()
    return grey.filter(ImageFilter.MedianFilter(3)) if strewn else grey


def _has_red(image: Image.Image) -> bool:
    return bool(_red(np.asarray(image)).any())


def _red(colour: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which pixels are more red than anything else, as stamps are."""
    other = np.maximum(colour[..., 1], colour[..., 2])
    return colour[..., 0] > np.minimum(other, 215) + 40


def _scaled(image: Image.Image) -> Image.Image:
    """16 and 32 bit a pixel as 8 bit, between the least and the greatest value."""
    values = np.asarray(image, dtype=np.float64)
    low, high = float(values.min()), float(values.max())
    span = max(high - low, 1e-9)
    return Image.fromarray(((values - low) * (255 / span)).astype(np.uint8))


def _dpi(image: Image.Image) -> float:
    """The image's resolution, where what it tells makes a sheet between A6 and A2."""
    told = image.info.get("dpi")
    long = max(image.size)
    if told:
        dpi = float(max(told[0], told[1]))
        if dpi > 0 and 148 / 25.4 <= long / dpi <= 600 / 25.4:
            return dpi
    return max(1.0, max(long / _A4[1], min(image.size) / _A4[0]))
