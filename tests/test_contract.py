"""What every plan of every sample decision keeps to, however its text is written."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from extract.batch.inputs import find_inputs, sample_corpus
from extract.check.spans import broken_spans
from extract.pipeline import extract
from extract.read import read
from schemas.frames import frames
from schemas.plan import Plan

SAMPLES = find_inputs([sample_corpus()])
PROSE = [path for path in SAMPLES if path.suffix == ".txt"]  # tables cannot be wrapped


def _wrapped(raw: str) -> str:
    """Lines of at most 70 columns, as an e-mail program breaks them."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, 70, break_on_hyphens=False)) if line.strip() else line
        for line in raw.splitlines()
    )


def _nfd(raw: str) -> str:
    return unicodedata.normalize("NFD", raw)


@cache
def raw_of(path: Path) -> str:
    return read(path).raw


@cache
def plan_of(raw: str) -> Plan:
    return extract(raw, tagger=False)


def words_of(plan: Plan) -> list[tuple[str, ...]]:
    """What was read, without places and ids."""
    records = [*plan.targets, *plan.tasks]
    return [tuple(unicodedata.normalize("NFC", record.quote).split()) for record in records]


by_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@by_sample
def test_the_shape_of_a_plan(path: Path) -> None:
    line = json.loads(plan_of(raw_of(path)).model_dump_json())
    assert list(line) == [
        "schema_version", "plan_id", "source", "document", "sections", "targets", "tasks",
        "agencies", "findings",
    ]  # fmt: skip
    assert {"path", "sha256", "media_type"} <= set(line["source"])
    for record in [*line["targets"], *line["tasks"], *line["sections"], line["document"]]:
        assert record["id"]
        assert record["rule"]
        assert set(record["span"]) == {
            "start", "end", "quote_prefix", "quote_suffix", "places", "confidence",
        }  # fmt: skip
    for task in line["tasks"]:
        for value in [*task["assignments"], *task["quantities"], *task["deadlines"]]:
            assert value["span"]["end"] > value["span"]["start"]
        for assignment in task["assignments"]:
            assert {"role", "mention", "name", "agency_id", "group", "evidence"} <= set(assignment)
            assert {"link", "agencies_today"} <= set(assignment)


@by_sample
@pytest.mark.parametrize(
    "change", [str, _nfd, lambda raw: raw.replace("\n", "\r\n"), lambda raw: "\n \n" + raw],
    ids=["as it is", "decomposed", "Windows line ends", "moved"],
)  # fmt: skip
def test_every_span_holds_however_the_text_is_written(
    path: Path, change: Callable[[str], str]
) -> None:
    raw = change(raw_of(path))
    plan = plan_of(raw)
    assert broken_spans(plan, raw) == []
    assert words_of(plan) == words_of(plan_of(raw_of(path)))


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", [str, _nfd], ids=["composed", "decomposed"])
def test_every_span_holds_in_narrow_lines(path: Path, change: Callable[[str], str]) -> None:
    raw = change(_wrapped(raw_of(path)))
    plan = plan_of(raw)
    assert broken_spans(plan, raw) == []
    there, here = set(words_of(plan_of(raw_of(path)))), set(words_of(plan))
    assert len(there & here) >= 0.9 * len(there)


def ids_of(plan: Plan, outside: str = " ") -> list[str]:
    """The ids of the targets and tasks that are not below the section `outside`."""
    return [
        record.id
        for record in [*plan.targets, *plan.tasks]
        if not f"{record.section}.".startswith(f"{outside}.")
    ]


@by_sample
def test_ids_are_unique_and_the_same_in_every_run(path: Path) -> None:
    plan, again = plan_of(raw_of(path)), extract(raw_of(path), tagger=False)
    assert plan == again
    ids = [record.id for record in [*plan.targets, *plan.tasks, *plan.findings, plan.document]]
    assert len(ids) == len(set(ids))
    assert len({section.id for section in plan.sections}) == len(plan.sections)


@by_sample
def test_an_edit_in_one_section_leaves_the_ids_of_the_others(path: Path) -> None:
    raw = raw_of(path)
    plan = plan_of(raw)
    for task in (plan.tasks[0], plan.tasks[len(plan.tasks) // 2], plan.tasks[-1]):
        assert task.section is not None or path.stem.startswith("08")
        at = task.span.end
        reworded = f"{raw[:at]} bảo đảm đúng tiến độ{raw[at:]}"
        assert ids_of(plan, str(task.section)) == ids_of(plan_of(reworded), str(task.section))
        line = raw.rfind("\n", 0, task.span.start) + 1
        lead_in = re.match(r"\W*", raw[line:])
        if lead_in and "-" in lead_in[0] and "|" not in raw[line:at]:
            inserted = f"{raw[:line]}- Tổ chức sơ kết việc trồng cây.\n{raw[line:]}"
            assert ids_of(plan, str(task.section)) == ids_of(plan_of(inserted), str(task.section))
            assert set(ids_of(plan)) < set(ids_of(plan_of(inserted)))


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    plans = (plan_of(raw_of(path)) for path in SAMPLES)
    return frames([*plans])


KEYS = [
    # table, its columns, the table and the columns that they name
    *((table, ["plan_id"], "documents", ["plan_id"])
      for table in ("sections", "targets", "tasks", "assignments", "quantities", "deadlines",
                    "legal_bases", "findings")),
    ("sections", ["plan_id", "parent"], "sections", ["plan_id", "id"]),
    ("targets", ["plan_id", "section"], "sections", ["plan_id", "id"]),
    ("tasks", ["plan_id", "section"], "sections", ["plan_id", "id"]),
    ("assignments", ["plan_id", "task_id"], "tasks", ["plan_id", "id"]),
    ("assignments", ["plan_id", "agency_id"], "agencies", ["plan_id", "id"]),
    ("agencies_today", ["plan_id", "assignment_id"], "assignments", ["plan_id", "id"]),
    ("agencies_today", ["plan_id", "agency_id"], "agencies", ["plan_id", "id"]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "columns", "other", "named"), KEYS)
def test_every_key_names_a_row(
    tables: dict[str, pd.DataFrame], table: str, columns: list[str], other: str, named: list[str]
) -> None:
    keys = {*tables[table][columns].dropna().itertuples(index=False, name=None)}
    assert keys
    assert keys <= {*tables[other][named].itertuples(index=False, name=None)}


@pytest.mark.parametrize("table", ["quantities", "deadlines"])
def test_every_value_has_its_owner(tables: dict[str, pd.DataFrame], table: str) -> None:
    for kind in ("target", "task"):
        values = tables[table][tables[table]["owner_kind"] == kind]
        assert set(values["owner_id"]) <= set(tables[f"{kind}s"]["id"])


def test_every_finding_is_about_a_record(tables: dict[str, pd.DataFrame]) -> None:
    ids = {id for table in tables if table != "findings" for id in tables[table]["id"]}
    assert set(tables["findings"]["record"].dropna()) <= ids


def test_plan_and_id_name_one_row(tables: dict[str, pd.DataFrame]) -> None:
    for name, table in tables.items():
        assert not table.duplicated(["plan_id", "id"]).any(), name
