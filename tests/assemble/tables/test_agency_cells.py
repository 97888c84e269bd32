"""Who is named in a cell of a table, and in which part; "¶" begins a paragraph."""

from __future__ import annotations

import pytest

from extract.assemble.tables.agency_cells import agency_parts
from extract.assemble.tables.cells import Cell


def parts(text: str) -> str:
    """The leading agencies | the coordinating ones, by their own letters."""
    text = text.replace("¶", "\n")
    named: dict[str, list[str]] = {"lead": [], "coordinating": []}
    for part, offset in agency_parts(Cell(0, len(text), text, 0), "lead"):
        start, end = offset + part.agency.start, offset + part.agency.end
        assert text[start:end] == part.agency.text
        named[part.role].append(part.agency.text)
    return "|".join(", ".join(names) for names in named.values())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sở Y tế; Công an tỉnh", "Sở Y tế, Công an tỉnh|"),
        ("Sở Y tế¶Công an tỉnh", "Sở Y tế, Công an tỉnh|"),
        ("Sở Y tế Công an tỉnh", "Sở Y tế, Công an tỉnh|"),
        ("- Sở Y tế - Công an tỉnh", "Sở Y tế, Công an tỉnh|"),
        ("- VPB, Cục Kế hoạch - Tài chính", "VPB, Cục Kế hoạch - Tài chính|"),
        ("1. Sở Y tế¶2. Công an tỉnh", "Sở Y tế, Công an tỉnh|"),
        ("Sở Văn hóa, Thể thao và Du lịch¶Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế|"),
        ("UBND các huyện, thành phố", "UBND các huyện, thành phố|"),
        ("Đề nghị Ủy ban MTTQ tỉnh", "Ủy ban MTTQ tỉnh|"),
        ("Công ty Cây xanh", "Công ty Cây xanh|"),  # no list knows it: a cell is believed
        ("Sở Y tế xây dựng phương án trình Ủy ban nhân dân tỉnh", "Sở Y tế|"),
        ("Chủ trì: Sở Y tế. Phối hợp: Sở Nội vụ, Sở Tài chính", "Sở Y tế|Sở Nội vụ, Sở Tài chính"),
        ("Sở Y tế (chủ trì); Sở Nội vụ, Tỉnh đoàn (phối hợp)", "Sở Y tế|Sở Nội vụ, Tỉnh đoàn"),
        ("Sở Y tế chủ trì; Sở Nội vụ phối hợp", "Sở Y tế|Sở Nội vụ"),
        ("Như Mục 1", "|"),
        ("", "|"),
    ],
)
def test_cells(cell, expected):
    assert parts(cell) == expected
