"""PDFs made by hand, with reportlab and a font that has Vietnamese letters."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_FOLDER = Path("/usr/share/fonts/truetype/dejavu")
FONTS = {"Serif": "DejaVuSerif.ttf", "Serif-Bold": "DejaVuSerif-Bold.ttf"}
needs_fonts = pytest.mark.skipif(
    not all((_FOLDER / name).is_file() for name in FONTS.values()),
    reason="sudo apt-get install -y --no-install-recommends fonts-dejavu-core fonts-dejavu-extra",
)

A4 = (595.0, 842.0)


def pdf(
    *draws: Callable[[Canvas], None], size: tuple[float, float] = A4, **options: object
) -> bytes:
    """A PDF of one page for each of `draws`."""
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, **options)
    for draw in draws:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(
    canvas: Canvas, text: str, x: float, y: float, *, size: float = 12, bold: bool = False
) -> None:
    """`text` with its base line at `y` from the top."""
    canvas.setFont("Serif-Bold" if bold else "Serif", size)
    canvas.drawString(x, canvas._pagesize[1] - y, text)


def rule(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    height = canvas._pagesize[1]
    canvas.line(x0, height - y0, x1, height - y1)


PARAGRAPH = (
    "Ủy ban nhân dân xã ban hành Kế hoạch trồng cây phân",
    "tán trên địa bàn xã năm 2024 với các nội dung sau đây:",
    "trồng mới, chăm sóc và bảo vệ cây xanh ở các tuyến đường,",
    "trường học, trạm y tế và khu dân cư trên toàn xã.",
)


def prose(canvas: Canvas) -> None:
    """A page with a paragraph."""
    for i, line in enumerate(PARAGRAPH):
        write(canvas, line, 120 if i == 0 else 85, 100 + 16 * i)
