"""Findings: what is odd in a plan. Nothing here changes a record."""

from __future__ import annotations

from collections.abc import Iterator

from extract.assemble.ids import Ids
from extract.assemble.spans import span
from extract.check.agencies import ended_agencies
from extract.check.numbering import odd_numbers
from extract.check.tables import unread_tables
from extract.clean.text import ReadingText
from extract.lexicons.load import table
from extract.resolve.edtf import outside
from schemas.plan import Plan
from schemas.records import Finding
from schemas.span import Span
from schemas.values import Deadline

_SURE = 0.5
"""Least confidence of a record's words, as OCR gives it, that no one need look at."""

_HEAD = 60
"""Letters of a table's first row that a message shows."""


def findings(plan: Plan, reading: ReadingText) -> list[Finding]:
    """The findings of `plan`, in the order: document, OCR, tables, sections, targets, tasks,
    agencies.

    `reading` is the text that the plan was read from.
    """
    ids = Ids(plan.plan_id)
    return [
        *_document(plan, ids),
        *_recognised(plan, ids),
        *_tables(plan, reading, ids),
        *_numbering(plan, reading.raw, ids),
        *_headings(plan, ids),
        *_targets(plan, ids),
        *_tasks(plan, ids),
        *_agencies(plan, ids),
    ]


def _document(plan: Plan, ids: Ids) -> Iterator[Finding]:
    if plan.document.number is None:
        yield _finding(ids, "missing_number", plan.document.id, None)
    if plan.document.issue_date is None:
        yield _finding(ids, "missing_date", plan.document.id, None)
    if not plan.targets and not plan.tasks:
        yield _finding(ids, "no_records", plan.document.id, None)


def _recognised(plan: Plan, ids: Ids) -> Iterator[Finding]:
    """That OCR read the text, and the records it was not sure of."""
    if not plan.source.ocr:
        return
    yield _finding(ids, "recognised", plan.document.id, None, repairs=str(len(plan.source.repairs)))
    records = [(target.id, target.span) for target in plan.targets]
    for record, place in records + [(task.id, task.span) for task in plan.tasks]:
        if place.confidence is not None and place.confidence < _SURE:
            percent = str(round(100 * place.confidence))
            yield _finding(ids, "unsure_letters", record, place, percent=percent)


def _tables(plan: Plan, reading: ReadingText, ids: Ids) -> Iterator[Finding]:
    """Tables in the plan's content whose rows gave no record at all."""
    for run in unread_tables(plan, reading):
        head = " | ".join(cell.strip() for cell in run[0].text.split("\t"))
        yield _finding(
            ids,
            "table_not_understood",
            f"{plan.document.id}/table/{head}",
            span(reading, run[0].start, run[-1].end),
            about=plan.document.id,
            head=head if len(head) <= _HEAD else head[:_HEAD].rstrip() + "…",
        )


def _numbering(plan: Plan, raw: str, ids: Ids) -> Iterator[Finding]:
    """Numbers that skip or repeat among the sections of one parent."""
    for before, section, fault in odd_numbers(plan.sections, raw):
        words = {"before": before.marker, "after": section.marker}
        yield _finding(ids, fault, section.id, section.span, **words)


def _headings(plan: Plan, ids: Ids) -> Iterator[Finding]:
    for section in plan.sections:
        if section.rule.endswith(".repaired"):
            yield _finding(
                ids, "heading_repaired", section.id, section.span, heading=section.heading
            )


def _targets(plan: Plan, ids: Ids) -> Iterator[Finding]:
    for target in plan.targets:
        yield from _outside(plan, ids, target.id, target.deadlines)
        if target.measurable and not any(d.edtf for d in target.deadlines):
            yield _finding(ids, "target_without_year", target.id, target.span)


def _tasks(plan: Plan, ids: Ids) -> Iterator[Finding]:
    for task in plan.tasks:
        yield from _outside(plan, ids, task.id, task.deadlines)
        if not task.lead and not task.coordinating and not task.optional:
            yield _finding(ids, "task_without_lead", task.id, task.span)


def _agencies(plan: Plan, ids: Ids) -> Iterator[Finding]:
    """Agencies that had ended when the document was issued."""
    for ended in ended_agencies(plan):
        end = f"{ended.end.day}/{ended.end.month}/{ended.end.year}"
        yield _finding(
            ids,
            "agency_ended",
            f"{ended.task.id}/{ended.assignment.agency_id}",
            ended.assignment.span,
            about=ended.task.id,
            mention=ended.assignment.mention,
            end=f"{end} ({ended.basis})" if ended.basis else end,
        )


def _outside(plan: Plan, ids: Ids, record: str, deadlines: list[Deadline]) -> Iterator[Finding]:
    period = plan.document.period
    if period is None:
        return
    for deadline in deadlines:
        if deadline.edtf and outside(deadline.edtf, period):
            yield _finding(
                ids,
                "deadline_outside_period",
                record,
                deadline.span,
                text=deadline.text,
                period=period,
            )


def _finding(
    ids: Ids, code: str, key: str, span: Span | None, *, about: str | None = None, **words: str
) -> Finding:
    """`key` tells findings of one code apart; it is the record's id unless `about` gives that."""
    row = table("findings")[code]
    return Finding(
        id=ids.record("finding", code, key),
        code=code,
        severity=row["severity"],
        message=row["message"].format(**words),
        record=about or key,
        rule=f"check.{code}",
        span=span,
    )
