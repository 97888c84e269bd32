"""Documents cited in recitals: "Căn cứ Quyết định số 12/QĐ-TTg ngày 1/2/2020 của … về việc …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.find.dates import DateMention, find_dates
from extract.lexicons.load import table

NUMBER = r"\d{1,5}[a-zA-Z]?(?:\s?[-/]\s?[\w&.Đđ]{1,20}){1,5}"
_NUMBER = re.compile(rf"\s*(?:\(?(?i:luật)\)?\s)?(?:số\s*:?\s*)?(?P<n>{NUMBER})")
_OPENING = re.compile(
    r"(?:Căn cứ|Thực hiện|Xét|Theo|Trên cơ sở|Tiếp tục thực hiện|Triển khai thực hiện|Triển khai)"
    r"(?:\s(?:vào|theo|các|đề nghị|nội dung))*\s+"
)
_ISSUED_BY = re.compile(r"\s*,?\s*của\s")
_TITLE_START = re.compile(
    r"(?<!\w)(?:về|Về|phê duyệt|Phê duyệt|ban hành|Ban hành|quy định|Quy định|sửa đổi|hướng dẫn"
    r"|công bố|giao|thành lập|kiện toàn|triển khai|thực hiện|V/v)(?!\w)"
)
_YEAR = re.compile(r"\s*,?\s*năm\s(?P<y>\d{4})")
_LAW_NUMBER = re.compile(
    r"[\s,]*\(?\s?(?i:luật\s)?số\s?:?\s?(?P<n>\d{1,3}[a-z]?\s?/\s?\d{4}\s?/\s?[A-Z-]{0,10}QH\d{1,2})"
)
_DATED_COMMA = re.compile(r"(?<=\d{4}),\s+")
_AND = re.compile(r"\s+và\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document. Offsets are code points of the recital it was found in."""

    start: int
    end: int
    doc_type: str
    number: str | None
    date: str | None
    title: str | None


def citations(recital: str) -> list[Citation]:
    """The documents that a recital cites as its basis; those named only inside another's title
    are left out."""
    found: list[Citation] = []
    for start, end in _parts(recital):
        cited = _citation(recital, start, end)
        if cited:
            found.append(cited)
    if not found:
        found.extend(_submission(recital))
    return found


def _parts(recital: str) -> Iterator[tuple[int, int]]:
    """Stretches that each begin with the name of a document's kind."""
    opening = _OPENING.match(recital)
    begins = [opening.end() if opening else 0]
    for semicolon in re.finditer(r";\s*", recital):
        opening = _OPENING.match(recital, semicolon.end())
        begins.append(opening.end() if opening else semicolon.end())
    begins += [comma.end() for comma in _DATED_COMMA.finditer(recital)]
    for joint in _AND.finditer(recital):
        kind = _kind_at(recital, joint.end())
        if kind and _NUMBER.match(recital, kind[1]):
            begins.append(joint.end())
    begins = sorted(b for b in begins if _kind_at(recital, b))
    ends = [*begins[1:], len(recital)] if begins else []
    yield from zip(begins, ends, strict=True)


def _citation(text: str, start: int, end: int) -> Citation | None:
    kind = _kind_at(text, start)
    if kind is None:
        return None
    doc_type, after = kind
    number = _NUMBER.match(text, after, end)
    place = number.end() if number else after
    dates = [d for d in find_dates(text[place:end]) if d.start < 60 or doc_type in _NAMED_BY_TITLE]
    if doc_type in _NAMED_BY_TITLE and not number:
        return _law(text, start, end, doc_type, dates, place)
    date = dates[0] if dates and dates[0].start < 40 else None
    if number is None and date is None:
        return None
    stop = _strip_end(text, start, end)
    return Citation(
        start,
        stop,
        doc_type,
        re.sub(r"\s+", "", number.group("n")).rstrip(".") if number else None,
        date.edtf if date else None,
        _title(text, place + (date.end if date else 0), stop),
    )


_NAMED_BY_TITLE = frozenset({"luat", "phap_lenh", "hien_phap"})


def _law(
    text: str, start: int, end: int, doc_type: str, dates: list[DateMention], place: int
) -> Citation:
    """A law is named by its title, which may name other laws; its date stands at the end."""
    stop = _strip_end(text, start, end)
    date = dates[-1] if dates else None
    year = _YEAR.search(text, start, stop)
    title_end = place + date.start if date else year.start() if year else stop
    numbered = _LAW_NUMBER.search(text, start, stop)
    number = None
    if numbered and not _kind_named(text[start + 1 : numbered.start()]):
        number = re.sub(r"\s+", "", numbered.group("n"))
        title_end = min(title_end, numbered.start())
    title = text[start:title_end].strip(" ,;.(")
    dated = date.edtf if date else year.group("y") if year else None
    return Citation(start, stop, doc_type, number, dated, title)


def _kind_named(title: str) -> bool:
    """Whether a law's title names another document, to which a number behind it may belong."""
    return any(re.search(rf"(?<!\w){name}(?!\w)", title) for name in ("Luật", "Pháp lệnh"))


def _title(text: str, start: int, end: int) -> str | None:
    """What follows "của <issuer>": "phê duyệt …", "về việc …"."""
    found = _TITLE_START.search(text, start, end)
    if found is None:
        return None
    return text[found.start() : end].strip() or None


def _submission(recital: str) -> Iterator[Citation]:
    """ "Theo đề nghị của … tại Tờ trình số …" """
    for kind in re.finditer(r"(?i:tờ trình|văn bản|công văn)", recital):
        number = _NUMBER.match(recital, kind.end())
        submitted = kind.group().lower() == "tờ trình"
        if number is None or not (submitted or "/TTr" in number.group("n")):
            continue
        dates = [d for d in find_dates(recital[number.end() :]) if d.start < 80]
        end = number.end() + (dates[0].end if dates else 0)
        yield Citation(
            kind.start(),
            end,
            "to_trinh",
            re.sub(r"\s+", "", number.group("n")),
            dates[0].edtf if dates else None,
            None,
        )


def _strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ;,.":
        end -= 1
    return end


def _kind_at(text: str, start: int) -> tuple[str, int] | None:
    for name, doc_type in _kind_names():
        if (
            text.startswith(name, start)
            and not text[start + len(name) : start + len(name) + 1].isalnum()
        ):
            return doc_type, start + len(name)
    return None


@cache
def _kind_names() -> tuple[tuple[str, str], ...]:
    pairs = [
        (name, row["id"]) for row in table("documents")["cited_kinds"] for name in row["names"]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
