"""Tables: lines in cells, over pages."""

import pytest
from made_pages import centred, full, page, ruled, typed

from extract.read.page import Page, Rule, TextLine, compose
from extract.read.source import check_lines

XS = [60.0, 100.0, 320.0, 540.0]
HEAD = ("TT", "Nhiệm vụ", "Chủ trì")


def table(
    rows: list[tuple[str, str, str]],
    *,
    number: int = 1,
    more: list[TextLine] = (),
    top: float = 100,
) -> Page:
    """A page with a table; a line feed in a cell is one on the page."""
    ys, lines = [top], list(more)
    for row in rows:
        for x, cell in zip(XS, row, strict=False):
            for i, text in enumerate(cell.split("\n") if cell else []):
                lines.append(typed(text, x + 4, ys[-1] + 4 + 15 * i))
        ys.append(ys[-1] + 8 + 15 * max(cell.count("\n") + 1 for cell in row))
    return page(*lines, number=number, rules=ruled(XS, ys))


def read(*pages: Page) -> dict[tuple[int, int, int], str]:
    """The text of each cell, by table, row and column."""
    raw, lines = compose(pages)
    check_lines(raw, lines)
    found: dict[tuple[int, int, int], str] = {}
    for line in lines:
        if line.cell and line.kind == "text":
            key = (line.cell.table, line.cell.row, line.cell.column)
            found[key] = f"{found.get(key, '')} {raw[line.start : line.end]}".strip()
    return found


def test_wrapped_cells() -> None:
    assert read(table([HEAD, ("1", "Trồng cây\nphân tán", "Trạm\nKhuyến nông")])) == {
        (0, 0, 0): "TT",
        (0, 0, 1): "Nhiệm vụ",
        (0, 0, 2): "Chủ trì",
        (0, 1, 0): "1",
        (0, 1, 1): "Trồng cây phân tán",
        (0, 1, 2): "Trạm Khuyến nông",
    }


def test_a_line_that_runs_through_the_cells_of_a_row() -> None:
    """pdfium, and OCR, may take the cells of one height for one line."""
    whole = typed("Sở Y tế Sở Nội vụ", 290, 120)  # the border at 320 is behind "Sở Y"
    assert read(page(whole, rules=ruled([60, 320, 540], [100, 150, 200])))[0, 0, 0] == "Sở Y"


def test_a_title_above_and_a_note_below() -> None:
    pages = [
        table(
            [HEAD, ("1", "Trồng cây", "Trạm")],
            more=[centred("PHỤ LỤC", 312, 70), typed("Ghi chú: cây bản địa", 85, 300)],
        )
    ]
    raw, _ = compose(pages)
    assert raw.splitlines()[0] == "PHỤ LỤC"
    assert raw.splitlines()[-1] == "Ghi chú: cây bản địa"


def test_over_pages_with_the_head_repeated() -> None:
    first = table([HEAD, ("1", "Trồng cây", "Trạm")])
    second = table([HEAD, ("2", "Tỉa cành", "Xã")], number=2, more=[centred("2", 312, 30)])
    assert read(first, second) == {
        (0, 0, 0): "TT",
        (0, 0, 1): "Nhiệm vụ",
        (0, 0, 2): "Chủ trì",
        (0, 1, 0): "1",
        (0, 1, 1): "Trồng cây",
        (0, 1, 2): "Trạm",
        (0, 2, 0): "2",
        (0, 2, 1): "Tỉa cành",
        (0, 2, 2): "Xã",
    }


def test_a_row_that_the_page_cuts() -> None:
    first = table([HEAD, ("1", "Trồng cây phân tán", "Trạm"), ("2", "Tỉa cành trên các", "Xã")])
    second = table([("", "tuyến đường", ""), ("3", "Tưới cây", "Thôn")], number=2)
    found = read(first, second)
    assert found[0, 2, 1] == "Tỉa cành trên các tuyến đường"
    assert found[0, 3, 0] == "3"


def test_a_row_without_a_number_is_no_rest() -> None:
    """A group's heading: the sentence above it has ended, and its cells are all new."""
    first = table([HEAD, ("1", "Trồng cây.", "")])
    second = table([("", "Nhóm hai", "Xã"), ("2", "Tưới cây.", "Thôn")], number=2)
    assert read(first, second)[0, 2, 1] == "Nhóm hai"


def test_another_table_on_the_next_page() -> None:
    other = page(
        typed("Năm", 64, 104),
        typed("Số cây", 304, 104),
        number=2,
        rules=ruled([60, 300, 540], [100, 130, 160]),
    )
    assert read(table([HEAD, ("1", "Trồng cây", "Trạm")]), other)[1, 0, 0] == "Năm"


def test_text_between_two_tables() -> None:
    second = table([HEAD, ("1", "Tưới", "Xã")], number=2, more=[typed("2. Tưới cây", 85, 70)])
    assert (1, 0, 0) in read(table([HEAD, ("1", "Trồng", "Xã")]), second)


def test_a_merged_cell_over_pages() -> None:
    """The agency of several rows: its border is missing between them, also where the page ends."""
    ys, rules = [100.0, 130.0, 160.0, 190.0], []
    for y in ys:
        rules.append(Rule(60, y, 540 if y in (100, 190) else 320, y))
    rules += [Rule(x, 100, x, 190) for x in XS]
    first = page(
        typed("1", 64, 104),
        typed("Trồng cây.", 104, 104),
        typed("2", 64, 134),
        typed("Tỉa cành.", 104, 134),
        typed("3", 64, 164),
        typed("Tưới cây.", 104, 164),
        typed("Trạm", 324, 140),
        rules=rules,
    )
    below = [Rule(60, 60, 540, 60), Rule(60, 90, 320, 90), Rule(60, 120, 540, 120)]
    second = page(
        typed("4", 64, 64),
        typed("Rào vườn.", 104, 64),
        typed("5", 64, 94),
        typed("Bón phân.", 104, 94),
        number=2,
        rules=below + [Rule(x, 60, x, 120) for x in XS],
    )
    _, lines = compose([first, second])
    agency = next(line.cell for line in lines if line.cell and line.cell.column == 2)
    assert (agency.row, agency.rows) == (0, 5)


def test_paragraphs_of_a_cell() -> None:
    """A line opens one where its first word would have found room on the line before."""
    rows = [HEAD, ("1", "Trồng cây phân tán ở các\ntuyến đường\nTỉa cành", "Trạm")]
    _, lines = compose([table(rows)])
    cell = [
        line.opens for line in lines if line.cell and (line.cell.row, line.cell.column) == (1, 1)
    ]
    assert cell == [None, False, True]


def test_a_cut_row_of_a_table_without_numbers() -> None:
    head = ("Việc", "Chủ trì", "Thời gian")
    first = table([head, ("Trồng", "Trạm Khuyến", "2024")])
    second = table([("cây", "nông", ""), ("Tưới", "Xã", "2025")], number=2)
    found = read(first, second)
    assert (found[0, 1, 0], found[0, 2, 0]) == ("Trồng cây", "Tưới")


def aligned(table: list[tuple[str, str, str]], top: float = 100) -> list[TextLine]:
    """The rows of a table in columns without rules, each of one line."""
    return [
        typed(text, x, top + 18 * y)
        for y, row in enumerate(table)
        for x, text in zip([85.0, 130.0, 330.0], row, strict=True)
        if text
    ]


def test_a_table_without_rules() -> None:
    """Its rows begin with their numbers; what runs across the columns ends it."""
    lines = aligned(
        [
            ("TT", "Nhiệm vụ", "Cơ quan chủ trì"),
            ("1", "Trồng cây phân tán ở các", "Trạm Khuyến nông"),
            ("", "tuyến đường", ""),
            ("2", "Tỉa cành", "Xã"),
        ]
    )
    below = full("Các thôn căn cứ nội dung trên đây để xây dựng kế hoạch của thôn", 85, 190)
    found = read(page(*lines, below))
    assert found[0, 1, 1] == "Trồng cây phân tán ở các tuyến đường"
    assert found[0, 2, 2] == "Xã"
    assert len(found) == 9


def test_cells_of_one_word_that_come_as_one_line() -> None:
    """A line of two words has but one gap: no other tells that it is a wide one."""
    rows = aligned([("TT", "Chỉ tiêu", "ĐVT"), ("1", "Cây", "km"), ("2", "Rừng", "ha")])
    left, right = typed("mới", 130, 154), typed("(tổng)", 330, 154)
    box = (left.box[0], left.box[1], right.box[2], left.box[3])
    whole = TextLine("mới (tổng)", box, left.words + right.words, size=left.size)
    found = read(page(*rows, whole))
    assert (found[0, 2, 1], found[0, 2, 2]) == ("Rừng mới", "ha (tổng)")


def test_groups_in_a_table_without_rules() -> None:
    """A heading stands across the columns; behind the last row it is one of the text."""
    rows = aligned([("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Trồng cây", "Xã"), ("2", "Tưới", "Xã")])
    group = "Bảo vệ rừng phòng hộ trên địa bàn các thôn của xã"
    more = [typed("II", 85, 154), typed(group, 130, 154), *aligned([("3", "Tỉa", "Xã")], 172)]
    behind = [typed("III", 85, 190), typed("Tổ chức thực hiện kế hoạch trồng cây", 130, 190)]
    found = read(page(*rows, *more, *behind, typed("Giao các thôn thực hiện.", 85, 208)))
    assert (found[0, 3, 0], found[0, 3, 1], found[0, 4, 1]) == ("II", group, "Tỉa")
    assert max(row for _, row, _ in found) == 4


FIRST = [
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì"),
    ("1", "Trồng cây phân tán", "Trạm Khuyến nông"),
    ("2", "Tỉa cành, dọn cành gãy ở các", "Các thôn"),
]


@pytest.mark.parametrize("head", [0, 1], ids=["head once", "head on each page"])
def test_a_table_without_rules_over_pages(head: int) -> None:
    """The page break cuts its second row; a third page goes on with the second."""
    second = [*FIRST[:head], ("", "tuyến đường", ""), ("3", "Tưới cây trong mùa khô", "Xã")]
    third = [*FIRST[:head], ("4", "Đếm cây", "Hạt Kiểm lâm")]
    number = [[centred(str(n), 312, 30)] if n > 1 else [] for n in (1, 2, 3)]
    below = full("Các thôn căn cứ nội dung trên đây để xây dựng kế hoạch của thôn", 85, 190)
    found = read(
        page(*aligned(FIRST, 600)),
        page(*number[1], *aligned(second, 60), number=2),
        page(*number[2], *aligned(third, 60), below, number=3),
    )
    assert [found[0, row, 0] for row in range(5)] == ["TT", "1", "2", "3", "4"]
    assert found[0, 2, 1] == "Tỉa cành, dọn cành gãy ở các tuyến đường"
    assert found[0, 4, 2] == "Hạt Kiểm lâm"
    assert len(found) == 15


@pytest.mark.parametrize(
    ("below", "above", "remark"),
    [
        (["Ghi chú: cây là cây xanh"], [("3", "Tưới cây", "Xã")], "a line below the table"),
        ([], [("5", "Tưới cây", "Xã")], "a number that does not come next"),
        ([], [("3. Các thôn tưới cây trong mùa khô", "", "")], "an item across the columns"),
        ([], [("", "Nguyễn Văn An", "")], "no number at all"),
    ],
)
def test_what_does_not_go_on_with_a_table_without_rules(
    below: list[str], above: list[tuple[str, str, str]], remark: str
) -> None:
    note = [typed(text, 85, 660) for text in below]
    found = read(page(*aligned(FIRST, 600), *note), page(*aligned(above, 60), number=2))
    assert len(found) == 9, remark
