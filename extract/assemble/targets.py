"""Targets: goal statements, one record for each measured level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.assemble.context import Context
from extract.assemble.labelled import Labelled
from extract.assemble.spans import span, trim
from extract.assemble.split import Piece, split
from extract.assemble.subjects import for_whom, subject
from extract.find.analysis import shifted
from extract.find.mentions import DeadlineMention
from extract.segment.outline import Node
from schemas.base import Evidence, SectionKind
from schemas.records import Target
from schemas.values import Deadline

GOALS: frozenset[SectionKind] = frozenset({"objectives", "targets"})
_COMMITS = re.compile(
    r"(?:phấn đấu|đến (?:hết |cuối )?năm \d{4}|mục tiêu|bảo đảm đạt|đảm bảo đạt)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_PLACE_ONLY = re.compile(r"\s*(?:ở|tại|trong|đối với)\s", re.IGNORECASE)


def targets(ctx: Context, node: Node, schedule: Labelled | None = None) -> list[Target]:
    """The targets that the leaf `node` states; `schedule` holds its group's labelled lines."""
    start = node.start + (node.label.end if node.label and node.label.value else 0)
    return list(_statement(ctx, node, start, node.end, schedule))


def commitment(ctx: Context, node: Node) -> tuple[list[Target], bool]:
    """Targets in a leaf of a section about work: sentences that commit to a measured level.

    Also whether they are all that the leaf says.
    """
    text = ctx.reading.text[node.start : node.end]
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    found: list[Target] = []
    rest = False
    for a, b in pairwise(cuts):
        begin, stop = node.start + a, node.start + b
        if _COMMITS.match(text, a) and ctx.analysis.quantities_in(begin, stop):
            found.extend(_statement(ctx, node, begin, stop, None))
        elif text[a:b].strip():
            rest = True
    return found, bool(found) and not rest


def _statement(
    ctx: Context, node: Node, start: int, end: int, schedule: Labelled | None
) -> Iterator[Target]:
    start, end = trim(ctx.reading.text, start, end)
    text = ctx.reading.text[start:end]
    quantities = [shifted(q, -start) for q in ctx.analysis.quantities_in(start, end)]
    pieces = split(text, quantities)
    said = [shifted(d, -start) for d in ctx.analysis.deadlines_in(start, end)]
    inherited = _inherited(ctx, node, schedule)
    if not pieces:
        deadlines = _bind(ctx, said, inherited, start)
        yield _target(ctx, node, (start, end), None, deadlines, None)
        return
    spans = _subjects(ctx, text, pieces)
    for piece, place in zip(pieces, spans, strict=True):
        own = _own_deadlines(piece, pieces, said)
        yield _target(
            ctx,
            node,
            (start + piece.start, start + piece.end),
            piece,
            _bind(ctx, own, inherited, start),
            (start + place[0], start + place[1]) if place else None,
            start,
        )


def _target(
    ctx: Context,
    node: Node,
    place: tuple[int, int],
    piece: Piece | None,
    deadlines: list[Deadline],
    about: tuple[int, int] | None,
    offset: int = 0,
) -> Target:
    start, end = trim(ctx.reading.text, *place)
    quote = ctx.reading.quote(start, end)
    section = ctx.section_id(node)
    others = [ctx.quantity(shifted(q, offset)) for q in piece.others] if piece else []
    return Target(
        id=ctx.ids.record("target", section, quote),
        quote=quote,
        section=section,
        measurable=piece is not None,
        measure=ctx.quantity(shifted(piece.measure, offset)) if piece else None,
        subject=ctx.reading.quote(*about) if about else None,
        subject_span=span(ctx.reading, *about) if about else None,
        deadlines=deadlines,
        other_quantities=others,
        rule="targets.level" if piece else "targets.statement",
        span=span(ctx.reading, start, end),
    )


def _subjects(ctx: Context, text: str, pieces: Sequence[Piece]) -> list[tuple[int, int] | None]:
    """Each level's subject; one that has none of its own shares its neighbour's."""
    found: list[tuple[int, int] | None] = []
    for i, piece in enumerate(pieces):
        begin, stop = piece.start, piece.clause[1]
        clause = text[begin:stop].rstrip(" ,;")
        measure = shifted(piece.measure, -begin)
        place = None
        if not (
            i and (_PLACE_ONLY.match(clause, measure.end) or _goes_on(pieces[i - 1 : i + 1], found))
        ):
            place = subject(clause, measure, ctx.analysis.tagger)
        narrowed = for_whom(clause) if piece.measure.unit == "%" else None
        if place and narrowed and _same_noun(clause, place, narrowed):
            place = narrowed
        found.append((begin + place[0], begin + place[1]) if place else None)
    for i in range(len(found) - 2, -1, -1):
        if found[i] is None or pieces[i].shares_subject:
            found[i] = found[i + 1] or found[i]
    for i in range(1, len(found)):
        if found[i] is None:
            found[i] = found[i - 1]
    return found


def _goes_on(pair: Sequence[Piece], found: Sequence[tuple[int, int] | None]) -> bool:
    """ "Số trạm … đạt 2.400 trạm năm 2025, đạt 3.500 trạm năm 2030": one subject, before both."""
    before, piece = pair
    place = found[-1]
    same_unit = piece.measure.unit == before.measure.unit != "%"
    return same_unit and place is not None and place[1] <= before.measure.start


def _same_noun(clause: str, place: tuple[int, int], narrowed: tuple[int, int]) -> bool:
    wide, narrow = clause[slice(*place)].lower(), clause[slice(*narrowed)].lower()
    return narrow.startswith(wide.split(" có ")[0])


def _own_deadlines(
    piece: Piece, pieces: Sequence[Piece], said: Sequence[DeadlineMention]
) -> list[DeadlineMention]:
    """Times in the piece's clause; else those that open its sentence; else the closing one."""
    begin, stop = piece.clause
    own = [d for d in said if begin <= d.start < stop]
    if own:
        return own
    same = [p for p in pieces if p.sentence == piece.sentence]
    opening = [d for d in said if piece.sentence <= d.start < same[0].measure.start]
    if opening:
        return opening
    last = same[-1]
    closing = [d for d in said if last.measure.end <= d.start < last.clause[1]]
    return closing if len(same) > 1 and all(_silent(p, said) for p in same[:-1]) else []


def _silent(piece: Piece, said: Sequence[DeadlineMention]) -> bool:
    return not any(piece.clause[0] <= d.start < piece.clause[1] for d in said)


def _bind(
    ctx: Context,
    own: Sequence[DeadlineMention],
    inherited: tuple[list[DeadlineMention], Evidence],
    offset: int,
) -> list[Deadline]:
    """An own date replaces an inherited one; an own recurrence stands beside it."""
    found = [ctx.deadline(shifted(d, offset), "direct") for d in own]
    if not any(d.edtf for d in own):
        found += [ctx.deadline(d, inherited[1]) for d in inherited[0]]
    return found


def _inherited(
    ctx: Context, node: Node, schedule: Labelled | None
) -> tuple[list[DeadlineMention], Evidence]:
    """From the line or heading that the statement hangs under, else from its group's schedule."""
    for above in node.ancestors():
        if above.block is None:
            break
        heading = ctx.sections.own.get(above)
        if heading and not GOALS & set(heading.kinds):
            continue
        if heading or above.introduces:
            found = ctx.analysis.deadlines_in(above.start, above.end)
            if found:
                return found, "inherited_heading"
    if schedule:
        lines = schedule.of("time")
        found = [d for line in lines for d in ctx.analysis.schedule(line.start, line.end)]
        return found, "inherited_schedule"
    return [], "inherited_heading"
