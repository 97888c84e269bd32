"""One mention to what it means: a body, a group, or nothing that is sure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extract.find.agencies import expand
from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.phrases import Phrases
from extract.find.agencies.tokens import INNER_COMMA, Tokens, tokenize
from extract.lexicons.load import rows, table
from extract.resolve.agencies.facts import Facts
from extract.resolve.agencies.ids import at, kind_of, slug
from extract.resolve.agencies.link import OPEN, UNRESOLVED, Resolution
from extract.resolve.agencies.registry import registry
from extract.resolve.agencies.single import known, office_of, place_named, single
from extract.resolve.agencies.where import where

_SEPARATORS = frozenset({",", "-", "/", "và", "hoặc", ".", ";", INNER_COMMA})
_HEADS = ("bộ", "sở")
_HEAD_COLON = re.compile(r"\b(Bộ|Sở)\s*:\s*")  # "Bộ trưởng các Bộ: Tài chính"


def resolve(name: str, group: bool, facts: Facts, before: str | None = None) -> Resolution:
    """What `name` means, a mention with its abbreviations written out, in a document of `facts`.

    `group` is the finder's word that it is a group; `before` is the id of the agency before it in
    the same list: in "các Bộ: Công an, Quốc phòng" the head is said once.

    >>> facts = Facts(place=("bac-kan",), issuer="bac-kan/uy-ban-nhan-dan")
    >>> resolve("Sở Y tế", False, facts).id
    'bac-kan/so-y-te'
    >>> resolve("các sở, ban, ngành liên quan", True, facts).link
    'open_group'
    """
    tokens = tokenize(_HEAD_COLON.sub(r"\1 ", name))
    if (term := facts.terms.get(" ".join(tokens.keys))) and term != name:
        meant = resolve(expand(term), group, Facts(facts.day, facts.place, facts.issuer), before)
        if meant.link != "unresolved":
            return replace(meant, link="alias") if meant.id else meant
    start, post = _opening(tokens)
    many = group or start > (0 if post is None else 1)
    found = _named(tokens, start, facts, many and _says_many(tokens, start))
    if found is not None and found.link != "unresolved":
        return found
    if by_post := _by_post(post, facts):
        return by_post
    others = _elliptic(tokens, start, before) or _own(tokens, start, facts) or _village(tokens)
    if others:
        return others
    if place := _place(tokens, start, facts, many):
        return place
    if group:
        return _group(tokens, start)
    return OPEN if _is_whole(tokens, start) else found or UNRESOLVED


@cache
def _posts() -> Phrases[str]:
    return Phrases(
        (spelling, row["id"])
        for row in rows("agencies/positions")
        for spelling in (row["canonical"], *row.get("aliases", ()), *row.get("abbr", ()))
    )


def _opening(tokens: Tokens) -> tuple[int, str | None]:
    """Where the agency itself begins, behind "các" and posts, and the post."""
    quantifier = lexicon().words["quantifier"]
    i, post = quantifier.end(tokens, 0), None
    while found := _posts().match(tokens, i):
        post, end = found
        if post == "chanh-van-phong" and end < tokens.end:
            end -= 2  # the house is the "Văn phòng" of the title
        if post == "chanh-thanh-tra":
            end -= 2
        while tokens.key(end) in _SEPARATORS:
            end += 1
        i = quantifier.end(tokens, end)
        if post in {"chanh-van-phong", "chanh-thanh-tra"}:
            break
    return i, post


def _says_many(tokens: Tokens, start: int) -> bool:
    quantifier = lexicon().words["quantifier"]
    return start > 0 and any(quantifier.end(tokens, i) == start for i in range(start))


def _named(tokens: Tokens, start: int, facts: Facts, many: bool) -> Resolution | None:
    if name := known(tokens, start):
        return single(tokens, name, facts, many)
    if office := office_of(tokens, start):
        part, house = office
        owner = single(tokens, house, facts, many)
        return replace(owner, id=f"{owner.id}/{part}") if owner.id else None
    return None


def _by_post(post: str | None, facts: Facts) -> Resolution | None:
    """A title that stands for its house without naming it."""
    house = table("registry/words")["posts"].get(post)
    if house is None:
        return None
    ministry = facts.issuer is not None and facts.issuer.startswith("bo-")
    if house == "ministers" and not ministry:
        return Resolution("closed_group", "chinh-phu/bo")
    if house in {"ministers", "own"}:
        return Resolution("positional", facts.issuer) if facts.issuer else None
    if house == "village":
        return Resolution("closed_group")
    return Resolution("alias", house)


def _elliptic(tokens: Tokens, start: int, before: str | None) -> Resolution | None:
    """ "Quốc phòng" behind "Bộ Công an": the head is said once for the whole row."""
    place, _, kind = (before or "").rpartition("/")
    head = next((h for h in _HEADS if kind.startswith(f"{slug(h)}-")), None)
    fields = lexicon().fields.get(head or "")
    found = fields.match(tokens, start) if fields else None
    if head is None or found is None or found[1] < tokens.end:
        return None
    row = f"{slug(head)}-{found[0].id}"
    of = registry().local_of if place else registry().central_of
    id = of.get(row, row)
    return Resolution("alias", f"{place}/{id}" if place else id)


def _own(tokens: Tokens, start: int, facts: Facts) -> Resolution | None:
    """ "Bộ", "Ban Chỉ đạo" alone: the agency that speaks; "cơ quan thường trực": the named one."""
    words = table("registry/words")
    phrase = " ".join(tokens.keys[start:])
    if phrase in words["standing"] and facts.standing:
        return resolve(facts.standing, False, Facts(facts.day, facts.place, facts.issuer))
    if facts.issuer is None or phrase not in words["own"]:
        return None
    fits = kind_of(facts.issuer).startswith(slug(phrase))
    return Resolution("positional", facts.issuer) if fits else None


@cache
def _villages() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in table("registry/words")["village"])


def _village(tokens: Tokens) -> Resolution | None:
    start = lexicon().words["quantifier"].end(tokens, 0)
    return Resolution("closed_group") if _villages().match(tokens, start) else None


def _place(tokens: Tokens, start: int, facts: Facts, many: bool) -> Resolution | None:
    """A place among agencies stands for its People's Committee."""
    behind = where(tokens, start)
    if behind.rest or not (behind.named or behind.kinds or behind.every):
        return None
    if behind.open or tokens.keys[start].isdecimal():  # "14 địa phương"
        return OPEN
    if behind.named and len(behind.named) == 1:
        place = place_named(behind, facts)
        return Resolution("alias", at(place, "uy-ban-nhan-dan")) if place else None
    words = tokens.text[tokens.starts[start] :]
    quantifier = "các " if many else ""
    name = tokenize(f"Ủy ban nhân dân {quantifier}{words}")
    found = known(name, 0)
    return single(name, found, facts, many) if found else None


@cache
def _wholes() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in table("registry/words")["wholes"])


def _is_whole(tokens: Tokens, start: int) -> bool:
    """A whole branch ("lực lượng kiểm lâm"), or a noun for bodies in lower case ("binh đoàn")."""
    if _wholes().match(tokens, start):
        return True
    small = not tokens.any_capital(start, tokens.end)
    return small and lexicon().heads.match(tokens, start) is not None


def _group(tokens: Tokens, start: int) -> Resolution:
    """A row of nouns: closed where it is exactly the Government's bodies, else open."""
    words = " ".join(key for key in tokens.keys[start:] if key not in _SEPARATORS | {"các"})
    if words in table("registry/words")["ministries"]:
        return Resolution("closed_group", f"chinh-phu/{slug(words)}")
    return OPEN
