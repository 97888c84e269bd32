from __future__ import annotations

import pandas as pd
import pytest

from schemas.columns import tables
from schemas.frames import DTYPES, frames
from schemas.plan import Plan

KEYS = [
    ("sections", "parent", "sections"),
    ("targets", "section", "sections"),
    ("tasks", "section", "sections"),
    ("assignments", "task_id", "tasks"),
]


def test_every_table_has_its_columns_and_types(plan: Plan) -> None:
    for made in (frames([]), plan.to_frames()):
        assert list(made) == list(tables())
        for name, columns in tables().items():
            types = {column.name: DTYPES[column.type] for column in columns}
            assert dict(made[name].dtypes.astype(str)) == types


def test_every_column_is_explained() -> None:
    for columns in tables().values():
        for column in columns:
            assert column.type in DTYPES
            assert column.en.strip()
            assert column.vi.strip()
            assert column.en != column.vi


def test_every_field_of_a_record_has_its_column(plan: Plan) -> None:
    """A new field of a model must come to the tables, or be one that has a table of its own."""
    apart = {
        "span", "field_spans", "legal_bases", "subject_span", "product_span", "measure",
        "other_quantities", "quantities", "deadlines", "assignments", "agencies_today",
    }  # fmt: skip
    task, target = plan.tasks[0], plan.targets[0]
    records = {
        "documents": plan.document,
        "legal_bases": plan.document.legal_bases[0],
        "sections": plan.sections[0],
        "targets": target,
        "tasks": task,
        "assignments": task.assignments[0],
        "quantities": task.quantities[0],
        "deadlines": task.deadlines[0],
        "findings": plan.findings[0],
    }
    for name, record in records.items():
        columns = {column.name for column in tables()[name]}
        assert set(type(record).model_fields) - apart <= columns, name


def test_rows_join_by_their_keys(plan: Plan) -> None:
    other = plan.model_copy(update={"plan_id": "08-qd-ubnd"})
    made = frames([plan, other])
    for frame in made.values():
        assert not frame.duplicated(["plan_id", "id"]).any()
        assert set(frame["plan_id"]) <= set(made["documents"]["plan_id"])
    for table, column, owner in KEYS:
        rows = made[table].dropna(subset=column)
        joined = rows.merge(made[owner], left_on=["plan_id", column], right_on=["plan_id", "id"])
        assert len(joined) == len(rows), table
    for table in ("quantities", "deadlines"):
        owners = pd.concat(
            [made["targets"].assign(kind="target"), made["tasks"].assign(kind="task")]
        )
        joined = made[table].merge(
            owners,
            left_on=["plan_id", "owner_kind", "owner_id"],
            right_on=["plan_id", "kind", "id"],
        )
        assert len(joined) == len(made[table]) > 0


def test_rows_hold_what_the_plan_holds(plan: Plan, raw: str) -> None:
    made = plan.to_frames()
    quantities = made["quantities"].set_index("id")
    share, courses = quantities.loc["I-1/q1"], quantities.loc["II-1/q1"]
    assert (share["owner_kind"], share["role"], share["value"]) == ("target", "measure", 85)
    assert (courses["owner_kind"], courses["role"]) == ("task", "quantity")
    assert (courses["value"], courses["value_max"]) == (12, 15)
    june = made["deadlines"].set_index("id").loc["II-1/d1"]
    assert june["end"] == pd.Timestamp("2026-06-30")
    assert pd.isna(june["start"])
    assert june["recurrence"] == "P6M|P1Y"
    for row in made["assignments"].itertuples():
        assert raw[row.span_start : row.span_end] == row.mention


def test_lists_are_one_cell(plan: Plan) -> None:
    document = plan.document.model_copy(update={"recipients": []})
    made = plan.model_copy(update={"document": document}).to_frames()
    assert made["documents"]["articles"].tolist() == ["1|2"]
    assert made["documents"]["recipients"].isna().all()
    assert made["sections"]["kinds"].tolist() == ["objectives|targets", "tasks"]


def test_other_quantities_follow_the_measure(plan: Plan) -> None:
    target = plan.targets[0]
    other = target.model_copy(update={"other_quantities": [plan.tasks[0].quantities[0]]})
    made = plan.model_copy(update={"targets": [other], "tasks": []}).to_frames()["quantities"]
    assert made["id"].tolist() == ["I-1/q1", "I-1/q2"]
    assert made["role"].tolist() == ["measure", "other"]


@pytest.mark.parametrize("year", [1, 9999])
def test_far_years_are_no_overflow(plan: Plan, year: int) -> None:
    deadline = plan.tasks[0].deadlines[0]
    far = deadline.model_copy(update={"end": deadline.end.replace(year=year)})
    task = plan.tasks[0].model_copy(update={"deadlines": [far]})
    made = plan.model_copy(update={"tasks": [task]}).to_frames()["deadlines"]
    assert made["end"].dt.year.tolist()[-1] == year


def test_the_order_is_that_of_the_plans(plan: Plan) -> None:
    plans = [plan.model_copy(update={"plan_id": name}) for name in ("b", "a")]
    assert frames(plans)["documents"]["plan_id"].tolist() == ["b", "a"]
