"""Which encoding a text is in, told by the words that each reading of it gives."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from extract.read.legacy.convert import is_unicode, to_unicode
from extract.read.legacy.tables import ENCODINGS, Encoding
from extract.read.syllables import is_syllable

SAMPLE = 200_000
"""Code points that are looked at: the head of a long text says enough."""

_WORD = re.compile(r"[^ \t\r\n\xa0!-@\[-`{-~]+")
_EDGES = "“”‘’–—…•\u2002\u2003\u200b\ufeff"
_LONGEST = 20
"""Characters of a syllable in any encoding, and to spare."""

_LEGACY = 0.8  # of the words, in the right reading; in a wrong one hardly half are syllables
_UNICODE = 0.5
_SHARE = 0.15  # in Vietnamese more than half of the words have such letters
_SURE = 3
"""Different words that a text needs to say by itself what it is in."""


@dataclass(frozen=True, slots=True)
class Readings:
    """`words` have letters beyond ASCII, `kinds` of them differ, of `all` words.

    How many of them are syllables: `unicode` counts them as they are, `other` in each encoding, in
    the order of `ENCODINGS`.
    """

    all: int
    words: int
    kinds: int
    unicode: int
    other: tuple[int, ...]

    @property
    def best(self) -> tuple[Encoding, int]:
        """The encoding that reads most words, the commoner of two that read as many."""
        count = max(self.other)
        return ENCODINGS[self.other.index(count)], count

    @property
    def encoding(self) -> Encoding | None:
        """The old encoding that the words are surely in."""
        found, count = self.best
        read = self.kinds >= _SURE and count >= max(_LEGACY * self.words, _SHARE * self.all)
        return found if read and self.unicode <= _UNICODE * count else None

    def mostly(self, encoding: Encoding) -> bool:
        """Whether the encoding reads most words."""
        return self.other[ENCODINGS.index(encoding)] >= _LEGACY * self.words

    def fits(self, encoding: Encoding) -> bool:
        """Whether the encoding reads every word, which Unicode does not."""
        count = self.other[ENCODINGS.index(encoding)]
        return 0 < count == self.words > self.unicode


def readings(text: str) -> Readings:
    """How the words of `text` read in each encoding, as far as `SAMPLE` reaches."""
    found = _WORD.findall(text[:SAMPLE])
    total, kinds, unicode, other = 0, 0, 0, [0] * len(ENCODINGS)
    for word, count in Counter(found).items():
        if word.isascii() or (read := _read(word)) is None:
            continue
        total += count
        kinds += 1
        unicode += count * read[0]
        other = [number + count * fits for number, fits in zip(other, read[1:], strict=True)]
    return Readings(len(found), total, kinds, unicode, tuple(other))


@lru_cache(20_000)
def _read(word: str) -> tuple[bool, ...] | None:
    """Whether `word` is a syllable as it is, and in each encoding; None where it is a sign."""
    bare = word.strip(_EDGES)
    if bare.isascii() or (len(bare) == 1 and not bare.isalpha()):
        return None
    if len(word) > _LONGEST:
        return (False,) * (1 + len(ENCODINGS))
    as_it_is = is_syllable(bare)
    if is_unicode(word):
        return (as_it_is, *(False for _ in ENCODINGS))
    return (
        as_it_is,
        *(
            is_syllable(to_unicode(bare, encoding))
            or (bare != word and is_syllable(to_unicode(word, encoding)))
            for encoding in ENCODINGS
        ),
    )
