"""Text whose letters are wrong because of its encoding, made right; mixed text line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.read.legacy.convert import is_unicode, to_unicode
from extract.read.legacy.detect import Readings, readings
from extract.read.legacy.tables import Encoding
from extract.read.legacy.twice import read_once

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # VPS and VISCII have letters in C0 and C1
_ROUNDS = 3


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in Unicode, and what it was in: names of `Encoding`, `UTF-8` where read twice.

    Text that is right comes back as it is, with no names. A line is converted where its own words
    are sure, or where an encoding that the text is known to have reads all of them.

    >>> mend("Căn cứ Luật\\nUû ban nh©n d©n huyÖn\\nKÕ ho¹ch")
    ('Căn cứ Luật\\nUỷ ban nhân dân huyện\\nKế hoạch', ('TCVN3',))
    """
    if text.isascii():
        return text, ()
    names: list[str] = []
    for _ in range(_ROUNDS):
        if (once := read_once(text)) is None:
            break
        text, names = once, ["UTF-8"]
    lines = _LINES.findall(text)
    found = _encodings(text, lines)
    if any(found):
        lines = [
            to_unicode(line, encoding) if encoding else line
            for line, encoding in zip(lines, found, strict=True)
        ]
        text = "".join(lines)
        names += sorted({encoding for encoding in found if encoding})
    return text, tuple(names)


def _encodings(text: str, lines: Sequence[str]) -> list[Encoding | None]:
    """The old encoding of each line, None where it has none."""
    whole = readings(text).encoding
    counts = [  # lines of ASCII matter in a text of VPS or VISCII: some capitals are control codes
        None if is_unicode(line) or (line.isascii() and not whole) else readings(line)
        for line in lines
    ]
    sure = [count.encoding if count else None for count in counts]
    present = Counter({whole: 1} if whole else {})
    for encoding, count in zip(sure, counts, strict=True):
        if encoding and count:
            present[encoding] += count.words
    order = [encoding for encoding, _ in present.most_common()]
    return [_line(count, own, whole, order) for count, own in zip(counts, sure, strict=True)]


def _line(
    count: Readings | None, own: Encoding | None, whole: Encoding | None, order: Sequence[Encoding]
) -> Encoding | None:
    """The encoding of one line: `own` by its words, `whole` by the text's, `order` of all lines'.

    A few words can be read in more than one, so the commonest in the text goes first.
    """
    if not count:
        return None
    if own:
        return next((encoding for encoding in order if count.mostly(encoding)), own)
    return whole or next((encoding for encoding in order if count.fits(encoding)), None)
