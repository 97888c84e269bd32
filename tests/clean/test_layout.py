"""Reading text of formats that know their paragraphs, pages and type."""

from __future__ import annotations

import pytest

from extract.clean import clean
from extract.read.source import SourceLine


def blocks(*lines: tuple[str, bool]) -> list[str]:
    """The blocks of lines of text, each with whether it is bold."""
    raw = "\n".join(text for text, _ in lines)
    found, start = [], 0
    for text, bold in lines:
        found.append(SourceLine(start, start + len(text), path="p", bold=bold))
        start += len(text) + 1
    return [block.text for block in clean(raw, found).blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # "Chương trình" leaves its sentence open, but the paragraph below is in plain type
        (
            [("6. Quản lý, thực hiện Chương trình", True), ("Xây dựng tài liệu tập huấn.", False)],
            ["6. Quản lý, thực hiện Chương trình", "Xây dựng tài liệu tập huấn."],
        ),
        (
            [("6. Quản lý, thực hiện Chương trình", True), ("Quốc gia số 5", True)],
            ["6. Quản lý, thực hiện Chương trình Quốc gia số 5"],
        ),
        (
            [("1. Sở Y tế, Sở Giáo dục và", True), ("đào tạo nhân viên.", False)],
            ["1. Sở Y tế, Sở Giáo dục và đào tạo nhân viên."],
        ),
        # two posts of one signer
        (
            [("TRƯỞNG BAN", True), ("PHÓ THỦ TƯỚNG", True), ("Lê Văn Mẫu", True)],
            ["TRƯỞNG BAN", "PHÓ THỦ TƯỚNG", "Lê Văn Mẫu"],
        ),
    ],
)
def test_blocks(lines: list[tuple[str, bool]], expected: list[str]) -> None:
    assert blocks(*lines) == expected
