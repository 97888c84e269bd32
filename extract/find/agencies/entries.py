"""One entry of a list: a position, a name, a group, or a row that shares its head."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.find.agencies.extent import SEPARATORS, closes, place
from extract.find.agencies.groups import group
from extract.find.agencies.hits import Hit
from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.names import known_name, unknown_name
from extract.find.agencies.positions import position
from extract.find.agencies.shared import shared_head
from extract.find.agencies.tokens import Tokens

LONGEST_ITEM = 16  # words of an item that only its place in the list makes an agency
_SINGLE = frozenset({"bộ", "tổng", "vụ"})  # one of each: "các Tổng cục Thuế, Tổng cục Hải quan"
_LETTERS = re.compile(r"[A-ZĐƯ][A-ZĐƯ&-]{2,}")  # "TCHQ"; words in upper case have marks
ITEM_ENDS = frozenset({",", ";", "\n", "(", ")", ":"})


def _name(tokens: Tokens, i: int, listed: bool) -> Hit | None:
    """A single name, known or by its form, whichever is longer."""
    known = known_name(tokens, i, listed)
    unknown = unknown_name(tokens, i, listed)
    if known and unknown and tokens.any_capital(known.end, unknown.end) and tokens.key(i) != "sở":
        return replace(unknown, known=True, group=known.group)
    return known or unknown


def _several(tokens: Tokens, i: int, listed: bool) -> Hit | None:
    """ "các Sở Y tế": a name made a group by the word before it."""
    start = lexicon().words["quantifier"].end(tokens, i)
    hit = _name(tokens, start, True) if start > i else None
    if hit is None:
        return None
    single = tokens.key(start) in _SINGLE and not hit.group
    return hit if single else replace(hit, start=i, group=True)


def _in_list_only(tokens: Tokens, i: int) -> Hit | None:
    """A place, or letters that stand for a name: agencies among agencies."""
    if where := place(tokens, i):
        return Hit(i, where.end, "agency.place", where.many)
    letters = tokens.text[tokens.starts[i] : tokens.ends[i]] if i < tokens.end else ""
    if _LETTERS.fullmatch(letters) and closes(tokens, i + 1):
        return Hit(i, i + 1, "agency.letters", known=False)
    return None


def entry(tokens: Tokens, i: int, listed: bool = False) -> list[Hit]:
    """The entry that starts at token `i`; [] where none does.

    `listed` is for lists of agencies, where places, lower case and bare nouns count, too.
    """
    hits = position(tokens, i, listed) or shared_head(tokens, i)
    if hits:
        return hits
    single = _name(tokens, i, listed) or _several(tokens, i, listed)
    several = group(tokens, i, listed)
    if single and several:
        return [several if several.end > single.end else single]
    if single or several:
        return [hit for hit in (single, several) if hit]
    return [hit for hit in (_in_list_only(tokens, i),) if hit] if listed else []


def open_item(tokens: Tokens, i: int) -> Hit | None:
    """Any words up to the next separator: for lists that name agencies and nothing else."""
    end = i
    while end < i + LONGEST_ITEM and end < tokens.end and tokens.key(end) not in ITEM_ENDS:
        if tokens.key(end) in SEPARATORS and tokens.key(end) != "-" and end > i:
            break
        if lexicon().words["cue"].match(tokens, end):
            break
        end += 1
    while end > i and not tokens.is_word(end - 1):
        end -= 1
    return Hit(i, end, "agency.item", known=False) if end > i and tokens.is_word(i) else None
