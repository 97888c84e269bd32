"""Whose an agency is: the levels, places and qualifiers behind its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from extract.find.agencies.phrases import Phrases
from extract.find.agencies.tokens import Tokens
from extract.lexicons.load import table
from extract.resolve.agencies.provinces import province_names

_LONGEST_NAME = 4  # syllables of a place's own name
_QUANTIFIERS = frozenset({"các", "những", "từng", "mỗi"})
_SKIPPED = frozenset({",", "-", "/", "và", "hoặc", ".", ";", ":", "của", "thuộc", "ở", "tại", ")"})


@dataclass(slots=True)
class Where:
    """What stands behind a name.

    `kinds` are the levels that each word for a kind of place allows, `named` the places named
    (level and words; "province" with the province's id). `every` is the level of "cấp xã" ("all"
    for "các cấp"), `many` where several places are meant, `same` where it depends on others ("cùng
    cấp"), `open` where it stays open which, `national` for "Việt Nam", `rest` the number of unknown
    words.
    """

    kinds: list[tuple[str, ...]] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)
    every: str | None = None
    many: bool = False
    same: bool = False
    open: bool = False
    national: bool = False
    rest: int = 0


@cache
def _words() -> Phrases[tuple[str, tuple[str, ...]]]:
    words = table("registry/words")
    found: Phrases[tuple[str, tuple[str, ...]]] = Phrases()
    for kind in ("every", "same", "over", "open", "national"):
        for phrase in words[kind]:
            found.add(phrase, (kind, ()))
    for phrase, levels in words["kinds"].items():
        found.add(phrase, ("kind", tuple(levels)))
    return found


def _name(tokens: Tokens, i: int) -> int:
    """The end of a place's own name at token `i`."""
    if i < tokens.end and tokens.keys[i].isdecimal():
        return i + 1
    end = i
    while end < i + _LONGEST_NAME and tokens.is_capital(end):
        if end > i and _words().match(tokens, end) and tokens.keys[end] in {"thành", "tỉnh"}:
            break
        end += 1
    return end


def where(tokens: Tokens, i: int) -> Where:
    """Reads all that stands behind a name that ends before token `i`."""
    found = Where()
    while i < tokens.end:
        key = tokens.keys[i]
        if key in _QUANTIFIERS and not _words().match(tokens, i):
            found.many = True
            i += 1
        elif key == "cấp" and (level := _words().match(tokens, i + 1)) and level[0][0] == "kind":
            levels = level[0][1]
            found.every = "province" if "province" in levels else levels[0]
            i = level[1]
        elif (known := province_names().match(tokens, i)) and tokens.is_capital(i):
            found.named.append(("province", known[0]))
            i = known[1]
        elif word := _words().match(tokens, i):
            i = _word(tokens, i, found, *word)
        elif key == "(":
            i = _behind_bracket(tokens, i)
        elif key in _SKIPPED:
            i += 1
        else:
            found.rest += 1
            i += 1
    return found


def _behind_bracket(tokens: Tokens, i: int) -> int:
    while i < tokens.end and tokens.keys[i] != ")":
        i += 1
    return i + 1


def _word(tokens: Tokens, i: int, found: Where, word: tuple[str, tuple[str, ...]], end: int) -> int:
    kind, levels = word
    if kind == "kind":
        return _place(tokens, i, end, levels, found)
    if kind == "every":
        found.every = "all"
    elif kind == "same":
        found.same = True
    elif kind == "open":
        found.open = True
    elif kind == "national":
        found.national = True
    return end


def _place(tokens: Tokens, i: int, end: int, levels: tuple[str, ...], found: Where) -> int:
    """A kind of place at token `i`, with the name behind it where there is one."""
    start = end + 1 if tokens.key(end) == "." else end
    known = province_names().match(tokens, start)
    if levels == ("any",):
        found.many = True
        return end
    if "province" in levels and known and tokens.is_capital(start):
        found.named.append(("province", known[0]))
        return known[1]
    last = _name(tokens, start) if _words().match(tokens, start) is None else start
    finer = next((level for level in levels if level != "province"), None)
    if last > start and finer and tokens.text[tokens.starts[start] : tokens.ends[last - 1]]:
        words = " ".join(tokens.keys[i:end])
        full = {"tp": "thành phố", "tx": "thị xã"}.get(words, words)
        name = tokens.text[tokens.starts[start] : tokens.ends[last - 1]]
        found.named.append((finer, f"{full} {name}"))
        return last
    if found.kinds:
        found.many = True  # "huyện, thành phố"
    found.kinds.append(levels)
    return end
