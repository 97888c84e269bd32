"""Rows of tables that group others become headings; "|" stands for the tab between two cells."""

from __future__ import annotations

import pytest

from extract.clean import clean

HEAD = "| TT | Việc | Chủ trì | Thời gian |\n|---|---|---|---|\n"


def rows(table: str) -> list[str]:
    """What the rows of a Markdown table below HEAD become."""
    return [_shown(block.text) for block in clean(HEAD + table).blocks[1:]]


def _shown(row: str) -> str:
    return "|".join(cell.strip() for cell in row.split("\t"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("| I | CƠ SỞ | | |\n| 1 | Mua tủ | Sở A | 2024 |", ["I|CƠ SỞ", "1|Mua tủ|Sở A|2024"]),
        ("| A. | Cơ sở | | |\n| 1 | Mua tủ | | |", ["A.|Cơ sở", "1|Mua tủ||"]),
        # a number over numbers of a lower level, bullets, or rows without one
        ("| 2 | Cơ sở | | |\n| 2.1 | Mua tủ | Sở A | |", ["2|Cơ sở", "2.1|Mua tủ|Sở A|"]),
        ("| 2 | Cơ sở | | |\n| a | Mua tủ | Sở A | |", ["2|Cơ sở", "a|Mua tủ|Sở A|"]),
        ("| 2 | Cơ sở | | |\n| - | Mua tủ | Sở A | |", ["2|Cơ sở", "-|Mua tủ|Sở A|"]),
        ("| 2 | Cơ sở | | |\n| | Mua tủ | Sở A | |", ["2|Cơ sở", "|Mua tủ|Sở A|"]),
        # over its own level it is a row whose other cells were left empty
        ("| 2 | Cơ sở | | |\n| 3 | Mua tủ | Sở A | |", ["2|Cơ sở||", "3|Mua tủ|Sở A|"]),
        # a row whose text a page break cut
        ("| 2 | Mua tủ | | |\n| | và ghế | Sở A | |", ["2|Mua tủ||", "|và ghế|Sở A|"]),
        # one cell over the whole width: a heading if it has a number in itself
        ("| II. Cơ sở | | | |\n| 1 | Mua tủ | Sở A | |", ["II. Cơ sở", "1|Mua tủ|Sở A|"]),
        ("| Cơ sở | | | |\n| 1 | Mua tủ | Sở A | |", ["Cơ sở|||", "1|Mua tủ|Sở A|"]),
        # cells left out at a row's end are empty ones
        ("| 1 | Mua tủ |", ["1|Mua tủ||"]),
        # the numbers of the columns
        ("| (1) | (2) | (3) | (4) |", ["(1)|(2)|(3)|(4)"]),
    ],
)
def test_rows_of_a_table(table, expected):
    assert rows(table) == expected


def test_a_table_of_two_columns_has_no_groups():
    found = clean("| TT | Tên |\n|---|---|\n| I | Sách |\n| 1 | Thơ |").blocks
    assert [_shown(block.text) for block in found] == ["TT|Tên", "I|Sách", "1|Thơ"]
