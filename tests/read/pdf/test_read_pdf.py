"""PDF files to source documents."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from made_pdf import PARAGRAPH, needs_fonts, pdf, prose, rule, write
from PIL import Image
from reportlab.lib.utils import ImageReader

from extract.errors import ReadError
from extract.read.pdf import document, drawings, read_pdf
from extract.read.pdf.frame import frame
from extract.read.source import check_lines

pytestmark = needs_fonts
PATH = Path("a.pdf")


def lines(data: bytes) -> list[str]:
    return read_pdf(PATH, data).raw.splitlines()


def test_a_page_of_text() -> None:
    found = read_pdf(PATH, pdf(prose, prose))
    check_lines(found.raw, found.lines)
    assert found.raw.splitlines() == [*PARAGRAPH, *PARAGRAPH]
    assert (found.pages, found.ocr, found.media_type) == (2, False, "application/pdf")
    assert [line.opens for line in found.lines[:4]] == [True, False, False, False]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_text_is_in_the_box(turn: int) -> None:
    """Also on pages that are shown turned: pdfium finds each word in the box that is given."""

    def draw(canvas) -> None:
        canvas.setPageRotation(turn)
        across, up = canvas._pagesize
        corner = {90: (across, 0), 180: (across, up), 270: (0, up)}
        canvas.translate(*corner.get(turn, (0, 0)))
        canvas.rotate(turn)
        for i, line in enumerate(PARAGRAPH):
            write(canvas, line, 85, 842 - 300 + 16 * i)

    data = pdf(draw)
    found = read_pdf(PATH, data)
    assert found.raw.splitlines() == list(PARAGRAPH)
    page = pdfium.PdfDocument(data)[0]
    shape = frame(page)
    assert shape.size == page.get_size()
    text = page.get_textpage()
    start = found.raw.index("Kế hoạch")
    (place,) = found.layout.places(start, start + len("Kế hoạch trồng"))
    assert place.page == 1
    assert place.box is not None
    left, bottom, right, top = shape.own(place.box)
    assert text.get_text_bounded(left - 1, bottom, right + 1, top).strip() == "Kế hoạch trồng"


def test_a_sheet_across_on_an_upright_page() -> None:
    """Its lines run up the page; they are read as they stand when the page is turned."""

    def draw(canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        for i, line in enumerate(PARAGRAPH):
            write(canvas, line, 85, 842 - 300 + 16 * i)

    data = pdf(draw)
    found = read_pdf(PATH, data)
    assert found.raw.splitlines() == list(PARAGRAPH)
    page = pdfium.PdfDocument(data)[0]
    for line, text in zip(found.lines, PARAGRAPH, strict=True):
        assert line.box is not None
        left, top, right, bottom = line.box
        assert bottom - top > right - left
        inside = page.get_textpage().get_text_bounded(left, 842 - bottom - 1, right, 842 - top + 1)
        assert text.split()[0] in inside


def test_bold_and_not() -> None:
    def draw(canvas) -> None:
        write(canvas, "KẾ HOẠCH", 250, 100, bold=True)
        write(canvas, "Trồng cây phân tán", 220, 116)

    assert [line.bold for line in read_pdf(PATH, pdf(draw)).lines] == [True, False]


def test_letters_that_come_late_in_the_file() -> None:
    """Letters of a second font are drawn behind the others of their line, a number that was
    stamped in behind the page."""

    def draw(canvas) -> None:
        write(canvas, "Số:", 85, 100)
        write(canvas, "/KH-UBND", 140, 100)
        write(canvas, "thực hi", 85, 130)
        write(canvas, "n nhi", 85 + canvas.stringWidth("thực hiệ", "Serif", 12), 130)
        write(canvas, "m vụ", 85 + canvas.stringWidth("thực hiện nhiệ", "Serif", 12), 130)
        for before in ("thực hi", "thực hiện nhi"):
            write(canvas, "ệ", 85 + canvas.stringWidth(before, "Serif", 12), 130)
        write(canvas, "447", 112, 100)

    assert lines(pdf(draw)) == ["Số: 447 /KH-UBND", "thực hiện nhiệm vụ"]


def test_a_number_in_a_form_field() -> None:
    def draw(canvas) -> None:
        write(canvas, "Số:", 85, 100)
        write(canvas, "/KH-UBND", 160, 100)
        canvas.acroForm.textfield(
            value="447", x=108, y=842 - 104, width=40, height=16, fontSize=11, borderWidth=0
        )

    assert lines(pdf(draw)) == ["Số: 447 /KH-UBND"]


def test_a_table_over_two_pages() -> None:
    columns = [60, 100, 320, 540]

    def draw(canvas, rows, top=100) -> None:
        y = top
        rule(canvas, 60, y, 540, y)
        for row in rows:
            for x, cell in zip(columns, row, strict=False):
                for i, text in enumerate(cell.split("\n")):
                    write(canvas, text, x + 4, y + 14 + 15 * i)
            y += 24 + 15 * max(cell.count("\n") for cell in row)
            rule(canvas, 60, y, 540, y)
        for x in columns:
            rule(canvas, x, top, x, y)

    head = ("TT", "Nhiệm vụ", "Cơ quan chủ trì")
    first = [head, ("1", "Trồng cây\nphân tán", "Trạm Khuyến nông"), ("2", "Tỉa cành trên", "Xã")]
    second = [head, ("", "các tuyến đường", ""), ("3", "Tưới cây", "Thôn")]
    found = read_pdf(PATH, pdf(lambda c: draw(c, first), lambda c: draw(c, second)))
    cells: dict[tuple[int, int], str] = {}
    for line in found.lines:
        if line.cell and line.kind == "text":
            assert line.cell.table == 0
            key = (line.cell.row, line.cell.column)
            cells[key] = f"{cells.get(key, '')} {found.raw[line.start : line.end]}".strip()
    assert cells[1, 1] == "Trồng cây phân tán"
    assert cells[2, 1] == "Tỉa cành trên các tuyến đường"
    assert cells[3, 0] == "3"
    assert sum(line.kind == "furniture" for line in found.lines) == 3


def code(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        read_pdf(PATH, data)
    return error.value.code


def test_a_table_drawn_by_shading_alone() -> None:
    """Each cell a filled box, with a point of white between: no line is ruled."""
    rows = [("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Trồng cây", "Sở Xây dựng"), ("2", "Tưới", "Xã")]
    edges = (85, 130, 300, 480)

    def draw(canvas) -> None:
        for i, row in enumerate(rows):
            for text, left, right in zip(row, edges, edges[1:], strict=False):
                canvas.setFillGray(0.8 if i == 0 else 0.93)
                canvas.rect(left, 842 - 120 - 25 * i, right - left - 1, 24, stroke=0, fill=1)
                canvas.setFillGray(0)
                write(canvas, text, left + 5, 112 + 25 * i)

    found = read_pdf(PATH, pdf(draw))
    cells = {(line.cell.row, line.cell.column): line for line in found.lines if line.cell}
    assert {place: found.raw[line.start : line.end] for place, line in cells.items()} == {
        (i, j): text for i, row in enumerate(rows) for j, text in enumerate(row)
    }


def test_locked() -> None:
    assert code(pdf(prose, encrypt="mật khẩu")) == "encrypted"


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (b"%PDF-1.7\n", "nothing behind the mark"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "garbage"),
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]"
            b"/Count 0>>endobj\ntrailer<</Root 1 0 R>>",
            "no pages",
        ),
    ],
)
def test_damaged(data: bytes, remark: str) -> None:
    assert code(data) == "damaged", remark


def test_cut_off() -> None:
    assert code(pdf(prose)[:900]) in ("damaged", "no_text")


def test_an_empty_page() -> None:
    assert code(pdf(lambda canvas: None)) == "no_text"


def test_too_many_pages(monkeypatch) -> None:
    monkeypatch.setattr(document, "MOST_PAGES", 2)
    assert code(pdf(prose, prose, prose)) == "too_many_pages"


def test_too_many_objects(monkeypatch) -> None:
    monkeypatch.setattr(drawings, "MOST_OBJECTS", 3)
    assert code(pdf(prose)) == "too_complex"


@pytest.mark.parametrize(
    ("draw_text", "scan"), [(True, False), (False, True)], ids=["a picture in a text", "a scan"]
)
def test_what_is_a_scan(draw_text: bool, scan: bool, monkeypatch) -> None:
    """Which pages go to OCR; OCR itself is tested where it is at home."""
    from extract.read.pdf import scans

    asked: list[int] = []

    def recognised(opened, indices, path):
        asked.extend(indices)
        sizes = [image.size for image in scans.images(opened, indices, path)]
        assert sizes == [(2480, 3509)], "300 dpi"
        return [read.__class__(1, 595, 842, ()) for read in ()] or [scans.Page(1, 595, 842, ())]

    monkeypatch.setattr(scans, "recognised", recognised)

    def draw(canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 255)), 0, 0, 595, 842)
        for y in range(4) if draw_text else ():
            for i, line in enumerate(PARAGRAPH):
                write(canvas, line, 85, 100 + 64 * y + 16 * i)

    if scan:
        assert code(pdf(draw)) == "no_text"
        assert asked == [0]
    else:
        assert len(lines(pdf(draw))) == 16
        assert asked == []


def test_an_old_encoding_without_its_font() -> None:
    """TCVN3, printed where its font was missing: the letters are there, as Latin ones."""
    shown = (
        "Uû ban nh©n d©n x· ban hµnh KÕ ho¹ch trång c©y ph©n t¸n",
        "trªn ®Þa bµn x· n¨m 2004, víi c¸c néi dung sau ®©y:",
        "trång míi, ch¨m sãc vµ b¶o vÖ c©y xanh ë c¸c tr¹m y tÕ",
    )

    def draw(canvas) -> None:
        for i, line in enumerate(shown * 2):
            write(canvas, line, 85, 100 + 16 * i)

    found = read_pdf(PATH, pdf(draw))
    assert found.raw.startswith("Uỷ ban nhân dân xã ban hành Kế hoạch trồng cây phân tán\n")
    assert not found.ocr


def test_a_footnote() -> None:
    """Its raised number and its text are notes; a power and a symbol's number are not."""

    def raised(canvas, before: str, mark: str, x: float, y: float) -> None:
        text = canvas.beginText(x, 842 - y)
        text.setFont("Serif", 12)
        text.textOut(before)
        text.setFont("Serif", 8)
        text.setRise(4)
        text.textOut(mark)
        canvas.drawText(text)

    def draw(canvas) -> None:
        prose(canvas)
        raised(canvas, "theo Luật Lâm nghiệp", "1", 85, 164)
        write(canvas, "và Nghị quyết số 16/2017/QH14,", 240, 164)
        raised(canvas, "trồng 500 m", "2", 85, 180)
        raised(canvas, "", "1", 85, 780)
        write(canvas, "Luật số 16/2017/QH14 ngày 15 tháng 11 năm 2017", 92, 782, size=9)

    found = read_pdf(PATH, pdf(draw))
    kinds = [(found.raw[line.start : line.end], line.kind) for line in found.lines]
    assert kinds[4:] == [
        ("theo Luật Lâm nghiệp", "text"),
        ("1", "note"),
        ("và Nghị quyết số 16/2017/QH14,", "text"),
        ("trồng 500 m2", "text"),
        ("1 Luật số 16/2017/QH14 ngày 15 tháng 11 năm 2017", "note"),
    ]
    assert found.lines[6].opens is False
