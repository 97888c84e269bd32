"""Headings that name agencies and nothing else."""

from __future__ import annotations

from functools import cache

from extract.find.agencies.lists import opens_sentence, past_openers, read_list
from extract.find.agencies.phrases import Phrases
from extract.find.agencies.tokens import Tokens
from extract.lexicons.load import table


@cache
def _around(place: str) -> Phrases[bool]:
    return Phrases((words, True) for words in table("agencies/headings")[place])


def _remark(tokens: Tokens, i: int) -> int:
    """Behind "(cơ quan thường trực)" at token `i`."""
    if tokens.key(i) != "(":
        return i
    while i < tokens.end and tokens.key(i) != ")":
        i += 1
    return i + 1


def names_agencies(tokens: Tokens) -> bool:
    """Whether the tokens are agencies, with nothing around them but the words of a heading."""
    start = past_openers(tokens, _around("before").end(tokens, 0))
    hits = read_list(tokens, start)
    if not hits or not opens_sentence(tokens, start):
        return False
    i = hits[-1].end
    while i < tokens.end:
        end = max(_remark(tokens, i), _around("after").end(tokens, i))
        if end == i:
            with_others = _around("with").end(tokens, i)
            others = read_list(tokens, with_others) if with_others > i else []
            end = others[-1].end if others else i
        if end == i:
            return False
        i = end
    return True
