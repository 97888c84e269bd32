"""Splits a goal statement into its measured levels (corpus/gold/README.md, "Targets")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.assemble.subjects import subject_before
from extract.find.mentions import QuantityMention
from extract.find.words import Tagger

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])|(?<=\w\.)\s+(?=\d)")
_CLAUSE = re.compile(r";\s*")
_JOINT = re.compile(
    r"(?:\s*,)?\s*(?:(?<!\w)(?:trong đó có|trong đó|và|đồng thời|còn)(?!\w)|,)\s*,?\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:và|trong đó|;|,)\s*,?\s*)+")
_NEW_LEVEL = re.compile(r"(?:,\s*trong đó(?: có)?|,\s*(?:phấn đấu )?đạt|và đạt)\s*$")
_FRESH = re.compile(r";\s*(?:không|giảm|tăng|nâng|hạn chế|chấm dứt|từng bước|cơ bản)\s")
_TIME = re.compile(
    r"(?:vào |đến |trong |hết |đến hết |trước |giai đoạn |từ )*(?:cuối )?"
    r"(?:năm|tháng|quý|giai đoạn|hằng năm|hàng năm|mỗi năm)\b[^,;.%]{0,40}$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:(?:phấn đấu|đạt|tăng|giảm|chiếm|có|duy trì|lên|ít nhất|trên|khoảng"
    r"|tối thiểu|còn|thì|là|với)\s+)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One measured level: the text it is quoted as, its measure, its further quantities. Offsets
    are code points of the statement. `clause` is the stretch that is its own, `sentence` where its
    sentence begins; `shares_subject` when its subject follows a later level."""

    start: int
    end: int
    measure: QuantityMention
    others: tuple[QuantityMention, ...]
    clause: tuple[int, int]
    sentence: int
    shares_subject: bool = False


def split(text: str, quantities: Sequence[QuantityMention]) -> list[Piece]:
    """The pieces of `text`, a goal statement, in order; empty where nothing is measured."""
    open_quantities = [q for q in quantities if not _in_brackets(text, q)]
    found: list[Piece] = []
    for start, end in _sentences(text):
        inside = [q for q in open_quantities if start <= q.start < end]
        if inside:
            found.extend(_sentence_pieces(text, start, end, inside))
    if len(found) == 1:
        only = found[0]
        others = tuple(q for q in quantities if q is not only.measure)
        return [
            replace(only, start=0, end=len(text), others=others, clause=(0, len(text)), sentence=0)
        ]
    return [_with_bracketed(piece, text, quantities) for piece in found]


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def _sentence_pieces(
    text: str, start: int, end: int, quantities: list[QuantityMention]
) -> list[Piece]:
    measures = _measures(text, start, end, quantities)
    starts = [_begin(text, start, end, measures, i) for i in range(len(measures))]
    pieces: list[Piece] = []
    for i, measure in enumerate(measures):
        stop = starts[i + 1] if i + 1 < len(measures) else end
        shares = (
            i + 1 < len(measures)
            and _shares_subject(text, measure, starts[i + 1])
            and subject_before(text[start:end], measures[0].start - start, Tagger(enabled=False))
            is None
        )
        quote_end = end if shares else stop
        others = tuple(
            q
            for q in quantities
            if q is not measure and q not in measures and starts[i] <= q.start < stop
        )
        fresh = _FRESH.search(text, measure.end, stop) if len(measures) > 1 else None
        if fresh and not shares:
            stop = quote_end = fresh.start()
        begin, finish = _tidy(text, starts[i], quote_end, start)
        pieces.append(Piece(begin, finish, measure, others, (starts[i], stop), start, shares))
    return pieces


def _measures(
    text: str, start: int, end: int, quantities: list[QuantityMention]
) -> list[QuantityMention]:
    """Every share, and of the counts the first in each clause that has no share."""
    cuts = [start, *(m.end() for m in _CLAUSE.finditer(text, start, end)), end]
    found: list[QuantityMention] = []
    for a, b in pairwise(cuts):
        inside = [q for q in quantities if a <= q.start < b]
        shares = _joined_shares(text, [q for q in inside if q.unit == "%"])
        found.extend(shares or inside[:1] + [q for q in inside[1:] if _new_level(text, a, q)])
    return found


def _joined_shares(text: str, shares: list[QuantityMention]) -> list[QuantityMention]:
    """Without those inside the predicate of another ("30% đơn vị tăng doanh thu tối thiểu 20%")."""
    kept = shares[:1]
    for before, share in pairwise(shares):
        if _JOINT.search(text, before.end, share.start):
            kept.append(share)
    return kept


def _new_level(text: str, start: int, quantity: QuantityMention) -> bool:
    """A further count that is a level of its own: "…, trong đó có 5 …", "…, đạt 3.500 …"."""
    return bool(_NEW_LEVEL.search(text[start : quantity.start].lower()))


def _begin(text: str, start: int, end: int, measures: Sequence[QuantityMention], i: int) -> int:
    """Where the clause of measure `i` begins: behind the last joint before it."""
    if i == 0:
        return start
    before, measure = measures[i - 1], measures[i]
    gap = text[before.end : measure.start]
    semicolons = list(_CLAUSE.finditer(gap))
    if semicolons:
        return before.end + semicolons[-1].end()
    joints = list(_JOINT.finditer(gap))
    for joint in reversed(joints):
        rest = gap[joint.end() :]
        if (
            not rest.strip()
            or _TIME.fullmatch(rest.strip())
            or _LEVEL.match(rest + " ")
            or _is_lead_in(rest)
        ):
            return before.end + joint.start()
    return before.end + joints[-1].start() if joints else measure.start


def _is_lead_in(rest: str) -> bool:
    """A time or a verb before the level: "đến năm 2030 đạt", "giảm", "hỗ trợ"."""
    bare = _LEVEL.sub("", rest.strip() + " ").strip()
    return not bare or bool(_TIME.fullmatch(bare)) or len(bare.split()) <= 4


def _shares_subject(text: str, measure: QuantityMention, following: int) -> bool:
    """Nothing but a joint or a time stands between two levels: their subject follows the last."""
    gap = text[measure.end : following].strip(" ,;")
    return not gap or bool(_TIME.fullmatch(gap))


def _tidy(text: str, start: int, end: int, sentence: int) -> tuple[int, int]:
    if start > sentence:
        lead = _LEAD.match(text[start:end].lstrip())
        skip = len(text[start:end]) - len(text[start:end].lstrip())
        start += skip + (lead.end() if lead else 0)
    while end > start and text[end - 1] in " ;,.:":
        end -= 1
    return start, end


def _with_bracketed(piece: Piece, text: str, quantities: Sequence[QuantityMention]) -> Piece:
    bracketed = tuple(
        q for q in quantities if piece.start <= q.start < piece.end and _in_brackets(text, q)
    )
    if not bracketed:
        return piece
    others = tuple(sorted({*piece.others, *bracketed}, key=lambda q: q.start))
    return replace(piece, others=others)


def _in_brackets(text: str, quantity: QuantityMention) -> bool:
    opened = text.rfind("(", 0, quantity.start)
    return opened >= 0 and ")" not in text[opened : quantity.start]
