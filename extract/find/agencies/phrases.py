"""Longest match of many phrases, word by word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Generic, TypeVar

from extract.find.agencies.tokens import INNER_COMMA, Tokens, keys_of

T = TypeVar("T")
_END = ""
_SEPARATORS = frozenset({",", "-", INNER_COMMA})


@cache
def _forms(phrase: str) -> list[list[str]]:
    """The phrase as given; without its separators; with hyphens for its commas."""
    keys = keys_of(phrase)
    if _SEPARATORS.isdisjoint(keys):
        return [keys]
    bare = [key for key in keys if key not in _SEPARATORS]
    return [keys, bare, ["-" if key == "," else key for key in keys]]


class Phrases(Generic[T]):
    """A tree of phrases, each with a value.

    >>> from extract.find.agencies.tokens import tokenize
    >>> fields = Phrases([("Văn hóa, Thể thao và Du lịch", "a"), ("Văn hóa", "b")])
    >>> fields.match(tokenize("văn hoá - thể thao và du lịch tỉnh"), 0)
    ('a', 8)
    """

    def __init__(self, phrases: Iterable[tuple[str, T]] = ()) -> None:
        self.root: dict[str, Any] = {}
        for phrase, value in phrases:
            self.add(phrase, value)

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; a phrase already known keeps its value."""
        for keys in _forms(phrase):
            node = self.root
            for key in keys:
                node = node.setdefault(key, {})
            node.setdefault(_END, value)

    def match(self, tokens: Tokens, i: int) -> tuple[T, int] | None:
        """The value and the end of the longest phrase that starts at token `i`."""
        keys, end, best = tokens.keys, tokens.end, None
        node = self.root
        while i < end:
            following = node.get(keys[i])
            if following is None:
                break
            node = following
            i += 1
            if _END in node:
                best = (node[_END], i)
        return best

    def end(self, tokens: Tokens, i: int) -> int:
        """The end of the longest phrase that starts at token `i`; `i` where none does."""
        found = self.match(tokens, i)
        return found[1] if found else i
