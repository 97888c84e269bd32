"""Rows of drawn tables become tasks: quote | lead | coordinating | deadlines | product."""

from __future__ import annotations

import pytest
from drawn import document, plan

from extract.check.spans import broken_spans
from extract.pipeline import process
from schemas.records import Task

HEAD = "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm\n"


def shown(task: Task) -> str:
    fields = [
        task.quote,
        ", ".join(task.lead),
        ", ".join(task.coordinating),
        ", ".join(d.edtf or "+".join(d.recurrence) for d in task.deadlines),
        task.product or "",
    ]
    return "|".join(fields)


def tasks(table: str) -> list[str]:
    found = plan(table)
    assert broken_spans(found, RAW[0]) == []
    return [shown(task) for task in found.tasks if task.rule == "tasks.table_row"]


RAW: list[str] = []


@pytest.fixture(autouse=True)
def _raw(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps the raw text that was drawn last, for the check of spans."""
    import drawn

    RAW[:] = [""]
    draw = drawn.document

    def kept(text: str):
        source = draw(text)
        RAW[0] = source.raw
        return source

    monkeypatch.setattr(drawn, "document", kept)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1 | Trồng cây | Sở Xây dựng | Sở Y tế, Công an tỉnh | Quý I/2025 | Báo cáo",
         ["Trồng cây|Sở Xây dựng|Sở Y tế, Công an tỉnh|2025-01/2025-03|Báo cáo"]),
        # several agencies and dates in one cell, a paragraph or a bullet each
        ("1 | Trồng cây | - Sở Xây dựng¶- Sở Y tế | Tỉnh đoàn¶Hội Nông dân tỉnh | 5/2024¶9/2024 |",
         ["Trồng cây|Sở Xây dựng, Sở Y tế|Tỉnh đoàn, Hội Nông dân tỉnh|2024-05, 2024-09|"]),
        # roles that the cell itself tells apart
        ("1 | Trồng cây | Chủ trì: Sở Xây dựng; phối hợp: Sở Y tế | | 2024 |",
         ["Trồng cây|Sở Xây dựng|Sở Y tế|2024|"]),
        ("1 | Trồng cây | Chủ trì:¶Sở Xây dựng¶Phối hợp:¶Sở Y tế | | 2024 |",
         ["Trồng cây|Sở Xây dựng|Sở Y tế|2024|"]),
        ("1 | Trồng cây | Sở Xây dựng (chủ trì), Sở Y tế (phối hợp) | | 2024 |",
         ["Trồng cây|Sở Xây dựng|Sở Y tế|2024|"]),
        ("1 | Trồng cây | Sở Xây dựng chủ trì, phối hợp với Sở Y tế | | 2024 |",
         ["Trồng cây|Sở Xây dựng|Sở Y tế|2024|"]),
        # what repeats the cell above
        ("1 | Trồng cây | Sở Y tế | Công an tỉnh | 2024 |\n2 | Tỉa cây | nt | -nt- | Như trên |",
         ["Trồng cây|Sở Y tế|Công an tỉnh|2024|", "Tỉa cây|Sở Y tế|Công an tỉnh|2024|"]),
        ("1 | Trồng cây | Sở Y tế | | 2024 |\n2 | Tỉa cây | ^ | | \" |",
         ["Trồng cây|Sở Y tế||2024|", "Tỉa cây|Sở Y tế||2024|"]),
        # a task over several rows has the roles and dates of all
        ("1 | Trồng cây | Sở Y tế | | 2024 |\n^ | ^ | Sở Nội vụ | | 2025 |",
         ["Trồng cây|Sở Y tế, Sở Nội vụ||2024, 2025|"]),
        ("1 | Trồng cây | Sở Y tế | | 2024 |\n | | Sở Nội vụ | | |",
         ["Trồng cây|Sở Y tế, Sở Nội vụ||2024|"]),
        # one number over several tasks
        ("1 | Trồng cây | Sở Y tế | | 2024 |\n^ | Tỉa cây | ^ | | ^ |",
         ["Trồng cây|Sở Y tế||2024|", "Tỉa cây|Sở Y tế||2024|"]),
        # what goes on in lower case without a number is cut off the row above, no task
        ("1 | Trồng cây ở các | Sở Y tế | | 2024 |\n | trường học | | | |",
         ["Trồng cây ở các|Sở Y tế||2024|"]),
        # markers in the task's own cell, an empty row, dots to be filled in
        ("1 | - Trồng cây; | Sở Y tế | | 2024 |\n | | | | |\n2 | …… | | | |",
         ["Trồng cây|Sở Y tế||2024|"]),
        # the head again on the next page
        (f"1 | Trồng cây | Sở Y tế | | 2024 |\n{HEAD}2 | Tỉa cây | Sở Y tế | | 2025 |",
         ["Trồng cây|Sở Y tế||2024|", "Tỉa cây|Sở Y tế||2025|"]),
    ],
)  # fmt: skip
def test_rows(rows, expected):
    assert tasks(HEAD + rows) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # begin and end in columns of their own
        ("TT | Việc cần làm | Chủ trì | Thời gian | <\n^ | ^ | ^ | Bắt đầu | Kết thúc\n"
         "1 | Trồng cây | Sở Y tế | 02/2024 | 12/2024", "Trồng cây|Sở Y tế||2024-02/2024-12|"),
        # years to be marked
        ("TT | Nội dung | Chủ trì | Tiến độ | <\n^ | ^ | ^ | 2024 | 2025\n"
         "1 | Trồng cây | Sở Y tế | | x", "Trồng cây|Sở Y tế||2025|"),
        # any order, no column of numbers
        ("Thời hạn | Đơn vị thực hiện | Kết quả | Nội dung công việc\n"
         "Tháng 3/2025 | Sở Y tế | Sổ tay | Trồng cây", "Trồng cây|Sở Y tế||2025-03|Sổ tay"),
        # no head names the task's column: it is the one of long texts
        ("STT | Tên văn bản | Cơ quan soạn thảo | Thời gian trình\n"
         "1 | Quy chế cây xanh | Sở Y tế | Tháng 3/2025", "Quy chế cây xanh|Sở Y tế||2025-03|"),
        # of two columns of tasks that which tells more of them apart
        ("TT | Nhóm nhiệm vụ | Nhiệm vụ cụ thể | Chủ trì | Thời gian\n1 | Cây xanh | Trồng cây |"
         " Sở Y tế | 2025\n^ | ^ | Trồng cây | Sở Y tế | 2026", "Trồng cây|Sở Y tế||2025|"),
        # money beside it is nobody's target; who oversees it has no part
        ("TT | Nhiệm vụ | Lãnh đạo phụ trách | Chủ trì | Thời gian | Kinh phí năm 2025\n"
         "1 | Trồng cây | Đ/c Phó Giám đốc | Sở Y tế | 2025 | 500", "Trồng cây|Sở Y tế||2025|"),
    ],
)  # fmt: skip
def test_columns(table, expected):
    assert tasks(table)[0] == expected
    assert not plan(table).targets


def test_groups_are_sections_over_their_rows():
    found = plan(
        HEAD + "A | CƠ SỞ | < | < | < | <\nI | Cây xanh | | | |\n1 | Trồng cây | Sở Y tế | | |\n"
        "II. Hồ nước | < | < | < | < | <\n1 | Rà soát | | | |\n1.1 | Nạo vét | Sở Y tế | | |\n"
        "2 | Thả cá | Sở Y tế | | |\nCHUNG | < | < | < | < | <\n3 | Tổng kết | Sở Y tế | | |"
    )
    ids = [(section.id, section.heading) for section in found.sections]
    assert ids[2:] == [
        ("PL.A", "CƠ SỞ"),
        ("PL.A.I", "Cây xanh"),
        ("PL.A.II", "Hồ nước"),
        ("PL.A.II.1", "Rà soát"),
    ]
    assert [(t.section, t.quote) for t in found.tasks if t.rule == "tasks.table_row"] == [
        ("PL.A.I", "Trồng cây"),
        ("PL.A.II.1", "Nạo vét"),
        ("PL.A.II", "Thả cá"),
        ("PL.A.II", "Tổng kết"),
    ]


def test_a_table_without_a_head_goes_on_with_the_one_before():
    first = HEAD + "1 | Trồng cây | Sở Y tế | | 2024 |\n"
    more = "II. Việc khác\n1 | Tỉa cây | Sở Nội vụ | | 2025 |"
    assert tasks(first + more)[1] == "Tỉa cây|Sở Nội vụ||2025|"
    other = "Các vườn ươm\nV1 | Vườn ươm xã | Đất đỏ | tốt\nV2 | Vườn ươm xã | Đất pha | vừa"
    assert len(tasks(first + other)) == 1  # another number of columns: another table


def test_an_agency_over_a_group_of_rows_leads_them():
    first = "TT | Nhiệm vụ | Thời gian\nI | Sở Y tế |\n1 | Trồng cây | 2024\n"
    table = first + "II | CHUNG |\n1 | Tỉa cây | 2024"
    assert tasks(table) == ["Trồng cây|Sở Y tế||2024|", "Tỉa cây|||2024|"]
    leads = plan(table).tasks[-2].assignments
    assert [(a.evidence, a.rule) for a in leads] == [("inherited_heading", "tables.heading")]


def test_a_title_over_the_head_of_the_table():
    table = "BẢNG PHÂN CÔNG | < | <\nTT | Việc cần làm | Bộ phận thực hiện\n1 | Trồng cây | Sở Y tế"
    assert tasks(table) == ["Trồng cây|Sở Y tế|||"]


def test_a_table_below_an_article():
    text = "QUYẾT ĐỊNH\nGiao nhiệm vụ trồng cây\nĐiều 1. Giao nhiệm vụ như sau:\n"
    found = process(document(text + HEAD + "1 | Trồng cây | Sở Y tế | | 2024 |"), tagger=False)
    assert [shown(task) for task in found.tasks] == ["Trồng cây|Sở Y tế||2024|"]
