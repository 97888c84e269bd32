"""Positions that stand for their agency: "Giám đốc Sở Y tế", "Phó Thủ tướng Trần Văn A"."""

from __future__ import annotations

from dataclasses import replace

from extract.find.agencies.bare import bare, opens_agency
from extract.find.agencies.extent import SEPARATORS, closes, opens_clause, place, tail
from extract.find.agencies.groups import group
from extract.find.agencies.hits import Hit
from extract.find.agencies.lexicon import Title, lexicon
from extract.find.agencies.names import known_name, unknown_name
from extract.find.agencies.shared import shared_head
from extract.find.agencies.tokens import Tokens

_OWN_HOUSE = frozenset({"bộ", "sở", "ban", "cục", "phòng", "văn phòng", "thanh tra"})
MOST_TITLES = 4  # in a row
SHORTEST_PERSON, LONGEST_PERSON = 2, 5  # syllables


def _titles(tokens: Tokens, i: int) -> tuple[Title, int] | None:
    """The title at token `i`, or several of one house: "Chủ tịch, các Phó Chủ tịch"."""
    words = lexicon()
    found = words.titles.match(tokens, i)
    for _ in range(MOST_TITLES - 1):
        if found is None or found[0].alone or tokens.key(found[1]) not in SEPARATORS:
            break
        start = words.words["quantifier"].end(tokens, found[1] + 1)
        following = words.titles.match(tokens, start)
        if following is None:
            break
        found = following
    return found


def _person(tokens: Tokens, i: int) -> int:
    """The end of a person's name; `i` where none stands there."""
    end = i
    while (
        end <= i + LONGEST_PERSON
        and tokens.is_capital(end)
        and not opens_agency(tokens, end)
        and not opens_clause(tokens, end)
    ):
        end += 1
    return end if SHORTEST_PERSON <= end - i <= LONGEST_PERSON else i


def _places(tokens: Tokens, i: int) -> Hit | None:
    """Several places: "Trưởng các thôn"."""
    where = place(tokens, i)
    return Hit(i, where.end, "agency.place", True) if where and where.many else None


def _house(tokens: Tokens, i: int) -> Hit | None:
    """The agency or group that the position heads; its first words may end the title as well.

    "Chánh Văn phòng Bộ": the house is "Văn phòng Bộ".
    """
    opening = [i - n for n in (2, 1) if i >= n and " ".join(tokens.keys[i - n : i]) in _OWN_HOUSE]
    for start in (*opening, i):
        name = lexicon().words["quantifier"].end(tokens, start)
        found = (
            known_name(tokens, name, True),
            group(tokens, start, True),
            unknown_name(tokens, name, True),
            _places(tokens, start),
        )
        if any(found):
            return max((hit for hit in found if hit), key=lambda hit: hit.end)
    return None


def position(tokens: Tokens, i: int, listed: bool = False) -> list[Hit]:
    """The position that starts at token `i`; several hits for "Bộ trưởng các Bộ: A, B"."""
    start = lexicon().words["quantifier"].end(tokens, i)
    found = _titles(tokens, start) if tokens.is_capital(start) or listed else None
    if found is None:
        return []
    title, end = found
    many = start > i
    if houses := shared_head(tokens, end):
        words = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
        first, *others = houses
        return [
            replace(first, start=i, prefix=""),
            *(replace(hit, prefix=f"{words} {hit.prefix}") for hit in others),
        ]
    if house := _house(tokens, end):
        return [Hit(i, house.end, "agency.position", many or house.group, house.known)]
    person = _person(tokens, end) if title.person else end
    if person > end:
        return [Hit(i, person, "agency.position")]
    if tokens.key(end) in _OWN_HOUSE and closes(tokens, end + 1):
        return [Hit(i, end + 1, "agency.position", many)]
    behind = tail(tokens, end)
    if title.alone and (behind.end > end or closes(tokens, end)) and bare(tokens, end) is None:
        return [Hit(i, behind.end, "agency.position", many or behind.many)]
    return []
