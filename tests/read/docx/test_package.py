"""Files that are damaged, made to do harm, or in a rarer form."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.read.docx import package
from extract.read.docx.reader import MEDIA_TYPE, read_docx

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PATH = Path("a.docx")


def document(body: str, names: str = MAIN) -> str:
    return f'<w:document xmlns:w="{names}"><w:body>{body}</w:body></w:document>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def changed(data: bytes, local: int | None, central: int, value: int) -> bytes:
    """`data` with a byte of its first entry's two headers changed."""
    out = bytearray(data)
    if local is not None:
        out[data.index(b"PK\x03\x04") + local] = value
    out[data.index(b"PK\x01\x02") + central] = value
    return bytes(out)


GOOD = archive({"word/document.xml": document(p("Trồng cây"))})
BILLION = (
    '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;">]>'
    f'<w:document xmlns:w="{MAIN}"><w:body>{p("&c;")}</w:body></w:document>'
)
FILE = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>" + document(p("&b;"))
DEEP = document("<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200)
TALL = (
    "<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val='single'/></w:tblBorders></w:tblPr>"
    + '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    + p("x" * 5000)
    + f"</w:tc><w:tc>{p('y')}</w:tc></w:tr>"
    + f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{p('y')}</w:tc></w:tr>" * 1000
    + "</w:tbl>"
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 nothing else", "damaged"),
        (GOOD[:-30], "damaged"),
        (GOOD[:40] + b"\x00" * 20 + GOOD[60:], "damaged"),
        (changed(GOOD, 8, 10, 77), "damaged"),  # packed in an unknown way
        (changed(GOOD, None, 45, 255), "damaged"),  # said to begin far away
        (changed(GOOD, 6, 8, 1), "encrypted"),  # by the archive's own means; Word makes OLE files
        (archive({"word/styles.xml": "<a/>"}), "damaged"),
        (archive({"word/document.xml": "<w:document"}), "damaged"),
        (archive({"word/document.xml": b""}), "damaged"),
        (archive({"word/document.xml": BILLION}), "damaged"),
        (archive({"word/document.xml": FILE}), "damaged"),
        (archive({"word/document.xml": DEEP}), "too_complex"),
        (archive({"word/document.xml": document(TALL)}), "too_complex"),  # 5 million letters
        (archive({"word/document.xml": document("<w:p/>" * 200_001)}), "too_complex"),
        (archive({"word/document.xml": document("<w:p/>")}), "no_text"),
        (archive({"word/document.xml": f'<w:document xmlns:w="{MAIN}"/>'}), "no_text"),
        (archive({"word/document.xml": document(p("x" * 9_000) * 120)}), "long_text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(PATH, data)
    assert caught.value.code == code
    assert "a.docx" in caught.value.vi


def test_unpacking_is_measured_while_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The header of the bomb says that it is small."""
    monkeypatch.setattr(package, "MOST_UNPACKED", 3_000_000)
    body = p("x" * 1000) * 4000
    data = bytearray(archive({"word/document.xml": document(body)}))
    size = struct.pack("<I", len(document(body)))
    assert data.count(size) == 2
    data = data.replace(size, struct.pack("<I", 100))
    with pytest.raises(ReadError) as caught:
        read_docx(PATH, bytes(data))
    assert caught.value.code in ("unpacks_too_large", "damaged")
    with pytest.raises(ReadError) as caught:
        read_docx(PATH, archive({"word/document.xml": document(body)}))
    assert caught.value.code == "unpacks_too_large"


def test_pictures_are_never_unpacked() -> None:
    broken = archive({"word/document.xml": document(p("x")), "word/media/a.png": b"a" * 999})
    packed = zlib.compressobj(wbits=-15)
    stream = packed.compress(b"a" * 999) + packed.flush()
    assert read_docx(PATH, broken.replace(stream, b"\xff" * len(stream))).raw == "x\n"


def test_the_strict_form_is_read_as_the_usual_one() -> None:
    data = archive({"word/document.xml": document(p("Trồng cây"), STRICT)})
    assert read_docx(PATH, data).raw == "Trồng cây\n"


@pytest.mark.parametrize("target", ["word/document2.xml", "/word/document2.xml"])
def test_the_main_part_can_have_any_name(target: str) -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{relation}/{{}}" Target="{{}}"/></Relationships>'
    )
    note = f'<w:footnotes xmlns:w="{MAIN}"><w:footnote w:id="1">{p("chú")}</w:footnote>'
    reference = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    data = archive(
        {
            "_rels/.rels": relations.format("officeDocument", target),
            "word/document2.xml": document(p("Trồng cây") + reference),
            "word/_rels/document2.xml.rels": relations.format("footnotes", "n/notes.xml"),
            "word/n/notes.xml": note + "</w:footnotes>",
        }
    )
    assert read_docx(PATH, data).raw == "Trồng cây\nchú\n"


def test_the_document_says_what_file_it_is() -> None:
    found = read_docx(Path("thu muc") / "a.docx", GOOD)
    assert (found.path, found.media_type) == ("thu muc/a.docx", MEDIA_TYPE)
    assert (found.sha256, found.size) == (hashlib.sha256(GOOD).hexdigest(), len(GOOD))
    assert (found.pages, found.ocr, found.encoding) == (None, False, None)


def test_time_grows_with_the_file_only(pack: Callable[..., bytes]) -> None:
    """Fields that are begun within each other and never closed."""
    run = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r>'
    data = pack(f"<w:p>{run * 20_000}</w:p>{p('b')}")
    assert read_docx(PATH, data).raw == "b\n"
