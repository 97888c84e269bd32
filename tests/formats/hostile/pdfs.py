"""PDFs that lie about their structure (ISO 32000-1, 7.5 and 7.7)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

TEXT = b"BT /F1 12 Tf 72 720 Td (KE HOACH trong cay nam 2024) Tj ET"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, about: bytes = b"", level: int = 6) -> bytes:
    packed = zlib.compress(data, level)
    head = b"<< /Length %d /Filter /FlateDecode %b >>" % (len(packed), about)
    return head + b"\nstream\n" + packed + b"\nendstream"


def page(contents: int, parent: int = 2, box: bytes = b"0 0 595 842", more: bytes = b"") -> bytes:
    return (
        b"<< /Type /Page /Parent %d 0 R /MediaBox [%b] /Contents %d 0 R "
        b"/Resources << /Font << /F1 %b >> %b >> >>" % (parent, box, contents, _FONT, more)
    )


def _one_page(*more: bytes, **about: bytes) -> list[bytes]:
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return [catalog, pages, page(4, **about), *more]  # type: ignore[arg-type]


def encrypted() -> bytes:
    """Asks for a password that nobody has (7.6.3, revision 2)."""
    key = b"<" + b"5A" * 32 + b">"
    rule = b"<< /Filter /Standard /V 1 /R 2 /O %b /U %b /P -44 >>" % (key, key)
    trailer = b"/Encrypt 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00>]"
    return pdf([*_one_page(stream(TEXT)), rule], trailer)


def truncated() -> bytes:
    """A file whose sending broke off within its pages."""
    whole = pdf(_one_page(stream(bytes(range(256)) * 4000 + TEXT)))
    return whole[: len(whole) // 3]


def million_objects() -> bytes:
    """A million objects, packed into a stream of a few kilobytes (7.5.7)."""
    count = 1_000_000
    index = b" ".join(b"%d %d" % (10 + i, 0) for i in range(count))
    body = index + b" null"
    about = b"/Type /ObjStm /N %d /First %d" % (count, len(index) + 1)
    rows = b"".join(b"\x02\x00\x00\x00\x05" + i.to_bytes(3, "big") for i in range(count))
    objects = [*_one_page(stream(TEXT)), stream(body, about, level=1)]
    out = bytearray(b"%PDF-1.7\n")
    places = [0]
    for number, inside in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, inside)
    start = len(out)
    first = b"".join(b"\x01" + place.to_bytes(4, "big") + b"\x00\x00\x00" for place in places[1:])
    free = b"\x00" * 8
    table = free + first + free * 3 + b"\x01" + start.to_bytes(4, "big") + b"\x00" * 3 + rows
    kind = b"/Type /XRef /W [1 4 3] /Size %d /Root 1 0 R" % (10 + count)
    out += b"9 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(table, kind, level=1), start)
    return bytes(out)


def endless_pages() -> bytes:
    """A page tree that holds itself, and says that it has two thousand million pages."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2147483647 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1000000 >>",
        ]
    )


def many_pages() -> bytes:
    """One page, shown a hundred thousand times."""
    kids = b"3 0 R " * 100_000
    pages = b"<< /Type /Pages /Kids [%b] /Count 100000 >>" % kids
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page(4), stream(TEXT)])


def deep_pages() -> bytes:
    """A page below fifty thousand levels of page tree."""
    levels = 50_000
    tree = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (max(2, n - 1), n + 1)
        for n in range(2, levels + 2)
    ]
    last = levels + 2
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    return pdf([catalog, *tree, page(last + 1, last - 1), stream(TEXT)])


def nested_forms() -> bytes:
    """A page of ten drawings of ten drawings …, nine levels deep (8.10): 10^9 lines of text."""
    return pdf(_one_page(stream(b"/X5 Do"), *_forms(), more=b"/XObject << /X5 5 0 R >>"))


def _forms() -> Iterator[bytes]:
    about = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %b >>"
    for number in range(5, 14):
        inside = b"/XObject << /X%d %d 0 R >>" % (number + 1, number + 1)
        yield stream(b"/X%d Do " % (number + 1) * 10, about % inside)
    yield stream(TEXT, about % (b"/Font << /F1 %b >>" % _FONT))


def unpacking_page() -> bytes:
    """A page whose contents unpack to a gigabyte of blanks."""
    pack = zlib.compressobj(9)
    packed = b"".join(pack.compress(b" " * 1_000_000) for _ in range(1000)) + pack.flush()
    head = b"<< /Length %d /Filter /FlateDecode >>" % len(packed)
    return pdf(_one_page(head + b"\nstream\n" + packed + b"\nendstream"))


def vast_page() -> bytes:
    """A page of 5 by 5 kilometres without text: as an image it has 10^15 pixels."""
    return pdf(_one_page(stream(b"0 0 100 100 re f"), box=b"0 0 14400000 14400000"))


def vast_image() -> bytes:
    """A scan whose image says it is 60,000 pixels wide and high."""
    image = stream(
        b"\x00" * 1_000_000,
        b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
        b"/ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    contents = stream(b"595 0 0 842 0 0 cm /X5 Do")
    return pdf(_one_page(contents, image, more=b"/XObject << /X5 5 0 R >>"))


def many_rules() -> bytes:
    """A page ruled into 300,000 cells."""
    lines = b"".join(b"%d 0 m %d 842 l S\n" % (x % 595, x % 595) for x in range(300_000))
    return pdf(_one_page(stream(lines + TEXT)))
