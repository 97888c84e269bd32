"""Tables as Markdown has them: pipes, and the HTML that converters write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean import clean


def texts(raw: str) -> list[str]:
    """The blocks; a space may stand before the tab between two cells."""
    return [block.text.replace(" \t", "\t").replace("\n\t", "\t") for block in clean(raw).blocks]


HEAD = "| TT | Nhiệm vụ | Chủ trì |\n"
PIPES = [
    (HEAD + "|:--|:-:|---:|\n| 1 | Trồng cây | Sở A |", ["1\tTrồng cây\tSở A"]),
    (HEAD + "|---|---|---|\n| 1 | a \\| b | Sở A |", ["1\ta | b\tSở A"]),  # a pipe that is text
    (HEAD + "|---|---|---|\n| 1 | - Trồng<br>- Chăm<br/> | Sở A |", ["1\t- Trồng\n- Chăm\tSở A"]),
    (HEAD + "|---|---|---|\n| 1 | <b>Trồng</b> cây&nbsp;xanh | Sở A&amp;B |",
     ["1\tTrồng cây xanh\tSở A&B"]),
    (HEAD + "|---|---|---|\n| 1 | tỷ lệ &gt;= 5% | <font color=\"red\">Sở A</font> |",
     ["1\ttỷ lệ >= 5%\tSở A"]),
    ("TT | Nhiệm vụ | Chủ trì\n---|---|---\n1 | Trồng cây | Sở A\n\nMột | câu",
     ["TT\tNhiệm vụ\tChủ trì", "1\tTrồng cây\tSở A", "Một câu"]),
    ("|TT|Nhiệm vụ|Chủ trì\n|--|--|--\n|1|Trồng cây|Sở A\n", ["1\tTrồng cây\tSở A"]),
    ("| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n1 | Trồng cây | Sở A |", ["1\tTrồng cây\tSở A"]),
    ("+----+-----+\n| TT | Việc |\n+====+=====+\n| 1 | Trồng cây |\n+----+-----+",
     ["1\tTrồng cây"]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "rows"), PIPES)
def test_rows_of_pipes_are_cells_between_tabs(raw: str, rows: list[str]) -> None:
    assert texts(raw)[-len(rows) :] == rows


HTML = [
    (
        "Mở đầu\n\n<table border=1><tr><th>TT</th><th>Việc</th><th>Chủ trì</th></tr>\n"
        "<tr><td rowspan=2>1</td><td>Trồng <b>cây</b><br>xanh</td><td>Sở A</td></tr>\n"
        '<tr><td colspan="2">Chăm\nsóc</td></tr></table>\n\n**Kết** thúc',
        ["Mở đầu", "TT\tViệc\tChủ trì", "1\tTrồng cây\nxanh\tSở A", "1\tChăm sóc\t", "Kết thúc"],
    ),
    (
        "<TABLE><TBODY><TR><TD>1<TD>Việc<TD>Sở A<TR><TD>2<TD>Khác<TD>Sở B</TABLE>",
        ["1\tViệc\tSở A", "2\tKhác\tSở B"],
    ),
    (
        "<table><tr><td>1<td><table><tr><td>a<td>b</table><td>Sở A</table>",
        ["1\ta\nb\tSở A"],  # a table in a cell is its text
    ),
    ("<table><tr><td>1<td>Việc<td>Sở A", ["1\tViệc\tSở A"]),  # cut off
    ("<table>\nkhông có ô\n</table>", ["không có ô"]),
    ("với 1 < x và y > 2, a<b", ["với 1 < x và y > 2, a<b"]),  # no tags
    ("<p align=center>KẾ HOẠCH</p>", ["KẾ HOẠCH"]),
    ("Một <!-- ghi chú --> câu", ["Một câu"]),
]


@pytest.mark.parametrize(("raw", "blocks"), HTML)
def test_tags_are_no_text_and_tables_of_tags_are_rows(raw: str, blocks: list[str]) -> None:
    assert texts(raw) == blocks


PARTS = [
    "<table>", "</table>", "<tr>", "<td\trowspan=3>", "<th colspan='2'>", "</td>", "<br>", "<b>",
    "|", "---|---", "ế", "e\u0301", "&amp;", "\\", " - ", "<!--", "-->", "a", " ", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_every_character_has_its_place(parts: list[str]) -> None:
    raw = "".join(parts)
    reading = clean(raw)
    assert len(reading.starts) == len(reading.ends) == len(reading.text)
    assert all(0 <= a <= b <= len(raw) for a, b in zip(reading.starts, reading.ends, strict=True))


@pytest.mark.parametrize(
    "raw",
    [
        "<table>" * 30_000,
        "<table><tr>" + "<td rowspan=9999>aaaa" * 5_000 + "<tr><td>b" * 5_000,
        "<td " * 50_000,
        "<b a='" * 50_000,
        "a|b\n" + "---|" * 50_000,
        "a|b\n---|---\n" * 10_000,
        "&amp" * 50_000,
        "<!--" * 50_000,
    ],
    ids=["tables", "spans", "cells", "attributes", "delimiters", "heads", "references", "comments"],
)
def test_hostile_marks_end_soon(raw: str) -> None:
    clean(raw)
