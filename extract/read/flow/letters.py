"""What letters are: fonts of old encodings, capitals that only a font gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from extract.read.flow.drafts import Draft, Piece
from extract.read.legacy import (
    ENCODINGS,
    Encoding,
    FontEncoding,
    encoding_of_font,
    is_unicode,
    to_unicode,
)
from extract.read.letters import legacy_encoding

_SOFT_HYPHEN = "\u00ad"  # a letter in the old fonts, invisible in all others

_encoding = lru_cache(maxsize=1000)(encoding_of_font)


def settle(drafts: Sequence[Draft]) -> None:
    """Gives each draft its `text`, all in Unicode.

    A font's name tells its encoding, unless most of what is set in it is Unicode all the same;
    where no name tells, the letters do.
    """
    misnamed = _misnamed(drafts)
    untold = _guess(
        piece.text for draft in drafts for piece in draft.pieces if not _told(piece, misnamed)
    )
    told = {
        found.encoding
        for draft in drafts
        for piece in draft.pieces
        if (found := _encoding(piece.look.font or ""))
    }
    for draft in drafts:
        draft.text = _text(draft, misnamed, untold, told).replace(_SOFT_HYPHEN, "")


def _misnamed(drafts: Sequence[Draft]) -> frozenset[str]:
    """The fonts with an old name that hold Unicode text."""
    unicode: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for draft in drafts:
        for font, pieces in groupby(draft.pieces, key=lambda piece: piece.look.font or ""):
            if _encoding(font):
                text = "".join(piece.text for piece in pieces)
                if not text.isascii():
                    (unicode if is_unicode(text) else others)[font] += len(text)
    return frozenset(font for font in unicode if unicode[font] > others[font])


def _told(piece: Piece, misnamed: frozenset[str]) -> FontEncoding | None:
    font = piece.look.font or ""
    return None if font in misnamed else _encoding(font)


def _guess(texts: Iterable[str]) -> Encoding | None:
    found = legacy_encoding("\n".join(texts))
    return found if found in ENCODINGS else None


def _text(
    draft: Draft, misnamed: frozenset[str], untold: Encoding | None, told: set[Encoding]
) -> str:
    out: list[str] = []
    for (font, capitals), pieces in groupby(draft.pieces, key=lambda p: _key(p, misnamed)):
        text = "".join(piece.text for piece in pieces)
        if font:
            text = to_unicode(text, font.encoding, capitals=font.capitals)
        elif not text.isascii() and not is_unicode(text):
            guess = untold or (_guess([text]) if told else None)
            if guess and (guess == untold or guess in told):
                text = to_unicode(text, guess)
        out.append(text.upper() if capitals else text)
    return "".join(out)


def _key(piece: Piece, misnamed: frozenset[str]) -> tuple[FontEncoding | None, bool]:
    return _told(piece, misnamed), bool(piece.look.capitals)
