"""The reader of images: PNG, JPEG, and TIFF with one page or several."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from extract.read.ocr.pages import recognise
from extract.read.ocr.repair import repaired
from extract.read.page import compose
from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.source import SourceDocument

MOST_PIXELS = 60
"""Millions: an A2 sheet at 300 dpi."""

MOST_PAGES = 300

_FORMATS = ("PNG", "JPEG", "TIFF")
_DAMAGE = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise for files that are not as they should be."""


def read_image(path: Path, data: bytes) -> SourceDocument:
    """The text that an image shows, a page for each image of the file.

    Raises:
        ReadError: `damaged`, `image_too_large`, `too_many_pages`, `no_text`, `too_slow`.
        ToolMissingError: Tesseract or its Vietnamese data is not installed.
    """
    with _opened(path, data) as image:
        media_type = Image.MIME.get(image.format or "", "image/unknown")
        pages = recognise(path, _pages(path, image))
    raw, lines, repairs = repaired(*compose(pages))
    if not raw.strip():
        raise problem("no_text", path)
    return SourceDocument.of_file(
        path,
        data,
        media_type,
        raw,
        lines=lines,
        pages=len(pages),
        ocr=True,
        repairs=repairs,
    )


@contextmanager
def _opened(path: Path, data: bytes) -> Iterator[Image.Image]:
    """The image, its size checked before a pixel is decoded. Pillow's own limit, a warning, is off
    meanwhile: ours is lower."""
    theirs, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        try:
            image = Image.open(BytesIO(data), formats=_FORMATS)
        except UnidentifiedImageError:
            raise problem("damaged", path, reason="no image") from None
        except _DAMAGE as error:
            raise problem("damaged", path, reason=_reason(error)) from None
        with image:
            yield image
    finally:
        Image.MAX_IMAGE_PIXELS = theirs


def _pages(path: Path, image: Image.Image) -> Iterator[Image.Image]:
    """The images of the file, upright as their EXIF data says, one at a time."""
    number = 0
    while True:
        try:
            image.seek(number)
        except EOFError:
            return
        except _DAMAGE as error:
            raise problem("damaged", path, reason=_reason(error)) from None
        if number >= MOST_PAGES:
            raise problem("too_many_pages", path, pages=f"> {MOST_PAGES}", limit=MOST_PAGES)
        yield _page(path, image)
        number += 1
        if image.format != "TIFF":
            return


def _page(path: Path, image: Image.Image) -> Image.Image:
    width, height = image.size
    if width * height > MOST_PIXELS * 1_000_000:
        raise problem("image_too_large", path, width=width, height=height, limit=MOST_PIXELS)
    try:
        turned = ImageOps.exif_transpose(image)
        turned.load()
    except _DAMAGE as error:
        raise problem("damaged", path, reason=_reason(error)) from None
    if "dpi" in image.info:
        turned.info["dpi"] = tuple(image.info["dpi"])
    return turned


def _reason(error: BaseException) -> str:
    return (str(error) or type(error).__name__)[:120]


READER = Reader("image", (".png", ".jpg", ".jpeg", ".tif", ".tiff"), read_image)
