"""Where two lines of one paragraph join without a blank: within a symbol or a span of years."""

from __future__ import annotations

import re

_CUT = re.compile(r"(?:/\S{0,40}[^\W_]|(?<!\d)\d{4})-$")
_TAIL = 60
"""Code points of a line that are looked at."""


def is_cut(line: str) -> bool:
    """Whether the line ends behind a hyphen that belongs to the next line's first word.

    >>> is_cut("theo Tờ trình số 45/TTr-"), is_cut("giai đoạn 2021-"), is_cut("Sở Lao động -")
    (True, True, False)
    """
    return bool(_CUT.search(line[-_TAIL:]))


def without_cuts(text: str) -> str:
    """The text with such lines joined, the others as they are.

    >>> without_cuts("số 45/TTr-\\nSYT ngày\\n05/4")
    'số 45/TTr-SYT ngày\\n05/4'
    """
    parts: list[str] = []
    cut = False
    for line in text.splitlines():
        if parts and not cut:
            parts.append("\n")
        parts.append(line.lstrip() if cut else line)
        cut = is_cut(line)
    return "".join(parts)
