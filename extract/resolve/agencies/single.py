"""Names that the finder's lists or the registry know: whose they are, at the document's date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.find.agencies.bare import Bare, bare
from extract.find.agencies.lexicon import lexicon
from extract.find.agencies.phrases import Phrases
from extract.find.agencies.tokens import Tokens, keys_of
from extract.lexicons.load import table
from extract.resolve.agencies.facts import Facts
from extract.resolve.agencies.finer import place_called
from extract.resolve.agencies.ids import at, kind_of, slug
from extract.resolve.agencies.link import EVERY, OPEN, UNRESOLVED, Resolution
from extract.resolve.agencies.provinces import provinces
from extract.resolve.agencies.registry import LOCAL, registry
from extract.resolve.agencies.where import Where, where
from schemas.agencies import Link

_MOST_REST = 0  # unknown words behind a name
Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the lists from token `start` to before token `end`; `exact` where its canonical name
    is written, not another."""

    row: str
    start: int
    end: int
    exact: bool


@cache
def _parts() -> Phrases[str]:
    return Phrases(table("registry/words")["parts"].items())


def office_of(tokens: Tokens, i: int) -> tuple[str, Known] | None:
    """ "Văn phòng Kiểm toán nhà nước": a part of the body whose name follows."""
    part = _parts().match(tokens, i)
    house = known(tokens, part[1]) if part else None
    return (part[0], house) if part and house else None


def known(tokens: Tokens, i: int) -> Known | None:
    """The longest known name at token `i`."""
    own = registry().own_names.match(tokens, i)
    found = bare(tokens, i, lower=True) or _mixed(tokens, i)
    if own and (found is None or own[1] > found.end):
        spelled = tokens.keys[i : own[1]] == keys_of(registry().body(own[0]).name)
        return Known(own[0], i, own[1], spelled)
    if found is None:
        return None
    row = f"{slug(found.head)}-{found.name.id}" if found.head else found.name.id
    written = tokens.keys[i : found.end]
    return Known(row, i, found.end, written == keys_of(registry().names.get(row, "")))


def _mixed(tokens: Tokens, i: int) -> Bare | None:
    """A field's abbreviation in mixed case, which the finder passes over: "Vụ GDTrH"."""
    head = lexicon().field_heads.match(tokens, i)
    found = lexicon().fields[head[0]].match(tokens, head[1]) if head else None
    if head is None or found is None:
        return None
    written = tokens.text[tokens.starts[head[1]] : tokens.ends[found[1] - 1]]
    return Bare(found[1], found[0], head[0]) if sum(map(str.isupper, written)) > 1 else None


def single(tokens: Tokens, name: Known, facts: Facts, many: bool) -> Resolution:
    """What a known name means with all that stands behind it; `many` behind "các"."""
    behind = where(tokens, name.end)
    if behind.rest > _MOST_REST:
        return _with_rest(tokens, name, facts)
    behind.many = behind.many or many
    if behind.open:
        return OPEN
    if behind.same:
        return Resolution("closed_group")
    stands = registry().levels_of(name.row)
    if stands == ("sector",):
        return OPEN
    part = name.row.startswith("phong-") and facts.level in {"central", "province"}
    part = part or name.row in table("registry/words")["inner"]
    placed = behind.named or behind.kinds or behind.national or behind.every
    if "unit" in stands or (part and _house(facts) and not placed and not behind.many):
        return _unit(name, facts)
    return _body(tokens, name, behind, stands, facts)


def _with_rest(tokens: Tokens, name: Known, facts: Facts) -> Resolution:
    """Words behind the name that no list knows: "Ban Pháp chế Hội đồng nhân dân tỉnh", or another
    agency's name, which makes it no single one."""
    owner = known(tokens, name.end)
    if owner is None or not name.row.startswith(("ban-", "van-phong-", "thuong-truc-")):
        return UNRESOLVED
    house = single(tokens, owner, facts, False)
    if house.id is None or house.link not in {"exact", "alias", "positional"}:
        return UNRESOLVED
    return Resolution(house.link, f"{house.id}/{name.row}")


_NO_HOUSES = frozenset(
    {"government", "head_of_government", "parliament", "peoples_committee", "peoples_council"}
)


def _house(facts: Facts) -> str | None:
    """The agency that speaks, where it is one with parts of its own: a ministry, a department."""
    if facts.issuer is None:
        return None
    known, kind = registry(), kind_of(facts.issuer)
    body = known.local_body(kind) if "/" in facts.issuer else known.body(kind)
    return None if body.classification in _NO_HOUSES else facts.issuer


def _unit(name: Known, facts: Facts) -> Resolution:
    """A part of the agency that speaks: "Vụ Pháp chế" in a ministry's plan."""
    house = _house(facts)
    if house is None:
        return Resolution("unresolved", candidates=(name.row,))
    return Resolution("positional", f"{house}/{name.row}")


_LEVEL_WORDS = frozenset({"tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường"})


def _says_level(tokens: Tokens, name: Known) -> bool:
    """Whether the name itself is of a level: "Ban Tổ chức Thành ủy"."""
    return not _LEVEL_WORDS.isdisjoint(tokens.keys[name.start : name.end])


def _body(
    tokens: Tokens, name: Known, behind: Where, stands: tuple[str, ...], facts: Facts
) -> Resolution:
    link: Link = "exact" if name.exact else "alias"
    only_central = name.row in registry().central and name.row not in registry().local_of
    only_central = only_central or stands in {("central",), ("national",)}
    if only_central and not behind.named and not behind.kinds:
        id = registry().central_of.get(name.row, name.row)
        return Resolution(link, id)
    local = registry().local_of.get(name.row, name.row)
    levels = [level for level in stands if level in LOCAL] or list(LOCAL)
    if behind.named and behind.kinds and _other_level(behind):
        return _each(local, _level(behind, facts), facts)  # "thành phố A và các quận, huyện"
    if behind.named:
        return _named(local, behind, facts, link)
    if behind.every:
        return _every(local, behind.every, facts)
    if behind.kinds:
        level = _level(behind, facts)
        if behind.many or level is None:
            return _each(local, level, facts)
        return _own(local, level, facts)
    central = None if _says_level(tokens, name) else registry().local_body(local).central
    if behind.national:
        return Resolution(link, central) if central else UNRESOLVED
    if facts.level in {"central", "unknown"}:
        if "national" in stands and not behind.many:
            return Resolution(link, name.row)
        if central and not behind.many:
            return Resolution("alias", central)
        return _each(local, levels[0] if len(levels) == 1 else "all", facts)
    if "national" in stands and local not in registry().local:
        return Resolution(link, name.row)
    depth = {"province": 1, "district": 2}
    above = [level for level in levels if depth.get(level, 9) <= len(facts.place)]
    if facts.level in levels and not behind.many:
        return Resolution("positional", at(facts.place, local))
    if above and not behind.many:  # the province's department, in a district's plan
        return Resolution("positional", at(facts.place[: depth[above[-1]]], local))
    return _each(local, levels[0], facts)


def place_named(behind: Where, facts: Facts) -> Place | None:
    """The one place that is named, from the province down; None where it is not known."""
    province = next((id for level, id in behind.named if level == "province"), None)
    place: Place = (province,) if province else facts.place
    for level in ("district", "commune"):
        words = next((words for found, words in behind.named if found == level), None)
        if words is None:
            continue
        if level == "district" and not province:
            place = place[:1]
        found = place_called(words, level, place, facts.day)
        if found is None:
            return None
        place = found
    return place or None


def _named(local: str, behind: Where, facts: Facts, link: Link) -> Resolution:
    levels = [level for level, _ in behind.named]
    if len(levels) == len(set(levels)) and not (behind.many and len(levels) > 1):
        place = place_named(behind, facts)
        if place is None:
            return Resolution("unresolved", candidates=(_candidate(behind, facts, local),))
        return Resolution(link, at(place, local))
    members = []
    for level, words in behind.named:
        place = place_named(Where(named=[(level, words)]), facts)
        members += [at(place, local)] if place else []
    return Resolution("closed_group", members=tuple(members))


def _candidate(behind: Where, facts: Facts, local: str) -> str:
    """What an unknown place's body would be called."""
    base = facts.place[0] if facts.place else "?"
    return at((base, *(slug(words) for _, words in behind.named[::-1])), local)


def _other_level(behind: Where) -> bool:
    """Whether the words for places go on to another level: "thành phố A và các quận, huyện"."""
    named = {level for level, _ in behind.named}
    return not any(named & set(levels) for levels in behind.kinds) or len(behind.kinds) > 1


def _level(behind: Where, facts: Facts) -> str | None:
    """The level that the words for places mean: "huyện, thành phố" are districts."""
    kinds = behind.kinds
    sure = [levels[0] for levels in kinds if len(levels) == 1]
    if sure:
        return "below" if sure[0] == "below" else sure[0]
    if not facts.place:
        return "province"  # "các thành phố" in a text for the country
    if behind.many:
        return "district"
    city = (
        provinces()[facts.place[0]].kind == "thành phố" if facts.place[0] in provinces() else False
    )
    if facts.level == "province":
        return "province" if city else None
    return "district" if facts.place[1].startswith("thanh-pho-") else None


@cache
def _cities() -> frozenset[str]:
    return frozenset(p.id for p in provinces().values() if p.kind == "thành phố")


def _own(local: str, level: str, facts: Facts) -> Resolution:
    """ "Ủy ban nhân dân tỉnh": the one of the place that the document speaks for."""
    depth = {"province": 1, "district": 2, "commune": len(facts.place)}.get(level, 0)
    fits = facts.level == "commune" if level == "commune" else len(facts.place) >= depth > 0
    if level == "district" and fits:
        fits = facts.level == "district" or len(facts.place) > 2
    if fits:
        return Resolution("positional", at(facts.place[:depth], local))
    return _each(local, level, facts)


def _every(local: str, level: str, facts: Facts) -> Resolution:
    if level == facts.level and level != "central":
        return Resolution("positional", at(facts.place, local))
    return _each(local, level, facts)


def _each(local: str, level: str | None, facts: Facts) -> Resolution:
    """Every body of a kind at a level within the place that the document speaks for."""
    part = EVERY.get(level or "")
    if facts.level == "unknown":
        return Resolution("unresolved", candidates=(f"?/{local}",))
    if part is None:
        return Resolution("closed_group" if level == "below" else "unresolved")
    base = () if level == "province" else facts.place[: 1 if level == "district" else 2]
    return Resolution("closed_group", at((*base, part), local))
