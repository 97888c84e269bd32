"""Images that claim to be vast, web pages that nest without end, and rubbish behind a good name."""

from __future__ import annotations

import random
import struct
import zlib

_SIDE = 100_000


def nested_tags() -> bytes:
    """Two hundred thousand tags, none of them closed, around a line of text."""
    return b"<html><body>" + b"<div>" * 200_000 + "KẾ HOẠCH trồng cây năm 2024".encode()


def nested_tables() -> bytes:
    """Tables within tables."""
    return b"<html><body>" + b"<table><tr><td>" * 20_000 + "KẾ HOẠCH".encode()


def wide_cells() -> bytes:
    """A table whose cells say that they cover a thousand million rows and columns."""
    cell = b'<td colspan="1000000000" rowspan="1000000000">a</td>'
    return b"<html><body><table>" + (b"<tr>" + cell * 3 + b"</tr>") * 3 + b"</table></body></html>"


def vast_tiff() -> bytes:
    """A TIFF (revision 6.0) whose head says 100,000 pixels a side, and no pixel behind it."""
    tags = (
        (256, 4, _SIDE), (257, 4, _SIDE), (258, 3, 8), (259, 3, 1), (262, 3, 1),
        (273, 4, 8), (277, 3, 1), (278, 4, _SIDE), (279, 4, 100),
    )  # fmt: skip
    rows = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\x00" + struct.pack("<IH", 8, len(tags)) + rows + b"\x00" * 4


def png_bomb() -> bytes:
    """A PNG of 50,000 by 50,000 white pixels: 2.5 thousand million of them in 300 KB."""
    side = 50_000
    row = b"\x00" + b"\xff" * (side // 8)
    pack = zlib.compressobj(9)
    data = b"".join(pack.compress(row * 500) for _ in range(side // 500)) + pack.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def cut_jpeg() -> bytes:
    """The head of a JPEG of 65,000 pixels a side, and nothing more."""
    size = struct.pack(">BHHB", 8, 65_000, 65_000, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0" + (
        struct.pack(">H", len(size) + 2) + size
    )


def rubbish(head: bytes, *, size: int = 60_000) -> bytes:
    """Random bytes behind the first bytes of a format."""
    return head + random.Random(1976).randbytes(size)


def deep_rtf() -> bytes:
    """A million groups, none of them closed."""
    return b"{\\rtf1\\ansi " + b"{\\b " * 1_000_000
