"""Findings: what is odd in a plan. Nothing here changes a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.assemble.ids import Ids
from extract.clean.markers import roman
from extract.lexicons.load import table
from extract.resolve.edtf import outside
from schemas.plan import Plan
from schemas.records import Finding, Section
from schemas.span import Span
from schemas.values import Deadline

_LETTERS = "abcdđeghiklmnopqrstuvxy"


def findings(plan: Plan) -> list[Finding]:
    """The findings of `plan`, in the order: document, sections, targets, tasks."""
    ids = Ids(plan.plan_id)
    found = [
        *_document(plan, ids),
        *_numbering(plan, ids),
        *_headings(plan, ids),
        *_targets(plan, ids),
        *_tasks(plan, ids),
    ]
    return found


def _document(plan: Plan, ids: Ids) -> Iterator[Finding]:
    if plan.document.number is None:
        yield _finding(ids, "missing_number", plan.document.id, None)
    if plan.document.issue_date is None:
        yield _finding(ids, "missing_date", plan.document.id, None)
    if not plan.targets and not plan.tasks:
        yield _finding(ids, "no_records", plan.document.id, None)


def _numbering(plan: Plan, ids: Ids) -> Iterator[Finding]:
    """Numbers that skip or repeat among the sections of one parent."""
    last: dict[tuple[str | None, str], Section] = {}
    for section in plan.sections:
        style, number = _number(section.marker)
        if not number:
            continue
        before = last.get((section.parent, style))
        last[(section.parent, style)] = section
        if before is None:
            continue
        previous = _number(before.marker)[1]
        if number == previous:
            yield _finding(ids, "numbering_repeats", section.id, section.span, after=section.marker)
        elif style == "roman" and number != previous + 1:
            yield _finding(
                ids,
                "numbering_skips",
                section.id,
                section.span,
                before=before.marker,
                after=section.marker,
            )


def _number(marker: str) -> tuple[str, int]:
    if re.fullmatch(r"[IVX]+", marker):
        return "roman", roman(marker)
    if re.fullmatch(r"\d+(?:\.\d+)*", marker):
        return "arabic", int(marker.split(".")[-1])
    if len(marker) == 1 and marker in _LETTERS:
        return "letter", _LETTERS.index(marker) + 1
    return "other", 0


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


def _finding(ids: Ids, code: str, record: str, span: Span | None, **words: str) -> Finding:
    row = table("findings")[code]
    return Finding(
        id=ids.record("finding", code, record),
        code=code,
        severity=row["severity"],
        message=row["message"].format(**words),
        record=record,
        rule=f"check.{code}",
        span=span,
    )
