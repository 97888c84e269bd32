"""`kehoach lexicon`: the lists are in order, and what they lack comes out as rows to complete."""

from __future__ import annotations

from pathlib import Path

import factory
import pytest
import yaml
from typer.testing import CliRunner

from extract.cli import lexicon_checks
from extract.cli.main import app
from extract.write.jsonl import to_line
from schemas.plan import Plan
from schemas.records import Task

NAMES = ["Hội Trồng tre", "Viện Giấy dó", "Hội Trồng tre", "Sở Y tế"]


def plan_with(names: list[str]) -> Plan:
    raw = "".join(f"- {name} trồng {n} cây tre.\n" for n, name in enumerate(names))
    tasks = []
    for number, (line, name) in enumerate(zip(raw.splitlines(), names, strict=True)):
        agency = factory.agency(raw, name, "lead", "direct")
        link = "exact" if name.startswith("Sở") else "unresolved"
        tasks.append(
            Task(
                id=f"task-{number}",
                quote=line[2:],
                assignments=[agency.model_copy(update={"link": link})],
                rule="task.bullet",
                span=factory.span(raw, line[2:]),
            )
        )
    return factory.plan(raw, tasks=tasks)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    path = tmp_path / "plans.jsonl"
    path.write_text(to_line(plan_with(NAMES)) + "\n", encoding="utf-8")
    return path


def test_the_lists_are_in_order() -> None:
    said = CliRunner().invoke(app, ["lexicon", "check"])
    assert (said.exit_code, said.stdout) == (0, "")


def test_a_fault_is_named_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = [{"id": "gio", "canonical": "Gió", "examples": ["gió thổi"], "counter_examples": []}]
    rows = lexicon_checks.rows
    monkeypatch.setattr(
        lexicon_checks, "rows", lambda name: bad if name == "agencies/heads" else rows(name)
    )
    said = CliRunner().invoke(app, ["lexicon", "check"])
    assert said.exit_code == 1
    assert "agencies/heads: gio: 'gió thổi' is not one mention" in said.stdout


def test_unknown_names_are_rows_by_frequency(plans: Path) -> None:
    said = CliRunner().invoke(app, ["lexicon", "suggest", str(plans)])
    assert said.exit_code == 0
    rows = yaml.safe_load(said.stdout)
    assert [(row["id"], row["canonical"]) for row in rows] == [
        ("hoi-trong-tre", "Hội Trồng tre"),
        ("vien-giay-do", "Viện Giấy dó"),
    ]
    assert "# 2 × in 1 plans" in said.stdout
    assert "[Hội Trồng tre] trồng 0 cây tre" in said.stdout


def test_rare_names_can_be_left_out(plans: Path) -> None:
    said = CliRunner().invoke(app, ["lexicon", "suggest", str(plans), "--least", "2"])
    assert [row["canonical"] for row in yaml.safe_load(said.stdout)] == ["Hội Trồng tre"]


def test_a_name_is_never_more_than_a_value(tmp_path: Path) -> None:
    """YAML of a name with marks of YAML's own."""
    odd = "Hội: - {a} # b"
    path = tmp_path / "plans.jsonl"
    path.write_text(to_line(plan_with([odd])) + "\n", encoding="utf-8")
    said = CliRunner().invoke(app, ["lexicon", "suggest", str(path)])
    assert [row["canonical"] for row in yaml.safe_load(said.stdout)] == [odd]
