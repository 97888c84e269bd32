from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean.markers import roman
from extract.read.docx.formats import shown

Lines = Callable[..., list[str]]


def level(place: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(place: int, text: str = "x", num: str = "1", style: str = "") -> str:
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    own += f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{own}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


PLAN = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
)


@pytest.mark.parametrize(
    ("levels", "places", "labels"),
    [
        (PLAN, [0, 1, 1, 0, 1], ["I.", "1.", "2.", "II.", "1."]),
        (PLAN, [0, 1, 2, 2, 1, 2], ["I.", "1.", "1.1.", "1.2.", "2.", "2.1."]),
        (PLAN, [1, 3, 3, 3, 3, 3], ["1.", "a)", "b)", "c)", "d)", "e)"]),  # automatic: no đ
        (PLAN, [2], ["1.1."]),  # a level above that has not begun shows its start
        ([level(0, "decimal", "Điều %1.")], [0, 0], ["Điều 1.", "Điều 2."]),
        ([level(0, "decimalZero", "%1")], [0], ["01"]),
        ([level(0, "vietnameseCounting", "Phần %1:")], [0, 0], ["Phần một:", "Phần hai:"]),
        ([level(0, "chosung", "%1.")], [0], ["1."]),  # a format nobody here knows
        ([level(0, "decimal", "%1.", start=5)], [0, 0], ["5.", "6."]),
        # a level can go on counting below the next heading, or begin anew below some only
        ([PLAN[0], level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')],
         [0, 1, 0, 1], ["I.", "1.", "II.", "2."]),
        ([*PLAN[:2], level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>')],
         [0, 1, 2, 1, 2, 0, 2], ["I.", "1.", "1)", "2.", "2)", "II.", "1)"]),
        # legal: all numbers in digits
        ([PLAN[0], level(1, "upperRoman", "%1.%2", "<w:isLgl/>")], [0, 1], ["I.", "1.1"]),
        # bullets
        ([level(0, "bullet", "-")], [0], ["-"]),
        ([level(0, "bullet", "–")], [0], ["-"]),
        ([level(0, "bullet", "+")], [0], ["+"]),
        ([level(0, "bullet", "\uf0b7"), level(1, "bullet", "\uf0a7"), level(2, "bullet", "\uf0d8")],
         [0, 1, 2], ["-", "+", "•"]),
        ([level(0, "decimal", "%1."), level(1, "bullet", "\uf0b7")], [0, 1], ["1.", "-"]),
        ([level(0, "bullet", "o")], [0], ["+"]),
        ([level(0, "decimal", "%1.", '<w:lvlPicBulletId w:val="0"/>')], [0], ["-"]),
        ([level(0, "bullet", " ")], [0], [""]),  # a bullet that shows nothing
        ([level(0, "none", "")], [0], [""]),
        ([level(0, "decimal", "")], [0, 0], ["", ""]),
        ([level(0, "decimal", "%1.%9")], [0], ["1."]),  # a deeper level says nothing
    ],
)  # fmt: skip
def test_labels_are_those_that_word_shows(
    lines: Lines, levels: list[str], places: list[int], labels: list[str]
) -> None:
    found = lines("".join(map(item, places)), numbering=numbering(*levels))
    assert found == [f"{label} x".lstrip() for label in labels]


TWO = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>{}</w:num>'
)


@pytest.mark.parametrize(
    ("override", "labels"),
    [
        ("", ["1.", "2.", "3.", "4."]),  # lists of one family count on
        ('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
         ["1.", "2.", "1.", "2."]),
        ('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>',
         ["1.", "2.", "7.", "8."]),
        (f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>',
         ["1.", "2.", "c)", "d)"]),
    ],
)  # fmt: skip
def test_a_list_can_override_what_its_family_gives(
    lines: Lines, override: str, labels: list[str]
) -> None:
    given = numbering(level(0, "decimal", "%1."), nums=TWO.format(override))
    body = item(0) * 2 + item(0, num="2") * 2
    assert lines(body, numbering=given) == [f"{label} x" for label in labels]


STYLES = """
<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoản"/>
  <w:basedOn w:val="Dieu"/></w:style>
<w:style w:type="paragraph" w:styleId="Diem"><w:name w:val="Điểm"/><w:basedOn w:val="Dieu"/>
  <w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="DanhSach"><w:name w:val="Danh sách"/></w:style>
"""


def styled(style: str, properties: str = "") -> str:
    about = f'<w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
    return f"<w:p>{about}<w:r><w:t>x</w:t></w:r></w:p>"


def test_numbering_comes_through_styles(lines: Lines) -> None:
    given = numbering(
        level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Dieu"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>'),
        level(2, "lowerLetter", "%3)"),
    )
    body = styled("Dieu") + styled("Khoan") * 2 + styled("Diem") + styled("Dieu")
    without = styled("Dieu", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    deeper = styled("Dieu", '<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    found = lines(body + without + deeper, styles=STYLES, numbering=given)
    assert found == ["Điều 1. x", "1. x", "2. x", "a) x", "Điều 2. x", "x", "1. x"]


def test_a_family_can_be_that_of_a_list_style(lines: Lines) -> None:
    given = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="DanhSach"/>'
        f"{level(0, 'decimal', '%1)')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert lines(item(0), styles=STYLES, numbering=given) == ["1) x"]


def test_an_empty_item_counts_and_a_foreign_one_shows_nothing(lines: Lines) -> None:
    body = item(0) + item(0, text="") + item(0) + item(0, num="99") + item(8)
    assert lines(body, numbering=numbering(level(0, "decimal", "%1."))) == [
        "1. x",
        "3. x",
        "x",
        "x",
    ]


def test_rows_can_count_themselves(lines: Lines) -> None:
    """The column "TT" of many annexes: its cells hold nothing but an automatic number."""
    ruled = '<w:tblBorders><w:insideV w:val="single"/></w:tblBorders>'
    rows = "".join(
        f"<w:tr><w:tc>{item(0, text='')}</w:tc><w:tc>{item(1, text='')}</w:tc>"
        f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
        for text in "ab"
    )
    given = numbering(level(0, "decimal", "%1."), level(1, "bullet", "-"))
    table = f"<w:tbl><w:tblPr>{ruled}</w:tblPr>{rows}</w:tbl>"
    assert lines(table + item(0), numbering=given) == ["1.", "a", "2.", "b", "3. x"]


def test_a_deleted_item_does_not_count(lines: Lines) -> None:
    deleted = item(0).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    gone = deleted.replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>")
    given = numbering(level(0, "decimal", "%1."))
    assert lines(item(0) + gone + item(0), numbering=given) == ["1. x", "2. x"]


def test_a_numbered_paragraph_begins_a_block(read: Callable[..., object]) -> None:
    found = read(item(0) + "<w:p><w:r><w:t>y</w:t></w:r></w:p>", numbering=numbering(PLAN[0]))
    assert [line.opens for line in found.lines] == [True, None]  # type: ignore[attr-defined]


@given(st.integers(min_value=1, max_value=49))
def test_roman_numbers_are_those_that_markers_read(value: int) -> None:
    assert roman(shown(value, "upperRoman")) == value


@given(st.integers(), st.sampled_from(["decimal", "lowerRoman", "upperLetter", "decimalZero"]))
def test_no_number_is_long(value: int, form: str) -> None:
    assert len(shown(value, form)) <= max(16, len(str(value)) + 1)
