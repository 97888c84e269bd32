"""Number, issuer, place, date and title, from the head of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.assemble.document.citations import NUMBER
from extract.clean.text import ReadingText
from extract.find.dates import find_dates
from extract.lexicons.load import table
from extract.segment.parts import Parts, doc_kind

_NUMBER = re.compile(
    rf"(?i:số)\s*[:.]?\s*(?:(?P<number>{NUMBER})|[.…_\s]*(?P<symbol>[/-]\s?[A-ZĐƯ][\w&Đđ-]*(?:[/-][\w&Đđ-]+)*))"
)
_ATTACHED = re.compile(rf"(?:số)\s*:?\s*(?P<number>{NUMBER})")
_OF = re.compile(r"\scủa\s+(?P<issuer>[^\W\d_][^)]{3,120}?)\s*\)?\.?$")
_MOTTO = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc"
)
_PLACE = re.compile(r"(?P<place>(?i:phường|quận)\s\d{1,2}|[^\W\d_][^\n,;:0-9]{1,40}),?\s+ngày\b")
_OF_ISSUER = re.compile(r"(?:CỦA|của)\s")
_TITLE_OPENS = re.compile(
    r"(?<!\w)(?:(?i:về việc|v/v)|VỀ|PHÊ DUYỆT|BAN HÀNH|QUY ĐỊNH|CÔNG BỐ)(?!\w)"
)
_DRAFT = re.compile(r"\(?DỰ THẢO\b")
_ISSUER_TAIL = re.compile(r"\s(?:THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG(?: BỘ .*)?)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands: offsets are code points of the reading text."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class Header:
    """What the head of the document says; None where it says nothing."""

    doc_type: str = "other"
    number: Found | None = None
    symbol: Found | None = None
    issuer_lines: tuple[Found, ...] = ()
    attached_issuer: Found | None = None
    place: Found | None = None
    date: Found | None = None
    title: Found | None = None


def header(reading: ReadingText, parts: Parts) -> Header:
    """The header's fields; number and date also from "(Ban hành kèm theo … số …)"."""
    found = Header()
    front = [*parts.header, *parts.title]
    start = front[0].start if front else 0
    end = front[-1].end if front else 0
    _kind_and_title(reading, parts, found)
    _number(reading, start, end, found)
    _place_and_date(reading, start, end, found)
    _issuer(reading, parts, found)
    _attachment(parts, found)
    return found


def _kind_and_title(reading: ReadingText, parts: Parts, found: Header) -> None:
    if not parts.title:
        return
    first = parts.title[0]
    found.doc_type = doc_kind(first.text) or "other"
    names = [row["name"] for row in table("documents")["title_kinds"]]
    kind = next((n for n in names if first.text.startswith(n)), "")
    start = first.start + len(kind)
    end = parts.title[-1].end
    text = reading.text[start:end].replace("\n", " ")
    lead = len(text) - len(text.lstrip(" :"))
    value = text.strip(" :")
    issuer = _ISSUER_TAIL.search(value)
    if issuer and value.isupper():
        value = value[: issuer.start()]
    if _OF_ISSUER.match(value):
        opens = _TITLE_OPENS.search(value)
        lead += opens.start() if opens else 0
        value = value[opens.start() :] if opens else ""
    if value:
        found.title = Found(value, start + lead, start + lead + len(value))


def _number(reading: ReadingText, start: int, end: int, found: Header) -> None:
    text = reading.text[start:end].replace("\n", " ")
    match = _NUMBER.search(text)
    if match is None:
        return
    if match.group("number"):
        value = re.sub(r"\s+", "", match.group("number"))
        place = start + match.start("number")
        found.number = Found(value, place, start + match.end("number"))
        found.symbol = _symbol(value, place, start + match.end("number"))
    else:
        value = re.sub(r"\s+", "", match.group("symbol")).lstrip("/-")
        found.symbol = Found(
            value, start + match.end("symbol") - len(value), start + match.end("symbol")
        )


def _symbol(number: str, start: int, end: int) -> Found | None:
    head, slash, tail = number.partition("/")
    return Found(tail, end - len(tail), end) if slash and head else None


def _place_and_date(reading: ReadingText, start: int, end: int, found: Header) -> None:
    text = reading.text[start:end].replace("\n", " ")
    for date in find_dates(text):
        before = text[max(0, date.start - 60) : date.start]
        if re.search(r"(?:[^\W\d_],?|\d,|\.)\s*$", before) and not re.search(
            r"số\s[\w/-]+\s*$", before
        ):
            found.date = Found(date.edtf, start + date.start, start + date.end)
            break
    match = _PLACE.search(reading.text[start:end].replace("\n", " "))
    if match:
        value = match.group("place").strip()
        found.place = Found(
            value, start + match.start("place"), start + match.start("place") + len(value)
        )


def _issuer(reading: ReadingText, parts: Parts, found: Header) -> None:
    lines: list[Found] = []
    for block in parts.header:
        if block.text in ("CỘNG", "ĐẢNG CỘNG SẢN VIỆT NAM"):
            break
        own = " ".join(_MOTTO.sub(" ", block.text).split())  # the other column of the header
        if not own and lines:
            break
        if _NUMBER.match(own) or _DRAFT.match(own) or not own.isupper():
            continue
        lines.append(Found(own, block.start, block.end))
    if not lines:
        lines = _issuer_below_title(reading, parts)
    found.issuer_lines = tuple(lines)


def _issuer_below_title(reading: ReadingText, parts: Parts) -> list[Found]:
    """Texts without a header block name the issuer between the title and the recitals."""
    if not parts.title:
        return []
    after = [b for b in reading.blocks if b.start >= parts.title[-1].end][:1]
    return [Found(b.text, b.start, b.end) for b in after if b.text.isupper()]


def _attachment(parts: Parts, found: Header) -> None:
    for body in parts.bodies:
        if body.attached is None:
            continue
        block = body.attached
        match = _ATTACHED.search(block.text)
        if match and found.number is None and found.symbol is None:
            value = re.sub(r"\s+", "", match.group("number"))
            begin, stop = block.start + match.start("number"), block.start + match.end("number")
            found.number = Found(value, begin, stop)
            found.symbol = _symbol(value, begin, stop)
        if found.date is None:
            for date in find_dates(block.text)[:1]:
                found.date = Found(date.edtf, block.start + date.start, block.start + date.end)
        of = _OF.search(block.text)
        if of:
            value = of.group("issuer").strip()
            begin = block.start + of.start("issuer")
            found.attached_issuer = Found(value, begin, begin + len(value))
        return
