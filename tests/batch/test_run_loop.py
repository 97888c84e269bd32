"""The loop, over real files, with a process that reads plans off a text made by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from sample import RAW, build_plan

from extract.batch.exits import Exit
from extract.batch.run import Outcome, run
from extract.batch.versions import lexicons_version
from extract.errors import ReadError, ToolMissingError
from extract.evaluate import read_plans
from extract.read.source import SourceDocument
from schemas.columns import tables
from schemas.plan import Plan
from schemas.run import Run


def process(source: SourceDocument) -> Plan:
    """The sample's plan for a text that begins with the sample; else what the text names."""
    match source.raw.split():
        case ["crash", *_]:
            raise RuntimeError(f"half a character: {chr(0xD800)}")
        case ["tool", *_]:
            raise ToolMissingError("tool_missing", "Thiếu chương trình.", "A program is missing.")
        case ["stop", *_]:
            raise KeyboardInterrupt
    if RAW not in source.raw:
        raise ReadError("no_decision", f"{source.path}: không phải.", f"{source.path}: is none.")
    plan = build_plan(RAW, plan_id=Path(source.path).stem, path=source.path)
    return plan.model_copy(
        update={"source": plan.source.model_copy(update={"sha256": source.sha256})}
    )


def make(folder: Path, **texts: str) -> list[Path]:
    """Files named as the keywords, in that order."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return paths


def go(inputs: list[Path], out: Path) -> Outcome:
    return run(inputs, out, process, tagger=False)


def test_the_dataset_is_whole(tmp_path: Path) -> None:
    inputs = make(tmp_path, b=RAW, a=f"{RAW}Nơi nhận:\r\n- Lưu: VT.\r\n")
    out = tmp_path / "out"
    outcome = go(inputs, out)
    assert outcome.exit == Exit.DONE
    plans = list(read_plans(out / "plans.jsonl"))
    assert [plan.plan_id for plan in plans] == ["b", "a"]
    for plan, path in zip(plans, inputs, strict=True):
        assert (out / "texts" / f"{plan.plan_id}.txt").read_bytes() == path.read_bytes()
    for name in tables():
        rows = len(pd.read_parquet(out / "tables" / f"{name}.parquet"))
        assert rows == outcome.run.counts[name]
        assert rows > 0 or name in {"repairs", "agencies", "agencies_today"}  # not in the sample
        assert (out / "tables" / f"{name}.csv").is_file()
    assert Run.model_validate_json((out / "run.json").read_text()) == outcome.run
    assert {path.name for path in out.iterdir()} == {"plans.jsonl", "run.json", "tables", "texts"}


def test_a_second_run_differs_in_times_only(tmp_path: Path) -> None:
    inputs = make(tmp_path, a=RAW)
    go(inputs, tmp_path / "one")
    go(inputs, tmp_path / "two")
    first, second = (
        {p.relative_to(out): p.read_bytes() for p in out.rglob("*.*") if p.name != "run.json"}
        for out in (tmp_path / "one", tmp_path / "two")
    )
    assert first == second


def test_one_failure_does_not_stop_the_others(tmp_path: Path) -> None:
    inputs = make(tmp_path, empty="", crash="crash", other="Một bài báo.", good=RAW)
    inputs.append(tmp_path / "none.txt")
    outcome = go(inputs, tmp_path / "out")
    assert outcome.exit == Exit.FAILED
    assert [item.status for item in outcome.run.inputs] == [
        "failed", "failed", "failed", "done", "failed",
    ]  # fmt: skip
    codes = {Path(failure.path).stem: failure.code for failure in outcome.run.failures}
    assert codes == {
        "empty": "empty", "crash": "bug", "other": "no_decision", "none": "not_found",
    }  # fmt: skip
    for failure in outcome.run.failures:
        assert failure.path in failure.vi
        assert failure.path in failure.en
    assert [plan.plan_id for plan in read_plans(tmp_path / "out" / "plans.jsonl")] == ["good"]


def test_a_bug_keeps_its_traceback(tmp_path: Path) -> None:
    go(make(tmp_path, crash="crash"), tmp_path / "out")
    failure = json.loads((tmp_path / "out" / "run.json").read_text())["failures"][0]
    assert "RuntimeError" in failure["vi"]
    assert 'raise RuntimeError(f"half a character' in failure["details"]


def test_nothing_done_is_a_dataset_too(tmp_path: Path) -> None:
    outcome = go(make(tmp_path, empty=""), tmp_path / "out")
    assert outcome.run.counts == dict.fromkeys(tables(), 0)
    assert (tmp_path / "out" / "plans.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"a": "tool", "b": ""}, Exit.TOOL_MISSING),  # of several the highest
        ({"a": RAW, "b": "stop"}, Exit.INTERRUPTED),
        ({"-a": RAW}, Exit.OUTPUT),  # a plan id that is no file name
    ],
)
def test_exit_codes(tmp_path: Path, texts: dict[str, str], expected: Exit) -> None:
    outcome = go(make(tmp_path, **texts), tmp_path / "out")
    assert outcome.exit == expected
    for failure in outcome.run.failures:
        assert failure.path in failure.vi  # also where the error itself names no file
        assert failure.path in failure.en


def test_a_span_that_does_not_hold_is_a_failure(tmp_path: Path) -> None:
    """The sample's offsets are those of its own first letter."""
    outcome = go(make(tmp_path, moved=f"  {RAW}", good=RAW), tmp_path / "out")
    (failure,) = outcome.run.failures
    assert (Path(failure.path).stem, failure.code) == ("moved", "span_mismatch")
    assert failure.details is not None
    assert "task II-1 lead" in failure.details
    assert len(failure.en) < 500
    assert [path.name for path in (tmp_path / "out" / "texts").iterdir()] == ["good.txt"]


def test_the_same_file_twice_is_one_plan(tmp_path: Path) -> None:
    outcome = go(make(tmp_path, a=RAW, b=RAW), tmp_path / "out")
    assert outcome.exit == Exit.DONE
    assert [(i.status, i.plan_id) for i in outcome.run.inputs] == [
        ("done", "a"),
        ("duplicate", "a"),
    ]
    assert outcome.run.counts["documents"] == 1


def test_two_documents_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    inputs = make(tmp_path / "one", plan=RAW) + make(tmp_path / "two", plan=f"{RAW}\n")
    outcome = go(inputs, tmp_path / "out")
    first, second = (item.plan_id for item in outcome.run.inputs)
    assert first == "plan"
    assert second == f"plan-{outcome.run.inputs[1].sha256[:8]}"  # type: ignore[index]
    for path, plan_id in zip(inputs, (first, second), strict=True):
        text = tmp_path / "out" / "texts" / f"{plan_id}.txt"
        assert text.read_bytes() == path.read_bytes()


def test_what_was_finished_before_ctrl_c_is_written(tmp_path: Path) -> None:
    outcome = go(make(tmp_path, a=RAW, stop="stop", c=f"{RAW}\n"), tmp_path / "out")
    assert outcome.run.interrupted
    assert [item.plan_id for item in outcome.run.inputs] == ["a"]
    assert [plan.plan_id for plan in read_plans(tmp_path / "out" / "plans.jsonl")] == ["a"]
    assert len(pd.read_parquet(tmp_path / "out" / "tables" / "tasks.parquet")) == 2


def test_file_names_of_any_kind(tmp_path: Path) -> None:
    names = ["kế hoạch (1).txt", "a\nb.txt", "=1+1.txt", "'; DROP.txt", os.fsdecode(b"\xe9.txt")]
    for name in names:
        (tmp_path / name).write_text("Một bài báo.", encoding="utf-8")
    outcome = go([tmp_path / name for name in names], tmp_path / "out")
    assert {failure.code for failure in outcome.run.failures} == {"no_decision"}
    written = Run.model_validate_json((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert written == outcome.run


def test_versions_are_said(tmp_path: Path) -> None:
    make(tmp_path, a=RAW)
    with_tagger = run([tmp_path / "a.txt"], tmp_path / "out", process, tagger=True).run.versions
    without = go([tmp_path / "a.txt"], tmp_path / "out").run.versions
    assert with_tagger.tagger is not None
    assert with_tagger.tagger.startswith("underthesea 9.")
    assert without.tagger is None
    assert with_tagger.lexicons == without.lexicons == lexicons_version()


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import test_run_loop as t
def process(source):
    if source.path.endswith("kill.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return t.process(source)
t.run([Path(p) for p in sys.argv[3:]], Path(sys.argv[2]), process, tagger=False)
"""


def test_a_killed_run_leaves_the_old_dataset(tmp_path: Path) -> None:
    out = tmp_path / "out"
    old = make(tmp_path, old=RAW)
    go(old, out)
    before = {path: path.read_bytes() for path in out.rglob("*.*")}
    inputs = make(tmp_path, new=f"{RAW}\n", kill="x")
    here = Path(__file__).parent
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, here, out, *inputs],
        check=False,
        env={**os.environ, "PYTHONPATH": str(here.parent)},
    )
    assert killed.returncode == -9
    after = {path: path.read_bytes() for path in out.rglob("*.*")}
    assert after == {**before, out / "texts" / "new.txt": f"{RAW}\n".encode()}
