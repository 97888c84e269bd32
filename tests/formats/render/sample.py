"""A sample's text as a `Decision`: its reading text cut into the parts that offices lay out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.clean import clean
from extract.clean.markers import BULLETS, Style, marker
from extract.clean.text import Block
from extract.read import read
from extract.segment.parts import Parts, parts
from render.model import Decision, Element, Header, Paragraph, Signature, Table

_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_HEADER = re.compile(r"(?P<issuer>.+?) (?P<number>Số: ?\S+) (?P<date>\S.+)$")
_SECOND_LINE = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|VÀ PHÁT TRIỂN) )")
_DRAFT = "DỰ THẢO"


def decision(path: Path) -> Decision:
    """The sample in the file `path`, a text or Markdown."""
    source = read(path)
    return decision_of(path.stem, source.raw)


def decision_of(name: str, raw: str) -> Decision:
    blocks = clean(raw).blocks
    return Decision(name, tuple(_elements(blocks, parts(blocks))))


def _elements(blocks: Sequence[Block], found: Parts) -> Iterator[Element]:
    front, end = {*map(id, found.header)}, {*map(id, [*found.signature, *found.recipients])}
    roles = {
        **{id(b): "title" for b in found.title},
        **{id(b): "recital" for b in found.recitals},
        **{id(b): "title" for body in found.bodies for b in body.title},
        **{id(body.attached): "attached" for body in found.bodies},
        **{id(b): "text" for body in found.bodies for b in body.blocks},
    }
    openings = {id(body.title[0]) for body in found.bodies if body.title}
    yield from _header(found.header)
    rows: list[tuple[str, ...]] = []
    signed = False
    for block in blocks:
        if id(block) in front:
            continue
        if id(block) in end:
            if not signed:
                yield _signature(found)
            signed = True
            continue
        if "\t" in block.text:
            rows.append(tuple(cell.strip() for cell in block.text.split("\t")))
            continue
        if rows:
            yield _table(rows)
            rows = []
        kind = roles.get(id(block), "centred")
        if kind == "text" and _is_heading(block.text):
            kind = "heading"
        yield Paragraph(block.text, kind, new_page=id(block) in openings)  # type: ignore[arg-type]
    if rows:
        yield _table(rows)


def _table(rows: Sequence[tuple[str, ...]]) -> Table:
    width = max(map(len, rows))
    return Table(tuple(row + ("",) * (width - len(row)) for row in rows))


def _header(blocks: Sequence[Block]) -> Iterator[Element]:
    """The two columns, however the text holds them: in lines of their own or side by side."""
    text = " ".join(block.text for block in blocks)
    if text.startswith(_DRAFT):
        text = text.removeprefix(_DRAFT).lstrip()
        yield Paragraph(_DRAFT, "draft")
    for line in _MOTTO:
        text = text.replace(line, "")
    match = _HEADER.match(" ".join(text.split()))
    assert match, text
    issuer = _SECOND_LINE.split(match["issuer"])
    number = match["number"].replace(": /", ":        /")  # room for the clerk's pen
    date = match["date"].replace("ngày tháng", "ngày       tháng")
    yield Header(tuple(issuer), number, _MOTTO, date)


def _signature(found: Parts) -> Signature:
    return Signature(
        tuple(block.text for block in found.recipients),
        tuple(block.text for block in found.signature),
    )


def _is_heading(text: str) -> bool:
    """Whether a typist sets the line in bold: a numbered one that is no sentence."""
    mark = marker(text)
    if mark is None or mark.style in BULLETS or mark.style is Style.ARTICLE:
        return False
    return len(text) < 120 and not text.endswith((".", ";", ":"))
