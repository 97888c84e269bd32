"""What two readings of one plan differ in, beside places, ids of rules and the like."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from render.model import Decision, Paragraph

from extract.clean import clean
from extract.evaluate import Level, score
from extract.read.source import SourceDocument
from schemas.base import Model
from schemas.gold import (
    Gold,
    GoldDeadline,
    GoldDocument,
    GoldLegalBasis,
    GoldModel,
    GoldQuantity,
    GoldSection,
    GoldTarget,
    GoldTask,
)
from schemas.plan import Plan

_PLACES = {"span", "subject_span", "product_span", "field_spans", "rule", "rules", "evidence"}
M = TypeVar("M", bound=GoldModel)
_RECORDS = ("sections", "targets", "tasks")


def differences(expected: Plan, found: Plan) -> list[str]:
    """One line for each record or document field that is not the same in both; empty if none."""
    lines: list[str] = []
    for kind in _RECORDS:
        there, here = (_plain(plan, getattr(plan, kind)) for plan in (expected, found))
        lines += _unlike(kind, there, here)
    there, here = (_plain(plan, [plan.document])[0] for plan in (expected, found))
    lines += [
        f"document.{field}: {there[field]!r} became {here[field]!r}"
        for field in there
        if there[field] != here[field]
    ]
    return lines


def _unlike(kind: str, there: list[Any], here: list[Any]) -> Iterator[str]:
    """Records of one id are compared field by field, the others are lost or made up."""
    old, new = ({record["id"]: record for record in records} for records in (there, here))
    for name, record in old.items():
        if name not in new:
            yield f"{kind} {name} is lost: {_named(record)!r}"
            continue
        for field, value in record.items():
            if value != new[name][field]:
                yield f"{kind} {name} {field}: {value!r} became {new[name][field]!r}"
    for name, record in new.items():
        if name not in old:
            yield f"{kind} {name} is made up: {_named(record)!r}"
    common = [name for name in old if name in new]
    if common != [name for name in new if name in old]:
        yield f"{kind}: another order"


def _named(record: dict[str, Any]) -> str:
    return str(record.get("quote") or record.get("heading"))


def _plain(plan: Plan, records: Iterable[Model]) -> list[Any]:
    """The records as data; an id without the plan's own, which may come from the file's bytes."""
    plain = [_value(record.model_dump(mode="json")) for record in records]
    return [{**record, "id": record["id"].removeprefix(plan.plan_id)} for record in plain]


def _value(value: Any) -> Any:
    """Without places; texts in NFC, white space collapsed."""
    if isinstance(value, dict):
        return {name: _value(inside) for name, inside in value.items() if name not in _PLACES}
    if isinstance(value, list):
        return [_value(inside) for inside in value]
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value


def broken_paragraphs(decision: Decision, source: SourceDocument) -> list[str]:
    """The decision's paragraphs that are no block of the reading text: cut, joined or lost.

    The lines of a title may be read as one.
    """
    blocks = {_value(block.text) for block in clean(source.raw, source.lines).blocks}
    return [
        text
        for element in decision.elements
        if isinstance(element, Paragraph)
        and element.kind in ("recital", "heading", "text")
        and (text := _value(element.text)) not in blocks
    ]


def likeness(expected: Plan, found: Plan) -> float:
    """The F1 over all values of `found`, each counted once, with `expected` as its gold, on the
    most lenient level: a scan's letters are never all right."""
    report = score([found], [as_gold(expected, found.source.path)])
    return report.levels[Level.OVERLAP].micro_f1


def as_gold(plan: Plan, source: str) -> Gold:
    """The plan as a careful reader would have written it down, for the file `source`."""
    return Gold(
        source=source,
        document=_known(GoldDocument, plan.document),
        sections=[_known(GoldSection, section) for section in plan.sections],
        targets=[_known(GoldTarget, target) for target in plan.targets],
        tasks=[_known(GoldTask, task) for task in plan.tasks],
    )


def _known(model: type[M], record: Model) -> M:
    """The fields of `record` that gold has too; a task's agencies by their roles."""
    inside: dict[str, type[GoldModel]] = {
        "legal_bases": GoldLegalBasis,
        "deadlines": GoldDeadline,
        "quantities": GoldQuantity,
        "other_quantities": GoldQuantity,
        "measure": GoldQuantity,
    }
    values: dict[str, Any] = {}
    for name in model.model_fields.keys() - {"notes"}:
        if not hasattr(record, name):
            continue
        value = getattr(record, name)
        if name in inside and value is not None:
            part = inside[name]
            value = [_known(part, v) for v in value] if name != "measure" else _known(part, value)
        values[name] = value
    return model(**values)
