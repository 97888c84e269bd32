"""Rows of indicator tables: a target for each level that they fill."""

from __future__ import annotations

import pytest
from drawn import plan

from schemas.records import Target

HEAD = "TT | Chỉ tiêu | ĐVT | Hiện trạng 2023 | Năm 2024 | Đến năm 2030 | Ghi chú\n"


def shown(target: Target) -> str:
    """Quote | value unit, with the comparator | deadline."""
    measure = target.measure
    if measure is None:
        level = "-"
    else:
        sign = {"eq": "", "range": ""}.get(measure.comparator, f"{measure.comparator} ")
        top = "" if measure.value_max is None else f"-{measure.value_max:g}"
        level = f"{sign}{measure.value:g}{top} {measure.unit}"
    return f"{target.quote}|{level}|{', '.join(d.edtf or '' for d in target.deadlines)}"


def targets(table: str, title: str = "HỆ THỐNG CHỈ TIÊU") -> list[str]:
    found = [target for target in plan(table, title).targets if target.section != "I"]
    assert all(target.rule == "targets.table_level" for target in found)
    return [shown(target) for target in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1 | Cây xanh | cây | 5 | 1.200 | 2.500,5 |",
         ["Cây xanh|1200 cây|2024", "Cây xanh|2500.5 cây|../2030"]),
        ("1 | Tỷ lệ phủ xanh | % | 5 | ≥ 95 | Trên 98% |",
         ["Tỷ lệ phủ xanh|ge 95 %|2024", "Tỷ lệ phủ xanh|gt 98 %|../2030"]),
        ("1 | Cây chết | % | 5 | <2 | Không quá 1 |",
         ["Cây chết|lt 2 %|2024", "Cây chết|le 1 %|../2030"]),
        ("1 | Số vườn | vườn | 5 | 8 - 10 | 0 |",
         ["Số vườn|8-10 vườn|2024", "Số vườn|0 vườn|../2030"]),
        ("1 | Cây xanh | cây | 5 | - | x |", []),  # neither fills its cell
        ("1 | Vườn ươm | vườn | 1 | | Duy trì hoạt động |", ["Vườn ươm|-|../2030"]),
        # the unit in brackets, and in the row above
        ("1 | Cây xanh (nghìn cây) | | 5 | 12 | |", ["Cây xanh (nghìn cây)|12 nghìn cây|2024"]),
        ("1 | Cây xanh | cây | 5 | 9 | |\n2 | Cây hoa | nt | 5 | 7 | |",
         ["Cây xanh|9 cây|2024", "Cây hoa|7 cây|2024"]),
        ("1 | - Cây xanh; | cây | 5 | 9 | |", ["Cây xanh|9 cây|2024"]),
    ],
)  # fmt: skip
def test_levels_of_a_row(row, expected):
    assert targets(HEAD + row) == expected


@pytest.mark.parametrize(
    ("table", "title", "expected"),
    [
        ("TT | Chỉ tiêu | Kế hoạch | <\n^ | ^ | 2024 | 2025\n1 | Tỷ lệ phủ xanh | 5% | 6%",
         "CHỈ TIÊU",
         ["Tỷ lệ phủ xanh|5 %|2024", "Tỷ lệ phủ xanh|6 %|2025"]),
        ("Nội dung | ĐVT | Giai đoạn 2021-2025 | 2026 2030\nCây xanh | cây | 7 | 8", "CHỈ TIÊU",
         ["Cây xanh|7 cây|2021/2025", "Cây xanh|8 cây|2026/2030"]),
        # a level without a year of its own, the sum of the years: the title's time
        ("TT | Chỉ tiêu | Mục tiêu\n1 | Cây xanh (cây) | 7", "CHỈ TIÊU ĐẾN NĂM 2025",
         ["Cây xanh (cây)|7 cây|../2025"]),
        ("TT | Chỉ tiêu | ĐVT | Tổng số | 2024 | 2025\n1 | Cây xanh | cây | 9 | 4 | 5",
         "CHỈ TIÊU GIAI ĐOẠN 2024 - 2025",
         ["Cây xanh|9 cây|2024/2025", "Cây xanh|4 cây|2024", "Cây xanh|5 cây|2025"]),
        # the row's own time, and a sum that is no indicator
        ("STT | Mục tiêu | Kết quả cần đạt | Thời hạn\n1 | Cây xanh | 7 cây | 2025\n"
         "| Tổng cộng | 7 cây | 2025", "MỤC TIÊU", ["Cây xanh|7 cây|2025"]),
        # levels allotted to places
        ("TT | Đơn vị | Chỉ tiêu trồng cây (cây) | <\n^ | ^ | Năm 2024 | Năm 2025\n"
         "1 | Huyện An Bình | 30 | 40", "GIAO CHỈ TIÊU",
         ["Huyện An Bình|30 cây|2024", "Huyện An Bình|40 cây|2025"]),
    ],
)  # fmt: skip
def test_columns_of_levels(table, title, expected):
    assert targets(table, title) == expected


def test_a_row_over_others_is_a_section():
    found = plan(HEAD + "1 | Cơ cấu cây | | | | |\n | - Cây lá to | % | 1 | 2 | |", "CHỈ TIÊU")
    assert [(t.section, t.quote) for t in found.targets] == [("PL.1", "Cây lá to")]


@pytest.mark.parametrize(
    ("table", "title"),
    [
        ("TT | Nội dung | Kinh phí (triệu đồng) | <\n^ | ^ | 2024 | 2025\n1 | Mua cây | 5 | 6\n"
         "2 | Mua chậu | 7 | 8", "DỰ TOÁN"),
        ("TT | Nội dung | ĐVT | 2024 | 2025\n1 | Mua cây | triệu đồng | 5 | 6\n"
         "2 | Mua chậu | triệu đồng | 7 | 8", "NHU CẦU KINH PHÍ THỰC HIỆN KẾ HOẠCH"),
        ("TT | Họ và tên | Chức vụ | Nhiệm vụ\n1 | Lê Văn An | Giám đốc | Trưởng ban\n"
         "2 | Lê Thị Bé | Kế toán | Thư ký", "DANH SÁCH THÀNH VIÊN"),
        ("TT | Chỉ tiêu | ĐVT | Thực hiện năm 2021 | Thực hiện năm 2022\n1 | Cây | cây | 5 | 6\n"
         "2 | Hoa | cây | 5 | 6", "SỐ LIỆU CÂY XANH"),
        ("TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả\n1 | Ghi tên nhiệm vụ | |\n2 | | |",
         "MẪU BÁO CÁO"),
    ],
)  # fmt: skip
def test_other_tables_hold_no_records_and_are_no_finding(table, title):
    found = plan(table, title)
    assert not found.targets
    assert not [task for task in found.tasks if task.section != "I"]
    assert "table_not_understood" not in [finding.code for finding in found.findings]


def test_a_table_that_nobody_understands_is_said():
    table = "Mã | Loài | Màu lá\nC1 | Cây sao | Xanh\nC2 | Cây đa | Vàng\nC3 | Cây me | Xanh"
    found = plan(table, "DANH MỤC LOÀI CÂY")
    assert not found.targets
    assert not [task for task in found.tasks if task.section != "I"]
    told = [f.message for f in found.findings if f.code == "table_not_understood"]
    assert len(told) == 1
    assert "Mã | Loài | Màu lá" in told[0]
