"""The scored fields of targets and tasks, and the rows that they are reported in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from extract.evaluate.pairing import AnyTarget, AnyTask, Placed, R
from extract.evaluate.values import (
    AGENCY,
    DEADLINE,
    PLACE,
    PRODUCT,
    QUANTITY,
    QUOTE,
    SUBJECT,
    ValueType,
)


@dataclass(frozen=True)
class Field(Generic[R]):
    """A field that holds any number of values of one type.

    `only_paired`: counted only where gold and prediction both have the record.
    """

    name: str
    values: Callable[[Placed[R]], Sequence[Any]]
    type: ValueType[Any]
    only_paired: bool = False


def _one(value: object) -> list[object]:
    return [value] if value else []


TARGET_FIELDS: tuple[Field[AnyTarget], ...] = (
    Field("quote", lambda at: _one(at.record.quote), QUOTE),
    Field("section", lambda at: [at.place], PLACE, only_paired=True),
    Field("deadlines", lambda at: at.record.deadlines, DEADLINE),
    Field("measure", lambda at: _one(at.record.measure), QUANTITY),
    Field("subject", lambda at: _one(at.record.measurable and at.record.subject), SUBJECT),
    Field("other quantities", lambda at: at.record.other_quantities, QUANTITY),
)

TASK_FIELDS: tuple[Field[AnyTask], ...] = (
    Field("quote", lambda at: _one(at.record.quote), QUOTE),
    Field("section", lambda at: [at.place], PLACE, only_paired=True),
    Field("deadlines", lambda at: at.record.deadlines, DEADLINE),
    Field("lead", lambda at: at.record.lead, AGENCY),
    Field("coordinating", lambda at: at.record.coordinating, AGENCY),
    Field("partner", lambda at: at.record.partner, AGENCY),
    Field("quantities", lambda at: at.record.quantities, QUANTITY),
    Field("product", lambda at: _one(at.record.product), PRODUCT),
)

DOCUMENT_FIELDS = (
    "doc_type",
    "number",
    "symbol",
    "issuer",
    "province",
    "issue_date",
    "title",
    "signer",
    "signer_title",
    "signing_capacity",
    "effective_date",
    "period",
)

ROWS = (
    "document fields",
    "articles",
    "legal bases",
    "recipients",
    "section headings",
    "section kinds",
    "section parents",
    "targets",
    *(f"targets: {field.name}" for field in TARGET_FIELDS),
    "tasks",
    *(f"tasks: {field.name}" for field in TASK_FIELDS),
)
"""All rows of a report in their order; a row that never had a value to compare is left out."""
