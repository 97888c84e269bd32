from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.read.html.reader import read_html
from extract.read.source import SourceDocument, check_lines

PAGE = Path("trang.html")


def page(body: str, head: str = "") -> SourceDocument:
    data = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    source = read_html(PAGE, data.encode())
    check_lines(source.raw, source.lines)
    return source


def text(body: str, head: str = "") -> list[str]:
    """The lines of a page, as read."""
    return page(body, head).raw.splitlines()


LINES = [
    ("<p>Trồng\n   cây&nbsp;xanh</p>", ["Trồng cây\xa0xanh"]),
    ("Trồng <b>c</b>ây<div>Chăm sóc</div>rừng", ["Trồng cây", "Chăm sóc", "rừng"]),
    ("<p>Số: 12<br>Ngày 3</p><br><br>", ["Số: 12", "Ngày 3"]),
    ("<pre>1.  Một\n2.  Hai</pre>", ["1.  Một", "2.  Hai"]),
    ("<p>Một<p>Hai<b>Ba<p>Bốn", ["Một", "HaiBa", "Bốn"]),  # nothing is closed
    ("<p>&#147;Tết&#148; &#8211; x &lt; y &amp; z</p>", ["“Tết” – x < y & z"]),
    ("<p>a<!-- ẩn -->b<![if !supportLists]>c<![endif]>d<o:p></o:p></p>", ["abcd"]),  # Word's
    ("<p><span style='font-family:Wingdings'>§</span> Một</p>", ["▪ Một"]),
    ("<p>m<sup>2</sup>, H<sub>2</sub>O</p>", ["m2, H2O"]),
    ("<center><h2>KẾ HOẠCH</h2></center>", ["KẾ HOẠCH"]),
]


@pytest.mark.parametrize(("body", "expected"), LINES)
def test_lines_are_those_that_are_shown(body: str, expected: list[str]) -> None:
    assert text(body) == expected


HIDDEN = [
    "<script>var a = 'x'</script>",
    "<style>p { color: red }</style>",
    "<noscript>Bật JavaScript</noscript>",
    "<div style='DISPLAY: none'>ẩn</div>",
    "<div class='an chung'>ẩn</div>",
    "<p id=ma>ẩn</p>",
    "<div hidden>ẩn</div>",
    "<p style='mso-hide:all'>ẩn</p>",
    "<div title=header>Trang 3</div>",  # LibreOffice's running head
    "<select><option>Hà Nội</option></select><textarea>Ý kiến</textarea><button>Gửi</button>",
    "<svg><text>biểu tượng</text></svg>",
    "<img alt='ảnh' onerror=\"document.write('x')\">",
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    style = "<style>.an{display:none} #ma, p.lạ { visibility : hidden }</style>"
    assert text(f"<p>Một</p>{hidden}<p>Hai</p>", style) == ["Một", "Hai"]


def test_two_breaks_end_a_paragraph() -> None:
    source = page("<div>Một<br>hai<br><br><br>Ba<p>Bốn</p></div>")
    assert [line.path for line in source.lines] == ["p1", "p1", "p2", "p3"]


def test_capitals_that_only_a_style_gives_are_written_out() -> None:
    style = "<style>@media print { p { display: none } } .hoa { text-transform: uppercase }</style>"
    body = "<p class=hoa>Kế hoạch <span style='text-transform:none'>số 5</span></p><p>nhỏ</p>"
    assert text(body, style) == ["KẾ HOẠCH số 5", "nhỏ"]


OLD_FONTS = [
    "<p><font face='.VnTime'>KÕ ho¹ch</font> 5 <font face='VNI-Times'>naêm nay</font></p>",
    "<p style=\"font-family:'.VnTime',serif\">KÕ ho¹ch 5 <span style='font-family:\"VNI-Times\"'>"
    "naêm nay</span></p>",
    "<p class=cu>KÕ ho¹ch 5 <span class=moi>naêm nay</span></p>",
]


@pytest.mark.parametrize("body", OLD_FONTS)
def test_letters_of_old_fonts_become_unicode(body: str) -> None:
    style = "<style><!-- p.cu {font-family:.VnTime} .moi {font-family:VNI-Times} --></style>"
    assert text(body, style) == ["Kế hoạch 5 năm nay"]


def test_a_font_of_capitals_has_them() -> None:
    assert text("<font face='.VnTimeH'>kÕ ho¹ch</font>") == ["KẾ HOẠCH"]


CHARSETS = [
    ("<meta charset=windows-1258><p>Đâ\u0301t nươ\u0301c</p>".encode("cp1258"), "cp1258"),
    ("<meta charset=utf-16><p>Đất nước</p>".encode(), "utf-8"),  # the bytes know better
    ("<p>Đất nước</p>".encode("utf-16"), "utf-16-le"),
    (b"\xef\xbb\xbf" + "<p>Đất nước</p>".encode(), "utf-8"),
    ("<meta charset=x-user-defined><p>§Êt n­íc ViÖt Nam ta</p>".encode("latin-1"), "cp1252"),
    ("<p>Đất nước Việt Nam</p>".encode().decode("latin-1").encode(), "utf-8-twice"),
]


@pytest.mark.parametrize(("data", "encoding"), CHARSETS, ids=[row[1] for row in CHARSETS])
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    source = read_html(PAGE, data)
    assert source.encoding == encoding
    assert unicodedata.normalize("NFC", source.raw).startswith("Đất nước")


LISTS = [
    ("<ol><li>Một<li>Hai</ol>", ["1. Một", "2. Hai"]),
    ("<ol start=3 type=a><li>Ba<li value=5>Năm<li>Sáu</ol>", ["c. Ba", "e. Năm", "f. Sáu"]),
    ("<ol type=I><li>Một<ol><li>Trong</ol><li>Hai</ol>", ["I. Một", "1. Trong", "II. Hai"]),
    ("<ol reversed><li>Hai<li>Một</ol>", ["2. Hai", "1. Một"]),
    ("<ul><li><p>Một</p><p>tiếp</p><li>Hai</ul>", ["- Một", "tiếp", "- Hai"]),
    ("<ul style='list-style:none'><li>a) Một</ul>", ["a) Một"]),
    ("<ol style='list-style-type:lower-roman'><li>Một<li>Hai</ol>", ["i. Một", "ii. Hai"]),
    ("<li>Lạc", ["Lạc"]),
    ("<ol><li>1. Một<li> - Hai<li>3.000 cây</ol>", ["1. Một", "- Hai", "3. 3.000 cây"]),  # typed
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_lists_have_their_numbers(body: str, expected: list[str]) -> None:
    assert text(body) == expected


GRID = """<table border=1>
<thead><tr><th rowspan=2>TT<th colspan=2>Cơ quan<th rowspan=2>Hạn</tr>
<tr><th>Chủ trì<th>Phối hợp</tr></thead>
<tr><td>1<td rowspan=9>Sở Y tế<td><p>Sở Tài chính<p>Công an<td>Quý I</tr>
<tr><td>2<td><ul><li>Sở Nội vụ</ul><td></table>"""


def test_cells_stand_where_they_are_shown() -> None:
    source = page(GRID)
    found = [
        (source.raw[line.start : line.end], line.path, line.cell.row, line.cell.column)
        for line in source.lines
        if line.cell
    ]
    assert found == [
        ("TT", "t1/r1/c1", 0, 0),
        ("Cơ quan", "t1/r1/c2", 0, 1),
        ("Hạn", "t1/r1/c4", 0, 3),
        ("Chủ trì", "t1/r2/c2", 1, 1),
        ("Phối hợp", "t1/r2/c3", 1, 2),
        ("1", "t1/r3/c1", 2, 0),
        ("Sở Y tế", "t1/r3/c2", 2, 1),
        ("Sở Tài chính", "t1/r3/c3", 2, 2),
        ("Công an", "t1/r3/c3", 2, 2),
        ("Quý I", "t1/r3/c4", 2, 3),
        ("2", "t1/r4/c1", 3, 0),
        ("- Sở Nội vụ", "t1/r4/c3", 3, 2),
    ]
    spans = {line.path: (line.cell.rows, line.cell.columns) for line in source.lines if line.cell}
    assert spans["t1/r1/c2"] == (1, 2)
    assert spans["t1/r1/c4"] == (2, 1)
    assert spans["t1/r3/c2"] == (2, 1)  # the table ends before nine rows


def test_a_table_that_only_arranges_is_lines_column_by_column() -> None:
    header = (
        "<table><tr><td>UBND TỈNH A<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do</tr>"
        "<tr><td>Số: 5/QĐ-UBND<td>A, ngày 3 tháng 4 năm 2024</table>"
    )
    source = page(header)
    assert source.raw.splitlines() == [
        "UBND TỈNH A",
        "Số: 5/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do",
        "A, ngày 3 tháng 4 năm 2024",
    ]
    assert not any(line.cell for line in source.lines)


def test_a_header_set_with_tabs_is_lines_column_by_column() -> None:
    tab = "<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>"
    blanks = "&nbsp;" * 12
    body = (
        f"<p>UBND TỈNH A{tab}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
        f"<p>Số: 5/KH-UBND{blanks} Độc lập - Tự do - Hạnh phúc</p><p>KẾ HOẠCH</p>"
    )
    assert text(body) == [
        "UBND TỈNH A",
        "Số: 5/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
    ]


def test_a_table_around_everything_is_no_table() -> None:
    source = page(f"<table><tr><td><p>Mở đầu</p>{GRID}<p>Kết</p></table>")
    assert source.raw.splitlines()[0] == "Mở đầu"
    assert {line.cell.table for line in source.lines if line.cell} == {0}


NOTES = [
    # Word
    (
        "<p>Năm 2024<a href='#_ftn1' name='_ftnref1'>[1]</a> trồng cây.</p>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>"
        "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Theo lịch</p></div></div>",
        "[1] Theo lịch",
    ),
    # LibreOffice
    (
        "<p>Năm 2024<a name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a> trồng cây.</p>"
        "<div id=sdfootnote1><p><a href='#sdfootnote1anc'>1</a> Theo lịch</p></div>",
        "1 Theo lịch",
    ),
    # a portal: paragraphs at the end, links with the page's address
    (
        "<p>Năm 2024<a href='https://a.vn/vb#_ftn1'>[1]</a> trồng cây.</p>"
        "<p><a href='https://a.vn/vb#_ftnref1'>[1]</a> Theo lịch</p>",
        "[1] Theo lịch",
    ),
]


@pytest.mark.parametrize(("body", "note"), NOTES, ids=["Word", "LibreOffice", "portal"])
def test_footnotes_are_notes_and_their_marks_no_text(body: str, note: str) -> None:
    source = page(body)
    shown = [(source.raw[line.start : line.end], line.kind, line.path) for line in source.lines]
    assert shown == [("Năm 2024 trồng cây.", "text", "p1"), (note, "note", "n1")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body>" + b"<div>" * 200_000 + b"a", "too_complex"),
        (b"<table><tr><td>" * 100 + b"a", "too_complex"),
        (b"<table>" + b"<tr><td>a<td>b" * 30_000, "too_complex"),
        (b"<html><body><script>a</script></body></html>", "no_text"),
        (b"<html>", "no_text"),
        (b"<p>" + b"a " * 600_000, "long_text"),
        (
            b"<table border=1>" + b"<tr><td rowspan=9000>%s<td>b" % (b"a" * 999) * 900,
            "too_complex",
        ),
    ],
    ids=["tags", "tables", "cells", "nothing", "empty", "long", "spans"],
)
def test_a_hostile_page_ends_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_html(PAGE, data)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "data",
    [
        b"<p>a</p>" + b"<b>" * 1500 + b"c",
        b"<p style='" + b"a:" * 300_000 + b"'>a",
        b"<style>" + b"{" * 300_000 + b"</style><p>a",
        b"<style>" + b"p{color:red}" * 100_000 + b"</style><p>a",
        b"<style>" + b"a,b," * 100_000 + b"{font:x}</style><p>a",
        b"<p>a" + b"<a href='#_ftn1'>" * 1000,
        b"<p>a</p>" + b"<ol><li>" * 600,
        b"<p>a</p><table border=1>" + b"<tr><td colspan=999999999>b" * 2_000,
        b"<p>a" + b"&#0;\x01&nbsp;&bogus;" * 10_000,
        b"<p>a" + b"<" * 300_000,
    ],
    ids=["b", "style", "braces", "rules", "selectors", "links", "lists", "spans", "marks", "less"],
)
def test_an_odd_page_is_read(data: bytes) -> None:
    assert read_html(PAGE, data).raw.startswith("a")
