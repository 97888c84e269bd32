"""The words of several syllables that the word segmenter's own list knows."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from extract.read.ocr.repair.tokens import tokens


@cache
def dictionary_pairs() -> frozenset[tuple[str, str]]:
    """Neighbouring syllables of the list that the package underthesea (Apache-2.0) brings.

    It is read where it is installed, without importing the package, which takes long.
    """
    found = find_spec("underthesea")
    folder = Path(found.origin).parent if found and found.origin else Path()
    try:
        text = (folder / "corpus/data/Viet74K.txt").read_text(encoding="utf-8")
    except OSError:
        return frozenset()
    pairs: set[tuple[str, str]] = set()
    for entry in text.lower().splitlines():
        if " " in entry:
            pairs.update(pairwise(token.form for token in tokens(entry, opens=False)))
    return frozenset(pairs)
