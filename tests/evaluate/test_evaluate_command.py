"""`kehoach evaluate` as a user runs it."""

import json
from pathlib import Path

import pytest
import typer
from gold_and_plans import GOLD, changed, plan_of
from typer.testing import CliRunner

from extract.cli.evaluate import evaluate
from extract.cli.score_tables import Table, plain, print_rich, tables
from extract.errors import ReadError
from extract.evaluate import score
from schemas.gold import Gold

PREDICTED = changed(GOLD, "tasks.0.lead", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"])
PREDICTED = changed(PREDICTED, "tasks.2.lead", ["Sở Tư pháp"])


@pytest.fixture
def files(tmp_path):
    """A file of plans and a folder of gold, the second decision without a plan."""
    plans = tmp_path / "plans.jsonl"
    plans.write_text(plan_of(PREDICTED).model_dump_json(), encoding="utf-8")
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("doc-sach", "hoi-thi"):
        data = json.dumps(GOLD | {"source": f"{name}.txt"})
        (folder / f"{name}.gold.json").write_text(data, encoding="utf-8")
    return str(plans), str(folder)


def run(*arguments):
    """Run the command with English messages."""
    app = typer.Typer()
    app.command()(evaluate)
    return CliRunner().invoke(app, [*arguments], env={"LC_ALL": "C"})


def test_json_holds_the_report(files):
    result = run(*files, "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert report["documents"] == ["doc-sach.txt", "hoi-thi.txt"]
    assert report["missing"] == ["hoi-thi.txt"]
    assert report["levels"]["folded"]["fields"]["tasks: lead"] == {
        "precision": 0.5,
        "recall": 0.25,
        "f1": pytest.approx(1 / 3),
        "support": 4,
    }
    assert report["levels"]["exact"]["leads"]["direct"]["recall"] == 0.0
    assert report["levels"]["exact"]["records"]["tasks"] == {
        "share": pytest.approx(1 / 6),
        "right": 1,
        "support": 6,
    }
    assert "errors" not in report
    assert result.stderr == "There is no plan for hoi-thi.txt.\n"


def test_a_plan_without_gold_is_named(files):
    plans, folder = files
    (Path(folder) / "doc-sach.gold.json").unlink()
    result = run(plans, folder, "--json")
    assert json.loads(result.stdout)["unscored"] == [plan_of(PREDICTED).source.path]
    assert "There is no gold for the plan " in result.stderr
    limited = run(plans, folder, "--json", "--only", "hoi-thi")
    assert "no gold" not in limited.stderr  # the others are left out on purpose


def test_only_limits_the_gold(files):
    one = json.loads(run(*files, "--json", "--only", "doc-sach").stdout)
    two = json.loads(run(*files, "--json", "--only", "doc-sach.txt", "hoi-thi").stdout)
    assert (one["documents"], one["missing"]) == (["doc-sach.txt"], [])
    assert two["documents"] == ["doc-sach.txt", "hoi-thi.txt"]


@pytest.mark.parametrize(
    ("level", "records"), [("overlap", ["task 3"]), ("exact", ["task 1", "task 3"])]
)
def test_errors_are_listed_one_a_line(files, level, records):
    result = run(*files, "--errors", "--level", level, "--only", "doc-sach")
    head, *lines = (line.split("\t") for line in result.stdout.splitlines())
    assert head == ["document", "record", "id", "field", "gold", "predicted"]
    assert [line[1].partition(":")[0] for line in lines] == records
    document, _, record_id, field, gold, predicted = lines[-1]
    assert (document, field) == ("doc-sach.txt", "lead")
    assert record_id in {task.id for task in plan_of(PREDICTED).tasks}
    assert (gold, predicted) == ("Văn phòng Ủy ban nhân dân tỉnh", "Sở Tư pháp")


def test_errors_in_json(files):
    result = run(*files, "--errors", "--json", "--only", "doc-sach")
    (error,) = json.loads(result.stdout)["errors"]
    assert (error["level"], error["field"], error["predicted"]) == ("overlap", "lead", "Sở Tư pháp")


def test_without_gold_the_use_is_wrong(files):
    result = run(*files, "--only", "nha-van-hoa")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no gold for nha-van-hoa." in result.stderr


@pytest.mark.parametrize("swapped", [True, False])
def test_wrong_arguments(files, swapped):
    plans, gold = files
    result = run(gold, plans) if swapped else run(plans, f"{gold}/none")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_broken_plan_is_an_error_for_people(files):
    plans, gold = files
    Path(plans).write_text(plan_of(GOLD).model_dump_json() + "\n{}\n", encoding="utf-8")
    result = run(plans, gold)
    assert isinstance(result.exception, ReadError)
    assert "line 2" in str(result.exception)


def test_plain_columns(files):
    blocks = run(*files).stdout.split("\n\n")
    assert [block.split("  ")[0] for block in blocks] == [
        "field",
        "lead stated",
        "every field right",
    ]
    lead = next(line for line in blocks[0].splitlines() if line.startswith("tasks: lead"))
    tolerant = ["0.500", "0.250", "0.333"]
    assert lead.split()[2:] == ["4", "0.000", "0.000", "0.000", *tolerant, *tolerant]
    assert len({len(line) for line in blocks[0].splitlines()}) == 1


def test_plain_table_lines_up():
    assert plain(Table(["a", "gold"], [["long name", "1"], ["b", "1234567"]])) == (
        "a             gold\nlong name        1\nb          1234567"
    )


def test_terminal_tables_fit_into_80_columns(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    print_rich(tables(score([plan_of(PREDICTED)], [Gold.model_validate(GOLD)])))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.split() == ["exact", "folded", "overlap"] for line in lines)
    assert any(line.startswith("  other quantities ") for line in lines)
    assert "…" not in "".join(lines)
