"""spaCy tokenizer for Vietnamese administrative text.

A token is a syllable, a number with its separators, a document symbol, or a punctuation mark.
Words of several syllables are left to the tagger: `spacy.blank("vi")` would need pyvi.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"\d+(?:[.,/]\d+)*(?:[-/][^\W\d_][\w&]*(?:[-/][\w&]+)*)?"  # 2.700, 28/9/2021, 12/2020/NĐ-CP
    r"|[^\W\d_]+(?:\d+)?(?:&[^\W\d_]+)*"  # syllables, DTTS&MN
    r"|\n+|\s+"
    r"|[^\w\s]|_+|\w"
)


class VietnameseTokenizer:
    """Splits a text into tokens, without changing a letter of it: `doc.text` is the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            token = match.group()
            if token == " " and words and not spaces[-1]:
                spaces[-1] = True
                continue
            words.append(token)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _: bytes, **__: object) -> VietnameseTokenizer:
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        return None

    def from_disk(self, *_: object, **__: object) -> VietnameseTokenizer:
        return self
