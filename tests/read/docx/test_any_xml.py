"""Whatever WordprocessingML a file holds, it is read or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.clean import clean
from extract.errors import ReadError
from extract.read.docx.reader import read_docx
from extract.read.source import SourceDocument, check_lines

WORDS = st.sampled_from(
    ["Kế hoạch", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "Céng hßa", " "]
)
VALUES = st.sampled_from(
    ["0", "1", "2", "restart", "begin", "separate", "end", "-7", "x", ".VnTimeH"]
)
LEAVES = [
    "tab",
    "br",
    "softHyphen",
    "sym",
    "fldChar",
    "footnoteReference",
    "vMerge",
    "hMerge",
    "gridSpan",
    "gridBefore",
    "numId",
    "ilvl",
    "pStyle",
    "rStyle",
    "caps",
    "vanish",
    "del",
    "cellDel",
    "tblHeader",
    "outlineLvl",
]
NODES = [
    "p",
    "r",
    "pPr",
    "rPr",
    "numPr",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "trPr",
    "tblPr",
    "tblGrid",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "hyperlink",
    "drawing",
    "txbxContent",
    "tbody",
]


@st.composite
def leaf(draw: st.DrawFn) -> str:
    name, value = draw(st.sampled_from(LEAVES)), draw(VALUES)
    return f'<w:{name} w:val="{value}" w:id="{value}" w:char="{value}" w:fldCharType="{value}"/>'


def node(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, inside: f"<w:{name}>{''.join(inside)}</w:{name}>",
        st.sampled_from(NODES),
        st.lists(children, max_size=5),
    )


TEXT = WORDS.map(lambda words: f'<w:t xml:space="preserve">{words}</w:t>')
RUN = TEXT.map(lambda text: f"<w:p><w:r>{text}</w:r></w:p>")
ANY = st.recursive(st.one_of(leaf(), TEXT, RUN), node, max_leaves=40)
ROW = st.lists(st.tuples(leaf(), st.one_of(RUN, ANY)), max_size=4).map(
    lambda cells: "".join(f"<w:tc><w:tcPr>{about}</w:tcPr>{held}</w:tc>" for about, held in cells)
)
TABLE = st.lists(ROW, max_size=5).map(
    lambda rows: f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = '<w:style w:styleId="1"><w:basedOn w:val="2"/></w:style><w:style w:styleId="2"/>'


CODES = {"damaged", "encrypted", "no_text", "unpacks_too_large", "too_complex"}


def read_or_code(data: bytes) -> SourceDocument | str:
    """The document, or the code of the error that says why not."""
    try:
        return read_docx(Path("a.docx"), data)
    except ReadError as error:
        return error.code


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.one_of(ANY, TABLE, RUN), max_size=8))
def test_any_body_is_read_or_refused(pack: Callable[..., bytes], parts: list[str]) -> None:
    data = pack("".join(parts), numbering=NUMBERING, styles=STYLES)
    found = read_or_code(data)
    if isinstance(found, str):
        assert found == "no_text"
        return
    check_lines(found.raw, found.lines)
    for line in found.lines:
        assert found.raw[line.start : line.end].strip()
    clean(found.raw, found.lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(TABLE, min_size=1, max_size=3))
def test_no_cell_is_lost_and_none_covers_another(
    pack: Callable[..., bytes], tables: list[str]
) -> None:
    between = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    found = read_docx(Path("a.docx"), pack(between + between.join(tables)))
    covered: dict[tuple[int, int, int], str] = {}
    for line in found.lines:
        if cell := line.cell:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    place = (cell.table, row, column)
                    assert covered.setdefault(place, str(line.path)) == line.path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_file_with_changed_bytes_is_read_or_refused(
    pack: Callable[..., bytes], data: st.DataObject
) -> None:
    file = bytearray(pack("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>" * 3, numbering=NUMBERING))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(file) - 1))
        file[place] = data.draw(st.integers(0, 255))
    found = read_or_code(bytes(file))
    assert not isinstance(found, str) or found in CODES
