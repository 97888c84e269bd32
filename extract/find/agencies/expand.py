"""Full names for abbreviated ones."""

from __future__ import annotations

from functools import lru_cache

from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.tokens import Tokens, tokenize


def _expansion(tokens: Tokens, i: int, head: str) -> tuple[str, int] | None:
    """What the abbreviation at token `i` stands for behind `head`, and where it ends."""
    fields = lexicon().short_fields.get(head)
    found = (fields.match(tokens, i) if fields else None) or lexicon().expansions.match(tokens, i)
    return found if found and tokens.any_upper(i, found[1]) else None


@lru_cache(maxsize=4096)
def expand(mention: str) -> str:
    """The mention with its abbreviations written out.

    >>> expand("Sở LĐ-TB&XH")
    'Sở Lao động - Thương binh và Xã hội'
    >>> expand("UBND TP. Hà Nội")
    'Ủy ban nhân dân thành phố Hà Nội'
    """
    tokens = tokenize(mention)
    parts: list[str] = []
    i = done = 0
    head = ""
    while i < tokens.end:
        found = _expansion(tokens, i, head)
        known = lexicon().field_heads.match(tokens, i)
        head = ""
        if found:
            full, end = found
            parts += [mention[done : tokens.starts[i]], full]
            i = end + 1 if tokens.key(end) == "." else end
            done = tokens.ends[i - 1]
        elif known:
            head, i = known
        else:
            i += 1
    return "".join([*parts, mention[done:]])
