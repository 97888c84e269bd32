"""Puts the document together."""

from __future__ import annotations

import re

from extract.assemble.document.citations import citations
from extract.assemble.document.header import Found, Header, header
from extract.assemble.document.issuer import issuer
from extract.assemble.document.signature import signature
from extract.assemble.spans import span
from extract.clean.markers import Style, marker
from extract.clean.text import Block, ReadingText
from extract.find.dates import find_dates, find_period
from extract.segment.parts import Parts
from schemas.document import Document, LegalBasis
from schemas.span import Span

_EFFECT = re.compile(
    r"có hiệu lực(?:\sthi hành)?(?:\skể)?\s(?:từ|sau)\s(?:ngày\s)?(?P<when>.{0,60})"
)
_RECIPIENTS_HEAD = re.compile(r"^(?i:nơi nhận)\s*:?\s*")
_BULLET = re.compile(r"^\s*[-–—+•]\s*")


def document(reading: ReadingText, parts: Parts, doc_id: str) -> Document:
    """The document's fields with the places they were read at."""
    head = header(reading, parts)
    issued_by, province = issuer(head, reading.text)
    signed = signature(parts.signature)
    effective = _effective(parts, head)
    period = _period(reading, parts, head)
    found: dict[str, Found | None] = {
        "number": head.number,
        "symbol": head.symbol,
        "issuer": issued_by,
        "issue_date": head.date,
        "title": head.title,
        "signer": signed.signer,
        "signer_title": signed.title,
        "signing_capacity": signed.capacity,
        "effective_date": effective,
        "period": period,
    }
    values = {name: value.value for name, value in found.items() if value}
    whole = reading.raw_span(0, max(0, len(reading.text) - 1))
    return Document(
        id=doc_id,
        doc_type=_doc_type(head),
        province=province,
        **values,
        legal_bases=_legal_bases(reading, parts),
        articles=_articles(parts),
        recipients=_recipients(parts.recipients),
        rule="document.header",
        span=Span(start=whole[0], end=whole[1]),
        field_spans={
            name: span(reading, value.start, value.end) for name, value in found.items() if value
        },
    )


def _doc_type(head: Header) -> str:
    if head.doc_type == "other" and head.symbol:
        for prefix, kind in (("QĐ", "quyet_dinh"), ("KH", "ke_hoach"), ("CT", "chi_thi")):
            if head.symbol.value.startswith(prefix + "-"):
                return kind
        if head.title and head.title.value.startswith(("V/v", "v/v")):
            return "cong_van"
    return head.doc_type


def _effective(parts: Parts, head: Header) -> Found | None:
    for block in (b for body in parts.bodies if body.kind == "articles" for b in body.blocks):
        match = _EFFECT.search(block.text)
        if match is None:
            continue
        start = block.start + match.start()
        dates = find_dates(match.group("when"))
        if dates and dates[0].start < 8:
            return Found(dates[0].edtf, start, block.start + match.start("when") + dates[0].end)
        if re.match(r"(?:ngày\s)?(?:ký|ban hành)", match.group("when")) and head.date:
            return Found(head.date.value, start, block.start + match.start("when"))
    return None


def _period(reading: ReadingText, parts: Parts, head: Header) -> Found | None:
    """From the title; else from the title of the plan that the decision issues."""
    titles = [head.title] if head.title else []
    for body in parts.bodies:
        if body.kind == "plan" and body.title:
            start, end = body.title[0].start, body.title[-1].end
            titles.append(Found(reading.text[start:end].replace("\n", " "), start, end))
    for title in titles:
        period = find_period(title.value)
        if period:
            return Found(period, title.start, title.end)
    return None


def _legal_bases(reading: ReadingText, parts: Parts) -> list[LegalBasis]:
    return [
        LegalBasis(
            doc_type=cited.doc_type,
            number=cited.number,
            date=cited.date,
            title=cited.title,
            rule="citations.recital",
            span=span(reading, block.start + cited.start, block.start + cited.end),
        )
        for block in parts.recitals
        for cited in citations(block.text)
    ]


def _articles(parts: Parts) -> list[int]:
    found: list[int] = []
    for block in (b for body in parts.bodies if body.kind == "articles" for b in body.blocks):
        mark = marker(block.text)
        if mark and mark.style is Style.ARTICLE and mark.number not in found:
            found.append(mark.number)
    return found


def _recipients(blocks: list[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        text = _RECIPIENTS_HEAD.sub("", block.text)
        entry = _BULLET.sub("", text).rstrip(" ;.,")
        if entry:
            found.append(entry)
    return found
