"""What stands side by side is read one after the other."""

import pytest
from made_pages import centred, full, page, typed

from extract.clean import clean
from extract.read.page import compose

HEAD = (
    centred("ỦY BAN NHÂN DÂN", 160, 60, bold=True),
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 405, 60, bold=True),
    centred("XÃ AN BÌNH", 160, 76, bold=True),
    centred("Độc lập - Tự do - Hạnh phúc", 405, 78, bold=True),
    centred("Số: 12/KH-UBND", 160, 110),
    centred("An Bình, ngày 05 tháng 02 năm 2024", 405, 112),
)


def texts(*lines) -> list[str]:
    return compose([page(*lines)])[0].splitlines()


def test_the_issuer_before_the_national_title() -> None:
    title = centred("KẾ HOẠCH", 312, 160, bold=True)
    assert texts(*HEAD, title) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ AN BÌNH",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Bình, ngày 05 tháng 02 năm 2024",
        "KẾ HOẠCH",
    ]


def test_a_line_that_runs_through_both() -> None:
    """As OCR gives them: the two sides of a height are one line."""
    lines = [
        typed("SỞ Y TẾ", 90, 60),
        typed("ĐOÀN KIỂM TRA", 70, 76),
    ]
    right = [typed("CỘNG HÒA XÃ HỘI", 330, 60), typed("Độc lập - Tự do", 335, 76)]
    whole = [
        type(a)(f"{a.text} {b.text}", (a.box[0], a.box[1], b.box[2], a.box[3]), a.words + b.words)
        for a, b in zip(lines, right, strict=True)
    ]
    assert texts(*whole) == ["SỞ Y TẾ", "ĐOÀN KIỂM TRA", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do"]


def test_recipients_before_the_signature() -> None:
    """The name stands as high as the archive copy, and the list goes on below it."""
    assert texts(
        full("Trên đây là Kế hoạch trồng cây năm 2024 của xã, yêu cầu các ban, ngành", 120, 300),
        typed("thực hiện./.", 85, 316),
        typed("Nơi nhận:", 85, 360, bold=True),
        centred("TM. ỦY BAN NHÂN DÂN", 420, 358, bold=True),
        typed("- Như trên;", 85, 375),
        centred("CHỦ TỊCH", 420, 374, bold=True),
        typed("- Các thôn;", 85, 390),
        typed("- Trạm Y tế;", 85, 405),
        centred("Nguyễn Văn An", 420, 420, bold=True),
        typed("- Lưu: VT.", 85, 420),
        typed("(gửi bản điện tử)", 85, 435),
    )[2:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Các thôn;",
        "- Trạm Y tế;",
        "- Lưu: VT.",
        "(gửi bản điện tử)",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn An",
    ]


def test_pieces_of_one_line_stay_one_line() -> None:
    assert texts(
        typed("-", 120, 200),  # an item's mark, a tab behind it
        typed("Trồng cây phân tán", 150, 200),
        typed("xảy", 85, 220),  # a justified line of two words
        typed("ra", 528, 220),
        typed("Số:", 85, 240),  # a number that was stamped in later
        typed("/KH-UBND", 140, 240),
        typed("447", 112, 239),
    ) == ["- Trồng cây phân tán", "xảy ra", "Số: 447 /KH-UBND"]


@pytest.mark.parametrize(
    ("number", "rest", "expected", "remark"),
    [
        ("Số: 12/KH-", "VPUBND", "Số: 12/KH-VPUBND", ""),
        ("Số: 12/NQLT/", "CP-MTTQVN", "Số: 12/NQLT/ CP-MTTQVN", ""),
        ("Số:     /KH-", "VPUBND", "Số: /KH-VPUBND", "a draft without number"),
        ("Số: 12/KH-UBND", "MẬT", "Số: 12/KH-UBND", "a stamp below a whole number"),
        ("Số: ......", "MẬT", "Số: ......", "a stamp below a draft's"),
    ],
)
def test_a_number_that_its_column_breaks(
    number: str, rest: str, expected: str, remark: str
) -> None:
    head = [*HEAD[:4], centred(number, 160, 110), HEAD[5], centred(rest, 160, 126)]
    raw, lines = compose([page(*head, centred("KẾ HOẠCH", 312, 180, bold=True))])
    assert expected in [block.text for block in clean(raw, lines).blocks], remark
