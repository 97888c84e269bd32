"""Words and marks of a text, each with the key by which the lexicon knows it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extract.lexicons.load import table

# "VH,TT&DL", "GD&ĐT" and "LĐ-TB&XH" are one word each, as are the letters of "12/QĐ-UBND".
_TOKEN = re.compile(
    r"[A-ZĐ]{2,3},[A-ZĐ]{2,3} ?& ?[A-ZĐ]{2,3}\b"
    r"|[A-ZĐƯ]++(?:(?:[-–&]| & )[A-ZĐƯ]++)+(?!\w)"
    r"|\w+|[^\w\s]|\n"
)
_GLUE = re.compile(r"[-–&, ]+")
_MARKS = {"&": "và", "–": "-", "—": "-", "−": "-", "‑": "-"}
INNER_COMMA = "‚"  # the key of a comma that separates nothing


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, marks and line breaks of `text`, one place in each list for every one of them.

    `keys` are lower case with the tone mark on the first vowel of a pair; `capital` says whether
    the first letter is one, `upper` whether all of two letters or more are; `end` bounds the
    tokens that a reader may look at.
    """

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    upper: list[bool]
    end: int

    def key(self, i: int) -> str:
        """The key of token `i`; "" outside the text."""
        return self.keys[i] if 0 <= i < self.end else ""

    def is_word(self, i: int) -> bool:
        """Whether token `i` is a word or a number."""
        return i < self.end and self.keys[i][0].isalnum()

    def is_capital(self, i: int) -> bool:
        """Whether token `i` is a word with a capital first letter."""
        return 0 <= i < self.end and self.capital[i]

    def at(self, offset: int) -> int:
        """The first token that starts at or behind the text offset."""
        return bisect_left(self.starts, offset)

    def until(self, offset: int) -> Tokens:
        """The same tokens for a reader who stops at the text offset."""
        return replace(self, end=self.at(offset))


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
    found = list(_TOKEN.finditer(text))
    words = [m[0] for m in found]
    keys = _keys(words)
    return Tokens(
        text,
        keys,
        [m.start() for m in found],
        [m.end() for m in found],
        [word[0].isupper() for word in words],
        [len(word) > 1 and word.isupper() for word in words],
        len(keys),
    )
