from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.clean import clean
from extract.read.source import SourceDocument

Read = Callable[..., SourceDocument]
Lines = Callable[..., list[str]]

RULED = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'


def p(text: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>"


def tc(*texts: str, about: str = "") -> str:
    held = "".join(text if text.startswith("<w:") else p(text) for text in texts) or p()
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{held}</w:tc>"


def tr(*cells: str, about: str = "") -> str:
    held = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{about}</w:trPr>{held}</w:tr>"


def tbl(*rows: str, about: str = RULED, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LEFT, TO_LEFT = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
HEAD = tr("TT", "Nhiệm vụ", "Chủ trì")


def cells(found: SourceDocument) -> list[tuple[str, int, int, int, int]]:
    return [
        (found.raw[i.start : i.end], i.cell.row, i.cell.column, i.cell.rows, i.cell.columns)
        for i in found.lines
        if i.cell
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, tr("1", "A", "B")),
         [("TT", 0, 0, 1, 1), ("Nhiệm vụ", 0, 1, 1, 1), ("Chủ trì", 0, 2, 1, 1),
          ("1", 1, 0, 1, 1), ("A", 1, 1, 1, 1), ("B", 1, 2, 1, 1)]),
        # an empty cell keeps its place
        ((tr("a", "b"), tr("", "c")), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1)]),
        # several paragraphs are several lines of one cell
        ((tr("a", tc("b", "c")),), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 0, 1, 1, 1)]),
        ((tr(tc("a", about=span(2)), "b"), tr("c", "d", "e")),
         [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1),
          ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1), ("e", 1, 2, 1, 1)]),
        ((tr(tc("a", about=DOWN), "b"), tr(tc(about=GOES_ON), "c"), tr(tc(about=GOES_ON), "d")),
         [("a", 0, 0, 3, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1), ("d", 2, 1, 1, 1)]),
        # a merged cell that begins anew below the first
        ((tr(tc("a", about=DOWN), "b"), tr(tc("c", about=DOWN), "d"), tr(tc(about=GOES_ON), "e")),
         [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 2, 1), ("d", 1, 1, 1, 1),
          ("e", 2, 1, 1, 1)]),
        # nothing above to go on with: a cell of its own
        ((tr(tc("a", about=GOES_ON), "b"),), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]),
        # words in a covered cell are kept
        ((tr(tc("a", about=DOWN), "b"), tr(tc("lạc", about=GOES_ON), "c")),
         [("a", 0, 0, 2, 1), ("lạc", 0, 0, 2, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1)]),
        # both directions
        ((tr(tc("a", about=span(2) + DOWN), "b"), tr(tc(about=span(2) + GOES_ON), "c"),
          tr("d", "e", "f")),
         [("a", 0, 0, 2, 2), ("b", 0, 2, 1, 1), ("c", 1, 2, 1, 1),
          ("d", 2, 0, 1, 1), ("e", 2, 1, 1, 1), ("f", 2, 2, 1, 1)]),
        ((tr(tc("a", about=LEFT), tc(about=TO_LEFT), "b"), tr("c", "d", "e")),
         [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1),
          ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1), ("e", 1, 2, 1, 1)]),
        # rows that begin later
        ((tr("a", "b"), tr("c", about='<w:gridBefore w:val="1"/>')),
         [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1)]),
        # a grid that is finer than any cell
        ((tr(tc("a", about=span(3)), tc("b", about=span(2))),
          tr(tc("c", about=span(3)), tc("d", about=span(2)))),
         [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)]),
        # deleted rows and cells, as tracked changes
        ((tr("a", "b"), tr("c", "d", about="<w:del/>"), tr("e", tc("x", about="<w:cellDel/>"))),
         [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("e", 1, 0, 1, 1)]),
        # content controls around rows and cells
        ((f"<w:sdt><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>",),
         [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]),
        # a span that no page could hold
        ((tr(tc("a", about=span(10**9)), "b"),), [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]),
    ],
)  # fmt: skip
def test_a_table_is_a_grid_of_cells(
    read: Read, rows: tuple[str, ...], expected: list[tuple[str, int, int, int, int]]
) -> None:
    found = read(p("trước") + tbl(*rows) + p("sau"))
    assert sorted(cells(found), key=lambda cell: cell[1:3]) == expected
    assert (found.lines[0].cell, found.lines[-1].cell) == (None, None)


def test_paths_of_cells_count_from_one_and_all_tables(read: Read) -> None:
    one = tbl(HEAD, tr("1", "A", "B"))
    found = read(tbl(tr("chỉ một ô")) + p("x") + one)
    assert [line.path for line in found.lines][:3] == ["t1/r1/c1", "p1", "t2/r1/c1"]
    assert found.lines[-1].path == "t2/r2/c3"
    assert found.lines[-1].cell is not None
    assert found.lines[-1].cell.table == 0  # the first was a frame


def test_tables_that_touch_are_one(read: Read) -> None:
    found = read(tbl(HEAD) + tbl(tr("1", "A", "B")) + p() + tbl(tr("1", "C", "D")))
    tables = [(line.cell.table, line.cell.row) for line in found.lines if line.cell]
    assert tables == [(0, 0)] * 3 + [(0, 1)] * 3 + [(1, 0)] * 3


def test_a_table_in_a_cell_is_lines_of_it(read: Read) -> None:
    inner = tbl(tr("Xã A", "5 lớp"), tr("Xã B", "7 lớp"))
    found = read(tbl(HEAD, tr("1", tc("Mở lớp:", inner, p()), "Sở A")))
    assert [cell[0] for cell in cells(found) if cell[1:3] == (1, 1)] == [
        "Mở lớp:",
        "Xã A\t5 lớp",
        "Xã B\t7 lớp",
    ]


def test_merged_cells_stand_in_each_row_of_the_reading_text(read: Read) -> None:
    found = read(
        tbl(HEAD, tr("1", tc("A"), tc("Sở Y tế", about=DOWN)), tr("2", "B", tc(about=GOES_ON)))
    )
    blocks = [block.text for block in clean(found.raw, found.lines).blocks]
    assert blocks == ["TT\tNhiệm vụ\tChủ trì", "1\tA\tSở Y tế", "2\tB\tSở Y tế"]


STYLES = (
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/>'
    f"<w:tblPr>{RULED}</w:tblPr></w:style>"
)
GRID = '<w:tblStyle w:val="Grid"/>'
NO_LINES = RULED.replace("single", "none")
EDGES = '<w:tcBorders><w:top w:val="single"/><w:left w:val="single"/></w:tcBorders>'
UNDERLINED = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
THREE = (HEAD, tr("1", "A", "B"), tr("2", "C", "D"))


@pytest.mark.parametrize(
    ("table", "is_data"),
    [
        (tbl(tr("a", "b"), tr("c", "d")), True),
        (tbl(tr("a", "b"), tr("c", "d"), about=GRID), True),
        (tbl(tr("a", "b"), tr("c", "d"), about=GRID + NO_LINES), False),
        (tbl(tr("a", "b"), tr("c", "d"), about=""), False),
        # lines of the cells' own; one below a cell underlines it
        (tbl(tr(tc("a", about=EDGES), tc("b", about=EDGES)), about=""), True),
        (tbl(tr(tc("a", about=UNDERLINED), tc("b", about=UNDERLINED)), about=""), False),
        # without lines: a head over rows that are filled as it is
        (tbl(*THREE, about=""), True),
        (tbl(*THREE[:2], about=""), False),
        (tbl(tr("Gửi:", "- Bộ Y tế;", ""), tr("", "b", ""), tr("x", "", ""), about=""), False),
        (tbl(tr("a", "b", about="<w:tblHeader/>"), tr("c", "d"), about=""), True),
        # frames
        (tbl(tr("DỰ THẢO")), False),
        (tbl(tr("a"), tr("b"), tr("c")), False),
        # header and signature, with lines or without
        (tbl(tr("UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), False),
        (tbl(tr("TỈNH ỦY A", "ĐẢNG CỘNG SẢN VIỆT NAM")), False),
        (tbl(tr("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN")), False),
        (tbl(tr("", "KT. CHỦ TỊCH"), tr("", "Lê Văn A"), tr("x", "")), False),
        (tbl(tr("", ""), tr("Nơi nhận:", "CHỦ TỊCH")), False),
        # the motto within a sentence is none
        (tbl(HEAD, tr("1", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "B")), True),
    ],
)  # fmt: skip
def test_tables_of_data_are_told_from_those_that_arrange(
    read: Read, table: str, is_data: bool
) -> None:
    assert bool(cells(read(p("x") + table, styles=STYLES))) is is_data


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # the left column, then the right one
        (tbl(tr("UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), tr("Số: 5/KH", "A, ngày 1")),
         ["UBND XÃ A", "Số: 5/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 1"]),
        # an empty column in between, cells of other widths in the second row
        (tbl(tr("UBND XÃ A", "", tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", about=span(2))),
             tr(tc("Số: 5/KH", about=span(2)), tc("A, ngày 1", about=span(2))),
             widths=(3000, 200, 1000, 5000)),
         ["UBND XÃ A", "Số: 5/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 1"]),
        # the signature alone on the right
        (tbl(tr(tc("Nơi nhận:", "- Như trên."), tc("KT. CHỦ TỊCH", "Lê Văn A"))),
         ["Nơi nhận:", "- Như trên.", "KT. CHỦ TỊCH", "Lê Văn A"]),
        (tbl(tr("", "TM. UBND"), tr("Nơi nhận:", "Lê Văn A")),
         ["Nơi nhận:", "TM. UBND", "Lê Văn A"]),
        # others as they stand, row by row
        (tbl(tr("Kính gửi:", "- Sở A;"), tr("", "- Sở B."), about=""),
         ["Kính gửi:", "- Sở A;", "- Sở B."]),
        # a line across both columns keeps its place
        (tbl(tr("UBND XÃ A", "Độc lập - Tự do - Hạnh phúc"), tr(tc("KẾ HOẠCH", about=span(2))),
             tr("a", "b")),
         ["UBND XÃ A", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH", "a", "b"]),
    ],
)  # fmt: skip
def test_the_cells_of_an_arrangement_are_lines(
    lines: Lines, table: str, expected: list[str]
) -> None:
    assert lines(table) == expected


def test_a_table_of_data_within_an_arrangement_stays_one(read: Read) -> None:
    found = read(tbl(tr(tc(tbl(HEAD, tr("1", "A", "B")), p("cuối")))))
    assert len(cells(found)) == 6
    assert found.lines[-1].cell is None


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # older files type the columns
        (["UBND XÃ A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "  Số: 5/KH     Độc lập - Tự do", "x"],
         ["UBND XÃ A", "Số: 5/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do", "x"]),
        (["UBND XÃ A   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\t\t\tĐộc lập - Tự do", "x   y"],
         ["UBND XÃ A", "x", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do", "y"]),
        # number and day left blank are no columns: the widest gap is
        (["UBND XÃ A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Số:    /KH-UBND         A, ngày     tháng     năm 2026",
          "              B, ngày     tháng     năm 2026"],
         ["UBND XÃ A", "Số:    /KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "A, ngày     tháng     năm 2026", "B, ngày     tháng     năm 2026"]),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "a\tb"],
         ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "a\tb"]),
        (["UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:          /KH-UBND\tA, ngày 1"],
         ["UBND XÃ A", "Số:          /KH-UBND",
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 1"]),
        # recipients, and who signs
        (["Nơi nhận:          CHỦ TỊCH", "- Như trên;", "- Lưu: VT.\t\t\tLê Văn A", "I. x"],
         ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Lê Văn A", "I. x"]),
        (["\tNơi nhận:\tTM. UBND", "\t- Sở A\tKT. CHỦ TỊCH", "   và Sở B;", "Các xã;\tPHÓ CHỦ TỊCH",
          "- Lưu VT.", "\t\t\tLê Văn A", "\t\t\tKẾ HOẠCH", "\t\t\ttrồng cây"],
         ["Nơi nhận:", "- Sở A", "và Sở B;", "Các xã;", "- Lưu VT.",
          "TM. UBND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn A",
          "\t\t\tKẾ HOẠCH", "\t\t\ttrồng cây"]),
        (["Nơi nhận:", "- Sở A;", "- Lưu: VT.", "KẾ HOẠCH\tx"],
         ["Nơi nhận:", "- Sở A;", "- Lưu: VT.", "KẾ HOẠCH\tx"]),
        (["1.     Trồng cây"], ["1.     Trồng cây"]),
    ],
)  # fmt: skip
def test_columns_that_were_typed_come_apart(
    lines: Lines, paragraphs: list[str], expected: list[str]
) -> None:
    tabbed = "".join(
        '<w:p><w:r><w:t xml:space="preserve">' + text + "</w:t></w:r></w:p>" for text in paragraphs
    )
    assert lines(tabbed) == expected
