"""Tasks: the leaf items that ask for action, with whom, when and how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.assemble.asking import asks_for_action
from extract.assemble.assigned import ROLE as ASSIGNED
from extract.assemble.context import Context
from extract.assemble.labelled import Labelled, Line, inline, labelled
from extract.assemble.roles import Above, Part, partners_in, sentence_parts
from extract.assemble.spans import span, trim
from extract.find.agencies import read_agencies
from extract.find.analysis import shifted
from extract.find.mentions import DeadlineMention
from extract.find.words import Tagger
from extract.lexicons.load import table
from extract.segment.outline import Node
from schemas.base import Evidence, Role
from schemas.records import Assignment, Task
from schemas.values import Deadline, Quantity

_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{6,400}(?:\([^()]{0,80}\)[^()]{0,300})?)\)")
_OBLIGES = re.compile(r"(?<!\w)(?:phải|cần|có trách nhiệm|không được)(?!\w)")
_FORMULA = re.compile(
    r"(?:này|số \S+) có hiệu lực|chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) "
    r"(?:Quyết định|Nghị quyết|Chỉ thị) này"
)
_SHORTEST = 12
_HEAD = 80
_CLOSING = re.compile(r"Trên đây (?:là|,)")


@dataclass(slots=True)
class Group:
    """What the labelled lines of a group give to each of its tasks."""

    labels: Labelled = field(default_factory=Labelled)
    node: Node | None = None


def task(
    ctx: Context,
    node: Node,
    group: Group | None,
    *,
    rule: str,
    optional: bool = False,
    whole: bool = False,
) -> Task:
    """The task that `node` states. `group` holds labelled lines above or beside it; with `whole`
    they are the task's own."""
    start, end = _own_text(node)
    quote_length, inner = inline(ctx.reading.text[start:end], start)
    quote_start, quote_end = trim(ctx.reading.text, start, start + quote_length)
    own = Labelled(list(group.labels.lines)) if whole and group else labelled(node)
    own.lines.extend(inner.lines)
    labels = Labelled([*own.lines, *(group.labels.lines if group and not whole else [])])
    section = ctx.section_id(node)
    quote = ctx.reading.quote(quote_start, quote_end)
    assignments = _assignments(ctx, node, quote_start, quote_end, labels)
    return Task(
        id=ctx.ids.record("task", section, quote),
        quote=quote,
        section=section,
        assignments=assignments,
        quantities=_quantities(ctx, quote_start, quote_end, own),
        deadlines=_deadlines(ctx, quote_start, quote_end, own, group),
        **(_product(ctx, labels) or (_bracketed(ctx, quote_start, quote_end) if group else {})),
        optional=optional or bool(_CLOSING.match(quote)),
        lead_reason=None if any(a.role == "lead" for a in assignments) else "not_stated",
        rule=rule,
        span=span(ctx.reading, quote_start, quote_end),
    )


def is_task(node: Node, tagger: Tagger) -> bool:
    """Whether a leaf item asks for action: not a mere introduction, not a topic in a list.

    Known verbs and agencies decide; behind a colon too ("Về nhân lực: bố trí …"). Of other items
    underthesea tells whether they begin with a verb.
    """
    text = node.text
    if node.introduces or len(text) < _SHORTEST or _FORMULA.search(text):
        return False
    if asks_for_action(text):
        return True
    if node.marker is None:
        return False
    head, colon, rest = text.partition(":")
    if colon and len(head) < 100 and len(rest) > 30 and asks_for_action(rest.strip()):
        return True
    if _OBLIGES.search(text):
        return True
    words = tagger.words(text[:_HEAD])
    return words[0].tag == "V" if words else len(text) > 60


def _own_text(node: Node) -> tuple[int, int]:
    """The item's text without its label ("Nội dung 1: …")."""
    if node.label and node.label.value:
        return node.start + node.label.end, node.end
    return node.start, node.end


def _assignments(
    ctx: Context, node: Node, start: int, end: int, labels: Labelled
) -> list[Assignment]:
    text = ctx.reading.text[start:end]
    charged = labels.of("lead", ASSIGNED)
    above = Above() if charged else ctx.agencies_above(node)
    found: list[Assignment] = []
    if charged:
        for line in charged:
            found += _assigned(ctx, line) if line.role == ASSIGNED else []
            found += _labelled_parts(ctx, line, "lead") if line.role == "lead" else []
        own, _ = sentence_parts(text, Above())
        found += [assignment(ctx, p, start) for p in own if p.role == "coordinating"]
        found += _with_only(ctx, text, start)
    else:
        own, inherited = sentence_parts(text, above)
        found += [assignment(ctx, p, start) for p in own]
        found += [assignment(ctx, p, 0) for p in inherited]
    for line in labels.of("method"):
        found += _method_parts(ctx, line, bool(found and found[0].role == "lead"))
    for line in labels.of("coordinating"):
        found += _labelled_parts(ctx, line, "coordinating")
    return unique(found)


def _with_only(ctx: Context, text: str, start: int) -> list[Assignment]:
    """Under a labelled lead, whoever the item itself names behind "phối hợp với"."""
    return [
        assignment(ctx, Part("coordinating", a, "direct", "roles.with"), start)
        for a in partners_in(text)
    ]


def _labelled_parts(ctx: Context, line: Line, role: Role) -> list[Assignment]:
    """The agencies of a labelled value; a sentence there is read as one."""
    text = ctx.reading.text[line.start : line.end]
    if re.search(r"(?<!\w)(?:chủ trì|phối hợp)(?!\w)", text.lower()):
        own, _ = sentence_parts(text, Above())
        parts = [Part(p.role, p.agency, "labelled", "roles.labelled.sentence") for p in own]
        if parts:
            return [assignment(ctx, p, line.start) for p in parts]
    agencies, _ = read_agencies(text, open_items=True)
    return [
        assignment(ctx, Part(role, a, "labelled", f"roles.labelled.{role}"), line.start)
        for a in agencies
    ]


def _assigned(ctx: Context, line: Line) -> list[Assignment]:
    """Whoever "X phối hợp với Y thực hiện" names: X does the item above, so it leads."""
    own, _ = sentence_parts(ctx.reading.text[line.start : line.end], Above())
    if not any(part.role == "lead" for part in own):
        raised: dict[Role, Role] = {"coordinating": "lead", "partner": "coordinating"}
        own = [replace(part, role=raised[part.role]) for part in own]
    return [assignment(ctx, replace(p, evidence="labelled"), line.start) for p in own]


def _method_parts(ctx: Context, line: Line, has_lead: bool) -> list[Assignment]:
    text = ctx.reading.text[line.start : line.end]
    own, _ = sentence_parts(text, Above())
    kept = [p for p in own if not (has_lead and p.role == "lead")]
    return [assignment(ctx, p, line.start) for p in kept]


def assignment(ctx: Context, part: Part, offset: int) -> Assignment:
    agency = shifted(part.agency, offset)
    return Assignment(
        role=part.role,
        mention=ctx.reading.quote(agency.start, agency.end),
        name=agency.name,
        group=agency.group,
        evidence=part.evidence,
        rule=part.rule,
        span=span(ctx.reading, agency.start, agency.end),
    )


def unique(found: Sequence[Assignment]) -> list[Assignment]:
    seen: set[tuple[Role, str]] = set()
    kept: list[Assignment] = []
    for assignment in found:
        key = (assignment.role, assignment.mention.lower())
        if key not in seen:
            seen.add(key)
            kept.append(assignment)
    return kept


def _quantities(ctx: Context, start: int, end: int, own: Labelled) -> list[Quantity]:
    found = ctx.analysis.quantities_in(start, end)
    for line in own.of("quantity", "detail", "method", "content", "product", "funding"):
        found += ctx.analysis.quantities_in(line.start, line.end)
    return [ctx.quantity(q) for q in found]


def _deadlines(
    ctx: Context, start: int, end: int, own: Labelled, group: Group | None
) -> list[Deadline]:
    """The item's own dates; else its schedule. A recurrence stands beside either."""
    said = ctx.analysis.deadlines_in(start, end)
    scheduled = _scheduled(ctx, own) or (_scheduled(ctx, group.labels) if group else [])
    evidence: Evidence = "labelled" if _scheduled(ctx, own) else "inherited_schedule"
    for line in own.of("method", "detail", "quantity", ASSIGNED):
        said += ctx.analysis.deadlines_in(line.start, line.end)
    if any(d.edtf for d in said) and not own.of("time"):
        scheduled = []
    found = [ctx.deadline(d, "direct") for d in said]
    found += [ctx.deadline(d, evidence) for d in scheduled]
    return distinct(found)


def _scheduled(ctx: Context, labels: Labelled) -> list[DeadlineMention]:
    return [d for line in labels.of("time") for d in ctx.analysis.schedule(line.start, line.end)]


def distinct(found: Sequence[Deadline]) -> list[Deadline]:
    seen: set[tuple[str | None, tuple[str, ...]]] = set()
    kept: list[Deadline] = []
    for deadline in found:
        key = (deadline.edtf, tuple(sorted(deadline.recurrence)))
        if key not in seen:
            seen.add(key)
            kept.append(deadline)
    return kept


def _bracketed(ctx: Context, start: int, end: int) -> dict[str, object]:
    """An item of a group may name its output in brackets at its end: "(Báo cáo kết quả)"."""
    match = _IN_BRACKETS.search(ctx.reading.text, start, end)
    if match is None or match.end() != end or not _names_output(match.group("inside").lower()):
        return {}
    return {
        "product": ctx.reading.quote(*match.span("inside")),
        "product_span": span(ctx.reading, *match.span("inside")),
    }


def _names_output(text: str) -> bool:
    outputs = table("outputs")
    return text.startswith(tuple(outputs["nouns"])) and not text.startswith(
        tuple(outputs["not_outputs"])
    )


def _product(ctx: Context, labels: Labelled) -> dict[str, object]:
    lines = labels.of("product")
    if not lines:
        return {}
    start, end = trim(ctx.reading.text, lines[0].start, lines[-1].end)
    if start >= end:
        return {}
    return {"product": ctx.reading.quote(start, end), "product_span": span(ctx.reading, start, end)}
