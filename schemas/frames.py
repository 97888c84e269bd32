"""Plans as tables joined by keys: one row a record, columns and types as in `columns.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from schemas.base import Model
from schemas.columns import tables
from schemas.plan import Plan
from schemas.records import Target, Task
from schemas.span import Span
from schemas.values import Deadline, Quantity

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[ms]",
}
"""The pandas type of each column type; all of them keep a missing value apart from others."""

SEPARATOR = "|"
"""Joins the items of a list in one cell."""

Row = dict[str, object]


def frames(plans: Iterable[Plan]) -> dict[str, pd.DataFrame]:
    """The name of each table to its frame; without plans the frames are empty, but typed.

    Rows stand in the order of the plans and, within a plan, of the text.

    >>> frames([])["targets"].dtypes["measurable"]
    BooleanDtype
    """
    import pandas as pd

    rows: dict[str, list[Row]] = {table: [] for table in tables()}
    for plan in plans:
        for table, row in _rows(plan):
            rows[table].append({"plan_id": plan.plan_id, **row})
    result = {}
    for table, columns in tables().items():
        data = {
            column.name: pd.Series(
                [_cell(row[column.name]) for row in rows[table]], dtype=DTYPES[column.type]
            )
            for column in columns
        }
        result[table] = pd.DataFrame(data)
    return result


def _rows(plan: Plan) -> Iterator[tuple[str, Row]]:
    source = {f"source_{name}": value for name, value in plan.source if name != "repairs"}
    document = plan.document
    yield "documents", {"schema_version": plan.schema_version, **source, **_row(document)}
    for number, repair in enumerate(plan.source.repairs, start=1):
        yield "repairs", {"id": f"{document.id}/r{number}", **dict(repair)}
    for number, basis in enumerate(document.legal_bases, start=1):
        yield "legal_bases", {"id": f"{document.id}/l{number}", **_row(basis)}
    for section in plan.sections:
        yield "sections", _row(section)
    for target in plan.targets:
        yield "targets", {**_row(target), **_ends("subject", target.subject_span)}
        measures = [("measure", target.measure)] if target.measure else []
        others = [("other", quantity) for quantity in target.other_quantities]
        yield from _values("target", target, measures + others)
    for task in plan.tasks:
        yield "tasks", {**_row(task), **_ends("product", task.product_span)}
        for number, assignment in enumerate(task.assignments, start=1):
            keys = {"id": f"{task.id}/a{number}", "task_id": task.id}
            yield "assignments", {**keys, **_row(assignment)}
            for count, now in enumerate(assignment.agencies_today, start=1):
                of = {"id": f"{keys['id']}/n{count}", "assignment_id": keys["id"]}
                yield "agencies_today", {**of, **dict(now)}
        yield from _values("task", task, [("quantity", quantity) for quantity in task.quantities])
    for agency in plan.agencies:
        yield "agencies", dict(agency)
    for finding in plan.findings:
        yield "findings", _row(finding)


def _values(
    kind: str, owner: Target | Task, quantities: list[tuple[str, Quantity]]
) -> Iterator[tuple[str, Row]]:
    owned = {"owner_kind": kind, "owner_id": owner.id}
    for number, (role, quantity) in enumerate(quantities, start=1):
        keys = {"id": f"{owner.id}/q{number}", **owned, "role": role}
        yield "quantities", {**keys, **_row(quantity)}
    deadline: Deadline
    for number, deadline in enumerate(owner.deadlines, start=1):
        yield "deadlines", {"id": f"{owner.id}/d{number}", **owned, **_row(deadline)}


def _row(record: Model) -> Row:
    """The record's own fields, and where its span is."""
    row: Row = dict(record)
    span = cast("Span | None", row["span"])
    place = span.places[0] if span and span.places else None
    return {
        **row,
        **_ends("span", span),
        "page": place and place.page,
        "path": place and place.path,
        "confidence": span and span.confidence,
    }


def _ends(name: str, span: Span | None) -> Row:
    return {
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def _cell(value: object) -> object:
    """Lists as one string, and an empty one as a missing value."""
    return (SEPARATOR.join(map(str, value)) or None) if isinstance(value, list) else value
