"""Recipients that go on behind a page break belong before the signature that they stand beside."""

import pytest
from made_pages import centred, page, typed

from extract.read.page import compose
from extract.read.source import check_lines

SIGNED = [
    typed("Nơi nhận:", 85, 740),
    typed("- Như trên;", 85, 756),
    typed("- Các trường học trong xã,", 85, 772),
    centred("CHỦ TỊCH", 420, 740, bold=True),
    centred("Nguyễn Văn An", 420, 772, bold=True),
]
NAME = "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("top", "moved", "remark"),
    [
        (["- Lưu: VT."], 1, ""),
        (["các chợ;", "- Lưu: VT."], 2, "a recipient that the break cut"),
        (["- Đài truyền thanh,", "báo;", "- Lưu: VT."], 3, ""),
        (["- Lưu: VT.", "- Trồng cây"], 1, "the kept copy is the last"),
        (["PHỤ LỤC"], 0, "an annex that begins at the margin"),
        (
            ["- Trồng cây phân tán trên các tuyến đường của xã và các thôn"],
            0,
            "as wide as the page",
        ),
    ],
)
def test_behind_a_page_break(top: list[str], moved: int, remark: str) -> None:
    below = [typed(text, 85, 60 + 16 * i) for i, text in enumerate(top)]
    raw, lines = compose([page(*SIGNED), page(*below, number=2)])
    check_lines(raw, lines)
    read = raw.splitlines()
    place = read.index(NAME)
    assert read[place - 1 - moved : place - 1] == top[:moved], remark
    assert read[place + 1 :] == top[moved:], remark


def test_recipients_that_are_complete() -> None:
    whole = [*SIGNED[:2], typed("- Lưu: VT.", 85, 772), *SIGNED[3:]]
    raw, _ = compose([page(*whole), page(typed("- Trồng cây", 85, 60), number=2)])
    assert raw.splitlines()[-2:] == [NAME, "- Trồng cây"]
