"""Records as cards: what the page shows beside the text, each field in words with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.write.page.marks import Mark
from extract.write.page.words import (
    day_words,
    deadline_words,
    edtf_words,
    labels,
    place_words,
    quantity_words,
)
from schemas.document import Document, LegalBasis
from schemas.plan import Plan
from schemas.records import Assignment, Finding, Section, Target, Task
from schemas.span import Span
from schemas.values import Deadline, Quantity

_DATES = frozenset({"issue_date", "effective_date", "period"})


@dataclass(frozen=True)
class Value:
    """One value of a field: its text, remarks on it, and where it was read.

    `record` is the id of another record that the value names; `inherited` is true where it was
    read outside the record's own words.
    """

    text: str
    notes: list[str] = field(default_factory=list)
    how: str | None = None
    inherited: bool = False
    rule: str | None = None
    mark: Mark | None = None
    record: str | None = None


@dataclass(frozen=True)
class Row:
    """A labelled field with its values."""

    label: str
    values: list[Value]


@dataclass(frozen=True)
class Card:
    """A record: its kind, its words, its fields. `mark` is the record's own place in the text."""

    id: str
    kind: str
    title: str
    rows: list[Row]
    rule: str
    mark: Mark | None
    optional: bool = False

    def parts(self) -> list[Mark]:
        """The places of the record's values, in the order of the fields."""
        return [value.mark for row in self.rows for value in row.values if value.mark]


@dataclass(frozen=True)
class Note:
    """A finding, in words, with the record and the place that it is about."""

    severity: str
    label: str
    message: str
    record: str | None
    rule: str
    mark: Mark | None


def cards(plan: Plan) -> list[Card]:
    """The document first, then sections, targets and tasks in the order of the text."""
    outline = {section.id: section for section in plan.sections}
    names = {agency.id: agency.name for agency in plan.agencies}
    spanned: list[tuple[Span, Card]] = [
        *((s.span, _section(s, outline)) for s in plan.sections),
        *((t.span, _target(t, outline)) for t in plan.targets),
        *((t.span, _task(t, outline, names)) for t in plan.tasks),
    ]
    spanned.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    return [_document(plan.document), *(card for _, card in spanned)]


def notes(plan: Plan) -> list[Note]:
    """The plan's findings, gravest first."""
    gravity = ("error", "warning", "info")
    return [_note(f) for f in sorted(plan.findings, key=lambda f: gravity.index(f.severity))]


def _note(finding: Finding) -> Note:
    return Note(
        severity=finding.severity,
        label=labels()["severity"][finding.severity],
        message=finding.message,
        record=finding.record,
        rule=finding.rule,
        mark=Mark.at(finding.span, "finding"),
    )


def _document(document: Document) -> Card:
    words = labels()["document"]
    rows = [
        Row(label, list(_document_values(document, name)))
        for name, label in words.items()
        if name != "legal_bases"
    ]
    rows.append(Row(words["legal_bases"], [_legal_basis(b) for b in document.legal_bases]))
    return Card(
        id=document.id,
        kind="document",
        title=document.title or "",
        rows=_filled(rows),
        rule=document.rule,
        mark=None,
    )


def _document_values(document: Document, name: str) -> Iterator[Value]:
    value: Any = getattr(document, name)
    mark = Mark.at(document.field_spans.get(name), "document")
    if name == "articles":
        if value:
            yield Value(", ".join(map(str, value)), mark=mark)
    elif name == "recipients":
        yield from (Value(text, mark=mark) for text in value)
    elif name == "doc_type":
        yield Value(labels()["doc_type"][value], mark=mark)
    elif value is not None:
        yield Value(edtf_words(value) if name in _DATES else value, mark=mark)


def _legal_basis(basis: LegalBasis) -> Value:
    named = labels()["doc_type"].get(basis.doc_type, basis.doc_type)
    head = " ".join(filter(None, [named, basis.number]))
    date = edtf_words(basis.date) if basis.date else None
    return Value(
        text=basis.title or head,
        notes=[note for note in (head if basis.title else None, date) if note],
        rule=basis.rule,
        mark=Mark.at(basis.span, "legal_basis"),
    )


def _section(section: Section, outline: dict[str, Section]) -> Card:
    words = labels()["section"]
    kinds = ", ".join(labels()["section_kinds"][kind] for kind in section.kinds)
    rows = [
        Row(words["marker"], [Value(section.marker)]),
        Row(words["heading"], [Value(section.heading)]),
        Row(words["kinds"], [Value(kinds)] if kinds else []),
        Row(words["parent"], _section_link(section.parent, outline)),
        _where(section.span),
    ]
    return Card(
        id=section.id,
        kind="section",
        title=_heading(section),
        rows=_filled(rows),
        rule=section.rule,
        mark=Mark.at(section.span, "section"),
    )


def _target(target: Target, outline: dict[str, Section]) -> Card:
    words = labels()["target"]
    measurable = labels()["yes" if target.measurable else "no"]
    subject = Mark.at(target.subject_span, "subject")
    rows = [
        Row(words["measurable"], [Value(measurable)]),
        Row(words["measure"], [_quantity(target.measure)] if target.measure else []),
        Row(words["subject"], [Value(target.subject, mark=subject)] if target.subject else []),
        Row(words["deadlines"], [_deadline(d) for d in target.deadlines]),
        Row(words["other_quantities"], [_quantity(q) for q in target.other_quantities]),
        Row(words["section"], _section_link(target.section, outline)),
        _where(target.span),
    ]
    return Card(
        id=target.id,
        kind="target",
        title=target.quote,
        rows=_filled(rows),
        rule=target.rule,
        mark=Mark.at(target.span, "target"),
    )


def _task(task: Task, outline: dict[str, Section], names: dict[str, str]) -> Card:
    words = labels()["task"]
    roles = {
        role: [_assignment(a, names) for a in task.assignments if a.role == role]
        for role in ("lead", "coordinating", "partner")
    }
    if task.lead_reason and not roles["lead"]:
        roles["lead"] = [Value(labels()[task.lead_reason])]
    product = Mark.at(task.product_span, "product")
    rows = [
        *(Row(words[role], values) for role, values in roles.items()),
        Row(words["deadlines"], [_deadline(d) for d in task.deadlines]),
        Row(words["quantities"], [_quantity(q) for q in task.quantities]),
        Row(words["product"], [Value(task.product, mark=product)] if task.product else []),
        Row(words["section"], _section_link(task.section, outline)),
        _where(task.span),
    ]
    return Card(
        id=task.id,
        kind="task",
        title=task.quote,
        rows=_filled(rows),
        rule=task.rule,
        mark=Mark.at(task.span, "task"),
        optional=task.optional,
    )


def _where(span: Span) -> Row:
    """The page, paragraph or cell in the file, and how sure OCR was of the words."""
    place = place_words(span)
    if not place:
        return Row(labels()["place"], [])
    remarks = []
    if span.confidence is not None:
        remarks.append(labels()["confidence"].format(percent=round(100 * span.confidence)))
    return Row(labels()["place"], [Value(place, notes=remarks)])


def _filled(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.values]


def _heading(section: Section) -> str:
    bracket = ")" if section.marker.islower() else "."
    return f"{section.marker}{bracket} {section.heading}"


def _section_link(id: str | None, outline: dict[str, Section]) -> list[Value]:
    """The section named, with the headings above it, outermost first."""
    if id is None:
        return []
    above: dict[str, Section] = {}
    section = outline.get(id)
    while section and section.id not in above:
        above[section.id] = section
        section = outline.get(section.parent or "")
    path = [_heading(section) for section in above.values()] or [id]
    return [Value(path[0], notes=[" › ".join(reversed(path[1:]))] if path[1:] else [], record=id)]


def _assignment(assignment: Assignment, names: dict[str, str]) -> Value:
    words = labels()
    remarks = []
    if assignment.name != assignment.mention:
        remarks.append(words["name"].format(name=assignment.name))
    if assignment.agency_id:
        remarks.append(words["agency_id"].format(id=assignment.agency_id))
    remarks += _today(assignment, names)
    if assignment.group:
        remarks.append(words["group"])
    return Value(
        text=assignment.mention,
        notes=remarks,
        how=words["evidence"][assignment.evidence],
        inherited=assignment.evidence.startswith("inherited"),
        rule=assignment.rule,
        mark=Mark.at(assignment.span, "agency"),
    )


def _today(assignment: Assignment, names: dict[str, str]) -> list[str]:
    """Who does its work today, where that is another."""
    words = labels()
    if [now.agency_id for now in assignment.agencies_today] == [assignment.agency_id]:
        return []
    return [
        words["today" if now.moved is None else "today_moved"].format(
            name=names.get(now.agency_id, now.agency_id), moved=now.moved
        )
        for now in assignment.agencies_today
        if now.agency_id is not None
    ]


def _meaning(meaning: str, text: str) -> list[str]:
    """What `text` was understood as, where that says more than the text itself."""
    if not meaning or meaning.lower() == text.lower():
        return []
    return [labels()["meaning"].format(words=meaning)]


def _quantity(quantity: Quantity) -> Value:
    return Value(
        text=quantity.text,
        notes=_meaning(quantity_words(quantity), quantity.text),
        rule=quantity.rule,
        mark=Mark.at(quantity.span, "quantity"),
    )


def _deadline(deadline: Deadline) -> Value:
    words = labels()
    remarks = _meaning(deadline_words(deadline), deadline.text)
    if deadline.start:
        remarks.append(words["starts"].format(day=day_words(deadline.start)))
    if deadline.end:
        remarks.append(words["ends"].format(day=day_words(deadline.end)))
    return Value(
        text=deadline.text,
        notes=remarks,
        how=words["evidence"][deadline.evidence],
        inherited=deadline.evidence.startswith("inherited"),
        rule=deadline.rule,
        mark=Mark.at(deadline.span, "deadline"),
    )
