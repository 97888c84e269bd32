"""Words and marks of a text, each with the key by which the lexicon knows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extract.lexicons.load import table

# "GD&ĐT" and "LĐ-TB&XH" are one word each, as are the letters of "12/QĐ-UBND".
_TOKEN = re.compile(r"[A-ZĐƯ]++(?:(?:[-–&]| & )[A-ZĐƯ]++)+(?!\w)|\w+|[^\w\s]|\n")
_GLUE = re.compile(r"[-–& ]+")
_MARKS = {"&": "và", "–": "-", "—": "-", "−": "-", "‑": "-"}
INNER_COMMA = "‚"  # the key of a comma that separates nothing


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, marks and line breaks of `text`, one place in each list for every one of them.

    `keys` are lower case with the tone mark on the first vowel of a pair; `end` bounds the tokens
    that a reader may look at.
    """

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    end: int

    def key(self, i: int) -> str:
        """The key of token `i`; "" outside the text."""
        return self.keys[i] if 0 <= i < self.end else ""

    def is_word(self, i: int) -> bool:
        """Whether token `i` is a word or a number."""
        return i < self.end and self.keys[i][0].isalnum()

    def is_capital(self, i: int) -> bool:
        """Whether token `i` is a word with a capital first letter."""
        return 0 <= i < self.end and self.text[self.starts[i]].isupper()

    def is_upper(self, i: int) -> bool:
        """Whether token `i` has two letters or more, all of them capitals."""
        if not self.is_capital(i):
            return False
        word = self.text[self.starts[i] : self.ends[i]]
        return len(word) > 1 and word.isupper()

    def any_capital(self, start: int, end: int) -> bool:
        """Whether a word from token `start` to before token `end` has a capital first letter."""
        return any(self.is_capital(i) for i in range(start, end))

    def any_upper(self, start: int, end: int) -> bool:
        """Whether a word from token `start` to before token `end` is all capitals."""
        return any(self.is_upper(i) for i in range(start, end))

    def at(self, offset: int) -> int:
        """The first token that starts at or behind the text offset."""
        return bisect_left(self.starts, offset)

    def until(self, offset: int) -> Tokens:
        """The same tokens for a reader who goes no further than the text offset."""
        return replace(self, end=bisect_right(self.ends, offset))


@cache
def _spelling() -> tuple[list[tuple[str, str]], frozenset[tuple[str, str]]]:
    words = table("agencies/words")
    pairs = frozenset((a, b) for a, b in (pair.split() for pair in words["inner_commas"]))
    return list(words["spelling"].items()), pairs


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    if len(word) == 1 and not word.isalnum():
        return _MARKS.get(word, word)
    key = word.lower()
    if not word.isalnum():
        key = _GLUE.sub("", key)
    for old, new in _spelling()[0]:
        key = key.replace(old, new)
    return key


def _keys(words: list[str]) -> list[str]:
    keys = [_key(word) for word in words]
    if "," in keys:
        inner = _spelling()[1]
        for i in range(1, len(keys) - 1):
            if keys[i] == "," and (keys[i - 1], keys[i + 1]) in inner:
                keys[i] = INNER_COMMA
    return keys


def keys_of(phrase: str) -> list[str]:
    """The keys alone.

    >>> keys_of("Uỷ ban, Sở GD&ĐT")
    ['ủy', 'ban', ',', 'sở', 'gdđt']
    """
    return _keys(_TOKEN.findall(phrase))


@lru_cache(maxsize=64)
def tokenize(text: str) -> Tokens:
    """Split NFC text; the tokens of the last texts are kept, as finders come back to them."""
    spans = [m.span() for m in _TOKEN.finditer(text)]
    keys = _keys([text[start:end] for start, end in spans])
    return Tokens(text, keys, [start for start, _ in spans], [end for _, end in spans], len(keys))
