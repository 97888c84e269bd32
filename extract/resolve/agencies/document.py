"""The facts of a document: its day, its place, who speaks, and the short names that it defines."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from extract.find.agencies import find_agencies
from extract.find.agencies.tokens import keys_of, tokenize
from extract.resolve.agencies.facts import Facts
from extract.resolve.agencies.finer import place_called
from extract.resolve.agencies.ids import place_of
from extract.resolve.agencies.provinces import province_names, provinces
from extract.resolve.agencies.registry import registry
from extract.resolve.agencies.resolve import resolve
from extract.resolve.agencies.single import known as find_known
from schemas.document import Document

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_CALLED = re.compile(
    r"\((?:sau đây |dưới đây )?(?:được )?(?:gọi|viết)(?: chung| tắt|)(?: tắt| chung|) ?(?:là|:)"
    r"\s*:? ?(?P<term>[^()\n]{2,80})\)"
)
_LETTERS = re.compile(r"\((?P<term>[A-ZĐ][A-ZĐ&-]{1,11})\)")
_PROVINCE = re.compile(r"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s+(?=[A-ZĐ])")
_DISTRICT = re.compile(
    r"\b(?i:huyện|quận|thị xã|thành phố|tp\.?)(?:\s+(?![\d\s])[^\W\d_a-z]\w*){1,4}"
)
_HEAD = 3000  # code points in which a header names what its issuer is in
_BEFORE = 160  # code points before a definition in which the full name stands


def facts_of(document: Document, text: str = "") -> Facts:
    """The facts of `document`; `text` is its reading text, searched for definitions."""
    day = document_day(document)
    here = _province(document)
    issuer = resolve(document.issuer, False, Facts(day, here)) if document.issuer else None
    if issuer and issuer.link == "unresolved" and issuer.candidates and not here:
        here = _district_named(text, day)  # "Ủy ban nhân dân phường 1" of which city?
        issuer = resolve(document.issuer or "", False, Facts(day, here))
    sure = issuer is not None and issuer.link in {"exact", "alias", "positional"}
    id = issuer.id if issuer and sure else None
    place = place_of(id) if id else ()
    if not place or place[0] not in provinces():
        place = here if not id or not place else ()
    terms, standing = definitions(text)
    known = bool(place or id) or _speaks_for_all(document)
    if not known:
        place = _mostly_named(text)
    return Facts(day, place, id, terms, standing, bool(known or place))


def _speaks_for_all(document: Document) -> bool:
    """Whether the issuer's name begins with a central body's ("Chính phủ - Ủy ban …")."""
    tokens = tokenize(document.issuer or "")
    first = find_known(tokens, 0)
    if first and "central" in registry().levels_of(first.row):
        return True
    words = ("trung ương", "quốc gia", "việt nam")
    return any(word in (document.issuer or "").lower() for word in words)


def _district_named(text: str, day: dt.date | None) -> tuple[str, ...]:
    """The first district that the head of the text names, where it is the only one so called."""
    for match in _DISTRICT.finditer(text[:_HEAD]):
        kind, *name = match.group().lower().split()
        names = [f"{kind} {' '.join(name[:length])}" for length in range(len(name), 0, -1)]
        for words in names:
            if found := place_called(words, "district", (), day):
                return found
    return ()


def _mostly_named(text: str) -> tuple[str, ...]:
    """The province that a text without an issuer speaks of, where it is nearly always the same."""
    counts: Counter[str] = Counter()
    for match in _PROVINCE.finditer(text):
        tokens = tokenize(text[match.end() : match.end() + 30])
        if found := province_names().match(tokens, 0):
            counts[found[0]] += 1
    best = counts.most_common(1)
    return (best[0][0],) if best and best[0][1] >= 3 and best[0][1] >= 0.8 * counts.total() else ()


def document_day(document: Document) -> dt.date | None:
    """The day of issue; the first possible one where only month or year are known."""
    found = _DAY.fullmatch(document.issue_date or "")
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _province(document: Document) -> tuple[str, ...]:
    if document.province is None:
        return ()
    found = province_names().match(tokenize(document.province), 0)
    return (found[0],) if found else ()


def definitions(text: str) -> tuple[dict[str, str], str | None]:
    """Short names that the text gives to agencies, by their keys, with the full names; and the
    agency that it calls standing ("… là cơ quan thường trực"), where that is one only.

    >>> definitions("Ban Chỉ đạo Chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo tỉnh) họp.")[0]
    {'ban chỉ đạo tỉnh': 'Ban Chỉ đạo Chuyển đổi số tỉnh'}
    """
    terms: dict[str, str] = {}
    for pattern in (_CALLED, _LETTERS):
        for match in pattern.finditer(text):
            full = _agency_before(text, match.start())
            term = match["term"].strip(" \"“”'.:")
            key = " ".join(keys_of(term))
            if full and key and key != " ".join(keys_of(full)):
                terms.setdefault(key, full)
    return terms, _standing(text)


def _agency_before(text: str, end: int) -> str | None:
    start = max(0, end - _BEFORE)
    found = find_agencies(text[start:end])
    if found and not text[start + found[-1].end : end].strip():
        return found[-1].text
    return None


def _standing(text: str) -> str | None:
    found: set[str] = set()
    for match in re.finditer(r"[Cc]ơ quan [Tt]hường trực\b", text):
        start = max(0, match.start() - _BEFORE)
        line = text[start : match.start()].rpartition("\n")[2]
        agencies = find_agencies(line)
        if agencies and re.fullmatch(r"[\s,–-]*(?:là|làm)?\s*", line[agencies[-1].end :]):
            found.add(agencies[-1].name)
    return found.pop() if len(found) == 1 else None
