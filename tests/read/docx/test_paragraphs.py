from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.read.source import SourceDocument

Lines = Callable[..., list[str]]
Read = Callable[..., SourceDocument]


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="H2"/>
  <w:rPr><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="ring"/>
  <w:basedOn w:val="Ring"/></w:style>
<w:style w:type="character" w:styleId="Dam"><w:name w:val="Đậm"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="An"><w:name w:val="Ẩn"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("Trồng ") + r("cây"), ["Trồng cây"]),
        (r("a") + "<w:r><w:tab/></w:r>" + r("b"), ["a\tb"]),
        (r("Số: 5") + "<w:r><w:br/></w:r>" + r("Kế hoạch"), ["Số: 5", "Kế hoạch"]),
        (r("a") + "<w:r><w:noBreakHyphen/></w:r>" + r("b"), ["a-b"]),
        (r("a") + "<w:r><w:softHyphen/></w:r>" + r("b"), ["ab"]),  # shown at a line's end only
        (r("a\n  b"), ["a   b"]),  # a line feed of the XML is a space
        (r("  "), []),
        # tracked changes are accepted
        (f"<w:ins>{r('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", ["mới"]),
        (f"<w:moveFrom>{r('đây')}</w:moveFrom><w:moveTo>{r('kia')}</w:moveTo>", ["kia"]),
        (f"<w:del>{r('cũ')}</w:del>" + r("còn"), ["còn"]),
        # fields: what they show, not their code
        (sign("begin") + CODE + sign("separate") + r("12") + sign("end") + r(" xã"), ["12 xã"]),
        (sign("begin") + r("mã") + sign("begin") + sign("end") + sign("separate") + r("5"), ["5"]),
        ('<w:fldSimple w:instr=" DATE ">' + r("2026") + "</w:fldSimple>", ["2026"]),
        (sign("end") + r("còn"), ["còn"]),  # an end without a beginning hides nothing
        # hidden words, also by a style
        (r("lộ ") + r("ẩn", "<w:vanish/>"), ["lộ "]),
        (r("ẩn", '<w:rStyle w:val="An"/>') + r("lộ"), ["lộ"]),
        (r("lộ", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>'), ["lộ"]),
        # letters that a font makes capital
        (r("Ủy ban", "<w:caps/>") + r(" xã"), ["ỦY BAN xã"]),
        (r("Ủy ban", "<w:smallCaps/>"), ["ỦY BAN"]),
        (r("Ủy ban", '<w:caps w:val="false"/>'), ["Ủy ban"]),
        # signs of symbol fonts
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r("5%"), ["≥5%"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + r("Có"), ["□Có"]),
        (r("\uf0b0C", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), ["°C"]),
        ('<w:r><w:sym w:font="Arial" w:char="0111"/></w:r>', ["đ"]),
        ('<w:r><w:sym w:font="Arial" w:char="x"/></w:r>' + r("a"), ["a"]),  # no number
        # what runs stand in
        ("<w:hyperlink>" + r("xã") + "</w:hyperlink>", ["xã"]),
        ("<w:smartTag>" + r("xã") + "</w:smartTag>", ["xã"]),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("xã") + "</w:sdtContent></w:sdt>", ["xã"]),
    ],
)
def test_a_paragraph_is_read_as_it_is_shown(
    lines: Lines, content: str, expected: list[str]
) -> None:
    assert lines(p(content) + p(r("sau")), styles=STYLES) == [*expected, "sau"]


def test_a_deleted_paragraph_end_joins_two(lines: Lines) -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert lines(p(r("Trồng "), properties=deleted) + p(r("cây"))) == ["Trồng cây"]
    assert lines(p("<w:del>" + r("x") + "</w:del>", properties=deleted) + p(r("cây"))) == ["cây"]
    assert lines(p(r("Trồng"), properties=deleted)) == ["Trồng"]  # nothing follows


BOX = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
CHOICE = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
FALLBACK = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"


@pytest.mark.parametrize(
    "drawing",
    [
        f"<mc:AlternateContent>{CHOICE}{FALLBACK}</mc:AlternateContent>",
        f"<mc:AlternateContent>{FALLBACK}</mc:AlternateContent>",
        f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>",
        # a choice without words is a picture of them
        f'<mc:AlternateContent><mc:Choice Requires="x"/>{FALLBACK}</mc:AlternateContent>',
    ],
)
def test_a_text_box_is_read_once_behind_its_paragraph(lines: Lines, drawing: str) -> None:
    assert lines(p(r("Số: 5"), f"<w:r>{drawing}</w:r>", r("/KH"))) == ["Số: 5/KH", "DỰ THẢO"]


def test_notes_stand_at_the_end_in_the_order_of_their_references(read: Read) -> None:
    note = (
        '<w:footnote w:id="{0}"><w:p><w:r><w:footnoteRef/></w:r>'
        + r(" {1}")
        + "</w:p></w:footnote>"
    )
    found = read(
        p(r("Đạt 80%"), '<w:r><w:footnoteReference w:id="7"/></w:r>', r(" số xã."))
        + p(r("Hết"), '<w:r><w:endnoteReference w:id="7"/></w:r>')
        + p(r("."), '<w:r><w:footnoteReference w:id="99"/></w:r>'),  # of no note
        footnotes=note.format(0, "kẻ") + note.format(7, "Theo chuẩn mới."),
        endnotes='<w:endnote w:id="7"><w:p>' + r("Cuối.") + "</w:p></w:endnote>",
    )
    assert found.raw == "Đạt 80% số xã.\nHết\n.\n Theo chuẩn mới.\nCuối.\n"
    assert [(line.kind, line.path) for line in found.lines] == [
        ("text", "p1"),
        ("text", "p2"),
        ("text", "p3"),
        ("note", "n1"),
        ("note", "n2"),
    ]


def test_headings_and_bold_lines_are_told(read: Read) -> None:
    found = read(
        p(r("I. MỤC TIÊU"), properties='<w:pStyle w:val="H2"/>')
        + p(r("Tên mục"), properties='<w:pStyle w:val="Muc"/>')  # based on a heading
        + p(r("- Trồng cây."), properties='<w:pStyle w:val="H2"/>')  # an item is no heading
        + p(r("x" * 301), properties='<w:pStyle w:val="H2"/>')
        + p(r("đậm", '<w:rStyle w:val="Dam"/>'), r(" thường rồi"))
        + p(r("đậm", "<w:b/>"), r(": "), r("hết", "<w:b/>"))
        # bold of the paragraph's style and bold of the letters' style is not bold
        + p(r("nhạt", '<w:rStyle w:val="Dam"/>'), properties='<w:pStyle w:val="H2"/>')
        + p(r("vòng"), properties='<w:pStyle w:val="Ring"/>'),
        styles=STYLES,
    )
    assert [line.level for line in found.lines] == [2, 2, 0, 0, 0, 0, 2, 0]
    assert [line.bold for line in found.lines] == [True] * 4 + [False, True, False, False]
    assert "TÊN MỤC" in found.raw


def test_a_table_of_contents_is_furniture(read: Read) -> None:
    found = read(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{p(r('I. MỤC TIÊU 3'))}</w:sdtContent></w:sdt>"
        + p(r("II. NHIỆM VỤ 5"), properties='<w:pStyle w:val="T1"/>')
        + p(r("I. MỤC TIÊU")),
        styles=STYLES,
    )
    assert [line.kind for line in found.lines] == ["furniture", "furniture", "text"]


def test_paths_count_all_paragraphs_of_the_body(read: Read) -> None:
    found = read(p(r("một")) + p() + p(r("ba") + "<w:r><w:br/></w:r>" + r("ba nữa")))
    assert [line.path for line in found.lines] == ["p1", "p3", "p3"]


def test_a_typed_line_goes_on_with_an_item_that_was_left_open(read: Read) -> None:
    broken = "<w:r><w:br/></w:r>".join(
        r(text)
        for text in ("Nơi nhận:", "- Như trên;", "- Các Cục,", "các Vụ:", "NC;", "- Lưu.", "A")
    )
    opens = [line.opens for line in read(p(broken) + p(r("- Sở A,")) + p(r("Sở B"))).lines]
    assert opens == [None, None, None, False, False, None, None, None, None]
