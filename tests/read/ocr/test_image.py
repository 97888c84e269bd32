"""Images are read as a user would give them; recognition runs where Tesseract is installed."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from extract.errors import ReadError, ToolMissingError
from extract.read.ocr import image as image_module
from extract.read.ocr import pages as pages_module
from extract.read.ocr.image import MOST_PIXELS, read_image
from extract.read.ocr.pages import recognise
from extract.read.source import check_lines

PATH = Path("scan.png")
TEXT = [
    "Giao Sở Y tế chủ trì, phối hợp với các đơn vị",
    "liên quan tổ chức thực hiện kế hoạch này.",
    "Thời gian hoàn thành: trước ngày 15/11/2024.",
]


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, dpi=(300, 300), **options)
    return kept.getvalue()


@pytest.mark.usefixtures("needs_tesseract")
class TestRecognition:
    @pytest.mark.parametrize(
        ("kind", "media_type"),
        [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")],
    )
    def test_a_page_is_read(self, drawn, kind: str, media_type: str) -> None:
        document = read_image(PATH, saved(drawn(TEXT), kind))
        assert document.raw.splitlines() == TEXT
        assert (document.media_type, document.pages, document.ocr) == (media_type, 1, True)
        check_lines(document.raw, document.lines)

    def test_a_span_points_to_its_ink(self, drawn) -> None:
        document = read_image(PATH, saved(drawn(TEXT), "PNG"))
        start = document.raw.index("15/11/2024")
        (place,) = document.layout.places(start, start + 10)
        assert place.page == 1
        assert place.box is not None
        x0, y0, _, y1 = (value * 300 / 72 for value in place.box)
        assert 100 + 2 * 90 < (y0 + y1) / 2 < 100 + 3 * 90
        assert x0 > 900
        assert (document.layout.confidence(start, start + 10) or 0) > 0.8

    def test_each_image_of_a_tiff_is_a_page(self, drawn) -> None:
        pages = [drawn([f"Trang thứ {word} của văn bản"]) for word in ("nhất", "hai", "ba")]
        data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
        document = read_image(Path("fax.tiff"), data)
        assert document.pages == 3
        assert [line.page for line in document.lines] == [1, 2, 3]
        assert document.raw.splitlines()[2] == "Trang thứ ba của văn bản"

    def test_exif_turns_a_photo_upright(self, drawn) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6  # shown turned by 90 degrees clockwise
        lying = drawn(TEXT).transpose(Image.Transpose.ROTATE_90)
        document = read_image(Path("a.jpg"), saved(lying, "JPEG", exif=exif))
        assert document.raw.splitlines() == TEXT

    def test_a_slanted_page_is_read(self, drawn) -> None:
        slanted = drawn(TEXT).rotate(1.8, Image.Resampling.BICUBIC, fillcolor=255)
        assert read_image(PATH, saved(slanted, "PNG")).raw.splitlines() == TEXT

    @pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180])
    def test_a_page_on_its_side_is_turned(self, drawn, turn: Image.Transpose) -> None:
        image = drawn(TEXT * 3, size=(1800, 1100)).transpose(turn)
        assert read_image(PATH, saved(image, "PNG")).raw.splitlines()[:3] == TEXT

    def test_cells_of_a_ruled_table_stay_apart(self, drawn, font) -> None:
        image = drawn(["Phân công nhiệm vụ"])
        pen = ImageDraw.Draw(image)
        for x in (120, 260, 1000, 1650):
            pen.line((x, 250, x, 700), width=4)
        for y in (250, 380, 700):
            pen.line((120, y, 1650, y), width=4)
        cells = {
            (0, 0): ["TT"],
            (0, 1): ["Nhiệm vụ"],
            (0, 2): ["Đơn vị"],
            (1, 0): ["1"],
            (1, 1): ["Trồng mới 50 ha", "rừng phòng hộ"],
            (1, 2): ["Hạt Kiểm lâm", "các xã"],
        }
        for (row, column), lines in cells.items():
            for number, line in enumerate(lines):
                place = ((140, 280, 1020)[column], (280, 400)[row] + 90 * number)
                pen.text(place, line, font=font, fill=0)
        document = read_image(PATH, saved(image, "PNG"))
        found: dict[tuple[int, int], list[str]] = {}
        for line in document.lines:
            if line.cell:
                place = (line.cell.row, line.cell.column)
                found.setdefault(place, []).append(document.raw[line.start : line.end])
        assert found == cells
        assert document.raw.splitlines()[0] == "Phân công nhiệm vụ"

    def test_a_page_without_text_is_told(self) -> None:
        with pytest.raises(ReadError) as told:
            read_image(PATH, saved(Image.new("L", (800, 800), 255), "PNG"))
        assert told.value.code == "no_text"

    def test_images_are_taken_one_at_a_time(self, drawn) -> None:
        held = 0

        def images():
            nonlocal held
            for _ in range(5):
                held += 1
                yield drawn(["Điều 1"], size=(600, 300))

        work = pages_module._in_turn(lambda image: recognise(PATH, [image])[0], images())
        next(work)
        assert held <= pages_module.AT_ONCE
        assert len(list(work)) == 4


def png(width: int, height: int) -> bytes:
    """A PNG that claims a size, with hardly any data."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def tiff(width: int, height: int) -> bytes:
    entries = [(256, width), (257, height), (258, 1), (259, 1), (262, 1), (273, 8), (278, height)]
    body = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(entries)) + body + b"\x00" * 8


@pytest.mark.parametrize("data", [png(100_000, 100_000), tiff(100_000, 100_000)])
def test_an_image_that_claims_to_be_huge_is_refused_at_once(data: bytes) -> None:
    theirs = Image.MAX_IMAGE_PIXELS
    with pytest.raises(ReadError) as told:
        read_image(PATH, data)
    assert told.value.code == "image_too_large"
    assert f"{MOST_PIXELS} million" in told.value.en
    assert theirs == Image.MAX_IMAGE_PIXELS


def test_too_many_pages_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(image_module, "MOST_PAGES", 1)
    monkeypatch.setattr(image_module, "recognise", lambda path, images: [None for _ in images])
    page = Image.new("L", (80, 80), 255)
    with pytest.raises(ReadError) as told:
        read_image(PATH, saved(page, "TIFF", save_all=True, append_images=[page]))
    assert told.value.code == "too_many_pages"


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "TIFF"]), st.integers(9, 600), st.data())
def test_files_that_are_cut_or_altered_are_damaged_or_read(
    kind: str, length: int, data: st.DataObject
) -> None:
    """Whatever stands in the file, its decoder must end in an image or a clear error."""
    pixels = np.random.default_rng(1).integers(0, 256, (60, 90)).astype(np.uint8)
    whole = bytearray(saved(Image.fromarray(pixels), kind))
    place = data.draw(st.integers(8, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    content = bytes(whole[: len(whole) - data.draw(st.integers(0, length))])
    assert outcome(content) in {"read", "damaged", "image_too_large", "too_many_pages"}


def outcome(content: bytes) -> str:
    try:
        with image_module._opened(PATH, content) as image:
            for page in image_module._pages(PATH, image):
                page.load()
    except ReadError as error:
        return error.code
    return "read"


def test_without_tesseract_the_error_tells_how_to_install_it(monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissingError) as told:
        read_image(PATH, saved(Image.new("L", (300, 300), 255), "PNG"))
    assert "tesseract-ocr-vie" in told.value.en


def test_a_tesseract_without_vietnamese_does_not_do(monkeypatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(ToolMissingError):
        read_image(PATH, saved(Image.new("L", (300, 300), 255), "PNG"))


@pytest.mark.parametrize(
    ("script", "code"),
    [("exit 3", "tool_failed"), ("exec sleep 30", "too_slow"), ("echo '<html'", "no_text")],
)
def test_a_tesseract_that_fails_is_told(monkeypatch, tmp_path: Path, script, code) -> None:
    program = tmp_path / "tesseract"
    listed = 'case "$1" in --list-langs) echo vie; exit 0;; esac'
    program.write_text(f"#!/bin/sh\n{listed}\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr("extract.read.ocr.tesseract.SECONDS", 1.0)
    with pytest.raises(ReadError) as told:
        read_image(PATH, saved(Image.new("L", (300, 300), 255), "PNG"))
    assert told.value.code == code
