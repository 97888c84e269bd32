"""Words and their parts of speech, by underthesea, with offsets; only for the text that is asked.

underthesea gives tokens without places, so they are aligned again. Its URL pattern hangs on an
address followed by a run of dots: such stretches are blanked before it sees them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_HAZARD = re.compile(r"(?:https?:|www\.)\S*|\S{60,}|[.…_\-·*=]{3,}", re.IGNORECASE)
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one or more syllables. `tag` is underthesea's part of speech (N, Np, V, A, E, …);
    offsets are code points of the text that was tagged."""

    start: int
    end: int
    tag: str


@dataclass(slots=True)
class Tagger:
    """Tags pieces of text and remembers them; `enabled` False tags nothing."""

    enabled: bool = True
    _known: dict[str, list[Word]] = field(default_factory=dict)

    def words(self, text: str) -> list[Word]:
        """The words of `text`, one sentence or clause; empty when switched off."""
        if not self.enabled or not text.strip():
            return []
        piece = text[:_LONGEST]
        if piece not in self._known:
            self._known[piece] = _tag(piece)
        return self._known[piece]


def _tag(text: str) -> list[Word]:
    blanked = _HAZARD.sub(lambda m: " " * len(m.group()), text).replace("\n", " ")
    if not blanked.strip():
        return []
    words: list[Word] = []
    place = 0
    for token, tag in _models()(blanked):
        found = _find(blanked, token, place)
        if found is None:
            continue
        words.append(Word(found[0], found[1], tag))
        place = found[1]
    return words


def _find(text: str, token: str, place: int) -> tuple[int, int] | None:
    start = text.find(token, place)
    if 0 <= start <= place + 8:
        return start, start + len(token)
    pattern = r"\s*".join(re.escape(part) for part in token.split())
    match = re.compile(pattern).search(text, place, place + len(token) + 40)
    return match.span() if match else None


@cache
def _models() -> Any:  # noqa: ANN401
    """underthesea's word and tag models, loaded once."""
    from underthesea import word_tokenize
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

    tagger = CRFPOSTagPredictor.Instance()

    def tag(text: str) -> list[tuple[str, str]]:
        tokens = word_tokenize(text, use_token_normalize=False)
        return [(token, label) for token, label in tagger.predict(tokens, None)]

    return tag
