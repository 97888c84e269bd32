"""Agencies: finds their names, reads lists of them, writes the names out in full."""

from __future__ import annotations

from extract.find.agencies.expand import expand
from extract.find.agencies.headings import names_agencies
from extract.find.agencies.hits import Hit
from extract.find.agencies.lists import read_list, scan
from extract.find.agencies.tokens import Tokens, tokenize
from extract.find.mentions import AgencyMention

__all__ = ["expand", "find_agencies", "is_agency_heading", "read_agencies"]


def _mention(tokens: Tokens, hit: Hit) -> AgencyMention:
    start, end = tokens.starts[hit.start], tokens.ends[hit.end - 1]
    text = tokens.text[start:end]
    name = expand(f"{hit.prefix} {text}".strip())
    return AgencyMention(start, end, text, name, hit.group, hit.known, hit.rule)


def find_agencies(text: str) -> list[AgencyMention]:
    """Every agency and group of agencies in one paragraph of reading text, in order.

    Offsets are code points of `text`; mentions do not overlap and are as long as the names go.

    >>> [m.name for m in find_agencies("Sở Y tế phối hợp với UBND các huyện, thành phố")]
    ['Sở Y tế', 'Ủy ban nhân dân các huyện, thành phố']
    """
    tokens = tokenize(text)
    return [_mention(tokens, hit) for hit in scan(tokens)]


def read_agencies(
    text: str, start: int = 0, end: int | None = None, open_items: bool = False
) -> tuple[list[AgencyMention], int]:
    """The list of agencies that begins at `start`, and the offset behind its last member.

    Spaces and "các đồng chí" before it are passed over; `([], start)` where no agency begins there.
    With `open_items`, for labelled lines and table cells, an item that no list knows counts, too,
    and runs to the next separator.

    >>> found, behind = read_agencies("Sở Y tế, Công an tỉnh chủ trì")
    >>> [m.text for m in found], behind
    (['Sở Y tế', 'Công an tỉnh'], 21)
    """
    tokens = tokenize(text)
    if end is not None:
        tokens = tokens.until(end)
    hits = read_list(tokens, tokens.at(start), open_items)
    mentions = [_mention(tokens, hit) for hit in hits]
    return mentions, mentions[-1].end if mentions else start


def is_agency_heading(text: str) -> bool:
    """Whether a heading names agencies and nothing else.

    >>> is_agency_heading("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh:")
    True
    >>> is_agency_heading("Tổ chức thực hiện")
    False
    """
    return names_agencies(tokenize(text))
