"""Coordinated lists of agencies, and all mentions of a text."""

from __future__ import annotations

from functools import cache

from extract.find.agencies.entries import ITEM_ENDS, entry, open_item
from extract.find.agencies.extent import SEPARATORS, closes, place
from extract.find.agencies.hits import Hit
from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.tokens import Tokens

# Behind these words a list may begin with a place or a bare noun ("phối hợp với doanh nghiệp").
_BEFORE_LISTS = frozenset({"với", "cùng", "giao", "do", ":"})
_BETWEEN = SEPARATORS | {";", "\n", "với"}


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """The keys that a mention may start with: with a capital, and in lower case."""
    words = lexicon()
    lower = {*words.words["quantifier"].root, *words.nouns.root, *words.field_heads.root}
    lower |= words.lower_first
    upper = {*words.names.root, *words.heads.root, *words.titles.root}
    return frozenset(lower | upper), frozenset(lower)


def _may_open(tokens: Tokens, i: int) -> bool:
    """Whether the words at token `i` can open a mention: a quick test for the many that cannot."""
    words = lexicon()
    start = words.words["quantifier"].end(tokens, i)
    return any(
        phrases.match(tokens, start)
        for phrases in (words.nouns, words.names, words.field_heads, words.heads, words.titles)
    )


def _of_law(tokens: Tokens, i: int) -> bool:
    """Whether the name is that of a law: "Luật Hải quan"."""
    return tokens.key(i - 1) == "luật"


def scan(tokens: Tokens) -> list[Hit]:
    """Every mention, in order."""
    hits: list[Hit] = []
    capital, lower = _first_words()
    behind = 0
    for i, key in enumerate(tokens.keys):
        if i < behind or key not in capital or _of_law(tokens, i):
            continue
        if (key in lower or tokens.is_capital(i)) and _may_open(tokens, i):
            hits += entry(tokens, i)
            behind = hits[-1].end if hits else 0
    return hits


def _past_brackets(tokens: Tokens, i: int) -> int:
    """Behind a remark in brackets at token `i`."""
    if tokens.key(i) != "(":
        return i
    for end in range(i, min(i + 30, tokens.end)):
        if tokens.key(end) == ")":
            return end + 1
    return i


def past_openers(tokens: Tokens, i: int) -> int:
    """Behind "các đồng chí" and the like."""
    while (end := lexicon().words["opener"].end(tokens, i)) > i:
        i = end
    return i


def _next_start(tokens: Tokens, i: int) -> int:
    """Where the next member begins behind a member that ends before token `i`; `i` if none can."""
    start = end = _past_brackets(tokens, i)
    while tokens.key(end) in _BETWEEN:
        end += 1
    return past_openers(tokens, end) if end > start else i


def _members(tokens: Tokens, i: int, open_items: bool) -> list[Hit]:
    """The entry at token `i`; with `open_items` it goes on to the next separator."""
    hits = entry(tokens, i, listed=True)
    if not open_items:
        return hits
    if not hits:
        item = open_item(tokens, i)
        return [item] if item else []
    last = hits[-1]
    whole = last.known and not last.group
    rest = open_item(tokens, last.end) if not whole and _runs_on(tokens, last.end) else None
    if rest:
        longer = Hit(last.start, rest.end, last.rule, last.group, last.known, last.prefix)
        return [*hits[:-1], longer]
    return hits


def _runs_on(tokens: Tokens, i: int) -> bool:
    """Whether a lower-case word without a cue's meaning goes on with an item."""
    key = tokens.key(i)
    return (
        tokens.is_word(i)
        and not tokens.is_capital(i)
        and key not in _BETWEEN | ITEM_ENDS
        and lexicon().words["cue"].match(tokens, i) is None
        and lexicon().words["in_doing"].match(tokens, i) is None
    )


def opens_sentence(tokens: Tokens, i: int) -> bool:
    """Whether an agency stands at token `i` that needs no cue before it to be one.

    "Tổ chức 10 lớp" holds none; "Các huyện, thành phố chủ động …" does.
    """
    if entry(tokens, i):
        return True
    several = lexicon().words["quantifier"].match(tokens, i) is not None
    where = place(tokens, i) if several else None
    return where is not None and closes(tokens, where.end)


def read_list(tokens: Tokens, i: int, open_items: bool = False) -> list[Hit]:
    """The members of the list that starts at token `i`.

    In cells and labelled lines (`open_items`) agencies may follow one another with nothing between.
    """
    start = past_openers(tokens, i)
    if open_items or tokens.key(start - 1) in _BEFORE_LISTS or opens_sentence(tokens, start):
        members = _members(tokens, start, open_items)
    else:
        members = []
    hits: list[Hit] = []
    while members:
        hits += members
        end = members[-1].end
        start = _next_start(tokens, end)
        if start > end:
            members = _members(tokens, start, open_items)
        else:
            members = entry(tokens, end) if open_items and tokens.is_capital(end) else []
    return hits
