"""Text of the document as it may stand in the page: escaped, with nothing hidden in it."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def letters(text: str) -> Markup:
    """`text` for the body of the page.

    Letters that turn the direction of writing stay, each shut in an element of its own, so that
    they turn nothing else. What HTML cannot hold is shown by its control picture.

    >>> letters("1 < 2" + chr(7))
    Markup('1 &lt; 2␇')
    """
    shown = _UNSHOWABLE.sub(_picture, str(escape(text)))
    return Markup(_TURNING.sub(r'<bdi class="turn">\g<0></bdi>', shown))


def plain(text: str) -> str:
    """`text` for a place that holds no elements, like the title; not escaped yet."""
    return _TURNING.sub("", _UNSHOWABLE.sub(_picture, text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\u2421" if code == 0x7F else chr(0x2400 + code) if code < 0x20 else "\ufffd"
