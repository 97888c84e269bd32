"""The command as users run it, on the sample decisions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from extract.batch.inputs import find_inputs, sample_corpus
from extract.check.spans import broken_spans
from extract.evaluate import read_plans
from schemas.frames import frames
from schemas.run import Run

SAMPLES = find_inputs([sample_corpus()])


def kehoach(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command: Sequence[str | Path] = [sys.executable, "-m", "extract.cli.main", *arguments]
    settings = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=settings, check=False
    )


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """The dataset of all samples, and what `--json` printed."""
    out = tmp_path_factory.mktemp("dataset")
    done = kehoach("run", "--no-tagger", "--json", "--out", out)
    assert done.returncode == 0, done.stderr
    assert "Documents read" in done.stderr
    return out, Run.model_validate_json(done.stdout)


def test_all_samples_are_read(dataset: tuple[Path, Run]) -> None:
    out, run = dataset
    assert len(SAMPLES) >= 6
    assert {item.status for item in run.inputs} == {"done"}
    assert len(list(read_plans(out / "plans.jsonl"))) == len(SAMPLES)
    assert (out / "run.json").read_text(encoding="utf-8") == run.model_dump_json(indent=2) + "\n"


def test_every_span_holds_in_the_text_that_is_written(dataset: tuple[Path, Run]) -> None:
    out, _ = dataset
    for plan in read_plans(out / "plans.jsonl"):
        path = out / "texts" / f"{plan.plan_id}.txt"
        with path.open(encoding="utf-8", newline="") as file:
            assert broken_spans(plan, file.read()) == []


def test_tables_hold_the_plans(dataset: tuple[Path, Run]) -> None:
    out, run = dataset
    made = frames(read_plans(out / "plans.jsonl"))
    for name, frame in made.items():
        written = pd.read_parquet(out / "tables" / f"{name}.parquet")
        pd.testing.assert_frame_equal(written, frame)
        assert len(frame) == run.counts[name]


def test_failures_are_listed_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "article.txt").write_text("Hôm nay trời đẹp.\n", encoding="utf-8")
    names = ["empty.txt", "photo.txt", "article.txt", "none.txt"]
    inputs = [*(tmp_path / name for name in names), SAMPLES[0]]
    done = kehoach("run", "--no-tagger", *inputs, "--out", tmp_path / "out", "--quiet")
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == len(names)
    for name, line in zip(names, lines, strict=True):
        assert str(tmp_path / name) in line
    assert len(list(read_plans(tmp_path / "out" / "plans.jsonl"))) == 1


def test_an_empty_name_is_a_wrong_use(tmp_path: Path) -> None:
    """Of an unset variable in a script; it must not stand for the current folder."""
    done = kehoach("run", "", "--no-tagger", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_dataset_in_the_folder_of_its_decisions(tmp_path: Path) -> None:
    """A decision that was mended since must not be read again as it was."""
    decision = tmp_path / "a.txt"
    decision.write_bytes(SAMPLES[0].read_bytes())
    assert kehoach("run", tmp_path, "--no-tagger", "--out", tmp_path).returncode == 0
    decision.write_bytes(decision.read_bytes() + b"\n")
    done = kehoach("run", tmp_path, "--no-tagger", "--out", tmp_path, "--json", "--quiet")
    assert [item["status"] for item in json.loads(done.stdout)["inputs"]] == ["done"]


def test_the_summary_is_in_the_users_language(tmp_path: Path) -> None:
    done = kehoach("run", SAMPLES[0], "--no-tagger", "--out", tmp_path, LC_ALL="vi_VN.UTF-8")
    assert done.stdout == ""
    assert done.stderr.startswith("Đã đọc 1 văn bản: ")


def test_the_tagger_is_named(tmp_path: Path) -> None:
    done = kehoach("run", SAMPLES[0], "--out", tmp_path, "--json", "--quiet")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["versions"]["tagger"].startswith("underthesea ")


def test_a_file_in_the_way_of_the_dataset(tmp_path: Path) -> None:
    (tmp_path / "texts").touch()
    done = kehoach("run", SAMPLES[0], "--no-tagger", "--out", tmp_path)
    assert done.returncode == 4
    assert str(tmp_path / "texts") in done.stderr
