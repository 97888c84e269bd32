"""Lines of a table's cell: wrapped parts of one paragraph, or paragraphs ("¶") of their own."""

from __future__ import annotations

import pytest

from extract.clean import clean
from extract.read.source import Cell, SourceLine


def cell(lines: list[str], page: int | None = 1) -> str:
    """The second cell of a row whose lines stand on a page, or come without pages."""
    raw, found = "", []
    for i, text in enumerate(["1", *lines]):
        place = Cell(0, 0, min(i, 1))
        found.append(SourceLine(len(raw), len(raw) + len(text), page=page, cell=place))
        raw += text + "\n"
    return clean(raw, found).blocks[0].text.split("\t")[1].replace("\n", "¶")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Trồng cây/bóng mát", "Trồng cây bóng mát"),
        ("Sở Văn hóa,/Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Y tế;/Công an tỉnh", "Sở Y tế;¶Công an tỉnh"),
        ("- Sở Y tế/- Công an tỉnh", "- Sở Y tế¶- Công an tỉnh"),
        ("Phối hợp:/- Sở Y tế/- Công an tỉnh", "Phối hợp:¶- Sở Y tế¶- Công an tỉnh"),
        # a dash inside a name or a span of years
        ("Sở Lao động/- Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("- Sở Lao động/- Thương binh và Xã hội", "- Sở Lao động - Thương binh và Xã hội"),
        ("Năm 2024/- 2025", "Năm 2024 - 2025"),
        ("a) Trồng cây/b) Tỉa cây", "a) Trồng cây¶b) Tỉa cây"),
    ],
)
def test_lines_of_a_page(lines, expected):
    assert cell(lines.split("/")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Sở Y tế/Công an tỉnh", "Sở Y tế¶Công an tỉnh"),
        ("Trồng cây/bóng mát", "Trồng cây bóng mát"),  # a break typed inside a sentence
    ],
)
def test_lines_without_pages_are_paragraphs(lines, expected):
    assert cell(lines.split("/"), page=None) == expected


def test_a_cell_that_claims_to_cover_everything_covers_the_table():
    cells = [Cell(0, 0, 0, 10**9, 10**9), Cell(0, 0, 1), Cell(0, 1, 1)]
    raw = "A\nB\nC\n"
    lines = [SourceLine(2 * i, 2 * i + 1, cell=place) for i, place in enumerate(cells)]
    rows = [block.text.rstrip("\t") for block in clean(raw, lines).blocks]
    assert rows == ["A\tB", "A\tC"]
