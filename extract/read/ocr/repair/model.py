"""How likely a token is after another: counts of pairs, smoothed by counts of single tokens."""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from functools import cache
from importlib import resources

from extract.lexicons.load import collector_paused
from extract.read.ocr.repair.dictionary import dictionary_pairs
from extract.read.ocr.repair.spelling import placements, skeleton

_DISCOUNT = 0.6
"""Taken from each pair's count and given to pairs not seen (absolute discounting)."""

_UNKNOWN = 0.05
"""The count of a word that was never seen."""

_ESTABLISHED = 5
"""So often must a short name have been seen."""

Pairs = frozenset[tuple[str, str]]


class Counts:
    """Counts of tokens and of what followed them."""

    def __init__(self, listed: Pairs = frozenset()) -> None:
        self.listed = listed
        self.single: defaultdict[str, int] = defaultdict(int)
        self.pairs: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.total = 0
        self._after: dict[str, tuple[int, int]] = {}

    def add(self, token: str, number: int, following: dict[str, int]) -> None:
        self.single[token] += number
        self.total += number
        mine = self.pairs[token]
        for second, seen in following.items():
            mine[second] += seen

    def pair(self, first: str, second: str) -> int:
        """How often `second` followed `first`; 1 where only the dictionary has them together."""
        seen = self.pairs[first].get(second, 0) if first in self.pairs else 0
        return seen or int((first, second) in self.listed)

    def log(self, first: str, second: str) -> float:
        """The natural logarithm of the probability of `second` after `first`."""
        alone = max(self.single.get(second, 0), _UNKNOWN) / (self.total + 1)
        total, kinds = self._followers(first)
        seen = max(self.pair(first, second) - _DISCOUNT, 0)
        if not total:
            return math.log(seen + alone) if seen else math.log(alone)
        return math.log((seen + _DISCOUNT * kinds * alone) / total)

    def _followers(self, first: str) -> tuple[int, int]:
        if first not in self._after:
            seen = self.pairs[first].values() if first in self.pairs else ()
            self._after[first] = sum(seen), len(seen)
        return self._after[first]


class Model:
    """The counts as they stand, the counts whatever the case, and the words by their letters."""

    def __init__(self, lines: list[str], listed: Pairs = frozenset()) -> None:
        self.cased, self.folded = Counts(listed), Counts(listed)
        for line in lines:
            token, number, *rest = line.split("\t")
            following = {b: int(n) for b, n in (entry.split(" ") for entry in rest)}
            self.cased.add(token, int(number), following)
            folded: dict[str, int] = {}
            for b, n in following.items():
                folded[b.lower()] = folded.get(b.lower(), 0) + n
            self.folded.add(token.lower(), int(number), folded)
        self._by_letters: dict[str, list[str]] = {}
        for token in sorted({*self.folded.single, *(word for pair in listed for word in pair)}):
            if token.isalpha():
                for spelling in sorted(placements(token)):
                    self._by_letters.setdefault(skeleton(spelling), []).append(spelling)

        self._symbols: dict[str, list[str]] = {}
        for token, seen in sorted(self.cased.single.items()):
            if seen >= _ESTABLISHED and token[:2].isupper() and len(token) > 1:
                self._symbols.setdefault(skeleton(token), []).append(token)

    def symbols(self, letters: str) -> list[str]:
        """The short names, such as QĐ and TTg, that have these letters when marks are off."""
        return self._symbols.get(letters, [])

    def words(self, letters: str) -> list[str]:
        """The known words, in lower case, that have these letters when their marks are off."""
        return self._by_letters.get(letters, [])

    def common(self, form: str) -> float:
        """The natural logarithm of how often a word was seen."""
        return math.log(max(self.folded.single.get(form.lower(), 0), _UNKNOWN))


@cache
def model() -> Model:
    """The model that this package brings."""
    data = resources.files("extract.lexicons").joinpath("ocr/pairs.tsv.gz").read_bytes()
    with collector_paused():
        return Model(gzip.decompress(data).decode().splitlines(), dictionary_pairs())
