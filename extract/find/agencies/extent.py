"""How far a mention goes: the places, levels and qualifiers behind a name or a group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.find.agencies.bare import bare, compound, opens_agency
from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.tokens import INNER_COMMA, Tokens

SEPARATORS = frozenset({",", "/", "-", "và", "hoặc", "cùng"})
LONGEST_PLACE = 4  # syllables of a place name that no list knows
LONGEST_OPEN = 14  # words that an opening phrase ("hoạt động trong lĩnh vực") may bring along
LONGEST_LOOSE = 5  # words behind a group that no list knows
_INSIDE = frozenset({"của", "về", "các"})  # function words that an opened phrase may hold
_BELONGS = frozenset({"thuộc", "trực"})
_OF = _BELONGS | {"của"}
_OWNERS = frozenset({"bộ", "sở", "ngành", "tỉnh", "huyện", "xã", "phường", "đảng", "đoàn"})


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a name: up to before token `end`; `many` where it speaks of several places."""

    end: int
    many: bool = False


def closes(tokens: Tokens, i: int) -> bool:
    """Whether a mention may end before token `i`: at a mark, or a word no name goes on with."""
    return not tokens.is_word(i) or stops(tokens, i)


def stops(tokens: Tokens, i: int) -> bool:
    """Whether a verb or another word that no name goes on with stands at token `i`."""
    end = lexicon().stops.end(tokens, i)
    one_word = end == i + 1 or not tokens.is_capital(i + 1)  # unlike "Truyền hình Thành phố"
    return end > i and one_word and not compound(tokens, i)


def opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether a verb or cue of two syllables or more stands at token `i`, as in "Chủ trì"."""
    return lexicon().stops.end(tokens, i) > i + 1


def qualifier(tokens: Tokens, i: int, kind: str) -> int:
    """The end of a qualifier of a kind at token `i`; `i` where none stands there."""
    found = lexicon().qualifiers[kind].match(tokens, i)
    if found is None or (found[0] and not tokens.any_upper(i, found[1])):
        return i
    return found[1]


def _proper_name(tokens: Tokens, i: int) -> int:
    """The end of a place's own name or number: "Ba Bể", "Phường 5", "khu vực VII"."""
    known = lexicon().provinces.end(tokens, i)
    if known > i and tokens.is_capital(i):
        return known
    if tokens.is_word(i) and tokens.keys[i].isdecimal():
        return i + 1
    end = i
    while (
        end < i + LONGEST_PLACE
        and tokens.is_capital(end)
        and not opens_clause(tokens, end)
        and bare(tokens, end) is None
        and lexicon().places.match(tokens, end) is None
        and lexicon().heads.end(tokens, end) <= end + 1
    ):
        end += 1
    return end


def _kind(tokens: Tokens, i: int, many: bool, vague: bool = True) -> int:
    """The end of a kind of place ("tỉnh", "TP.", "cấp xã"); `i` where none stands there."""
    level = tokens.key(i) == "cấp"
    found = lexicon().places.match(tokens, i + level)
    if found is None:
        return i
    kind, end = found
    if (kind.plural and not many) or (kind.vague and not vague):
        return i
    if tokens.key(end) in kind.not_before or (kind.named and _proper_name(tokens, end) == end):
        return i
    short = tokens.key(end) == "." and tokens.is_capital(end - 1)  # "TP. Hà Nội"
    return end + 1 if short and tokens.is_capital(end + 1) else end


def _separator(tokens: Tokens, i: int) -> int:
    """The end of a separator at token `i` (", và" is one); `i` where none stands there."""
    end = i
    while end < i + 2 and tokens.key(end) in SEPARATORS:
        end += 1
    return end


def _more_places(tokens: Tokens, i: int, many: bool, named: bool, vague: bool) -> int:
    """The end of the row of places that goes on at token `i`: ", thành phố", " và Cao Bằng".

    Names go on only behind "các" (`many`); `vague` is for rows of units rather than places ("các
    đơn vị, địa phương").
    """
    while True:
        start = _separator(tokens, i)
        if start == i or bare(tokens, start):
            return i
        kind = _kind(tokens, start, many, vague)
        end = _proper_name(tokens, kind)
        if kind > start:
            goes_on = many or not (named or end > kind)
        else:
            goes_on = many and named and end > start and tokens.is_capital(start)
            goes_on = goes_on and not opens_agency(tokens, start)
        if not goes_on:
            return i
        named = named or end > kind
        i = end


def place(tokens: Tokens, i: int) -> Tail | None:
    """A place or a row of places: "tỉnh", "các huyện, thành phố", "cấp xã", "Bắc Kạn"."""
    start = lexicon().words["quantifier"].end(tokens, i)
    many = start > i
    end = _kind(tokens, start, many)
    if end == start:
        if many or not tokens.is_capital(i):
            return None
        known = lexicon().provinces.end(tokens, i)
        return Tail(known) if known > i else None
    level = tokens.key(start) == "cấp"
    names = end + 1 if many and tokens.key(end) == ":" else end
    named = _proper_name(tokens, names)
    end = named if named > names else end
    vague = _kind(tokens, start, many, vague=False) == start
    end = _more_places(tokens, end, many, named > names, vague)
    while (suffix := lexicon().place_suffixes.end(tokens, end)) > end:
        end = suffix
    return Tail(end, many or level)


def _branch(tokens: Tokens, i: int) -> int:
    """The end of " - Chi nhánh tỉnh Bắc Kạn", " số 1"."""
    start = i + 1 if tokens.key(i) == "-" else i
    if tokens.key(start) == "chi" and tokens.key(start + 1) == "nhánh":
        where = place(tokens, start + 2)
        return where.end if where else start + 2
    if tokens.key(i) == "số" and tokens.key(i + 1).isdecimal():
        return i + 2
    return i


def _owner(tokens: Tokens, i: int, words: frozenset[str]) -> int:
    """The end of "thuộc Bộ Y tế", "trực thuộc tỉnh" or, for groups, "của Quốc hội"."""
    start = i
    while tokens.key(start) in words or (start > i and tokens.key(start) in SEPARATORS):
        start += 1
    if start == i:
        return i
    if name := bare(tokens, start):
        return name.end
    if where := place(tokens, start):
        return where.end
    return start + 1 if tokens.key(start) in _OWNERS else i


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """The keys that what follows a name, or a group, can start with."""
    lists = lexicon()
    where = (lists.words["quantifier"], lists.places, lists.provinces, lists.qualifiers["level"])
    behind_groups = (lists.qualifiers["closed"], lists.qualifiers["open"])
    names = {"cấp", "-", "chi", "số", *_OF, *(key for list_ in where for key in list_.root)}
    return frozenset(names), frozenset(
        {"ngành", *names, *(key for list_ in behind_groups for key in list_.root)}
    )


def tail(tokens: Tokens, i: int) -> Tail:
    """All that belongs to a name that ends before token `i`."""
    many = False
    first = _first_words()[0]
    while tokens.key(i) in first:
        end = qualifier(tokens, i, "level")
        if end > i:
            many = many or tokens.key(i) in {"các", "hai"}
        elif where := place(tokens, i):
            end, many = where.end, many or where.many
        else:
            end = max(_branch(tokens, i), _owner(tokens, i, _BELONGS))
        if end == i:
            break
        i = end
    return Tail(i, many)


def _open_phrase(tokens: Tokens, i: int) -> int:
    """The end of "hoạt động trong lĩnh vực y tế": up to the next mark, cue or agency."""
    start = qualifier(tokens, i, "open")
    if start == i or not tokens.is_word(start) or lexicon().words["function"].match(tokens, start):
        return i
    end, verbs = start, tokens.key(i) == "được"
    while end < start + LONGEST_OPEN:
        if end > start and _open_phrase_ends(tokens, end, verbs):
            return end
        end += 3 if tokens.key(end + 1) == INNER_COMMA else 1
    return i


def _open_phrase_ends(tokens: Tokens, i: int, verbs: bool) -> bool:
    """Whether an opened phrase ends before token `i`; `verbs` where it may hold verbs."""
    words = lexicon().words
    if not tokens.is_word(i) or qualifier(tokens, i, "level") > i:
        return True
    if tokens.key(i) in SEPARATORS:
        return opens_agency(tokens, i + 1)
    if tokens.key(i) in _INSIDE:
        return False
    return words["function"].match(tokens, i) is not None or (
        not verbs and (words["verb"].match(tokens, i) or words["cue"].match(tokens, i)) is not None
    )


def group_tail(tokens: Tokens, i: int) -> int:
    """The end of all that is known to belong to a group whose nouns end before token `i`."""
    first = _first_words()[1]
    while tokens.key(i) in first:
        end = max(
            qualifier(tokens, i, "level"),
            qualifier(tokens, i, "closed"),
            _open_phrase(tokens, i),
            _owner(tokens, i, _OF),
        )
        if end == i and (where := place(tokens, i)):
            end = where.end
        if end == i and (branch := bare(tokens, i)) and branch.head == "ngành":
            end = branch.end
        if end == i:
            break
        i = end
    return i


def loose_tail(tokens: Tokens, i: int) -> int:
    """The end of a few unknown words between a group and a cue, the next agency or the end."""
    end = i
    while end < i + LONGEST_LOOSE and tokens.is_word(end) and not closes(tokens, end):
        if tokens.is_capital(end):
            return i
        end += 1
    if end == i or end >= tokens.end:
        return end
    if lexicon().words["cue"].match(tokens, end):
        return end
    follows = tokens.key(end) in SEPARATORS and opens_agency(tokens, end + 1)
    return end if follows else i
