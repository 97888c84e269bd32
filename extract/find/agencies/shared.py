"""Rows of names that say their head once: "các Bộ: Công an, Quốc phòng", "Sở Y tế, Tài chính"."""

from __future__ import annotations

from extract.find.agencies.bare import compound, opens_agency
from extract.find.agencies.extent import SEPARATORS, closes, tail
from extract.find.agencies.hits import Hit
from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.tokens import Tokens

LONGEST_ITEM = 8  # words of an unknown name behind "Các Tập đoàn:"


def _field(tokens: Tokens, i: int, head: str) -> int:
    """The end of a field of the head at token `i`; `i` where none stands there."""
    end = lexicon().fields[head].end(tokens, i)
    return end if end > i and tokens.is_capital(i) else i


def _capitalised(tokens: Tokens, i: int, head: str) -> int:
    """The end of words that start with a capital, up to the next separator or cue."""
    end = i
    while end < i + LONGEST_ITEM and tokens.is_capital(i) and tokens.is_word(end):
        if lexicon().words["cue"].match(tokens, end) or tokens.key(end) == "và":
            return end
        end += 2 if tokens.key(end + 1) == "-" else 1
    return end if end < i + LONGEST_ITEM else i


def _row(tokens: Tokens, i: int, head: str) -> list[tuple[int, int]]:
    """The names in a row that starts at token `i`."""
    item = _field if head in lexicon().fields else _capitalised
    row: list[tuple[int, int]] = []
    while (end := item(tokens, i, head)) > i:
        row.append((i, end))
        following = end + 1 if tokens.key(end) in SEPARATORS | {";"} else end
        if following == end or opens_agency(tokens, following):
            break
        i = following
    return row


def _head(tokens: Tokens, i: int) -> tuple[str, int]:
    """The key and the end of a head at token `i`."""
    if found := lexicon().field_heads.match(tokens, i):
        return found
    return tokens.key(i), lexicon().heads.end(tokens, i)


def shared_head(tokens: Tokens, i: int) -> list[Hit]:
    """The members of a row that says its head once; [] where no such row starts at token `i`."""
    start = lexicon().words["quantifier"].end(tokens, i)
    if not (start > i or tokens.is_capital(start)):
        return []
    head, end = _head(tokens, start)
    if end == start or compound(tokens, start):
        return []
    colon = tokens.key(end) == ":"
    if not colon and head not in lexicon().fields:
        return []
    row = _row(tokens, end + 1 if colon else end, head)
    if not row or not (colon or (len(row) > 1 and closes(tokens, row[-1][1]))):
        return []
    prefix = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    prefix = prefix[0].upper() + prefix[1:]
    rule, known = "agency.shared_head", head in lexicon().fields
    hits = [Hit(first, last, rule, known=known, prefix=prefix) for first, last in row]
    if not colon:
        hits[0] = Hit(start, row[0][1], rule, known=known)
    last = hits[-1]
    behind = tail(tokens, last.end)
    hits[-1] = Hit(last.start, behind.end, rule, known=known, prefix=last.prefix)
    return hits
