"""Whether a text layer is readable Vietnamese."""

import pytest

from extract.read.pdf.health import is_syllable, text_is_healthy

PLAIN = (
    "Ủy ban nhân dân xã ban hành Kế hoạch trồng cây phân tán trên địa bàn xã năm 2024. "
    "Trạm Khuyến nông chủ trì, phối hợp với Đoàn Thanh niên và các thôn tổ chức thực hiện. "
)


def shifted(text: str) -> str:
    """As a font without a character map gives it: the numbers of its glyphs, 29 lower."""
    return "".join(
        chr(ord(c) - 29) if " " < c < "\x7f" else chr(0x480 + ord(c) % 100) if c > "\x7f" else c
        for c in text
    )


@pytest.mark.parametrize(
    ("text", "healthy", "remark"),
    [
        (PLAIN, True, "prose"),
        (PLAIN.upper(), True, "capitals"),
        ("STT Nội dung ĐVT Số lượng 1 Cây keo cây 2.000 2 Cây lát cây 500 " * 4, True, "a table"),
        (PLAIN + "VNeID, IOC, LGSP, e-Office, Zalo Mini App", True, "foreign names"),
        (shifted(PLAIN * 2), False, "glyph numbers"),
        ("Uy ban nhan dan xa ban hanh Ke hoach trong cay phan tan " * 4, False, "marks lost"),
        ("ThÙng b·o KÈ ho1ch cÒa Uö ban nhôn dôn xÈ vÒ viÖc " * 4, False, "another encoding"),
        ("\ufffd\ufffd\ufffd \ufffdx\ufffd " * 60, None, "no letters at all"),
        ("Kế hoạch", None, "too short"),
        ("", None, "nothing"),
    ],
)
def test_healthy(text: str, healthy: bool | None, remark: str) -> None:
    assert text_is_healthy(text) is healthy, remark


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nghiêng", True),
        ("khoẻ", True),
        ("khỏe", True),
        ("quyết", True),
        ("giữa", True),
        ("đường", True),
        ("ý", True),
        ("uỷ", True),
        ("huỳnh", True),
        ("khuỷu", True),
        ("plan", False),
        ("ubnd", False),
        ("strong", False),
        ("ngg", False),
        ("ốc", True),
    ],
)
def test_syllables(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected
