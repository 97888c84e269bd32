"""Every record must stand in the raw text where its span says, to the letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from extract.clean.joints import without_cuts
from extract.read.source import SourceLine
from schemas.document import LegalBasis
from schemas.plan import Plan
from schemas.span import Span
from schemas.values import Deadline, Quantity

_DROPPED = dict.fromkeys(map(ord, "*#|_\\\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
"""Layout and Markdown marks and unseen characters, which quotes leave out and raw text keeps."""

_LINE_END = re.compile(r"[\r\n]+")
_RULE = re.compile(r"[\s|\-_=*~.·•─—–\\]*")
"""A line that only rules off or fills up, which quotes leave out too."""


def broken_spans(plan: Plan, raw: str, lines: Sequence[SourceLine] = ()) -> list[str]:
    """What is wrong with the plan's spans, one line each; empty when all hold.

    `raw` is the raw text that offsets count in. A span must lie inside it and have its prefix and
    suffix beside it. Where the record keeps the text as written, the raw text at the span must be
    that text, white space collapsed and layout dropped; elsewhere it must hold some text. The
    number and title of a cited document must occur there, whatever the case and the Unicode form.
    What stands in `lines` that no finder sees, such as a page number between two lines of a
    paragraph, counts as white space.
    """
    seen = _without_hidden(raw, lines)
    return [
        f"{record} at {span.start}-{span.end}: {fault}"
        for record, span, text in _spans(plan)
        if (fault := _fault(raw, seen, span, text))
    ] + [
        f"{record} at {basis.span.start}-{basis.span.end}: {value!r} is not in the raw text there"
        for record, basis in _legal_bases(plan)
        for value in (basis.number, basis.title)
        if value and _squeeze(value) not in _squeeze(seen[basis.span.start : basis.span.end])
    ]


def _without_hidden(raw: str, lines: Sequence[SourceLine]) -> str:
    """`raw` with blanks for the lines that are no text, so that offsets stay."""
    parts, place = [], 0
    for line in lines:
        if line.kind != "text":
            parts += [raw[place : line.start], " " * (line.end - line.start)]
            place = line.end
    return "".join([*parts, raw[place:]])


def _spans(plan: Plan) -> Iterator[tuple[str, Span, str | None]]:
    """Each span with the name of its record, and the text as written where the record keeps it."""
    yield "document", plan.document.span, None
    for field, span in plan.document.field_spans.items():
        yield f"document.{field}", span, None
    for name, basis in _legal_bases(plan):
        yield name, basis.span, None
    for section in plan.sections:
        yield f"section {section.id}", section.span, section.heading
    for target in plan.targets:
        name = f"target {target.id}"
        yield name, target.span, target.quote
        if target.subject_span:
            yield f"{name} subject", target.subject_span, target.subject
        measures = [target.measure] if target.measure else []
        yield from _values(name, [*measures, *target.other_quantities, *target.deadlines])
    for task in plan.tasks:
        name = f"task {task.id}"
        yield name, task.span, task.quote
        if task.product_span:
            yield f"{name} product", task.product_span, task.product
        for assignment in task.assignments:
            yield f"{name} {assignment.role}", assignment.span, assignment.mention
        yield from _values(name, [*task.quantities, *task.deadlines])
    for finding in plan.findings:
        if finding.span:
            yield f"finding {finding.id}", finding.span, None


def _values(owner: str, values: list[Quantity | Deadline]) -> Iterator[tuple[str, Span, str]]:
    for value in values:
        yield f"{owner} {value.rule}", value.span, value.text


def _legal_bases(plan: Plan) -> Iterator[tuple[str, LegalBasis]]:
    for number, basis in enumerate(plan.document.legal_bases, start=1):
        yield f"legal basis {number}", basis


def _fault(raw: str, seen: str, span: Span, text: str | None) -> str | None:
    if span.end > len(raw):
        return f"ends behind the raw text ({len(raw)})"
    there = seen[span.start : span.end]
    if text is None:
        if not there.strip():
            return "holds no text"
    elif _plain(text) not in map(_plain, _readings(there)):
        return f"{text!r} was read, but the raw text there is {there!r}"
    before = raw[max(0, span.start - len(span.quote_prefix)) : span.start]
    after = raw[span.end : span.end + len(span.quote_suffix)]
    if before != span.quote_prefix or after != span.quote_suffix:
        return "has another prefix or suffix than the raw text"
    return None


def _plain(text: str) -> str:
    return " ".join(text.translate(_DROPPED).split())


def _readings(there: str) -> Iterator[str]:
    """The raw text as it is, without lines that rule off, and without breaks in its symbols."""
    yield there
    ruled = "\n".join(line for line in _LINE_END.split(there) if not _RULE.fullmatch(line))
    yield ruled
    yield without_cuts(ruled)


def _squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text.translate(_DROPPED)).split()).casefold()
