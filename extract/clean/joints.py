"""Where two lines of one paragraph join without a blank: within a symbol, a span of years or a
word with a hyphen."""

from __future__ import annotations

_ENDS = 60
"""Code points of a line that are looked at."""


def is_cut(line: str, following: str) -> bool:
    """Whether `line` ends behind a hyphen that belongs to the first word of the line below it.

    "Lao động-" before "Thương binh" is a slip of the typist, and the blank stays.

    >>> is_cut("Tờ trình số 45/TTr-", "SYT"), is_cut("Chỉ thị số 15-", "CT/TW")
    (True, True)
    >>> is_cut("trung hòa các-", "bon"), is_cut("Sở Lao động-", "Thương binh và Xã hội")
    (True, False)
    >>> is_cut("Sở Lao động -", "Thương binh và Xã hội")
    False
    """
    if not line.endswith("-") or not following:
        return False
    word = line[-_ENDS:].rpartition(" ")[2][:-1]
    if not word or not word[-1].isalnum():
        return False
    return following[0].islower() or word.isupper() or any(c in "/-0123456789" for c in word)


def without_cuts(text: str) -> str:
    """The text with such lines joined, the others as they are.

    >>> without_cuts("số 45/TTr-\\nSYT ngày\\n05/4")
    'số 45/TTr-SYT ngày\\n05/4'
    """
    parts: list[str] = []
    for line in text.splitlines():
        below = line.lstrip()
        if parts and is_cut(parts[-1].rstrip(), below):
            parts[-1] = parts[-1].rstrip() + below
        else:
            parts.append(line)
    return "\n".join(parts)
