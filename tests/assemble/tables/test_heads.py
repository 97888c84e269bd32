"""Heads of tables: what each column holds, over one row or several."""

from __future__ import annotations

import pytest
from drawn import document

from extract.assemble.tables.cells import cells
from extract.assemble.tables.heads import read_head
from extract.clean import clean


def roles(table: str) -> tuple[list[str | None], int] | None:
    source = document(table)
    reading = clean(source.raw, source.lines)
    head = read_head([cells(block, reading) for block in reading.blocks])
    return head and ([column.role for column in head[0]], head[1])


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian", "number content lead time"),
        ("Thời hạn | Đơn vị thực hiện | Việc cần làm | Kết quả", "time lead None product"),
        ("STT | Tên nhiệm vụ | Sở, ngành chủ trì tham mưu | Ghi chú", "number content lead note"),
        ("Số TT | Nội dung | Lãnh đạo phụ trách | Đơn vị phối hợp",
         "number content chief coordinating"),
        ("TT | Chỉ tiêu | ĐVT | Năm 2024 | Đến 2030", "number goal unit level level"),
        ("TT | Chỉ tiêu | Thực hiện 2022 | Ước thực hiện năm 2023 | Kế hoạch năm 2024",
         "number goal current current level"),
        ("TT | Nội dung | Kinh phí năm 2024 | Nguồn vốn", "number content funding funding"),
        ("TT | Nhiệm vụ năm 2024 | Thời gian hoàn thành (năm 2024)", "number content time"),
        ("TT | Họ và tên | Chức vụ", "number person person"),
    ],
)  # fmt: skip
def test_columns_by_their_heads(head, expected):
    assert roles(head) == ([None if r == "None" else r for r in expected.split()], 1)


@pytest.mark.parametrize(
    ("head", "expected", "rows"),
    [
        ("TT | Nhiệm vụ | Cơ quan thực hiện | <\n^ | ^ | Chủ trì | Phối hợp",
         "number content lead coordinating", 2),
        ("TT | Nhiệm vụ | Thời gian | <\n^ | ^ | Bắt đầu | Kết thúc",
         "number content start end", 2),
        ("TT | Nhiệm vụ | Thời gian | <\n^ | ^ | 2024 | 2025",
         "number content schedule schedule", 2),
        ("TT | Chỉ tiêu | Mục tiêu | <\n^ | ^ | 2024 | 2025\n(1) | (2) | (3) | (4)",
         "number goal level level", 3),
        ("TT | Nội dung | Kinh phí | <\n^ | ^ | 2024 | 2025", "number content funding funding", 2),
        # three rows, and columns numbered by letters
        ("TT | Chỉ tiêu | Kế hoạch | <\n^ | ^ | Giai đoạn | <\n^ | ^ | 2021-2025 | 2026-2030\n"
         "A | B | 1 | 2", "number goal level level", 4),
        # the row below is the first of the body
        ("TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Hoạt động hè | Tỉnh đoàn | 2024",
         "number content lead time", 1),
    ],
)  # fmt: skip
def test_heads_of_several_rows(head, expected, rows):
    assert roles(head) == (expected.split(), rows)


@pytest.mark.parametrize(
    "row",
    [
        "1 | Xây dựng kế hoạch, nội dung hoạt động hè | Tỉnh đoàn | Tháng 5/2024",
        "Loài cây | Chiều cao | Màu lá",
        "Sở Y tế chủ trì | Sở Nội vụ phối hợp | Năm 2024",
    ],
)
def test_other_rows_head_nothing(row):
    assert roles(row) is None
