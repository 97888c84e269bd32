"""Rows of annex tables become tasks: the cells fill their fields, whatever a row leaves out."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from schemas.records import Task

PLAN = """\
KẾ HOẠCH
Phát triển thư viện năm 2024
I. NHIỆM VỤ
Theo Phụ lục.
PHỤ LỤC
DANH MỤC NHIỆM VỤ
"""
HEAD = "STT\nNội dung\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian\nSản phẩm\n"
FIRST = "1\nMở phòng đọc tại các xã\nSở Nội vụ\nCông an tỉnh\nQuý I/2024\nBáo cáo tổng hợp\n"


def tasks(table: str) -> list[Task]:
    found = extract(PLAN + table, tagger=False).tasks
    return [task for task in found if task.rule == "tasks.table_row"]


def shown(task: Task) -> str:
    """Task: quote | lead | coordinating | deadlines | product."""
    fields = [
        task.quote,
        ", ".join(task.lead),
        ", ".join(task.coordinating),
        ", ".join(d.edtf or d.text for d in task.deadlines),
        task.product or "",
    ]
    return "|".join(fields)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("In sách/Sở Y tế/Sở Tư pháp/Năm 2024/Sách", "In sách|Sở Y tế|Sở Tư pháp|2024|Sách"),
        # an empty cell is gone: the coordinating agency, the product, both, the time
        ("In sách/Sở Y tế/Năm 2024/Sách", "In sách|Sở Y tế||2024|Sách"),
        ("In sách/Sở Y tế/Sở Tư pháp/Năm 2024", "In sách|Sở Y tế|Sở Tư pháp|2024|"),
        ("In sách/Sở Y tế/Năm 2024", "In sách|Sở Y tế||2024|"),
        ("In sách/Sở Y tế/Sở Tư pháp/Sách", "In sách|Sở Y tế|Sở Tư pháp||Sách"),
        # a cell of two lines
        ("In sách/Sở Y tế/Sở Tư pháp/2024/Sách/Thơ", "In sách|Sở Y tế|Sở Tư pháp|2024|Sách Thơ"),
    ],
)
def test_cells_find_their_columns(row, expected):
    last = "3\nMua tủ sách\nSở Nội vụ\nSở Y tế\nNăm 2024\nTủ sách"
    found = tasks(HEAD + FIRST + f"2/{row}/".replace("/", "\n") + last)
    assert [task.quote for task in found[::2]] == ["Mở phòng đọc tại các xã", "Mua tủ sách"]
    assert shown(found[1]) == expected


def test_a_row_of_rules_states_nothing():
    assert [task.quote for task in tasks(HEAD + FIRST + "2\n,,,,,\nSở Y tế\nNăm 2024\n3\n")] == [
        "Mở phòng đọc tại các xã"
    ]


def test_rows_that_group_others_are_sections():
    plan = extract(PLAN + HEAD + "I\nCƠ SỞ VẬT CHẤT\n" + FIRST, tagger=False)
    assert [(s.id, s.heading) for s in plan.sections][-1] == ("PL.I", "CƠ SỞ VẬT CHẤT")
    assert [t.section for t in plan.tasks if t.rule == "tasks.table_row"] == ["PL.I"]


def test_a_markdown_table_reads_alike():
    table = """
| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| I | CƠ SỞ VẬT CHẤT | | |
| 1 | Mở phòng đọc tại các xã | Sở Nội vụ | Quý I/2024 |
| 2 | Mua tủ sách | nt | 2025 |
"""
    assert [shown(task) for task in tasks(table)] == [
        "Mở phòng đọc tại các xã|Sở Nội vụ||2024-01/2024-03|",
        "Mua tủ sách|Sở Nội vụ||2025|",
    ]
