"""Targets and tasks from the rows of annex tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.assemble.context import Context
from extract.assemble.roles import Part
from extract.assemble.sections import Heading
from extract.assemble.spans import span, trim
from extract.assemble.tables import Cell, LevelRow, TaskRow, agency_parts
from extract.assemble.tasks import assignment, distinct, unique
from extract.find.mentions import DeadlineMention
from schemas.base import Role
from schemas.records import Assignment, Target, Task
from schemas.values import Deadline

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–]?\s*((?:19|20)\d\d))?(?!\d)")


def table_task(ctx: Context, row: TaskRow) -> Task:
    """The task of a table's row. A schedule's dates replace those in the task's own words, a
    recurrence stands beside them."""
    start, end = row.task.start, row.task.end
    quote = ctx.reading.quote(start, end)
    section = ctx.section_id(row.node)
    assignments = unique([*_assignments(ctx, row, "lead"), *_assignments(ctx, row, "coordinating")])
    if not any(a.role == "lead" for a in assignments):
        assignments = [*_heading_leads(ctx, row), *assignments]
    said = ctx.analysis.deadlines_in(start, end)
    scheduled = list(_scheduled(ctx, row))
    deadlines = [ctx.deadline(d, "direct") for d in said if not scheduled or not d.edtf]
    quantities = ctx.analysis.quantities_in(start, end)
    return Task(
        id=ctx.ids.record("task", section, quote),
        quote=quote,
        section=section,
        assignments=assignments,
        quantities=[ctx.quantity(q) for q in quantities],
        deadlines=distinct([*deadlines, *(ctx.deadline(d, "table") for d in scheduled)]),
        **_product(ctx, row.of("product")),
        lead_reason=None if any(a.role == "lead" for a in assignments) else "not_stated",
        rule="tasks.table_row",
        span=span(ctx.reading, start, end),
    )


def table_target(ctx: Context, row: LevelRow) -> Target:
    """The target that one cell of an indicator's row sets."""
    start, end = row.indicator.start, row.indicator.end
    quote = ctx.reading.quote(start, end)
    section = ctx.section_id(row.node)
    return Target(
        id=ctx.ids.record("target", section, quote),
        quote=quote,
        section=section,
        measurable=row.measure is not None,
        measure=ctx.quantity(row.measure) if row.measure else None,
        subject=quote if row.measure else None,
        subject_span=span(ctx.reading, start, end) if row.measure else None,
        deadlines=_bound(ctx, row),
        rule="targets.table_level",
        span=span(ctx.reading, start, end),
    )


def _assignments(ctx: Context, row: TaskRow, role: Role) -> Iterator[Assignment]:
    for cell in row.of(role):
        for part, offset in agency_parts(cell, role):
            found = assignment(ctx, part, offset)
            rule = part.rule if part.rule.startswith("tables.") else f"tables.{role}"
            yield found.model_copy(update={"evidence": "table", "rule": rule})


def _heading_leads(ctx: Context, row: TaskRow) -> Iterator[Assignment]:
    """The agencies that a group of rows is headed by."""
    for agency in ctx.agencies_above(row.node).leads:
        yield assignment(ctx, Part("lead", agency, "inherited_heading", "tables.heading"), 0)


def _scheduled(ctx: Context, row: TaskRow) -> Iterator[DeadlineMention]:
    """When the row's columns of time say, and the heads of the columns that it marks."""
    for cell in row.of("time"):
        for paragraph in cell.paragraphs():
            yield from ctx.analysis.schedule(paragraph.start, paragraph.end)
    starts = [d for cell in row.of("start") for d in _dated(ctx, cell)]
    ends = [d for cell in row.of("end") for d in _dated(ctx, cell)]
    whole = _from_to(ctx, starts, ends)
    yield from [whole] if whole else ends
    for head in row.marked:
        yield from _dated(ctx, head)


def _from_to(
    ctx: Context, starts: Sequence[DeadlineMention], ends: Sequence[DeadlineMention]
) -> DeadlineMention | None:
    """The stretch from a column "Bắt đầu" to a column "Kết thúc"."""
    if len(starts) != 1 or len(ends) != 1 or starts[0].end > ends[0].start:
        return None
    first, last = starts[0], ends[0]
    days = [(first.edtf or "").split("/")[0], (last.edtf or "").split("/")[-1]]
    if not all(days) or "." in "".join(days) or "X" in "".join(days):
        return None
    text = ctx.reading.quote(first.start, last.end)
    return DeadlineMention(first.start, last.end, text, "/".join(days), (), "deadline.from_to")


def _bound(ctx: Context, row: LevelRow) -> list[Deadline]:
    """When the level is to be reached: the column's time, the row's, that of the headings above."""
    for part in (*reversed(row.column.parts), *row.time):
        if found := _dated(ctx, part):
            return [ctx.deadline(d, "table") for d in found[:1]]
    heading = ctx.heading_of(row.node)
    while heading:
        if found := list(_heading_dates(ctx, heading)):
            return [ctx.deadline(d, "inherited_heading") for d in found[-1:]]
        heading = heading.parent
    return []


def _heading_dates(ctx: Context, heading: Heading) -> Iterator[DeadlineMention]:
    start = heading.start
    for line in ctx.reading.text[heading.start : heading.end].split("\n"):
        yield from (d for d in ctx.analysis.schedule(start, start + len(line)) if d.edtf)
        start += len(line) + 1


def _dated(ctx: Context, cell: Cell) -> list[DeadlineMention]:
    """The time that a cell names; bare years count ("2021 2025", "KH 2024")."""
    found = [d for d in ctx.analysis.schedule(cell.start, cell.end) if d.edtf]
    years = None if found else _YEARS.search(cell.text)
    if years is None:
        return found
    edtf = "/".join(filter(None, years.groups()))
    start, end = cell.start + years.start(), cell.start + years.end()

    return [DeadlineMention(start, end, years[0], edtf, (), "deadline.column")]


def _product(ctx: Context, cells: Sequence[Cell]) -> dict[str, object]:
    """The output: the first cell, since a span is one stretch."""
    for cell in cells:
        start, end = trim(ctx.reading.text, cell.start, cell.end)
        if start < end:
            return {
                "product": ctx.reading.quote(start, end),
                "product_span": span(ctx.reading, start, end),
            }
    return {}
