"""Drafts to a document, whatever format they come from; see docx/ and html/ for whole files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.read.flow.document import Blocks, document
from extract.read.flow.drafts import Draft, Grid, Piece, Table
from extract.read.flow.grid import narrowed
from extract.read.flow.look import Look
from extract.read.flow.typed import apart
from extract.read.source import SourceDocument, check_lines

LINES = st.lists(
    st.sampled_from(
        [
            "UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số:     /KH-UBND\t\tA, ngày     tháng 5",
            "\t\t\tĐộc lập - Tự do - Hạnh phúc",
            "Nơi nhận:        CHỦ TỊCH",
            "- Như trên;",
            "- Lưu: VT.\t\tLê Văn A",
            "              (Đã ký)",
            "KẾ HOẠCH",
            "1.   Trồng cây",
            "   ",
        ]
    ),
    max_size=14,
)


def draft(text: str, path: str = "p1") -> Draft:
    return Draft([Piece(text, Look())], path)


def read(blocks: Blocks, *notes: Blocks) -> SourceDocument:
    found = document(Path("a"), b"data", "text/x", blocks, notes, encoding="utf-8")
    check_lines(found.raw, found.lines)
    return found


@given(LINES)
def test_taking_columns_apart_loses_and_adds_nothing(texts: list[str]) -> None:
    blocks: Blocks = [draft(text) for text in texts]
    for block in blocks:
        assert isinstance(block, Draft)
        block.text = block.pieces[0].text
    found = [block.text for block in apart(blocks) if isinstance(block, Draft)]
    assert Counter("".join(found).replace("\t", "").replace(" ", "")) == Counter(
        "".join(texts).replace("\t", "").replace(" ", "")
    )


@given(LINES)
def test_whatever_is_typed_makes_a_document(texts: list[str]) -> None:
    blocks: Blocks = [draft(text, f"p{i}") for i, text in enumerate(texts, start=1)]
    if not "".join(texts).strip():
        with pytest.raises(ReadError):
            read(blocks)
        return
    found = read(blocks)
    paths = {f"p{i}" for i, text in enumerate(texts, start=1) if text.strip()}
    assert {line.path for line in found.lines} == paths


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 8), st.integers(1, 3), st.integers(1, 4)),
        max_size=8,
    )
)
def test_narrowing_keeps_which_cell_begins_before_which(
    given_cells: list[tuple[int, int, int, int]],
) -> None:
    cells = [Grid(row, column, rows, columns) for row, column, rows, columns in given_cells]
    table = Table(1, cells, [], ruled=True)
    narrowed(table)
    for cell, (_, column, _, columns) in zip(cells, given_cells, strict=True):
        for other, (_, its_column, _, _) in zip(cells, given_cells, strict=True):
            assert (cell.column < other.column) == (column < its_column)
            covers = column <= its_column < column + columns
            assert (cell.column <= other.column < cell.column + cell.columns) == covers
    assert {cell.column for cell in cells} == set(range(len(table.widths)))


def test_a_document_is_its_blocks_then_its_notes() -> None:
    table = Table(
        1, [Grid(0, i, 1, 1, [draft(f"c{i}", f"t1/r1/c{i + 1}")]) for i in (0, 1)], [], True
    )
    found = read([draft("một"), table, draft("hai", "p2")], [draft("chú", "n1")])
    assert found.raw == "một\nc0\nc1\nhai\nchú\n"
    assert [line.kind for line in found.lines] == ["text"] * 4 + ["note"]
    assert [line.opens for line in found.lines] == [None, None, None, True, None]
    assert (found.media_type, found.encoding, found.size) == ("text/x", "utf-8", 4)


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read([draft(" "), Table(1, [], [], True)])
    assert caught.value.code == "no_text"
