"""Old fonts: what stands in the file are the codes that Word keeps, as Western letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def r(text: str, name: str = "", more: str = "") -> str:
    fonts = font(name) if name else ""
    return f'<w:r><w:rPr>{fonts}{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def styles(name: str) -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
        f"<w:rPr>{font(name)}</w:rPr></w:style>"
    )


TCVN3 = "Uû ban nh©n d©n x· tæ chøc"
VNI = "Uûy ban nhaân daân xaõ toå chöùc"
SOFT = "<w:r><w:t>®</w:t><w:softHyphen/><w:t>îc</w:t></w:r>"  # ư of TCVN3, as LibreOffice writes it


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r(TCVN3, ".VnTime")), ["Uỷ ban nhân dân xã tổ chức"]),
        (p(r("Céng hßa", ".VnTimeH")), ["CỘNG HÒA"]),  # a font of capitals
        (p(r(VNI, "VNI-Times")), ["Ủy ban nhân dân xã tổ chức"]),
        (p(r("nha", "VNI-Times"), r("ân", "VNI-Times", "<w:b/>")), ["nhân"]),  # one letter
        (p(r(TCVN3, ".VnTime", "<w:caps/>")), ["UỶ BAN NHÂN DÂN XÃ TỔ CHỨC"]),
        # fonts change within a paragraph
        (p(r("Số ", "Times New Roman"), r("giao ®Õn", ".VnTime")), ["Số giao đến"]),
        # Unicode that only kept the old font's name; one run alone would not tell it
        (p(r("Kế hoạch đã được giao", ".VnTime")) + p(r("và là", ".VnTime")),
         ["Kế hoạch đã được giao", "và là"]),
        (p(r("Kế hoạch đã được giao", ".VnTime")) * 3 + p(r(TCVN3, ".VnTime")),
         ["Kế hoạch đã được giao"] * 3 + ["Uỷ ban nhân dân xã tổ chức"]),
        (p(r("Kế hoạch", ".VnTimeH")), ["Kế hoạch"]),
        # signs of the theme's fonts are Unicode
        (p('<w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii=".VnTime"/></w:rPr>'
           "<w:t>Đà Nẵng</w:t></w:r>"), ["Đà Nẵng"]),
        # French names in a document without old fonts
        (p(r("École française")), ["École française"]),
    ],
)  # fmt: skip
def test_letters_of_old_fonts_become_unicode(lines: Lines, body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_the_font_can_be_that_of_the_style(lines: Lines) -> None:
    assert lines(p(r("nhiÖm vô ") + SOFT), styles=styles(".VnTime")) == ["nhiệm vụ được"]
    soft = p("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>")
    assert lines(soft, styles=styles("Arial")) == ["ab"]


def test_letters_tell_where_no_font_does(lines: Lines) -> None:
    body = "".join(p(r(TCVN3 + " thùc hiÖn kÕ ho¹ch ®Õn n¨m 2010")) for _ in range(3))
    assert set(lines(body)) == {"Uỷ ban nhân dân xã tổ chức thực hiện kế hoạch đến năm 2010"}


def test_labels_are_set_in_the_font_of_their_level(lines: Lines) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/>'
        f"<w:rPr>{font('.VnTime')}</w:rPr></w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    assert lines(numbered + r("Giao cho x·", ".VnTime") + "</w:p>", numbering=numbering) == [
        "Điều 1. Giao cho xã"
    ]


def test_the_header_is_known_in_old_fonts_too(lines: Lines) -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc>{''.join(p(r(text, '.VnTimeH')) for text in texts)}</w:tc>"

    row = cell("Uû ban nh©n d©n", "Sè: 5") + cell("Céng hßa x· héi chñ nghÜa ViÖt Nam")
    assert lines(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>") == [
        "UỶ BAN NHÂN DÂN",
        "SỐ: 5",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
