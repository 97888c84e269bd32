"""Office files, which are ZIP archives of XML: bombs of both."""

from __future__ import annotations

import io
import zipfile

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODT = "application/vnd.oasis.opendocument.text"
_MEGABYTE = 1_000_000


def docx(document: str) -> bytes:
    """A DOCX with this `word/document.xml`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def _body(inside: str) -> str:
    return f'<w:document xmlns:w="{_WORD}"><w:body>{inside}</w:body></w:document>'


def docx_bomb() -> bytes:
    """Unpacks to 700 megabytes of empty paragraphs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        with archive.open("word/document.xml", "w") as part:
            part.write(f'<w:document xmlns:w="{_WORD}"><w:body>'.encode())
            _fill(part, b"<w:p></w:p>")
            part.write(b"</w:body></w:document>")
    return out.getvalue()


def odt_bomb() -> bytes:
    """Unpacks to 700 megabytes of empty paragraphs, too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODT, zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{_ODT}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        with archive.open("content.xml", "w") as part:
            part.write(
                b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
                b'office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
                b"<office:body><office:text>"
            )
            _fill(part, b"<text:p></text:p>")
            part.write(b"</office:text></office:body></office:document-content>")
    return out.getvalue()


def _fill(part: object, unit: bytes) -> None:
    block = unit * (_MEGABYTE // len(unit))
    for _ in range(700):
        part.write(block)  # type: ignore[attr-defined]


def entity_bomb() -> bytes:
    """Ten entities, each ten times the one before: 10^10 words of one."""
    entities = '<!ENTITY e0 "KE HOACH ">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 11)
    )
    text = "<w:p><w:r><w:t>&e10;</w:t></w:r></w:p>"
    return docx(f'<?xml version="1.0"?><!DOCTYPE w:document [{entities}]>{_body(text)}')


def entity_file(path: str) -> bytes:
    """Asks for the text of another file of the machine (XXE)."""
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY file SYSTEM "file://{path}">]>'
    return docx(head + _body("<w:p><w:r><w:t>KẾ HOẠCH &file;</w:t></w:r></w:p>"))


def nested_tables() -> bytes:
    """Twenty thousand tables, each in a cell of the one before."""
    depth = 20_000
    return docx(_body("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth))


def wide_cell() -> bytes:
    """A cell that says it covers a thousand million columns."""
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
        "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p></w:tc>"
    )
    return docx(_body(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"))


def lone_parts() -> bytes:
    """Word's parts, but not the document itself."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{_WORD}"/>')
    return out.getvalue()
