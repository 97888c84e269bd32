"""Signer, post and capacity (Nghị định 30/2020/NĐ-CP, annex I, part II, 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.assemble.document.header import Found
from extract.clean.text import Block
from extract.lexicons.load import table
from extract.segment.parts import is_name

_CAPACITY = re.compile(r"^(?P<short>TM|KT|TL|TUQ|Q|T/M|K/T)\s?\.?\s*(?P<whom>.+)$")
_NAME_PART = re.compile(r"[^\W\d_a-z][^\W\d_]{1,7}(?: [^\W\d_a-z][^\W\d_]{1,7}){0,3}")
_LEADS = ("KT", "TL", "TUQ", "Q", "TM")


@dataclass(slots=True)
class Signature:
    """The signature block; None where it does not say."""

    signer: Found | None = None
    title: Found | None = None
    capacity: Found | None = None


def signature(blocks: Sequence[Block]) -> Signature:
    """Reads the blocks of a signature, top to bottom."""
    found = Signature()
    capacities: dict[str, Found] = {}
    for block in blocks:
        text = block.text.rstrip(" ,;")
        match = _CAPACITY.match(text)
        whom, post = _split_post(match.group("whom")) if match else ("", None)
        if match:
            short = match.group("short").replace("/", "")
            value = f"{short}. {_capitalise(whom)}"
            capacities.setdefault(short, Found(value, block.start, block.start + len(text)))
            if post:
                found.title = Found(_capitalise(post), block.end - len(post), block.end)
        elif _NAME_PART.fullmatch(text) and (found.title or capacities) and not _is_post(text):
            found.signer = _name(found.signer, block.text, block.start, block.end)
        elif is_name(text) and found.signer is None and not _is_post(text):
            found.signer = _name(None, text, block.start, block.start + len(text))
        elif text.isupper() and found.signer is None and found.title is None:
            found.title = Found(_capitalise(text), block.start, block.start + len(text))
    found.capacity = next((capacities[s] for s in _LEADS if s in capacities), None)
    if found.signer is None and not found.title:
        found.capacity = None
    return found


def _split_post(whom: str) -> tuple[str, str | None]:
    """ "CHỦ TỊCH PHÓ CHỦ TỊCH" on one line: whom it is signed for, and the signer's own post."""
    for post in sorted(table("layout")["posts"], key=len, reverse=True):
        if whom.endswith(" " + post) and not whom.endswith(("PHÓ " + post, "THỨ " + post)):
            return whom[: -len(post) - 1], post
    return whom, None


def _is_post(text: str) -> bool:
    return text.upper() in table("layout")["posts"]


def _capitalise(text: str) -> str:
    """ "PHÓ CHỦ TỊCH" → "Phó Chủ tịch", as in a sentence."""
    lower = text.lower()
    for word in ("chủ tịch", "thủ tướng", "bộ trưởng", "giám đốc", "cục trưởng", "tổng cục trưởng"):
        lower = lower.replace(word, word[:1].upper() + word[1:])
    return lower[:1].upper() + lower[1:]


def _name(before: Found | None, text: str, start: int, end: int) -> Found:
    """The signer's name, which a narrow column may break over two lines."""
    name = text.title() if text.isupper() else text
    if before is None:
        return Found(name, start, end)
    if len(before.value.split()) + len(name.split()) > 5:
        return before
    return Found(f"{before.value} {name}", before.start, end)
