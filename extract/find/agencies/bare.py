"""Names of the lists, without what may follow them; and where an agency begins."""

from __future__ import annotations

from dataclasses import dataclass

from extract.find.agencies.lexicon import Name, lexicon
from extract.find.agencies.tokens import Tokens

# "ngành y tế" is always written in lower case.
LOWER_HEADS = frozenset({"ngành"})


@dataclass(frozen=True, slots=True)
class Bare:
    """A name of the lists up to before token `end`; `head` is the key of a field's head."""

    end: int
    name: Name
    head: str = ""


def _spelled_out(tokens: Tokens, start: int, end: int, name: Name) -> bool:
    """Whether an abbreviation is written as one."""
    return not name.short or tokens.any_upper(start, end)


def compound(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is the second half of another word: "bộ" in "cán bộ", "Nam Bộ"."""
    before = lexicon().not_after.get(tokens.key(i))
    lower = not tokens.is_capital(i) or tokens.is_upper(i) or tokens.is_capital(i - 1)
    return before is not None and lower and tokens.key(i - 1) in before


def field_name(tokens: Tokens, i: int, lower: bool = False) -> Bare | None:
    """ "Sở Y tế": a head and a field that the lists know behind it."""
    head = lexicon().field_heads.match(tokens, i)
    if head is None:
        return None
    key, middle = head
    found = lexicon().fields[key].match(tokens, middle)
    if found is None or compound(tokens, i):
        return None
    name, end = found
    if not _spelled_out(tokens, middle, end, name):
        return None
    capital = tokens.is_capital(i) or tokens.is_capital(middle)
    return Bare(end, name, key) if capital or lower or key in LOWER_HEADS else None


def own_name(tokens: Tokens, i: int, lower: bool = False) -> Bare | None:
    """ "Kho bạc Nhà nước": a name as a whole."""
    found = lexicon().names.match(tokens, i)
    if found is None:
        return None
    name, end = found
    if not (tokens.is_capital(i) or name.lower or lower) or compound(tokens, i):
        return None
    return Bare(end, name) if _spelled_out(tokens, i, end, name) else None


def bare(tokens: Tokens, i: int, lower: bool = False) -> Bare | None:
    """The longest known name that starts at token `i`.

    Names in lower case count where the lists say so, or everywhere with `lower`.
    """
    own, field = own_name(tokens, i, lower), field_name(tokens, i, lower)
    if own and field:
        return own if own.end >= field.end else field
    return own or field


def _opens_unknown(tokens: Tokens, i: int) -> bool:
    """Whether a head with a capitalised word behind it stands at token `i`."""
    found = lexicon().heads.match(tokens, i) if tokens.is_capital(i) else None
    return found is not None and tokens.is_capital(found[1])


def opens_agency(tokens: Tokens, i: int) -> bool:
    """Whether an agency, a group or a position may begin at token `i`."""
    words = lexicon()
    start = words.words["quantifier"].end(tokens, i)
    return (
        bare(tokens, start) is not None
        or words.nouns.match(tokens, start) is not None
        or words.titles.match(tokens, start) is not None
        or _opens_unknown(tokens, start)
        or (start > i and words.places.match(tokens, start) is not None)
    )
