"""What a section is about, from the words of its heading."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from extract.lexicons.load import table
from schemas.base import SectionKind

_SPLIT = re.compile(r"\s*(?:[,;/&]|\s[-–]\s|(?<!\w)và(?!\w)|(?<!\w)cùng(?!\w))\s*")
_PREFIX = re.compile(r"(?:(?:về|các|một số|những|phần|công tác|hệ thống)\s)+")
_LONGEST = 120
_ONE = re.compile(r"[\s:.]+")


def kinds(heading: str) -> list[SectionKind]:
    """The kinds that `heading` itself names, in its order; empty where it names none.

    >>> kinds("CÁC CHỈ TIÊU, NHIỆM VỤ CỤ THỂ ĐẾN NĂM 2025"), kinds("Chi tiêu"), kinds("Sở Y tế")
    (['targets', 'tasks'], ['targets'], [])
    """
    folded = _ONE.sub(" ", unicodedata.normalize("NFC", heading).lower()).strip()
    for row in table("sections")["endings"]:
        if folded.endswith(tuple(row["phrases"])):
            return [row["kind"]]
    for row in table("sections")["wholes"]:
        if _PREFIX.sub("", folded) in row["phrases"]:
            return [row["kind"]]
    return _head_kinds(folded)


def repaired(heading: str) -> bool:
    """Whether the kind is known only after mending a lost tone ("Chi tiêu" for "Chỉ tiêu")."""
    folded = _PREFIX.sub("", _ONE.sub(" ", unicodedata.normalize("NFC", heading).lower()).strip())
    exact = any(folded.startswith(p) for p, _ in _phrases() if _has_tone(p))
    return not exact and bool(_head_kinds(folded))


def _head_kinds(folded: str) -> list[SectionKind]:
    found: list[SectionKind] = []
    for i, part in enumerate(_SPLIT.split(folded)):
        kind = _kind(_PREFIX.sub("", part))
        if kind is None:
            if i == 0:
                return []
            continue
        if kind not in found:
            found.append(kind)
    return found


@lru_cache(maxsize=4096)
def _kind(heading: str) -> SectionKind | None:
    part = heading[:_LONGEST]
    for phrase, kind in _phrases():
        if part == phrase or part.startswith(phrase + " "):
            return kind
    bare = _without_tones(part)
    for phrase, kind in _phrases():
        if (
            bare == part
            and bare.startswith(_without_tones(phrase))
            and len(part) <= len(phrase) + 10
        ):
            return kind
        if _one_tone_off(part, phrase):
            return kind
    return None


def _one_tone_off(part: str, phrase: str) -> bool:
    """The same words but for the tones of one: a scan's slip."""
    head = " ".join(part.split(" ")[: phrase.count(" ") + 1])
    if len(head) != len(phrase) or _without_tones(head) != _without_tones(phrase):
        return False
    return sum(a != b for a, b in zip(head.split(), phrase.split(), strict=False)) == 1


@cache
def _phrases() -> tuple[tuple[str, SectionKind], ...]:
    found: list[tuple[str, SectionKind]] = [
        (phrase, row["kind"]) for row in table("sections")["kinds"] for phrase in row["phrases"]
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=4096)
def _without_tones(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _has_tone(text: str) -> bool:
    return _without_tones(text) != text
