"""The issuer's full official name with its province."""

from __future__ import annotations

import re
from functools import cache

from extract.assemble.document.header import Found, Header
from extract.find.agencies import expand
from extract.lexicons.load import rows

_LOCAL = re.compile(
    r"(?i)(?:ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|sở|ban quản lý|phòng|chi cục)\b"
)
_COMMITTEE = re.compile(r"(?i)(?:.* )?(?:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)$")
_ITS_PLACE = re.compile(r"(?i)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s")
_POST = re.compile(
    r"(?i)^(?:chủ tịch|bộ trưởng|giám đốc|tổng kiểm toán nhà nước|trưởng ban)\s+(?=\S)"
)


def issuer(found: Header, body: str) -> tuple[Found | None, str | None]:
    """The issuer and its province. `body` is the reading text, in which the name's own capitals
    are looked up when the header writes it all in capitals."""
    lines = found.issuer_lines
    if not lines:
        source = found.attached_issuer
        if source is None:
            return None, None
        name = expand(source.value)
        return Found(name, source.start, source.end), province(name)
    own = lines[-1]
    if len(lines) > 1 and _ITS_PLACE.match(own.value) and _COMMITTEE.match(lines[-2].value):
        own = Found(f"{lines[-2].value} {own.value}", own.start, own.end)  # a name in two lines
    name = _true_case(expand(_POST.sub("", own.value) if len(lines) == 1 else own.value), body)
    place = province(name)
    if place is None and _LOCAL.match(name):
        place = _province_elsewhere(found)
        if place and place.lower() not in name.lower():
            name = f"{name} {_kind_of(place)} {place}"
    return Found(name, own.start, own.end), place


def province(text: str) -> str | None:
    """The province that `text` names, in full; of several the one with the longest spelling."""
    lower = text.lower()
    for spelling, name in _provinces():
        at = lower.find(spelling.lower())
        if at >= 0 and (at == 0 or not lower[at - 1].isalpha()):
            return name
    return None


def _province_elsewhere(found: Header) -> str | None:
    for line in reversed(found.issuer_lines[:-1]):
        place = province(line.value)
        if place:
            return place
    if found.attached_issuer and province(found.attached_issuer.value):
        return province(found.attached_issuer.value)
    return province(found.place.value) if found.place else None


def _true_case(name: str, body: str) -> str:
    """`name` as the text itself writes it, where it is not all in capitals; else in lower case
    but for its first letter and the province."""
    if not name.isupper():
        return name
    spellings: dict[str, int] = {}
    for match in re.finditer(re.escape(name), body, re.IGNORECASE):
        if not match.group().isupper():
            spellings[match.group()] = spellings.get(match.group(), 0) + 1
    if spellings:
        return max(spellings, key=lambda s: (spellings[s], s))
    plain = name.lower()
    place = province(plain)
    if place:
        plain = re.sub(re.escape(place), place, plain, flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:]


def _kind_of(place: str) -> str:
    return "thành phố" if place in _cities() else "tỉnh"


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    spellings = {
        (spelling, row["canonical"])
        for row in rows("places/provinces")
        for spelling in (row["canonical"], *row.get("aliases", ()))
    }
    return tuple(sorted(spellings, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _cities() -> frozenset[str]:
    return frozenset(r["canonical"] for r in rows("places/provinces") if r["kind"] == "thành phố")
