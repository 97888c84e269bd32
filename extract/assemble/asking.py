"""Whether an item asks for action."""

from __future__ import annotations

import re
from itertools import islice

from extract.assemble.roles import subject_of
from extract.segment.actions import begins_with_verb

_LEAD_IN = re.compile(
    r"(?:trước|đến|trong|từ|sau|khi|căn cứ|trên cơ sở|hằng|hàng|định kỳ|đối với|nhằm|để)(?=[\s,])",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+")


def asks_for_action(text: str) -> bool:
    """Whether an item begins like an action: a verb, an adverb before one, or an agency."""
    if begins_with_verb(text):
        return True
    if _LEAD_IN.match(text) and any(
        begins_with_verb(text[comma.end() :]) for comma in islice(_COMMA.finditer(text[:300]), 4)
    ):
        return True
    return bool(subject_of(text)[0])
