from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.evaluate import read_plans
from extract.write.jsonl import to_line, write_lines
from extract.write.texts import text_path, write_raw
from schemas.plan import Plan


def test_plans_read_back_as_written(tmp_path: Path, plan: Plan) -> None:
    other = plan.model_copy(update={"plan_id": "08-qd-ubnd"})
    write_lines(tmp_path / "plans.jsonl", map(to_line, [plan, other]))
    assert list(read_plans(tmp_path / "plans.jsonl")) == [plan, other]


def test_a_plan_is_one_line_for_every_reader(plan: Plan) -> None:
    """Some programs end a line at these characters too, and would cut the plan in two."""
    odd = plan.tasks[0].model_copy(update={"quote": "a\u2028b\u2029c\x85d\ne\rf\x0bg"})
    line = to_line(plan.model_copy(update={"tasks": [odd]}))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["tasks"][0]["quote"] == odd.quote


def test_vietnamese_stays_readable(plan: Plan) -> None:
    assert "Sở Văn hóa và Thể thao" in to_line(plan)


@pytest.mark.parametrize(
    "changes",
    [
        {"plan_id": 7},  # not of the field's type
        {"plan_id": "\ud800"},  # half a character, which JSON cannot hold
    ],
)
def test_a_plan_outside_its_schema_is_refused(plan: Plan, changes: dict[str, object]) -> None:
    with pytest.raises(OutputError) as caught:
        to_line(plan.model_copy(update=changes))
    assert caught.value.code == "output_schema"
    assert plan.source.path in caught.value.vi


def test_a_number_that_json_has_not_is_refused(plan: Plan) -> None:
    measure = plan.targets[0].measure
    assert measure is not None
    target = plan.targets[0].model_copy(
        update={"measure": measure.model_copy(update={"value": float("inf")})}
    )
    with pytest.raises(OutputError):
        to_line(plan.model_copy(update={"targets": [target]}))


def test_raw_text_keeps_its_offsets(tmp_path: Path) -> None:
    raw = "Kế hoạch\r\nhai\rba \u2028 e\u0302\u0301 \U0001f600\n"
    path = write_raw(tmp_path, "07-qd-ubnd", raw)
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == raw


@pytest.mark.parametrize(
    "plan_id",
    [
        "",
        ".",
        "..",
        "../out",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "C:evil",
        ".hidden",
        "-rf",  # a program would take it for an option
        "a.",  # Windows drops the dot
        "con",
        "LPT1.plan",
        "a\n",
        "a\x00b",
        "a b",
        "x" * 201,
        "ế" * 100,  # three bytes a letter
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, plan_id: str) -> None:
    with pytest.raises(OutputError) as caught:
        write_raw(tmp_path / "texts", plan_id, "x")
    assert caught.value.code == "unsafe_name"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("plan_id", ["7", "1241-QĐ-UBND", "kế_hoạch.2", "cut-", "conduct"])
def test_ordinary_names_are_taken(plan_id: str) -> None:
    assert text_path(Path("texts"), plan_id) == Path("texts") / f"{plan_id}.txt"
