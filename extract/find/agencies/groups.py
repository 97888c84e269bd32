"""Groups of agencies: "các sở, ban, ngành liên quan"."""

from __future__ import annotations

from extract.find.agencies.bare import bare, compound
from extract.find.agencies.extent import closes, group_tail, loose_tail, place
from extract.find.agencies.hits import Hit
from extract.find.agencies.lexicon import Noun, lexicon
from extract.find.agencies.tokens import Tokens

# What may stand in one row, by the kinds of the noun before and the noun behind the separator.
_TOGETHER = {
    ("core", "core"),
    ("core", "body"),
    ("body", "core"),
    ("body", "body"),
    ("body", "other"),
    ("other", "other"),
    ("other", "body"),
    ("party", "party"),
    ("party", "core"),
    ("press", "press"),
}
_COMMAS = frozenset({",", "/", "-"})
_APART = frozenset({"solo", "press"})
_AND = frozenset({"và", "hoặc"})
_RELATED_TO = frozenset({"đến", "tới", "trực"})  # "liên quan đến"


def _ends(tokens: Tokens, i: int) -> bool:
    """Whether a noun may end before token `i`: a mark, a cue, or something that qualifies it."""
    return closes(tokens, i) or group_tail(tokens, i) > i


def _noun(tokens: Tokens, i: int) -> tuple[Noun, int] | None:
    """A noun of groups at token `i` with its modifiers: "cơ quan báo chí, truyền thông"."""
    found = lexicon().nouns.match(tokens, i)
    if found is None or compound(tokens, i):
        return None
    noun, end = found
    if tokens.key(end) in noun.not_before:
        return None
    if noun.id == "to-chuc" and tokens.key(end) in lexicon().verb_objects:
        return None
    narrowed = noun.modifiers.end(tokens, end)
    while narrowed > end:
        end = narrowed
        if tokens.key(end) in _COMMAS | _AND:
            following = noun.modifiers.end(tokens, end + 1)
            narrowed = following if following > end + 1 else end
    if noun.ambiguous and not _ends(tokens, end):
        return None
    return noun, end


def _next_noun(tokens: Tokens, i: int, row: list[Noun], many: bool) -> tuple[Noun, int] | None:
    """The noun that continues the row of nouns behind a separator at token `i`.

    Behind "và" stands one more member of the row where it is qualified or one "các" governs a row
    with commas. Rows of ministries take the places in ("các bộ, ngành và địa phương", the whole
    apparatus), those of provincial bodies do not: there the places are an entry of their own.
    """
    before = row[-1]
    if tokens.key(i) not in _COMMAS | _AND or bare(tokens, i + 1):
        return None
    found = _noun(tokens, i + 1)
    if found is None or (before.kind, found[0].kind) not in _TOGETHER:
        return None
    noun, end = found
    if before.kind == "other" and not many:
        return None
    if noun in row and noun.kind == "body" and not many:
        return None  # "lực lượng công an, lực lượng kiểm lâm"
    if tokens.key(i) not in _AND or before.kind == noun.kind == "core":
        return found
    whole = many and len(row) > 1 and row[0].kind != "core"
    if whole or (row[0].levels and noun.id == "dia-phuong"):
        return found
    return found if group_tail(tokens, end) > end else None


def _places(tokens: Tokens, i: int) -> int:
    """The end of nameless places in the row: "các sở, ban, ngành, quận, huyện"."""
    if tokens.key(i) not in _COMMAS or tokens.is_capital(i + 1):
        return i
    where = place(tokens, i + 1)
    if where is None or tokens.any_capital(i + 1, where.end):
        return i
    return where.end if lexicon().words["quantifier"].match(tokens, i + 1) is None else i


def _stray_comma(tokens: Tokens, i: int) -> int:
    """Behind the comma of "các bộ, ngành, liên quan" at token `i`; `i` for other commas."""
    if tokens.key(i) != ",":
        return i
    start = i + 1 + (tokens.key(i + 1) == "có")
    related = tokens.keys[start : start + 2] == ["liên", "quan"]
    return i + 1 if related and tokens.key(start + 2) not in _RELATED_TO else i


def group(tokens: Tokens, i: int, listed: bool = False, owned: bool = True) -> Hit | None:
    """A group that starts at token `i`.

    Outside a list of agencies a group without "các" must be a row of nouns or be qualified
    ("đơn vị liên quan"). `owned` is for groups that may belong to another ("các trường của các
    bộ").
    """
    start = lexicon().words["quantifier"].end(tokens, i)
    many = start > i
    found = _noun(tokens, start)
    if found is None:
        return None
    noun, end = found
    row = [noun]
    while following := _next_noun(tokens, end, row, many):
        noun, end = following
        row.append(noun)
    nouns = _places(tokens, end) if noun.kind != "solo" else end
    end = group_tail(tokens, _stray_comma(tokens, nouns) if len(row) > 1 else nouns)
    narrowed = end > nouns or lexicon().nouns.end(tokens, start) != nouns
    if not (
        many
        or (noun.id != "cap" and (listed or (narrowed and _may_stand_alone(tokens, start, noun))))
    ):
        return None
    if owned and tokens.key(end) == "của" and (owners := group(tokens, end + 1, True, owned=False)):
        end = owners.end
    return Hit(i, end if end > nouns else loose_tail(tokens, nouns), "agency.group", group=True)


def _may_stand_alone(tokens: Tokens, i: int, noun: Noun) -> bool:
    """Whether a qualified noun without "các" may be an agency outside a list."""
    return noun.kind != "other" and (noun.kind not in _APART or tokens.is_capital(i))
